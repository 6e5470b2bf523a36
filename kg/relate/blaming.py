"""What a speaker calls wrong in what he tells: an accusation that no word for accusing names."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Claim, Status
from kg.relate.clauses import Domain
from kg.relate.conditions import bases
from kg.relate.engine import Context
from kg.relate.scene import Scene
from kg.relate.tables import clause_words, speech_words
from kg.relate.timing import clause_time

#: Where words name one of these acts of the speaker, they say what the sentence does.
SAID = frozenset({"Accusation", "Denial", "Appeal", "Warning", "Support", "Promise"})

#: How sure an accusation is that only its content tells: with somebody named, and without.
NAMED, UNNAMED = 0.5, 0.45


def read_blame(scene: Scene, context: Context, own: Sequence[Claim]) -> tuple[Claim, ...]:
    """Accusations by what somebody says was done: তিনি বলেন, ভোট বানচালের ষড়যন্ত্র চলছে.

    Args:
        scene: The sentence.
        context: What is known of the article.
        own: The claims of the sentence that words name.

    Returns:
        A claim for each speaker in whose words something is called wrong.
    """
    told = {e for c in own if c.event_type in SAID for e in c.agent}
    found: list[Claim] = []
    for speakers, domain in zip(scene.speakers, scene.domains, strict=True):
        if speakers and not told & {*speakers} and (sign := _wrong(scene, domain)):
            told.update(speakers)
            found.append(_claim(scene, domain, context, speakers, sign))
    return tuple(found)


def _wrong(scene: Scene, domain: Domain) -> str:
    """The word by which a clause calls wrong what it says is or was so, if there is one."""
    verb, table = domain.verb, speech_words().blaming
    if verb is not None and (verb.negated or verb.form.tense == "future"):
        return ""
    inside = range(domain.first, domain.last)
    texts = {scene.tokens[i].text for i in inside}
    judging = clause_words().judging
    if texts & (judging.asking | judging.supposing | speech_words().obligation.words):
        return ""
    words = table.words | table.deeds if texts & table.upon else table.words
    wrong = (
        scene.tokens[i].text
        for i in inside
        if i not in scene.named and any(b in words for b, _ in bases(scene.tokens[i].text))
    )
    return next(wrong, "")


def _blamed(scene: Scene, domain: Domain, speakers: tuple[str, ...]) -> tuple[str, ...]:
    """Who does it, by a phrase of the clause itself."""
    subject = scene.subjects[scene.domains.index(domain)]
    if subject is None or subject.chunk is None or {*subject.entities} & {*speakers}:
        return ()
    return subject.entities


def _claim(
    scene: Scene, domain: Domain, context: Context, speakers: tuple[str, ...], sign: str
) -> Claim:
    recipient = _blamed(scene, domain, speakers)
    first, last, note = clause_time(scene, 0, context.times)
    return Claim(
        event_type="Accusation",
        agent=speakers,
        recipient=recipient,
        place=(),
        status=Status.OCCURRED,
        evidence=scene.evidence,
        found_by="accuse.tell",
        confidence=NAMED if recipient else UNNAMED,
        begin=first,
        end=last,
        trigger=sign,
        notes=(
            "agent: speaker",
            "recipient: " + ("who does it" if recipient else "none"),
            f"time: {note}",
        ),
    )
