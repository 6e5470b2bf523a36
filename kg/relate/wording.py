"""Acts of a speaker that no word names: claims that rest on what he says alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.model import Claim, Status, TimeExpression
from kg.relate.scene import Scene
from kg.relate.timing import clause_time


@dataclass(frozen=True, slots=True)
class Act:
    """What a speaker does by saying something.

    Attributes:
        event: Its class.
        agent: Who does it; `recipient` to whom or of whom.
        sign: The words that tell it.
        rule: The name of what found it.
        confidence: How sure that is, 0..1.
        how: How the agent and the recipient were found.
    """

    event: str
    agent: tuple[str, ...]
    recipient: tuple[str, ...]
    sign: str
    rule: str
    confidence: float
    how: tuple[str, str]


def claim_of_act(scene: Scene, act: Act, times: Sequence[TimeExpression]) -> Claim:
    """The claim of an act: it is done by saying it, when the sentence's first clause says.

    Args:
        scene: The sentence.
        act: The act.
        times: Time expressions of the sentence.
    """
    first, last, note = clause_time(scene, 0, times)
    agent, recipient = act.how
    return Claim(
        event_type=act.event,
        agent=act.agent,
        recipient=act.recipient,
        place=(),
        status=Status.OCCURRED,
        evidence=scene.evidence,
        found_by=act.rule,
        confidence=act.confidence,
        begin=first,
        end=last,
        trigger=act.sign,
        notes=(f"agent: {agent}", f"recipient: {recipient}", f"time: {note}"),
    )
