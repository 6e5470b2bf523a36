"""When and where somebody spoke, for what was said then: বুধবার এক অনুষ্ঠানে তিনি এ কথা বলেন."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kg.model import Claim, Evidence, Relation, Status
from kg.relate.engine import Context
from kg.relate.frames import DECLARED, VERBAL
from kg.relate.places import venues
from kg.relate.scene import Scene
from kg.relate.tables import clause_words, speech_words
from kg.relate.timing import clause_time

#: How far into the article its first words reach: headline and lede; how many sentences
#: later their occasion may be told.
LEDE, AFTER = 1, 4

#: How many sentences 'he said all this' covers.
SPEECH = 12

#: So many sentences after somebody spoke he goes on where he was.
CONTINUED = 3

#: What is told of an older speech is no news.
NEWS = timedelta(days=10)


@dataclass(frozen=True, slots=True)
class Occasion:
    """When and where somebody spoke.

    Attributes:
        speakers: Who did.
        all_this: The words say that what stands around was said then.
        evidence: The sentence.
        begin: First day, if told; `end` the last.
        place: Where it was, if told.
        bodies: For whom the speakers hold a post.
        more: It only goes on from the one before: তিনি আরও বলেন.
    """

    speakers: frozenset[str]
    all_this: bool
    evidence: Evidence
    begin: date | None
    end: date | None
    place: tuple[str, ...]
    bodies: frozenset[str] = frozenset()
    more: bool = False


def represented(
    occasions: Iterable[Occasion], relations: Iterable[Relation]
) -> tuple[Occasion, ...]:
    """The occasions with those whose posts the speakers hold: a spokesman's state.

    Args:
        occasions: The occasions of one article.
        relations: What the article says stands: who holds which post.
    """
    posts: dict[str, set[str]] = defaultdict(set)
    for r in relations:
        if r.predicate == "holdsPosition":
            posts[r.subject].add(r.object)
    return tuple(
        replace(o, bodies=frozenset(b for who in o.speakers for b in posts[who])) for o in occasions
    )


def read_occasions(
    scene: Scene, context: Context, earlier: Sequence[Occasion] = ()
) -> Iterator[Occasion]:
    """The occasions of a sentence that have a time or a place.

    Args:
        scene: The sentence.
        context: What is known of the article.
        earlier: Those of the sentences before.

    Yields:
        One for each clause of saying.
    """
    for number, acting in enumerate(scene.subjects):
        said = _all_this(scene, number)
        if acting is None or not (said or scene.saying[number]):
            continue
        begin, end, _ = clause_time(scene, number, context.gone)
        domain = scene.domains[number]
        at = venues(scene, scene.within(domain.first, domain.last))
        place = next(at, ()) if domain.verb is not None else ()
        who = frozenset(acting.entities)
        if begin or place:
            yield Occasion(who, said, scene.evidence[0], begin, end, place)
        elif last := _gone_on(scene, number, who, earlier):
            yield replace(last, all_this=False, evidence=scene.evidence[0], place=(), more=True)


def _gone_on(
    scene: Scene, number: int, who: frozenset[str], earlier: Sequence[Occasion]
) -> Occasion | None:
    """When somebody spoke last, if a clause says that he said more: তিনি আরও বলেন."""
    domain = scene.domains[number]
    texts = {t.text for t in scene.tokens[domain.first : domain.last]}
    last = next((o for o in reversed(earlier) if o.begin and o.speakers == who), None)
    if last is None or not texts & speech_words().continued.more:
        return None
    return last if scene.sentence.index - last.evidence.sentence <= CONTINUED else None


def _all_this(scene: Scene, number: int) -> bool:
    """Whether a clause says of what stands around it that it was said: এ কথা বলেন."""
    domain = scene.domains[number]
    texts = [t.text for t in scene.tokens[domain.first : domain.last]]
    return any(
        tuple(texts[at : at + len(phrase)]) == phrase
        for phrase in clause_words().echo.said
        for at in range(len(texts))
    )


def told_of_before(scene: Scene) -> bool:
    """Whether a sentence tells of another time: এর আগে …, … করেছিলেন, বারবার ….

    Args:
        scene: The sentence.
    """
    start = tuple(t.text for t in scene.tokens[:2])
    table = speech_words().continued
    verbs = (d.verb for d in scene.domains)
    before = any(v is not None and v.form.tense == "pluperfect" for v in verbs)
    often = any(t.text in table.often for t in scene.tokens)
    return before or often or bool({start, start[:1]} & table.breaks)


def spoken_at(
    claims: Sequence[Claim],
    occasions: Sequence[Occasion],
    before: frozenset[int],
    published: date | None,
) -> tuple[Claim, ...]:
    """Give acts of speech the time and place of the occasion on which they were done.

    Who spoke on one day only, as far as the article tells, said everything then.

    Args:
        claims: The claims of one article, joined.
        occasions: Its occasions, in order.
        before: Sentences that go back to what was before.
        published: The article's day.

    Returns:
        The claims in the same order.
    """
    alone = _on_one_day(occasions, published)
    out = list(claims)
    for i, claim in enumerate(claims):
        if claim.evidence[0].sentence in before:
            continue
        for occasion in occasions:
            here = occasion.more and occasion.evidence in claim.evidence and _said(occasion, claim)
            if here or _covers(occasion, claim) or _right_after(occasion, claim, occasions):
                out[i] = told(out[i], occasion)
        speech = alone.get(claim.agent[0]) if len(claim.agent) == 1 and _spoken(claim) else None
        speech = speech or _just_before(occasions, claim, published)
        if speech:
            out[i] = told(out[i], replace(speech, place=()))
    return tuple(out)


def _spoken(claim: Claim) -> bool:
    return claim.event_type in VERBAL and claim.status is Status.OCCURRED


def _said(occasion: Occasion, claim: Claim) -> bool:
    return _spoken(claim) and occasion.speakers == {*claim.agent}


def _covers(occasion: Occasion, claim: Claim) -> bool:
    """An act of speech of the occasion: in headline and lede, or all that 'he said this' covers."""
    first, here = claim.evidence[0].sentence, occasion.evidence.sentence
    news = first <= LEDE and here <= first + AFTER
    declared = claim.event_type in DECLARED and claim.status is Status.OCCURRED
    if declared and news and here >= first and occasion.speakers & {*claim.agent}:
        return True
    # What a state did, its spokesman says: … স্বাগত জানিয়েছে যুক্তরাষ্ট্র। … মুখপাত্র এ কথা বলেন।
    if occasion.all_this and _spoken(claim) and occasion.bodies & {*claim.agent}:
        return 0 <= here - first <= AFTER + LEDE
    if not _spoken(claim) or not occasion.speakers & {*claim.agent, *claim.attributed_to}:
        return False
    if here < first and not all(e.startswith("person/") for e in occasion.speakers):
        return False
    return abs(here - first) <= SPEECH if occasion.all_this else news


def _right_after(occasion: Occasion, claim: Claim, occasions: Iterable[Occasion]) -> bool:
    """An act of speech and the sentence after it: … প্রত্যাখ্যান করেছে। সোমবার এক বিবৃতিতে তারা বলেছে ….

    Who spoke on several days may have spoken on another one there.
    """
    days = {o.begin for o in occasions if o.begin and o.speakers == occasion.speakers}
    next_to = occasion.evidence.sentence - claim.evidence[-1].sentence == 1
    return next_to and _said(occasion, claim) and len(days) <= 1


def _just_before(
    occasions: Sequence[Occasion], claim: Claim, published: date | None
) -> Occasion | None:
    """Where a person spoke right before a claim of his, if he had spoken on no other day so far."""
    first = claim.evidence[0].sentence
    # An order or a ban is given then where it follows at once: … লিখেছেন, ‘…। আমি নির্দেশ দিচ্ছি …’.
    declared = claim.event_type in DECLARED and claim.status is Status.OCCURRED
    reach = CONTINUED if _spoken(claim) else int(declared)
    so_far = [
        o
        for o in occasions
        if o.begin is not None and o.evidence.sentence < first and o.speakers == {*claim.agent}
    ]
    if len({o.begin for o in so_far}) != 1 or not all(e.startswith("person/") for e in claim.agent):
        return None
    last = so_far[-1]
    lately = published is not None and last.begin is not None and published - last.begin <= NEWS
    return last if lately and first - last.evidence.sentence <= reach else None


def _on_one_day(occasions: Iterable[Occasion], published: date | None) -> Mapping[str, Occasion]:
    """Who is told to have spoken on one day, of late, and on which occasion."""
    spoken: dict[str, list[Occasion]] = defaultdict(list)
    for occasion in occasions:
        if occasion.begin is not None and len(occasion.speakers) == 1:
            for who in occasion.speakers:
                spoken[who].append(occasion)
    return {
        who: found[0]
        for who, found in spoken.items()
        if who.startswith("person/")
        and len({o.begin for o in found}) == 1
        and published is not None
        and found[0].begin is not None
        and found[0].begin == found[0].end
        and timedelta() <= published - found[0].begin <= NEWS
    }


def told(claim: Claim, by: Occasion) -> Claim:
    """The claim with the time and place of an occasion where it has none of its own.

    Args:
        claim: The claim.
        by: When and where it was.
    """
    dated = claim.begin is None and by.begin is not None
    placed = not claim.place and bool(by.place)
    if not dated and not placed:
        return claim
    what = "time" if dated else "place"
    # Its first sentence stays that which tells it.
    later = {by.evidence} if by.evidence.sentence > claim.evidence[0].sentence else set()
    return replace(
        claim,
        begin=by.begin if dated else claim.begin,
        end=by.end if dated else claim.end,
        place=by.place if placed else claim.place,
        evidence=tuple(sorted({*claim.evidence, *later}, key=lambda e: e.sentence)),
        notes=(*claim.notes, f"{what}: told in sentence {by.evidence.sentence}"),
    )
