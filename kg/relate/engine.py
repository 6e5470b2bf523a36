"""From a sentence laid out to claims: triggers, roles, status, place and time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from kg.model import Claim, Entity, Status, TimeExpression
from kg.relate.addressees import spoken_to
from kg.relate.answers import answered
from kg.relate.blamed import BLAMED
from kg.relate.denials import denial_around
from kg.relate.frames import DECLARED, VERBAL
from kg.relate.hosts import hosts
from kg.relate.jurisdictions import ruled
from kg.relate.merge import states_of
from kg.relate.parties import both_ways, find_parties, first_role
from kg.relate.places import elsewhere, on_nobodys_ground, places
from kg.relate.roles import TELLER, Types
from kg.relate.scene import Scene
from kg.relate.search import Filler, Search
from kg.relate.sides import between
from kg.relate.signs import end_of
from kg.relate.spans import Chunk, kinds
from kg.relate.speakers import stated_by
from kg.relate.spoken import spoken_of
from kg.relate.status import SPOKEN_OF, promised_not, status_of
from kg.relate.suppositions import unreal
from kg.relate.tables import status_words
from kg.relate.tellers import SPEAKER
from kg.relate.timing import NEVER, clause_time, time_of
from kg.relate.triggers import Trigger, find_triggers
from kg.relate.whereabouts import pointed_at

#: Signs that leave it to the time whether something happened, goes on or is to come.
BARELY = frozenset({SPOKEN_OF, "no verb", "present", "progressive", "past"})

#: A war that ended so many days before the article is over.
ENDED = 31

#: Where the agent of what is done by saying it stands.
SAID = frozenset({"speaker", "own-account"})

HAPPENED = frozenset({Status.OCCURRED, Status.ONGOING})


@dataclass(frozen=True, slots=True)
class Context:
    """What the engine needs to know of the article besides the sentence.

    Attributes:
        entities: Entities of the article by id.
        adjectives: Canonical adjectives of countries.
        times: Time expressions of the sentence, read in its own tense.
        gone: The same, read as past, for what happened.
        ahead: The same, read as to come, for what is planned.
        published: The article's day, if known.
        done: Who was told to do each kind of event before in the article, if it was one party.
        before: The claims of the sentences before.
    """

    entities: Mapping[str, Entity]
    adjectives: frozenset[str]
    times: tuple[TimeExpression, ...]
    gone: tuple[TimeExpression, ...] = ()
    ahead: tuple[TimeExpression, ...] = ()
    published: date | None = None
    done: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    before: tuple[Claim, ...] = ()

    def over(self, last: date, days: int = 366) -> bool:
        """Whether what ended on a day was over, not going on, when the article appeared."""
        return self.published is not None and (self.published - last).days > days

    def to_come(self, first: date | None) -> bool:
        """Whether a day was yet to come when the article appeared."""
        return first is not None and self.published is not None and first > self.published


def read_scene(scene: Scene, context: Context) -> tuple[Claim, ...]:
    """The claims of one sentence, one for each trigger: the first frame that fits.

    Args:
        scene: The sentence.
        context: What is known of the article.

    Returns:
        Claims in the order of their triggers.
    """
    found: dict[tuple[int, int], Claim] = {}
    refused: dict[tuple[int, int], list[str]] = defaultdict(list)
    for trigger in find_triggers(scene):
        span = (trigger.first, trigger.last)
        if any(first < trigger.last and trigger.first < last for first, last in found):
            continue
        known = replace(context, before=(*context.before, *found.values()))
        claim = _claim(scene, trigger, known)
        if claim is None:
            refused[span].append(f"rejected: {trigger.frame.name}, a role is empty")
        else:
            found[span] = replace(claim, notes=(*claim.notes, *refused[span]))
    read = spoken_of(scene, found).items()
    return tuple(c for (first, _), claim in read for c in both_ways(scene, first, claim))


def _claim(scene: Scene, trigger: Trigger, context: Context) -> Claim | None:
    types = {e: kinds(entity) for e, entity in context.entities.items()}
    search = Search(scene, trigger, context.adjectives, frozenset())
    named = find_parties(search, types, context.done.get(trigger.frame.event, ()))
    parties = between(trigger, named, context.before)
    agent = ruled(parties[0], context.entities) if parties else None
    if parties is None or agent is None or unreal(scene, trigger):
        return None
    recipient = _other(agent, parties[1], context)
    # A country is both what is attacked or visited and where: the place may share its phrase.
    # Officials and ships are nowhere themselves.
    others = (c for c in scene.chunks if on_nobodys_ground(scene, c))
    place = _place(search.without(agent.chunk, *others), types)
    if not all({"recipient": recipient, "place": place}[n] for n in trigger.frame.needs):
        return None
    recipient = recipient or _meant(scene, trigger, agent, context)
    event, status, sign = _happening(scene, trigger, agent)
    first, last, time_note = _when(scene, trigger, status, context)
    if trigger.frame.ongoing and last is not None and sign in BARELY and context.over(last, ENDED):
        status, sign = Status.OCCURRED, f"over by {last}"
    if status in HAPPENED and sign in BARELY and context.to_come(first):
        status, sign = Status.PLANNED, f"to come on {first}"
    recipients = hosts(trigger.frame, recipient, place, context.entities)
    return Claim(
        event_type=event,
        agent=agent.entities,
        recipient=tuple(e for e in recipients if e not in agent.entities),
        place=places(scene, trigger, place, _chunks(agent, recipient))
        or pointed_at(scene, trigger, context.before),
        status=status,
        evidence=scene.evidence,
        found_by=trigger.frame.name,
        confidence=round(trigger.frame.confidence * agent.confidence * _sure_of(recipient), 3),
        begin=first,
        end=last,
        attributed_to=_speakers(scene, trigger, agent, status),
        trigger=scene.text(trigger.first, trigger.last),
        notes=(
            f"agent: {agent.how}",
            f"recipient: {recipient.how if recipient else 'none'}",
            f"status: {sign}",
            f"time: {time_note}",
            *_considered(scene, trigger, (agent.chunk, recipient.chunk if recipient else None)),
        ),
    )


def _meant(scene: Scene, trigger: Trigger, agent: Filler, context: Context) -> Filler | None:
    """The other side where no role names it: whose act is answered, or who hears what is said."""
    return answered(scene, trigger, agent, context.before) or spoken_to(scene, trigger, agent)


def _place(search: Search, types: Types) -> Filler | None:
    """Where the frame looks for the place; the next one where the first is of something else."""
    sources, trigger = search.trigger.frame.place, search.trigger
    first = first_role(sources, search, types)
    if first is None or first.chunk is None or not elsewhere(search.scene, trigger, first.chunk):
        return first
    return first_role(sources, search.without(first.chunk), types) or first


def _other(agent: Filler, recipient: Filler | None, context: Context) -> Filler | None:
    """The other side, unless it is the agent's own state: Moscow does nothing to Russia."""
    states = states_of(context.entities)
    own = recipient is not None and states(recipient.entities) <= states(agent.entities)
    return None if own else recipient


