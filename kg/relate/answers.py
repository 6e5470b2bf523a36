"""Whom a clause answers without a name: এ হামলার নিন্দা, এই অভিযোগ অস্বীকার, এর জবাবে হামলা."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from kg.language import inflections
from kg.model import Case, Claim
from kg.relate.frames import VERBAL
from kg.relate.scene import Scene
from kg.relate.search import Filler
from kg.relate.tables import clause_words
from kg.relate.triggers import Trigger

#: In the table: whatever is done, not said, and whatever was told at all.
DEED, ANY = "deed", "any"

#: What an act of answering is about where only a pronoun says it: তা অস্বীকার করেছে.
ABOUT: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Denial": ("Accusation",),
        "Refusal": ("Appeal", "Promise"),
        "Accusation": (DEED,),
        "Support": (DEED, "Appeal"),
        "Protest": (DEED,),
    }
)

#: How many sentences back what is answered may be told.
FAR = 4

#: How many words before a noun the word may stand that points back.
REACH = 2


def answered(
    scene: Scene, trigger: Trigger, agent: Filler, before: Sequence[Claim]
) -> Filler | None:
    """Whose act an act without another side answers: who did what the clause points back to.

    Args:
        scene: The sentence.
        trigger: The trigger.
        agent: Who answers.
        before: The article's claims up to here, in order.

    Returns:
        The agent of the last claim of that kind, or None.
    """
    us, here = {*agent.entities}, scene.sentence.index
    if _named_otherwise(scene, trigger):
        return None
    for kinds, plain in (*_replies(scene, trigger), *_pointed(scene, trigger)):
        near = (c for c in reversed(before) if here - c.evidence[-1].sentence < FAR)
        alike = (c for c in near if _fits(c.event_type, kinds))
        claim = next((c for c in alike if not us & {*c.agent}), None)
        if claim is not None and (plain or us & {*claim.recipient}):
            return Filler(claim.agent, "who did what this answers", 0.8)
    return None


def _named_otherwise(scene: Scene, trigger: Trigger) -> bool:
    """Somebody who is not linked is the other side: এ হামলার জন্য বিদ্রোহীদের দায়ী করেছে."""
    nouns, inside = clause_words().answer.nouns, range(trigger.segment.first, trigger.first)
    first = (inflections(scene.tokens[i].text)[0] for i in inside if i not in scene.named)
    return any((f.case is Case.OBJECTIVE or f.plural) and f.base not in nouns for f in first)


def _fits(event: str, kinds: Sequence[str]) -> bool:
    deed = DEED in kinds and event not in VERBAL
    return event in kinds or deed or ANY in kinds


def _replies(scene: Scene, trigger: Trigger) -> Iterator[tuple[tuple[str, ...], bool]]:
    """এর জবাবে, এর প্রতিক্রিয়ায়: in the trigger's clause or before the first."""
    table, tokens = clause_words().answer, scene.tokens
    domain = scene.domains[trigger.domain]
    for i in (*range(1, min(REACH + 1, domain.first)), *range(domain.first + 1, trigger.first)):
        said = any(f.base in table.replies for f in inflections(tokens[i].text))
        if said and tokens[i - 1].text in table.pointing:
            yield (ANY,), True


def _start(scene: Scene, trigger: Trigger) -> int:
    """Where what the act is about begins: তা মানতে | রাজি নয় is one."""
    first = trigger.segment.first
    for segment in reversed(scene.domains[trigger.domain].segments):
        if segment.last == first and segment.verb and segment.verb.form.form == "infinitive":
            first = segment.first
    return first


def _pointed(scene: Scene, trigger: Trigger) -> Iterator[tuple[tuple[str, ...], bool]]:
    """The kinds of events that the clause points back to, and whether it does so plainly."""
    about = ABOUT.get(trigger.frame.event)
    if about is None:
        return
    table, tokens = clause_words().answer, scene.tokens
    backed = table.backed if trigger.frame.event == "Support" else frozenset()
    for i in range(_start(scene, trigger), trigger.last):
        back = any(t.text in table.pointing for t in tokens[max(0, i - REACH) : i])
        for form in inflections(tokens[i].text):
            definite = any(tokens[i].text.startswith(form.base + end) for end in table.definite)
            # Of what is judged it is known that it was: হামলাকে উসকানিমূলক হিসেবে দেখছেন.
            judged = trigger.frame.judging and form.case is Case.OBJECTIVE
            if form.base in table.nouns and not form.plural:
                yield table.nouns[form.base], back or definite or judged
        if tokens[i].text in table.pronouns | backed:
            yield about, True
