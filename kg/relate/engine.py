"""From a sentence laid out to claims: triggers, roles, status, place and time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kg.model import Claim, Entity, EntityType, Evidence, Status, TimeExpression
from kg.relate.chunks import companions, kinds
from kg.relate.clauses import limits
from kg.relate.frames import VERBAL, Frame, RoleSource
from kg.relate.roles import Filler, Search, Types, fill
from kg.relate.scene import Scene
from kg.relate.status import status_of
from kg.relate.triggers import Trigger, find_triggers


@dataclass(frozen=True, slots=True)
class Context:
    """What the engine needs to know of the article besides the sentence.

    Attributes:
        entities: Entities of the article by id.
        adjectives: Canonical adjectives of countries.
        times: Time expressions of the sentence.
        ahead: The same, weekdays read as the next ones, for what is planned.
        publisher: Ids that stand for the outlet itself: never a speaker.
    """

    entities: Mapping[str, Entity]
    adjectives: frozenset[str]
    times: tuple[TimeExpression, ...]
    ahead: tuple[TimeExpression, ...] = ()
    publisher: frozenset[str] = frozenset()


def read_scene(scene: Scene, context: Context) -> tuple[Claim, ...]:
    """The claims of one sentence, one for each trigger: the first frame that fits."""
    found: dict[tuple[int, int], Claim] = {}
    for trigger in find_triggers(scene):
        span = (trigger.first, trigger.last)
        if span not in found and (claim := _claim(scene, trigger, context)) is not None:
            found[span] = claim
    return tuple(found.values())


def _claim(scene: Scene, trigger: Trigger, context: Context) -> Claim | None:
    frame = trigger.frame
    types = {e: kinds(entity) for e, entity in context.entities.items()}
    search = Search(scene, trigger, context.adjectives, frozenset())
    parties = _parties(frame, search, types)
    if parties is None:
        return None
    agent, recipient, used = parties
    # A country is both what is attacked or visited and where: the place may share its phrase.
    place = _role(frame.place, _after(search, frozenset([agent.chunk])), types)
    for need in frame.needs:
        if not {"recipient": recipient, "place": place}[need]:
            return None
    places = place.entities if place else _located(scene, trigger, context, used)
    if place is not None and place.chunk is not None and place.chunk.acting:
        places = ()
    status, sign = status_of(scene, trigger)
    if any(source.where == "speaker" for source in frame.agent):
        status, sign = Status.OCCURRED, "said"
    speakers = _speakers(scene, trigger, agent, context)
    at = scene.tokens[trigger.first].begin
    to_come = status in {Status.PLANNED, Status.POSSIBLE}
    times = context.ahead if to_come else context.times
    first, last, time_note = time_of(scene, trigger.domain, at, times)
    if first is None and frame.event in VERBAL and trigger.domain:
        first, last, time_note = time_of(scene, 0, at, context.times)
    recipients = _hosts(frame, recipient, place, context)
    recipients = tuple(e for e in recipients if e not in agent.entities)
    confidence = frame.confidence * agent.confidence * (recipient.confidence if recipient else 0.9)
    event = frame.event
    if status is Status.NEGATED and frame.negated:
        event, status = frame.negated, Status.OCCURRED
    return Claim(
        event_type=event,
        agent=agent.entities,
        recipient=recipients,
        place=places,
        status=status,
        evidence=(Evidence(scene.sentence.index, scene.sentence.begin, scene.sentence.end),),
        found_by=frame.name,
        confidence=round(confidence, 3),
        begin=first,
        end=last,
        attributed_to=speakers,
        trigger=_text(scene, trigger),
        notes=(
            f"agent: {agent.how}",
            f"recipient: {recipient.how if recipient else 'none'}",
            f"status: {sign}",
            f"time: {time_note}",
        ),
    )


def _text(scene: Scene, trigger: Trigger) -> str:
    return " ".join(t.text for t in scene.tokens[trigger.first : trigger.last])


def _after(search: Search, used: frozenset[object]) -> Search:
    return Search(
        search.scene,
        search.trigger,
        search.adjectives,
        frozenset(c for c in search.scene.chunks if c in used),
    )


def _role(sources: Sequence[RoleSource], search: Search, types: Types) -> Filler | None:
    for source in sources:
        filler = fill(source, search, types)
        if filler is not None and filler.entities:
            return filler
    return None


def _parties(
    frame: Frame, search: Search, types: Types
) -> tuple[Filler, Filler | None, frozenset[object]] | None:
    agent = _role(frame.agent, search, types)
    if agent is None:
        return None
    used = frozenset([agent.chunk] if agent.chunk else [])
    recipient = _role(frame.recipient, _after(search, used), types)
    if recipient is not None and set(recipient.entities) <= set(agent.entities):
        recipient = None
    if frame.symmetric and recipient is None and len(agent.entities) > 1 and not _company(search):
        one, *others = agent.entities
        recipient = Filler(tuple(others), agent.how, agent.confidence, agent.chunk)
        agent = Filler((one,), agent.how, agent.confidence, agent.chunk)
    if recipient is not None and recipient.chunk is not None:
        used |= {recipient.chunk}
    return agent, recipient, used


def _company(search: Search) -> bool:
    """Somebody without a name is the other side: তাদের বাবার সঙ্গে."""
    segment = search.trigger.segment
    named = {i for c in search.scene.chunks for i in range(c.first, c.last)}
    return any(
        search.scene.tokens[i].text in companions()
        for i in range(segment.first, segment.last)
        if i not in named
    )


def _hosts(
    frame: Frame, recipient: Filler | None, place: Filler | None, context: Context
) -> tuple[str, ...]:
    """The recipients; of a visit to a town, the country that holds it if that is named too."""
    if frame.event != "Visit":
        return recipient.entities if recipient else ()
    named = place.entities if recipient is None and place is not None else ()
    held = [context.entities[e] for e in (recipient.entities if recipient else named)]
    hosts = [
        e.id if e.type is not EntityType.PLACE else (e.seat_of or e.located_in or "") for e in held
    ]
    return tuple(dict.fromkeys(h for h in hosts if h in context.entities))


def _located(
    scene: Scene, trigger: Trigger, context: Context, used: frozenset[object]
) -> tuple[str, ...]:
    """A place in the locative in the trigger's own stretch."""
    if not trigger.frame.place:
        return ()
    domain = scene.domains[trigger.domain]
    found = [
        c
        for c in scene.chunks
        if domain.first <= c.first < domain.last
        and c.marker in {"locative", "near"}
        and EntityType.PLACE in c.types
        and c not in used
    ]
    return found[0].entities if found else ()


