"""Names that only tell of which thing a noun speaks: ইউক্রেন যুদ্ধে, জাতিসংঘ ভবনের সামনে."""

from __future__ import annotations

from dataclasses import replace

from kg.language import inflections
from kg.model import Case, EntityType
from kg.relate.chunks import topics
from kg.relate.clauses import Domain
from kg.relate.scene import ACTORS, Scene
from kg.relate.spans import Chunk
from kg.relate.tables import noun_words, speech_words

#: Cases in which a noun of an affair is no object.
OBLIQUE = frozenset({Case.GENITIVE, Case.LOCATIVE})


def compounded(scene: Scene) -> tuple[Chunk, ...]:
    """The phrases of a sentence, those marked that are part of another noun.

    A name without an ending acts, as a rule; before a building (জাতিসংঘ ভবনে) or a war (ইউক্রেন যুদ্ধে)
    it does not, before another affair (ইউক্রেন ইস্যুতে) not where somebody else does, and before what
    is banned (হিজবুল্লাহ নিষিদ্ধ করা) it is the object.

    Args:
        scene: The sentence with its phrases and clauses.
    """
    return tuple(_as_part(scene, c) for c in scene.chunks)


def _as_part(scene: Scene, c: Chunk) -> Chunk:
    plain = c.marker == "bare" and c.last == c.head_end and not (c.acting or c.pronoun or c.plural)
    if not plain or c.last >= len(scene.tokens):
        return c
    table, after = noun_words().compounds, scene.tokens[c.last].text
    if after in table.banned and any(g.first == c.last + 1 for g in scene.groups):
        return replace(c, marker="objective")
    forms = inflections(after)
    body = c.types == {EntityType.ORGANIZATION}
    if body and any(f.base in table.buildings and f.case is not Case.NONE for f in forms):
        return replace(c, marker="modifier")
    if not c.types & {EntityType.COUNTRY, EntityType.PLACE}:
        return c
    domain = next((d for d in scene.domains if d.first <= c.first < d.last), None)
    affair = any(f.base in table.affairs and f.case in OBLIQUE for f in forms)
    other = affair and domain is not None and _another_acts(scene, domain, c)
    return replace(c, marker="modifier") if other or _names_war(scene, c) else c


def _names_war(scene: Scene, c: Chunk) -> bool:
    """A country that only says which war is meant: ইউক্রেন যুদ্ধের অবসান, গাজা যুদ্ধ নিয়ে.

    In রাশিয়া যুদ্ধ চায় না it acts.
    """
    ends = any(g.first == c.last + 1 and g.form.finite for g in scene.groups)
    words = [t.text for t in scene.tokens[c.last : c.last + 1 + (not ends)]]
    forms = [f for word in words for f in inflections(word)]
    war = any(f.base in noun_words().compounds.wars for f in inflections(words[0]))
    return war and (any(f.case in OBLIQUE for f in forms) or bool({*words[1:]} & topics()))


def _another_acts(scene: Scene, domain: Domain, c: Chunk) -> bool:
    """Whether a later phrase or pronoun of the clause can be its subject, in no other condition."""
    conditions = [
        s.last
        for s in domain.segments
        if s.verb is not None and s.verb.form.form == "conditional" and s.last > c.first
    ]
    end = min([domain.last, *conditions])
    pronouns, named = speech_words().strangers.pronouns, scene.named
    if any(scene.tokens[i].text in pronouns for i in range(c.last, end) if i not in named):
        return True
    others = [o for o in scene.within(domain.first, end) if o is not c and o.marker == "bare"]
    return any((o.types & ACTORS or o.acting) and not o.thing for o in others)