def _considered(scene: Scene, trigger: Trigger, used: tuple[Chunk | None, ...]) -> tuple[str, ...]:
    """The clause, and the phrases in it that fill neither role, with the case they stand in."""
    domain = scene.domains[trigger.domain]

    left = (c for c in scene.within(domain.first, domain.last) if c not in used)
    return (
        f"clause: {scene.text(domain.first, domain.last)}",
        *(f"left aside: {scene.text(c.first, c.last)} ({c.marker})" for c in left),
    )


def _sure_of(recipient: Filler | None) -> float:
    """A body without a name on the other side does not make the act itself unsure."""
    if recipient is None:
        return 0.85
    return (
        0.9 if recipient.chunk is not None and recipient.chunk.authority else recipient.confidence
    )


def _happening(scene: Scene, trigger: Trigger, agent: Filler) -> tuple[str, Status, str]:
    """What kind of event it is, its status, and the sign of that."""
    frame = trigger.frame
    status, sign = status_of(scene, trigger)
    if agent.how == TELLER or any(source.where in SAID for source in frame.agent):
        return frame.event, Status.OCCURRED, "said"
    if trigger.ahead is not None:
        return frame.event, trigger.ahead, "to come"
    if status is Status.NEGATED and "negated" in frame.form:
        return frame.event, Status.OCCURRED, sign
    # What was given until it was stopped is no refusal: সহায়তা দেওয়া বন্ধ করেছে.
    stopped = sign in status_words().cease.words
    if status is Status.NEGATED and frame.negated and not stopped:
        return frame.negated, Status.OCCURRED, sign
    return frame.event, status, sign


