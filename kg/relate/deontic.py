"""What speakers say should be done, or will be unless something is: no word for it is needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.model import Claim, EntityType, Status
from kg.relate.clauses import Domain
from kg.relate.engine import Context
from kg.relate.obligations import hopes, need_be, obligation, resolved, told, ultimatum, wished
from kg.relate.scene import Scene
from kg.relate.spans import Chunk
from kg.relate.suppositions import mutual, premise, warned
from kg.relate.tables import clause_words, paradigms, speech_words
from kg.relate.wording import Act, claim_of_act

#: How sure such a reading is: with somebody who is to do it, and without.
NAMED, UNNAMED = 0.45, 0.3

#: How those stand whom what follows from a condition would hit.
HIT = ("objective", "on", "against")

#: What is given to others on a condition threatens nobody.
KIND = frozenset({"Aid", "Agreement", "Concede", "Retreat", "Support"})

#: What finds each kind of demand.
RULES = {"Appeal": "request.must", "Warning": "threaten.unless", "Promise": "agree.unless"}

#: What one and the same clause is not said to be twice.
SAID = frozenset({"Appeal", "Warning", "Promise"})


@dataclass(frozen=True, slots=True)
class Demand:
    """Who demands, of whom, by which words, and as what kind of event."""

    event: str
    agent: tuple[str, ...]
    recipient: tuple[str, ...]
    sign: str
    how: str


def read_appeals(scene: Scene, context: Context, own: Sequence[Claim]) -> tuple[Claim, ...]:
    """Appeals and threats by what somebody says must, should or will be done.

    ইউক্রেনকে … মেনে নিতে হবে is an appeal, … না মানলে ইউক্রেনকে একাই লড়তে হবে a warning. The
    speaker is the agent, who must do it the recipient; the time is that of the speech.

    Args:
        scene: The sentence.
        context: What is known of the article.
        own: What the frames read in it.

    Returns:
        A claim for each clause that demands something, unless a frame read it there.
    """
    found = []
    for number, domain in enumerate(scene.domains):
        demand = _demand(scene, number, domain)
        if demand is not None and not _known(demand, own) and not _kind(demand, own):
            found.append(_claim(scene, demand, context))
    return tuple(found)


def _known(demand: Demand, own: Sequence[Claim]) -> bool:
    """A frame's verb is the same words, or it tells the same demand of the same two."""
    return any(
        c.event_type in SAID
        and {*c.agent} == {*demand.agent}
        and (c.trigger.endswith(demand.sign) or c.event_type == demand.event)
        for c in own
    )


def _kind(demand: Demand, own: Sequence[Claim]) -> bool:
    """What would follow is no harm (… তাহলে ছাড় দেবে), or it answers what is promised."""
    given = (c for c in own if c.event_type in KIND and c.trigger.endswith(demand.sign))
    offered = (c for c in own if c.event_type == "Promise" and c.status is Status.POSSIBLE)
    return demand.event == "Warning" and (any(given) or any(offered))


def _demand(scene: Scene, number: int, domain: Domain) -> Demand | None:
    speakers = scene.speakers[number] or _thinking(scene, number, domain)
    if speakers and (sign := ultimatum(scene, domain)):
        return Demand("Warning", speakers, _threatened(scene, domain, speakers), sign, "speaker")
    if speakers and (premised := _premised(scene, number, speakers)):
        return premised
    if speakers and (sign := need_be(scene, domain)):
        hit = _threatened(scene, domain, speakers, HIT)
        return Demand("Warning", speakers, hit, sign, "speaker") if hit else None
    if speakers and (sign := resolved(scene, domain)):
        return Demand("Promise", speakers, (), sign, "speaker")
    if hoped := _hoped(scene, number, speakers):
        return hoped
    words = {t.text for t in scene.tokens[domain.first : domain.last]}
    if words & speech_words().obligation.ours:
        return None
    if speakers and (sign := obligation(scene, domain)):
        demand = _appeal(scene, domain, speakers, sign, _owing(scene, domain, sign))
        return demand if demand is None else _of_the_premise(scene, number, demand)
    teller = scene.subjects[number]
    if sign := told(scene, domain):
        asker = teller.entities if teller is not None else speakers
        asked = [c for c in scene.within(domain.first, domain.last) if c.marker == "objective"]
        return _appeal(scene, domain, asker, sign, asked[:1])
    wisher, sign = wished(scene, number)
    if not sign or not (wisher or speakers):
        return None
    own = teller.chunk if teller is not None else None
    return _appeal(scene, domain, wisher or speakers, sign, [own] if own is not None else [])


