"""The two sides of a truce or a mediation that names none: those who fought last in the article."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Claim
from kg.relate.search import Filler
from kg.relate.triggers import Trigger

#: How sides are found that the clause does not name.
FOUGHT = "who fought before in the article"

#: How sure that is.
SURE = 0.7

Parties = tuple[Filler, Filler | None]


def between(trigger: Trigger, parties: Parties | None, before: Sequence[Claim]) -> Parties | None:
    """The parties of a trigger; where its frame lets it, the sides of the war told before.

    In ট্রাম্পের মধ্যস্থতায় এ লড়াই থামে nobody is named between whom he mediates, in এরপর
    যুদ্ধবিরতি হয় nobody who ceases fire.

    Args:
        trigger: The trigger.
        parties: What the clause names.
        before: The article's claims up to here, in order.

    Returns:
        Agent and recipient, or None where no agent is found.
    """
    if not trigger.frame.sides or (parties is not None and parties[1] is not None):
        return parties
    pair = _fought(before)
    if pair is None:
        return parties
    if parties is None:
        one, other = (Filler((e,), FOUGHT, SURE) for e in pair)
        return (one, other) if trigger.frame.symmetric else None
    agent = parties[0]
    others = tuple(e for e in pair if e not in agent.entities)
    one_of_them = len(others) < len(pair)
    fits = one_of_them == trigger.frame.symmetric
    return (agent, Filler(others, FOUGHT, SURE)) if fits and others else parties


def _fought(before: Sequence[Claim]) -> tuple[str, str] | None:
    """The country that attacked last and the one that it attacked; bodies where there are none."""
    pairs = [
        (claim.agent[0], claim.recipient[0])
        for claim in reversed(before)
        if claim.event_type == "Attack" and len(claim.agent) == len(claim.recipient) == 1
    ]
    for kinds in (("country/",), ("country/", "organization/")):
        for pair in pairs:
            if all(e.startswith(kinds) for e in pair):
                return pair
    return None
