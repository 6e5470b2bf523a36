"""What the page needs to know: small frozen values, no RDF and no HTML.

Ids are paths below the base IRI (`person/kim-jong-un`, `event/…`), as in `kg.model`.
Offsets are code points into `ArticleText.text`. Types, statuses and predicates are
the local names of the ontology's terms.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from kg.model import SYMMETRIC


@dataclass(frozen=True, slots=True)
class Node:
    """An entity: its class, its labels, what else it is called, how often it is named.

    `latitude` and `longitude` are degrees, both given or both None.
    """

    id: str
    type: str
    label_bn: str
    label_en: str
    wikidata: str = ""
    aliases: tuple[str, ...] = ()
    mentions: int = 0
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class ShownClaim:
    """What one article says of an event; `evidence` holds (begin, end) of sentences.

    `numbers` is what it counts: (killed, 3).
    """

    id: str
    article: str
    event_type: str
    status: str
    confidence: float
    agents: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    begin: date | None = None
    end: date | None = None
    topic: str = ""
    found_by: str = ""
    evidence: tuple[tuple[int, int], ...] = ()
    numbers: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class ShownEvent:
    """A happening with everything that is claimed of it."""

    id: str
    type: str
    status: str
    agents: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    begin: date | None = None
    end: date | None = None
    disagreement: tuple[str, ...] = ()
    claims: tuple[ShownClaim, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """A standing relation: who holds what position where, what is part of what."""

    source: str
    predicate: str
    target: str
    role: str = ""
    role_type: str = ""
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownMention:
    """A span of an article that refers to an entity; `type` is Name, Nominal or Pronoun."""

    begin: int
    end: int
    entity: str
    type: str = "Name"


@dataclass(frozen=True, slots=True)
class ArticleText:
    """An article as it was read, and what its words refer to."""

    id: str
    headline: str
    text: str
    publisher: str = ""
    published: date | None = None
    source: str = ""
    mentions: tuple[ShownMention, ...] = ()


@dataclass(frozen=True, slots=True)
class PageData:
    """Everything one page shows, each tuple sorted by id."""

    nodes: tuple[Node, ...] = ()
    events: tuple[ShownEvent, ...] = ()
    relations: tuple[Standing, ...] = ()
    articles: tuple[ArticleText, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the picture: events of one type and status between the same two nodes.

    `kind` is `actors` (who did it to whom), `both` (who did it with whom), `place` (who
    did it alone where), `where` (where those of the other lines did it, all events in
    one) or `standing`; for the last, `label` is the predicate and `events` is empty.
    """

    id: str
    source: str
    target: str
    kind: str
    label: str
    status: str = ""
    events: tuple[str, ...] = ()


def lines(data: PageData) -> tuple[Line, ...]:
    """Draw the lines of a page: one for events alike, so that ten visits are one line.

    An event with a single actor and no place has no line; the page lists it with
    its actor.

    Args:
        data: What the page shows.

    Returns:
        The lines, sorted by id.
    """
    together: dict[tuple[str, str, str, str, str], set[str]] = {}
    for event in data.events:
        for kind, source, target in _pairs(event):
            alike = ("where", "") if kind == "where" else (event.type, event.status)
            together.setdefault((kind, source, target, *alike), set()).add(event.id)
    drawn = [
        Line(" ".join(key).strip(), *key[1:3], key[0], *key[3:], tuple(sorted(ids)))
        for key, ids in together.items()
    ]
    standing = {(s.source, s.target, s.predicate) for s in data.relations if s.source != s.target}
    drawn += [
        Line(f"standing {source} {target} {predicate}", source, target, "standing", predicate)
        for source, target, predicate in standing
    ]
    known = {node.id for node in data.nodes}
    return tuple(
        sorted(
            (line for line in drawn if {line.source, line.target} <= known),
            key=lambda line: line.id,
        )
    )


def _pairs(event: ShownEvent) -> Iterator[tuple[str, str, str]]:
    """The (kind, source, target) of an event's lines."""
    alone = len({*event.agents, *event.recipients}) == 1
    same_for_both = event.type in SYMMETRIC
    for source in event.agents:
        for target in event.recipients:
            if source != target and same_for_both:
                yield "both", min(source, target), max(source, target)
            elif source != target:
                yield "actors", source, target
    if not event.recipients:
        for source, target in combinations(sorted(event.agents), 2):
            yield "both", source, target
    both = same_for_both or not event.agents
    present = {*event.agents, *event.recipients} if both else {*event.agents}
    for source in sorted(present):
        for place in event.places:
            if source != place:
                yield "place" if alone else "where", source, place