def _when(
    scene: Scene, trigger: Trigger, status: Status, context: Context
) -> tuple[date | None, date | None, str]:
    """The time of the trigger's clause; of an act of speech that of who says it first."""
    to_come = status in {Status.PLANNED, Status.POSSIBLE}
    gone = context.gone if status is Status.OCCURRED else context.times
    found = time_of(scene, trigger, context.ahead if to_come else gone, context.published)
    if status is Status.OCCURRED and context.to_come(found[0]):
        # তাঁরা আগামী সপ্তাহে বিতর্কে অংশ নিতে রাজি হয়েছেন: the day is that of the debate.
        found = NEVER
    spoken = trigger.frame.event in VERBAL and trigger.domain and scene.saying[0]
    return clause_time(scene, 0, gone) if found[0] is None and spoken else found


def _chunks(*fillers: Filler | None) -> frozenset[Chunk]:
    return frozenset(f.chunk for f in fillers if f is not None and f.chunk is not None)


def _speakers(scene: Scene, trigger: Trigger, agent: Filler, status: Status) -> tuple[str, ...]:
    """Whose word it is: who denies it, or who says it, unless saying it is the act itself."""
    if status is Status.DENIED and (denier := _denier(scene, trigger)):
        return denier
    number = trigger.domain
    if agent.how == BLAMED:
        return _asker(scene, number, agent)
    speakers = scene.speakers[number] or stated_by(scene, number, end_of(scene, trigger))
    if status is Status.REQUESTED_NOT and not speakers and not promised_not(scene, trigger):
        return _asker(scene, number, agent)
    # Who says 'I warn' warns; who speaks of a warning of his reports it.
    teller = trigger.verb is not None or agent.how in {TELLER, SPEAKER}
    pledged = trigger.frame.event in {"Promise", *DECLARED}
    act = pledged or (trigger.frame.event in VERBAL and teller)
    own = act and set(agent.entities) <= set(speakers)
    return () if own or _taken_for_granted(trigger, agent) else speakers


def _taken_for_granted(trigger: Trigger, agent: Filler) -> bool:
    """What only describes somebody is nobody's word: পদত্যাগ করা শেখ হাসিনা ভারতে আছেন বলে জানিয়েছে …."""
    verb = trigger.verb
    described = verb is not None and verb.form.form == "noun" and not verb.form.case
    after = agent.chunk is not None and verb is not None and agent.chunk.first == verb.last
    return described and after


def _asker(scene: Scene, number: int, agent: Filler) -> tuple[str, ...]:
    """Who asks not to do it: the subject of the clause, or of the next (সে আহ্বান জানিয়েছে চীন)."""
    for found in scene.subjects[number : number + 2]:
        if found is not None and not {*found.entities} & {*agent.entities}:
            return found.entities
    return ()


def _denier(scene: Scene, trigger: Trigger) -> tuple[str, ...]:
    """Who denies: the subject of the denying clause, not of one without a verb."""
    number = denial_around(scene, trigger)[1]
    found = scene.subjects[number]
    if found is None or scene.domains[number].verb is None:
        return scene.speakers[number]
    return found.entities
