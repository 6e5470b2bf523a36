"""Whose state acts where nobody is said to arrest, judge or ban: তুরস্কে ৩৩ জনকে আটক করা হয়েছে."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kg.language import inflections
from kg.model import Case, Entity, EntityType
from kg.relate.hosts import state_of
from kg.relate.places import AT, dwelling, elsewhere
from kg.relate.search import Filler, Search, taken
from kg.relate.spans import Chunk
from kg.relate.tables import noun_words, paradigms
from kg.relate.verbgroups import VerbGroup

#: How far a body may stand before the act, a prison after its state, in words.
BODY = 3

#: How the agent of an official act is found that only its place tells.
JURISDICTION = "the state where it was done"


def jurisdiction(search: Search) -> Filler | None:
    """Where an official act was done that nobody is named for: its state did it.

    Args:
        search: The sentence and the trigger.
    """
    t = search.trigger
    suffered = not any(source.where == "subject" for source in t.frame.agent)
    if not (suffered or _undergone(t.verb) or _by_a_body(search)):
        return None
    return _where(search)


def enforced(search: Search) -> Filler | None:
    """Whose police or army it is that fires: নেপালে পুলিশের গুলিতে ১৯ জন নিহত.

    Args:
        search: The sentence and the trigger.
    """
    at, scene = search.trigger.first, search.scene
    bodies = noun_words().representatives.enforcers
    before = [i for i in range(max(at - BODY, 0), at) if i not in scene.named]
    forms = (f for i in before for f in inflections(scene.tokens[i].text))
    theirs = any(f.base in bodies and f.case is Case.GENITIVE for f in forms)
    return _where(search) if theirs else None


def _where(search: Search) -> Filler | None:
    """The place of the act, which its state stands for, and which may be named as its place."""
    found = [c for c in _around(search) if c not in search.used and _site(search, c)]
    filler = taken(found[0] if found else None, JURISDICTION, 0.8)
    return None if filler is None else replace(filler, chunk=None)


def origin(search: Search) -> Filler | None:
    """From where it was done, nobody being named: ইরান থেকে ক্ষেপণাস্ত্র ছোড়া হয়েছে.

    Args:
        search: The sentence and the trigger.
    """
    if not _undergone(search.trigger.verb):
        return None
    sites = (c for c in _around(search) if c.marker == "from" and _of_a_state(c))
    return taken(next(sites, None), JURISDICTION, 0.7)


def _around(search: Search) -> tuple[Chunk, ...]:
    """The phrases near the act, then those of its clause."""
    domain = search.scene.domains[search.trigger.domain]
    return (*search.near, *search.scene.within(domain.first, domain.last))


def ruled(agent: Filler, entities: Mapping[str, Entity]) -> Filler | None:
    """An agent; for a place of an official act the state that rules it, if named in the article.

    Args:
        agent: What fills the role of who acts.
        entities: Entities of the article by id.
    """
    if agent.how != JURISDICTION:
        return agent
    states = (state_of(entities[e], entities) for e in agent.entities)
    named = tuple(dict.fromkeys(s for s in states if s in entities))
    return replace(agent, entities=named) if named else None


def _undergone(verb: VerbGroup | None) -> bool:
    """No verb, a passive, or 'to be' with the noun: আটক ৩৩, আটক করা হয়েছে, কারাদণ্ড হয়েছে."""
    return verb is None or verb.passive or verb.stems[0] == paradigms().auxiliary.be


def _by_a_body(search: Search) -> bool:
    """A body of a state without a name does it: … আটক করেছে পুলিশ."""
    scene, domain = search.scene, search.scene.domains[search.trigger.domain]
    if any(c.marker == "bare" for c in scene.within(search.trigger.last, domain.last)):
        return False
    bodies = noun_words().representatives.enforcers
    return any(
        f.base in bodies
        for i in range(domain.first, domain.last)
        if i not in scene.named
        for f in inflections(scene.tokens[i].text)
    )


def _site(search: Search, c: Chunk) -> bool:
    """A country or a place where the act itself was, and nothing of it."""
    scene = search.scene
    held = c.marker == "genitive" and _prison(search, c)
    itself = (held or c.marker in AT) and _of_a_state(c) and not dwelling(scene, c)
    return itself and not elsewhere(scene, search.trigger, c)


def _prison(search: Search, c: Chunk) -> bool:
    """Whose prison or court it was in: পাকিস্তানের আদিয়ালা কারাগারে বন্দি."""
    words = noun_words().sites.custody
    after = search.scene.tokens[c.last : c.last + BODY]
    forms = (f for t in after for f in inflections(t.text))
    return any(f.base in words and f.case is Case.LOCATIVE for f in forms)


def _of_a_state(c: Chunk) -> bool:
    """A country or a place, not who acts for it."""
    return bool(c.types & {EntityType.COUNTRY, EntityType.PLACE}) and not (
        c.acting or c.thing or c.pronoun
    )
