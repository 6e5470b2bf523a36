"""What was missed and what was too much, one line each."""

from __future__ import annotations

from collections.abc import Iterator

from kg.score.annotation import Event
from kg.score.tally import Match


def misses(m: Match) -> Iterator[str]:
    """List the differences of one article.

    Args:
        m: The matched article.

    Yields:
        Lines that begin with the article's name, in the order of the annotation.
    """
    for line in (*_entities(m), *_relations(m), *_events(m)):
        yield f"{m.name}: {line}"


def _entities(m: Match) -> Iterator[str]:
    gold, pred = m.gold.entities, m.pred.entities
    ours, theirs = {i for i, _ in m.entities}, {j for _, j in m.entities}
    for i, e in enumerate(gold):
        if i not in ours and not e.optional:
            yield f"entity missed {e.id} {list(e.surfaces[:3])}"
    for j, e in enumerate(pred):
        if j not in theirs:
            yield f"entity too much {e.id} {list(e.surfaces[:3])}"
    for i, j in m.entities:
        if gold[i].type != pred[j].type:
            yield f"entity type {gold[i].id} {gold[i].type} got {pred[j].type}"


def _relations(m: Match) -> Iterator[str]:
    gold, pred = m.gold_relations, m.pred_relations
    for key, relation in gold.items():
        if key not in pred and not relation.optional:
            yield f"relation missed {key}"
    for key in pred:
        if key not in gold:
            yield f"relation too much {key}"


def _events(m: Match) -> Iterator[str]:
    ours, theirs = {i for i, _ in m.asked}, {j for _, j in m.events}
    for i, event in enumerate(m.gold.events):
        if i not in ours and not event.optional:
            yield f"event missed {_line(event)}"
    for j, event in enumerate(m.pred.events):
        if j not in theirs:
            yield f"event too much {_line(event)}"


def _line(event: Event) -> str:
    sides = f"{list(event.agent or ())} -> {list(event.recipient or ())}"
    said = (event.evidence or ("",))[0][:60]
    return f"{event.subtype} {sides} at {list(event.place or ())} [{event.status}] {said!r}"
