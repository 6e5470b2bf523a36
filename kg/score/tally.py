"""One article's prediction counted against its gold annotation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kg.score.annotation import Annotation, Entity, Event, Relation
from kg.score.matching import Names, arguments, assign, entity_weight, event_weight, same_time

_Pairs = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Match:
    """What answers what in one article: pairs of positions (gold, predicted)."""

    name: str
    gold: Annotation
    pred: Annotation
    entities: _Pairs
    events: _Pairs
    ours: Names
    theirs: Names

    @property
    def spare(self) -> set[int]:
        """Predicted events that answer an optional one: not asked for, not too much."""
        return {j for i, j in self.events if self.gold.events[i].optional}

    @property
    def asked(self) -> _Pairs:
        """The pairs of events that count."""
        return [(i, j) for i, j in self.events if not self.gold.events[i].optional]

    @property
    def gold_relations(self) -> dict[tuple[str, str, str], Relation]:
        """Gold relations by subject, predicate, object."""
        return {(r.s, r.p, r.o): r for r in self.gold.relations}

    @property
    def pred_relations(self) -> dict[tuple[str, str, str], Relation]:
        """Predicted relations likewise, in gold ids where an entity has one."""
        ids = self.theirs.rename
        return {(ids.get(r.s, r.s), r.p, ids.get(r.o, r.o)): r for r in self.pred.relations}


def match(name: str, gold: Annotation, pred: Annotation) -> Match:
    """Pair the entities of one article, then its events.

    Args:
        name: The article's name.
        gold: What is asked for.
        pred: What was found.

    Returns:
        The pairs, and how the ids of either side are to be read.
    """
    ge, pe = gold.entities, pred.entities
    entities = assign(len(ge), len(pe), lambda i, j: entity_weight(ge[i], pe[j]))
    seats = {e.id: e.seat_of for e in ge if e.seat_of}
    ours = Names({e.id: e.id for e in ge}, seats)
    theirs = Names({pe[j].id: ge[i].id for i, j in entities}, seats)
    gv, pv = gold.events, pred.events
    events = assign(len(gv), len(pv), lambda i, j: event_weight(gv[i], pv[j], ours, theirs))
    return Match(name, gold, pred, entities, events, ours, theirs)


def tally(m: Match) -> Counter[str]:
    """Count hits (`…_tp`), what was asked for (`…_gold`) and what was found (`…_pred`)."""
    counts = _entities(m) + _relations(m) + _events(m)
    for i, j in m.asked:
        counts += _event_details(m.gold.events[i], m.pred.events[j], m)
    return counts


def _required(items: Iterable[Entity | Relation | Event]) -> int:
    return sum(not item.optional for item in items)


def _entities(m: Match) -> Counter[str]:
    pairs = [(m.gold.entities[i], m.pred.entities[j]) for i, j in m.entities]
    asked = [(g, p) for g, p in pairs if not g.optional]
    linked = [e for e in m.gold.entities if e.wikidata]
    return Counter(
        entity_tp=sum(g.type == p.type for g, p in asked),
        untyped_tp=len(asked),
        entity_gold=_required(m.gold.entities),
        entity_pred=len(m.pred.entities) - (len(pairs) - len(asked)),
        link_tp=sum(bool(g.wikidata) and g.wikidata == p.wikidata for g, p in pairs),
        link_gold=len(linked),
        link_pred=sum(bool(e.wikidata) for e in m.pred.entities),
    )


def _relations(m: Match) -> Counter[str]:
    gold, pred = m.gold_relations, m.pred_relations
    hits = [gold[key] for key in gold if key in pred]
    return Counter(
        relation_tp=_required(hits),
        relation_gold=_required(gold.values()),
        relation_pred=len(pred) - (len(hits) - _required(hits)),
    )


def _events(m: Match) -> Counter[str]:
    gold, pred, spare = m.gold.events, m.pred.events, m.spare
    return Counter(
        event_tp=len(m.asked),
        event_gold=_required(gold),
        event_pred=len(pred) - len(spare),
        argument_gold=sum(len(arguments(e, m.ours)) for e in gold if not e.optional),
        argument_pred=sum(
            len(arguments(e, m.theirs)) for j, e in enumerate(pred) if j not in spare
        ),
    )


def _event_details(gold: Event, pred: Event, m: Match) -> Counter[str]:
    said = {m.ours.seats.get(id, id) for id in gold.attributed_to or ()}
    heard = {_known_actor(id, m.theirs) for id in pred.attributed_to or ()}
    asked = set(gold.place or ())
    found = {m.theirs.rename.get(id, "?") for id in pred.place or ()}
    return Counter(
        subtype=int(gold.subtype == pred.subtype),
        status=int(gold.status == pred.status),
        time_gold=int(bool(gold.when)),
        time_pred=int(bool(pred.when)),
        time_tp=int(bool(gold.when and pred.when and same_time(gold.when, pred.when))),
        attribution_tp=len(said & heard),
        attribution_gold=len(said),
        attribution_pred=len(heard),
        place_tp=len(asked & found),
        place_gold=len(asked),
        place_pred=len(found),
        argument_tp=len(arguments(gold, m.ours) & arguments(pred, m.theirs)),
    )


def _known_actor(id: str, names: Names) -> str:
    """The gold id of an actor; all that gold does not know count as one."""
    name = names.rename.get(id, "?")
    return names.seats.get(name, name)
