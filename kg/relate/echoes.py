"""What later sentences say of a happening already told: সোমবার চালানো এই হামলায় …."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kg.language import inflections
from kg.model import Claim, EntityType, Evidence, Status
from kg.relate.engine import Context
from kg.relate.frames import VERBAL
from kg.relate.merge import LIFE
from kg.relate.places import places
from kg.relate.scene import Scene
from kg.relate.status import status_of
from kg.relate.tables import clause_words
from kg.relate.timing import clause_time, time_of
from kg.relate.triggers import Trigger, find_triggers

#: How many sentences after a happening its echo may stand.
REACH = 4

#: How many sentences after it 'this happened' may stand.
NEXT = 2


@dataclass(frozen=True, slots=True)
class Echo:
    """A time or place of a happening in a sentence that does not say again who took part.

    Attributes:
        event: The kind of happening; empty where it is only called 'this'.
        parties: Who is named with the happening.
        words: The words for it where these alone point back, else empty.
        status: Whether it happened.
        evidence: The sentence.
        begin: First day, if told; `end` the last.
        place: Where it was, if told.
        back: The sentence itself points back to a happening.
        undergone: Who underwent it, as the sentence says (… নিহত হয়েছেন).
    """

    event: str
    parties: frozenset[str]
    words: frozenset[str]
    status: Status
    evidence: Evidence
    begin: date | None
    end: date | None
    place: tuple[str, ...]
    back: bool = True
    undergone: tuple[str, ...] = ()


def read_echoes(scene: Scene, context: Context, claims: Iterable[Claim]) -> tuple[Echo, ...]:
    """The happenings of a sentence that it says of nobody: echoes, and what later ones may echo.

    Args:
        scene: The sentence.
        context: What is known of the article.
        claims: The claims of the sentence, whose triggers echo nothing.

    Returns:
        Those with a time or a place, in the order of their words.
    """
    told = " | ".join(claim.trigger for claim in claims)
    found = [
        _echo(scene, trigger, context)
        for trigger in find_triggers(scene)
        if words_of(scene, trigger) not in told
    ]
    return tuple(e for e in (*found, *_happenings(scene, context)) if e.begin or e.place)


def _happenings(scene: Scene, context: Context) -> Iterator[Echo]:
    """'This happened on Monday' dates what was told right before: সোমবার এ ঘটনা ঘটে."""
    table, texts = clause_words().echo, [t.text for t in scene.tokens]
    for number, domain in enumerate(scene.domains):
        for i in range(domain.first + 1, domain.last):
            if texts[i - 1] in table.words and texts[i] in table.happening:
                begin, end, _ = clause_time(scene, number, context.gone)
                none, happened = frozenset[str](), Status.OCCURRED
                yield Echo("", none, none, happened, scene.evidence[0], begin, end, ())


def words_of(scene: Scene, trigger: Trigger) -> str:
    """The words of a trigger.

    Args:
        scene: The sentence.
        trigger: The trigger.
    """
    return scene.text(trigger.first, trigger.last)


def _points_back(scene: Scene, trigger: Trigger) -> bool:
    """'This attack', 'it was carried out', 'he landed at five' or a heading without a verb."""
    passive = trigger.verb is not None and trigger.verb.passive and trigger.verb.form.finite
    return passive or pointing(scene, trigger) or not scene.groups or bool(_again(scene, trigger))


def _again(scene: Scene, trigger: Trigger) -> frozenset[str]:
    """Who does it, where the sentence only takes up again what was told: তিনি অবতরণ করেন."""
    found = scene.subjects[trigger.domain] if trigger.active else None
    if found is None or trigger.verb is None or not trigger.verb.form.finite:
        return frozenset()
    taken_up = found.chunk is None or found.chunk.pronoun
    return frozenset(found.entities) if taken_up else frozenset()


def pointing(scene: Scene, trigger: Trigger) -> bool:
    """Whether a word right before a trigger points back: এ হামলায়.

    Args:
        scene: The sentence.
        trigger: The trigger.
    """
    before = scene.tokens[max(0, trigger.first - REACH) : trigger.first]
    return any(t.text in clause_words().echo.words for t in before)


def bases(words: str) -> frozenset[str]:
    """The words without their endings.

    Args:
        words: Words of a text.
    """
    return frozenset(f.base for word in words.split() for f in inflections(word))


def _echo(scene: Scene, trigger: Trigger, context: Context) -> Echo:
    status, _ = status_of(scene, trigger)
    to_come = status in {Status.PLANNED, Status.POSSIBLE}
    begin, end, _ = time_of(scene, trigger, context.ahead if to_come else context.gone)
    place = places(scene, trigger, None, frozenset())
    if begin is not None and context.over(begin):
        begin = end = None
    words = frozenset() if pointing(scene, trigger) else bases(scene.tokens[trigger.first].text)
    named = _named(scene, trigger) | _again(scene, trigger)
    back, here = _points_back(scene, trigger), scene.evidence[0]
    hit = _undergone(scene, trigger)
    return Echo(trigger.frame.event, named, words, status, here, begin, end, place, back, hit)


def _undergone(scene: Scene, trigger: Trigger) -> tuple[str, ...]:
    """Whom a clause of killing or the like is about."""
    found = scene.subjects[trigger.domain] if trigger.frame.event == "Attack" else None
    person = found is not None and found.types == {EntityType.PERSON}
    return found.entities if found is not None and person and found.chunk else ()


def _named(scene: Scene, trigger: Trigger) -> frozenset[str]:
    """Who is named beside the happening, as its object or its owner."""
    beside = {"objective", "bare", "to", "with", "against", "target", "on"}
    return frozenset(
        e
        for c in scene.within(trigger.segment.first, trigger.segment.last)
        if not c.pronoun
        and (c.marker in beside or (c.marker == "genitive" and c.last == trigger.first))
        for e in c.entities
    )


def tell(claims: Sequence[Claim], echoes: Iterable[Echo]) -> tuple[Claim, ...]:
    """Give claims the times and places that their echoes tell.

    Args:
        claims: The claims of one article, joined.
        echoes: What its sentences say without saying whose happening it is.

    Returns:
        The claims in the same order.
    """
    out = list(claims)
    for echo in (e for e in echoes if e.back):
        near = [i for i, c in enumerate(out) if _echoed(c, echo)]
        for i in sorted(near, key=lambda i: _last(out[i], echo))[-1:]:
            out[i] = _with(out[i], echo)
    return tuple(out)


def _last(claim: Claim, echo: Echo) -> int:
    """The last sentence before the echo that tells of the claim, or -1."""
    return max(
        (e.sentence for e in claim.evidence if e.sentence < echo.evidence.sentence), default=-1
    )


def _echoed(claim: Claim, echo: Echo) -> bool:
    last = _last(claim, echo)
    if last < 0 or echo.evidence.sentence - last > REACH:
        return False
    hypothetical = {Status.PLANNED, Status.POSSIBLE}
    if not echo.event:
        told = claim.event_type not in VERBAL and claim.status is Status.OCCURRED
        return told and echo.evidence.sentence - last <= NEXT
    alive = claim.status in LIFE and echo.status in LIFE
    fits = alive and (claim.status in hypothetical) == (echo.status in hypothetical)
    meant = not echo.words or bool(echo.words & bases(claim.trigger))
    same = claim.event_type == echo.event and meant and claim.status is not Status.ONGOING
    return fits and same and echo.parties <= {*claim.agent, *claim.recipient}


def _with(claim: Claim, echo: Echo) -> Claim:
    """The claim with the echo's time and place where it has none of its own."""
    dated = claim.begin is None and echo.begin is not None
    placed = not claim.place and bool(echo.place)
    if not dated and not placed:
        return claim
    told = "time" if dated else "place"
    return replace(
        claim,
        begin=echo.begin if dated else claim.begin,
        end=echo.end if dated else claim.end,
        place=echo.place if placed else claim.place,
        evidence=tuple(sorted({*claim.evidence, echo.evidence}, key=lambda e: e.sentence)),
        notes=(*claim.notes, f"{told}: told in sentence {echo.evidence.sentence}"),
    )
