"""Which item of a prediction answers which item of the gold annotation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date

import networkx as nx

from kg.model import SYMMETRIC
from kg.score.annotation import Entity, Event
from kg.score.surfaces import normal, same_surface

# Two time spans agree when neither is wider than three times the other; short ones may
# differ by up to this many days.
_NARROW = 4


def assign(n: int, m: int, weight: Callable[[int, int], float]) -> list[tuple[int, int]]:
    """Pair `n` gold items with `m` predicted ones so that the weights sum highest.

    Args:
        n: How many gold items.
        m: How many predicted items.
        weight: How well a pair fits; 0 forbids it.

    Returns:
        Pairs (gold, predicted), sorted; an item is in at most one.
    """
    graph: nx.Graph[tuple[str, int]] = nx.Graph()
    for i in range(n):
        for j in range(m):
            if (value := weight(i, j)) > 0:
                graph.add_edge(("gold", i), ("pred", j), weight=value)
    pairs = (sorted(pair) for pair in nx.max_weight_matching(graph))
    return sorted((gold[1], pred[1]) for gold, pred in pairs)


def entity_weight(gold: Entity, pred: Entity) -> float:
    """Return how well two entities fit: shared forms, then Wikidata id, then type."""
    ours = {normal(name) for name in gold.names}
    theirs = {normal(name) for name in pred.names}
    hits = sum(any(same_surface(a, b) for b in theirs) for a in ours)
    if not hits:
        return 0.0
    weight = hits / len(ours) + hits / max(len(theirs), 1)
    if gold.wikidata and gold.wikidata == pred.wikidata:
        weight += 2
    return weight + (0.5 if gold.type == pred.type else 0)


@dataclass(frozen=True, slots=True)
class Names:
    """How an annotation's entity ids are read: as gold ids, a seat as its state."""

    rename: Mapping[str, str]
    seats: Mapping[str, str] = field(default_factory=dict)

    def place(self, id: str) -> str:
        """The gold id, or a mark that no gold entity has."""
        return self.rename.get(id, f"?{id}")

    def actor(self, id: str) -> str:
        """Likewise, a capital that acts for its state counted as the state."""
        name = self.place(id)
        return self.seats.get(name, name)


def actors(event: Event, names: Names) -> set[str]:
    """Return who takes part, whichever side they are on."""
    return {names.actor(id) for id in (*(event.agent or ()), *(event.recipient or ()))}


def arguments(event: Event, names: Names) -> set[tuple[str, str]]:
    """Return an event's arguments with their roles; a symmetric event has one role."""
    alike = event.subtype in SYMMETRIC
    out = {("place", names.place(id)) for id in event.place or ()}
    out |= {("participant" if alike else "agent", names.actor(id)) for id in event.agent or ()}
    out |= {
        ("participant" if alike else "recipient", names.actor(id)) for id in event.recipient or ()
    }
    return out


def event_weight(gold: Event, pred: Event, ours: Names, theirs: Names) -> float:
    """Return how well two events fit; those of another type or other actors do not."""
    if gold.type != pred.type:
        return 0.0
    shared = _overlap(actors(gold, ours), actors(pred, theirs))
    if shared < 0.5:
        return 0.0
    return (
        (0.1 if gold.optional else 1)
        + shared
        + _overlap(arguments(gold, ours), arguments(pred, theirs))
        + 0.5 * (gold.subtype == pred.subtype)
        + 0.2 * (gold.status == pred.status)
    )


def _overlap(a: AbstractSet[object], b: AbstractSet[object]) -> float:
    return len(a & b) / len(a | b) if a | b else 0.0


def same_time(a: str, b: str) -> bool:
    """Tell whether two spans overlap and neither is much wider than the other.

    Args:
        a: A day, month, year or range, ISO.
        b: Another.

    Returns:
        False also when one cannot be read.

    >>> same_time("2023-09-13", "2023-09"), same_time("2023-09-13", "2023-09-12/2023-09-14")
    (False, True)
    """
    try:
        (a0, a1), (b0, b1) = _span(a), _span(b)
    except ValueError:
        return False
    if a1 < b0 or b1 < a0:
        return False
    wide, narrow = sorted(((a1 - a0).days + 1, (b1 - b0).days + 1), reverse=True)
    return wide <= max(3 * narrow, _NARROW)


def _span(value: str) -> tuple[date, date]:
    first, _, last = value.partition("/")
    last = last or first
    first += {4: "-01-01", 7: "-01"}.get(len(first), "")
    if len(last) == 4:
        last += "-12-31"
    elif len(last) == 7:
        short = {"02": "28", "04": "30", "06": "30", "09": "30", "11": "30"}
        last += "-" + short.get(last[5:], "31")
    return date.fromisoformat(first[:10]), date.fromisoformat(last[:10])
