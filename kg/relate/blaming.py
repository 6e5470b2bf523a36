"""What a speaker calls wrong in what he tells: an accusation that no word for accusing names."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Claim
from kg.relate.chunks import postpositions
from kg.relate.clauses import Domain
from kg.relate.conditions import bases
from kg.relate.engine import Context
from kg.relate.scene import ACTORS, Scene
from kg.relate.tables import clause_words, speech_words
from kg.relate.wording import Act, claim_of_act

#: Where words name one of these acts of the speaker, they say what the sentence does.
SAID = frozenset({"Accusation", "Denial", "Appeal", "Warning", "Support", "Promise"})

#: How many words after a wrong it may be told that somebody is against it.
AGAINST = 2

#: How sure an accusation is that only its content tells: with somebody named, and without.
NAMED, UNNAMED = 0.45, 0.4


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
        if speakers and not told & {*speakers} and (at := _wrong(scene, domain)) is not None:
            told.update(speakers)
            found.append(_claim(scene, domain, context, speakers, at))
    return tuple(found)


def _wrong(scene: Scene, domain: Domain) -> int | None:
    """Where the word stands by which a clause calls wrong what it says is or was so."""
    verb, table = domain.verb, speech_words().blaming
    if verb is not None and (verb.negated or verb.form.tense == "future"):
        return None
    inside = range(domain.first, domain.last)
    texts = {scene.tokens[i].text for i in inside}
    judging = clause_words().judging
    if texts & (judging.asking | judging.supposing | speech_words().obligation.words):
        return None
    words = table.words | table.deeds if texts & table.upon else table.words
    return next(
        (
            i
            for i in inside
            if i not in scene.named and any(b in words for b, _ in bases(scene.tokens[i].text))
            if not _fought(scene, domain, i)
        ),
        None,
    )


def _fought(scene: Scene, domain: Domain, at: int) -> bool:
    """Somebody who is named fights the wrong: আগ্রাসী শক্তির বিরুদ্ধে লড়াইয়ে নেমেছে X."""
    number = scene.domains.index(domain)
    subject, speakers = scene.subjects[number], {*scene.speakers[number]}
    named = subject is not None and subject.chunk is not None
    after = {t.text for t in scene.tokens[at + 1 : at + 1 + AGAINST]}
    acts = named and subject is not None and not speakers & {*subject.entities}
    return acts and bool(after & postpositions("against"))


def _blamed(scene: Scene, domain: Domain, speakers: tuple[str, ...], at: int) -> tuple[str, ...]:
    """Whose wrong it is (ভারতের ইন্ধনে), who is called so (স্বৈরাচার এরশাদ), or who does it."""
    subject = scene.subjects[scene.domains.index(domain)]
    inside = [c for c in scene.within(domain.first, domain.last) if c.types & ACTORS]
    called = [c for c in inside if c.first == at + 1 and c.marker == "bare"]
    owning = [c for c in inside if c.last == at and c.marker == "genitive"]
    doers = [c.entities for c in (*called, *owning)]
    if subject is not None and subject.chunk is not None:
        doers.append(subject.entities)
    return next((ids for ids in doers if not {*ids} & {*speakers}), ())


def _claim(
    scene: Scene, domain: Domain, context: Context, speakers: tuple[str, ...], at: int
) -> Claim:
    recipient = _blamed(scene, domain, speakers, at)
    act = Act(
        "Accusation",
        speakers,
        recipient,
        sign=scene.tokens[at].text,
        rule="accuse.tell",
        confidence=NAMED if recipient else UNNAMED,
        how=("speaker", "who does it" if recipient else "none"),
    )
    return claim_of_act(scene, act, context.times)
