"""What speakers say should be done: an appeal without a word for appealing."""

from __future__ import annotations

from kg.model import Claim, Evidence, Status
from kg.relate.clauses import Domain
from kg.relate.engine import Context
from kg.relate.obligations import obligation, told
from kg.relate.scene import Scene
from kg.relate.tables import speech_words
from kg.relate.timing import clause_time


def read_appeals(scene: Scene, context: Context) -> tuple[Claim, ...]:
    """Appeals by what somebody says must be done: ইউক্রেনকে … মেনে নিতে হবে.

    The speaker is the agent, who must do it the recipient; the time is that of the speech.

    Args:
        scene: The sentence.
        context: What is known of the article.

    Returns:
        A claim for each clause that obliges.
    """
    return tuple(
        claim
        for number, domain in enumerate(scene.domains)
        if (claim := _appeal(scene, number, domain, context)) is not None
    )


def _appeal(scene: Scene, number: int, domain: Domain, context: Context) -> Claim | None:
    speakers, sign = scene.speakers[number], obligation(scene, domain)
    teller = scene.subjects[number]
    if not sign and teller is not None and (sign := told(scene, domain)):
        speakers = teller.entities
    if not speakers or not sign:
        return None
    if any(
        t.text in speech_words().obligation.ours for t in scene.tokens[domain.first : domain.last]
    ):
        return None
    owed = [
        c
        for c in scene.chunks
        if domain.first <= c.first < domain.last
        and (
            c.marker == "objective"
            or (c.marker == "genitive" and sign in speech_words().obligation.words)
        )
    ]
    recipient = tuple(e for e in owed[0].entities if e not in speakers) if owed else ()
    first, last, note = clause_time(scene, 0, context.times)
    return Claim(
        event_type="Appeal",
        agent=speakers,
        recipient=recipient,
        place=(),
        status=Status.OCCURRED,
        evidence=(Evidence(scene.sentence.index, scene.sentence.begin, scene.sentence.end),),
        found_by="request.must",
        confidence=0.45 if recipient else 0.3,
        begin=first,
        end=last,
        trigger=sign,
        notes=("agent: speaker", f"recipient: {'objective' if owed else 'none'}", f"time: {note}"),
    )