def _speakers(scene: Scene, trigger: Trigger, agent: Filler, context: Context) -> tuple[str, ...]:
    speakers = scene.speakers[trigger.domain]
    own = trigger.frame.event in VERBAL and set(agent.entities) <= set(speakers)
    if own:
        return ()
    return tuple(s for s in speakers if s not in context.publisher)


def time_of(
    scene: Scene, number: int, at: int, times: Sequence[TimeExpression]
) -> tuple[date | None, date | None, str]:
    """The time expression of a clause, the nearest before an offset first.

    Args:
        scene: The sentence.
        number: Index of the clause (a domain).
        at: Offset of the trigger.
        times: The sentence's time expressions.

    Returns:
        First and last day, and the words (or why there is none).
    """
    domain = scene.domains[number]
    begin = scene.tokens[domain.first].begin
    end = scene.tokens[domain.last - 1].end
    inside = [t for t in times if begin <= t.begin and t.end <= end and not _limits(scene, t)]
    if not inside:
        return None, None, "none in the clause"
    before = [t for t in inside if t.end <= at]
    best = before[-1] if before else inside[0]
    return best.first, best.last, best.text


def _limits(scene: Scene, time: TimeExpression) -> bool:
    """'After 2019', 'since April' bound a time and are not it."""
    last = time.text.split()[-1]
    after = next((t.text for t in scene.tokens if t.begin >= time.end), "")
    return bool({last, after} & limits())
