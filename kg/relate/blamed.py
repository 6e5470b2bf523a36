"""Who is blamed or praised for an act did it: হামলার জন্য হামাসকে দায়ী করেছে ইসরায়েল."""

from __future__ import annotations

from kg.language import inflections
from kg.model import Case
from kg.relate.clauses import Domain
from kg.relate.scene import Scene
from kg.relate.search import Filler, Search, taken
from kg.relate.spans import Chunk
from kg.relate.tables import clause_words
from kg.relate.triggers import Trigger

#: How the agent of an act is found that he is blamed or praised for.
BLAMED, PRAISED = "who is blamed for it", "who is praised for it"

#: How many words after the act its reason may stand: হামলার ঘটনার জন্য.
REACH = 2

#: How those stand whom a clause blames or praises.
TOWARD = frozenset({"objective", "genitive", "to", "against", "on"})


def blamed(search: Search) -> Filler | None:
    """Who did it by the words of who blames or praises him for it.

    Args:
        search: The sentence and the trigger.
    """
    scene, t = search.scene, search.trigger
    at = judged_at(scene, t)
    if at is None:
        return None
    first = _reason(scene, t) or t.last
    domain = scene.domains[t.domain]
    after = [c for c in scene.within(first, at) if _may_be(c)]
    before = [c for c in scene.within(domain.first, t.first - 1) if c.marker == "objective"]
    before = [c for c in before if c.last < t.first]
    how = BLAMED if _word(scene, at) in clause_words().blame.blaming else PRAISED
    found = (after or before)[-1:]
    return taken(found[0] if found else None, how, 0.8)


def judged_at(scene: Scene, trigger: Trigger) -> int | None:
    """Where a clause says that somebody is blamed or praised for what a trigger names.

    Args:
        scene: The sentence.
        trigger: The trigger.
    """
    domain = scene.domains[trigger.domain]
    reason = _reason(scene, trigger)
    if reason is None:
        return None
    table = clause_words().blame
    judging = table.blaming | table.praising
    found = (i for i in range(reason, domain.last) if _word(scene, i) in judging)
    return next(found, None) if _rules(domain, trigger, reason) else None


def _reason(scene: Scene, trigger: Trigger) -> int | None:
    """Where 'for', 'because of' stands after an act in the genitive: দেওয়ার জন্য, হামলার ঘটনায়."""
    verb = trigger.verb if trigger.verb and trigger.verb.form.form == "noun" else None
    last = max(trigger.last, verb.last) if verb is not None else trigger.last
    genitive = inflections(scene.tokens[last - 1].text)[0].case is Case.GENITIVE
    if not (genitive or (verb is not None and verb.form.case == "genitive")):
        return None
    words = clause_words().blame.reasons
    places = range(last, min(last + REACH, len(scene.tokens)))
    return next((i for i in places if scene.tokens[i].text in words), None)


def _rules(domain: Domain, trigger: Trigger, reason: int) -> bool:
    """The act is told of, not done, by the clause's finite verb."""
    finite = domain.verb
    return finite is None or finite is not trigger.verb or finite.first > reason


def _word(scene: Scene, at: int) -> str:
    """The base of a word."""
    return inflections(scene.tokens[at].text)[0].base


def _may_be(c: Chunk) -> bool:
    return c.marker in TOWARD and not c.thing
