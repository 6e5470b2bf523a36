"""Sites without a name of their own in a named place: কিয়েভের একটি আবাসিক ভবনে."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.language import inflections
from kg.model import Case, EntityType
from kg.relate.chunks import postpositions
from kg.relate.scene import Scene
from kg.relate.spans import Chunk, plain
from kg.relate.tables import noun_words
from kg.relate.triggers import Trigger

#: How many words may stand between a place and the noun for what lies in it.
GAP = 4


def unnamed_sites(scene: Scene, trigger: Trigger) -> Iterator[Chunk]:
    """Places of a clause that own where its happening was, the nearest before the trigger first.

    Args:
        scene: The sentence.
        trigger: The trigger.

    Yields:
        Their phrases, each with the site as its head: in the locative, or after থেকে where the
        frame says that something leaves.
    """
    domain = scene.domains[trigger.domain]
    leaves = any(source.where == "from" for source in trigger.frame.place)
    for c in reversed(scene.within(domain.first, domain.last)):
        lies = c.marker == "genitive" and not c.acting and not c.pronoun
        at = _site(scene, c) if lies and c.types & {EntityType.PLACE, EntityType.COUNTRY} else -1
        if at < 0 or at >= trigger.first:
            continue
        end = scene.tokens[at + 1].text if at + 1 < len(scene.tokens) else ""
        bare = not any(f.case is Case.LOCATIVE for f in inflections(scene.tokens[at].text))
        if not bare or (leaves and end in postpositions("from")):
            yield replace(c, head_end=at + 1, last=at + 1, marker="locative")


def _site(scene: Scene, c: Chunk) -> int:
    """Index of the noun for a site that a place owns, or -1."""
    sites = noun_words().sites
    for at in range(c.last, min(c.last + GAP + 1, len(scene.tokens))):
        word = scene.tokens[at].text
        forms = inflections(word)
        known = any(f.base in sites.nouns | sites.buildings for f in forms)
        if known and forms[0].case in {Case.LOCATIVE, Case.NONE}:
            return at
        if at in scene.named or not plain(word) or forms[0].case is Case.LOCATIVE:
            return -1
    return -1