def _hoped(scene: Scene, number: int, speakers: tuple[str, ...]) -> Demand | None:
    """Who hopes that a state or body will do something asks it to: আশা করি, ভারত … নেবে."""
    domain, who = scene.domains[number], scene.subjects[number]
    verb = domain.verb
    if verb is None or verb.form.tense != "future" or who is None or who.chunk is None:
        return None
    beside = (i for i in (number - 1, number + 1) if 0 <= i < len(scene.domains))
    at = next((i for i in beside if hopes(scene, scene.domains[i])), None)
    hoper = scene.subjects[at] if at is not None else None
    asker = hoper.entities if hoper is not None and hoper.chunk is not None else speakers
    if at is None or not asker or EntityType.PERSON in who.types or {*who.entities} & {*asker}:
        return None
    if verb.stems == (paradigms().auxiliary.be,):
        return None
    sign = scene.text(verb.first, verb.last)
    return Demand("Appeal", asker, who.entities, sign, "speaker")


def _thinking(scene: Scene, number: int, domain: Domain) -> tuple[str, ...]:
    """Who says so in the clause itself: … যুক্ত করা উচিত বলে তিনি মনে করেন."""
    teller, verb = scene.subjects[number], domain.verb
    if verb is None or teller is None or not scene.saying[number]:
        return ()
    texts = [t.text for t in scene.tokens[domain.first : verb.first]]
    ought, after = speech_words().obligation.words, clause_words().boundary.complementizer
    taken = any(one in ought and two in after for one, two in pairwise(texts))
    return teller.entities if taken else ()


def _premised(scene: Scene, number: int, speakers: tuple[str, ...]) -> Demand | None:
    """What will be if others do something: তারা যদি হামলা চালায়, তাহলে … জবাব দেওয়া হবে."""
    domain, same = scene.domains[number], mutual(scene, number)
    before = premise(scene, number) if same else warned(scene, number)
    verb = domain.verb
    if before is None or verb is None:
        return None
    sign = scene.text(verb.first, verb.last)
    who = scene.subjects[before]
    named = who is not None and who.chunk is not None and not {*who.entities} & {*speakers}
    hit = who.entities if named and who is not None else ()
    hit = hit or _threatened(scene, domain, speakers, HIT)
    return Demand("Promise" if same else "Warning", speakers, hit, sign, "speaker")


def _appeal(
    scene: Scene, domain: Domain, agent: tuple[str, ...], sign: str, asked: Sequence[Chunk]
) -> Demand | None:
    named = tuple(e for c in asked[:1] for e in c.entities if e not in agent)
    if asked and not named and asked[0].marker == "bare":
        # Who says that he himself should be let do it asks nobody by that.
        return None
    recipient = named or tuple(e for e in _addressed(scene, domain) if e not in agent)
    return Demand("Appeal", agent, recipient, sign, "speaker") if agent else None


def _of_the_premise(scene: Scene, number: int, demand: Demand) -> Demand:
    """Who must is who wants it: ইউক্রেন যদি শান্তি চায়, তাহলে … ছেড়ে দিতে হবে."""
    before = premise(scene, number)
    who = scene.subjects[before] if before is not None and not demand.recipient else None
    if who is None or who.chunk is None or {*who.entities} & {*demand.agent}:
        return demand
    return replace(demand, recipient=who.entities)


def _owing(scene: Scene, domain: Domain, sign: str) -> list[Chunk]:
    """Who must: রাশিয়াকে … হবে, রাশিয়ার উচিত."""
    ought = sign in speech_words().obligation.words
    return [
        c
        for c in scene.within(domain.first, domain.last)
        if c.marker == "objective" or (ought and c.marker == "genitive")
    ]


def _addressed(scene: Scene, domain: Domain) -> tuple[str, ...]:
    """To whom it is said, in the clause that says it: রিপাবলিকানদের উদ্দেশে লেখেন, …."""
    for says, telling in zip(scene.saying, scene.domains, strict=True):
        if says and telling is not domain:
            to = [c for c in scene.within(telling.first, telling.last) if c.marker == "to"]
            return to[0].entities if to else ()
    return ()


def _threatened(
    scene: Scene,
    domain: Domain,
    speakers: tuple[str, ...],
    markers: Sequence[str] = ("objective", "bare", "on", "against"),
) -> tuple[str, ...]:
    """Whom it would hit: the object, who does not do it, or upon whom it falls."""
    inside = [c for c in scene.within(domain.first, domain.last) if not {*c.entities} & {*speakers}]
    for marker in markers:
        hit = next((c for c in inside if c.marker == marker and not c.thing), None)
        if hit is not None:
            return hit.entities
    return ()


def _claim(scene: Scene, demand: Demand, context: Context) -> Claim:
    act = Act(
        demand.event,
        demand.agent,
        demand.recipient,
        sign=demand.sign,
        rule=RULES[demand.event],
        confidence=NAMED if demand.recipient else UNNAMED,
        how=(demand.how, "named" if demand.recipient else "none"),
    )
    return claim_of_act(scene, act, context.times)
