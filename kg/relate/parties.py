"""Who takes part in a happening: its agent and the other side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.model import Claim, EntityType
from kg.relate.chunks import postpositions
from kg.relate.doers import UNSTATED
from kg.relate.frames import RoleSource
from kg.relate.roles import Types, fill
from kg.relate.scene import Scene
from kg.relate.search import Filler, Search
from kg.relate.tables import clause_words, holds

#: What is told again in the passive, without saying once more who did it.
DEEDS = frozenset({"Sanction", "Coercion", "Attack", "Aid", "Retreat", "Concede"})

#: How an agent is found that the text leaves open.
NOBODY = "nobody is named"

#: Where the other side stands only if nothing says more plainly who it is.
BESIDE = frozenset({"locative", "near", "genitive", "adjective", "possessor", "bare-object"})

#: Postpositions that tell plainly who the other side is.
UPON = ("on", "against")

#: How many are meant by "each other".
TWO = 2


def find_parties(
    search: Search, types: Types, before: tuple[str, ...]
) -> tuple[Filler, Filler | None] | None:
    """Who does what a trigger names, and the other side if there is one.

    Args:
        search: The sentence and the trigger.
        types: The types of each entity.
        before: Who did that kind of thing before in the article, if one party alone did.

    Returns:
        Agent and recipient, or None where no agent is found.
    """
    frame, verb = search.trigger.frame, search.trigger.verb
    agent = first_role(frame.agent, search, types)
    passive = verb is not None and verb.passive and frame.event in DEEDS
    if before and passive and (agent is None or agent.how == UNSTATED):
        agent = Filler(before, UNSTATED, 0.6)
    if agent is None:
        return _suffered(search, types)
    recipient = first_role(_open(frame.recipient, search), search.without(agent.chunk), types)
    if recipient is not None and set(recipient.entities) <= set(agent.entities):
        recipient = None
    if recipient is None and (agent.how == UNSTATED or (frame.sited and _town(agent))):
        return None
    if frame.symmetric and recipient is None and len(agent.entities) > 1 and not _company(search):
        one, *others = agent.entities
        recipient = replace(agent, entities=tuple(others))
        agent = replace(agent, entities=(one,))
    return agent, recipient


def _suffered(search: Search, types: Types) -> tuple[Filler, Filler] | None:
    """Whom it is done to where nobody is named for it: ইমরান খানের ওপর হামলা হয়েছে."""
    own = search.subject
    before = search.scene.tokens[max(0, search.trigger.first - 1) : search.trigger.first]
    again = any(t.text in clause_words().echo.words for t in before)
    if again or (search.trigger.active and own is not None and own.chunk is not None):
        return None
    recipient = first_role(search.trigger.frame.suffered, search, types)
    return None if recipient is None else (Filler((), NOBODY, 0.6), recipient)


def _town(agent: Filler) -> bool:
    """A town in the genitive, though it be a capital: নয়াদিল্লির হামলার জন্য পাকিস্তান দায়ী."""
    c = agent.chunk
    return c is not None and c.marker == "genitive" and EntityType.PLACE in c.types


def both_ways(scene: Scene, at: int, claim: Claim) -> tuple[Claim, ...]:
    """What two do to each other, once for each: ইসরায়েল ও হামাস একে অপরকে দায়ী করেছে.

    Args:
        scene: The sentence.
        at: Index of the trigger's first token.
        claim: What was read there.

    Returns:
        Two claims, or the one as it is.
    """
    domain = next((d for d in scene.domains if d.first <= at < d.last), None)
    if domain is None or claim.recipient or len(claim.agent) != TWO:
        return (claim,)
    words = tuple(t.text for t in scene.tokens[domain.first : domain.last])
    if not holds(words, clause_words().mutual.phrases):
        return (claim,)
    one, two = claim.agent
    return tuple(replace(claim, agent=(a,), recipient=(b,)) for a, b in ((one, two), (two, one)))


def first_role(sources: Sequence[RoleSource], search: Search, types: Types) -> Filler | None:
    """What the first place of a role gives that has something of the right type.

    Args:
        sources: Where to look, in order.
        search: The sentence and the trigger.
        types: The types of each entity.
    """
    for source in sources:
        filler = fill(source, search, types)
        if filler is not None and filler.entities:
            return filler
    return None


def _open(sources: Sequence[RoleSource], search: Search) -> Sequence[RoleSource]:
    """Where the other side may be looked for: if it stands there unnamed, nowhere else.

    In যুক্তরাষ্ট্রে ভ্রমণে সাতটি দেশের ওপর নিষেধাজ্ঞা it is the seven, not the United States.
    """
    t, scene = search.trigger, search.scene
    words = [scene.tokens[i].text for i in range(t.segment.first, t.first) if i not in scene.named]
    unnamed = {marker for marker in UPON for word in words if word in postpositions(marker)}
    if not any(s.where in unnamed for s in sources):
        return sources
    return [s for s in sources if s.where not in BESIDE]


def _company(search: Search) -> bool:
    """Somebody without a name is the other side: তাদের বাবার সঙ্গে."""
    segment = search.trigger.segment
    named, company = search.scene.named, postpositions("with")
    return any(
        search.scene.tokens[i].text in company
        for i in range(segment.first, segment.last)
        if i not in named
    )
