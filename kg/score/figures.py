"""Precision, recall and F1 of every layer, over all annotated articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from kg.score.annotation import Annotation, read_annotations
from kg.score.graph import read_graph
from kg.score.misses import misses
from kg.score.tally import Match, match, tally

_LABEL_WIDTH = 28


@dataclass(frozen=True, slots=True)
class Figure:
    """Precision, recall and F1, rounded to three places, and the counts behind them."""

    p: float
    r: float
    f1: float
    tp: int
    gold: int
    pred: int


@dataclass(frozen=True, slots=True)
class Scores:
    """How well a graph answers the gold annotations.

    Figures `…_of_matched` look only at events that were found. `misses` lists what was
    missed and what was too much.
    """

    entity: Figure
    entity_untyped: Figure
    wikidata_link: Figure
    identity_across_articles: Figure
    relation: Figure
    event: Figure
    argument: Figure
    place_of_matched: Figure
    time_of_matched: Figure
    attribution_of_matched: Figure
    subtype_accuracy_of_matched: float
    status_accuracy_of_matched: float
    misses: tuple[str, ...] = ()


def score(gold_dir: Path, graph: Path) -> Scores:
    """Score a built graph against gold annotations of its articles.

    Items marked optional in a gold file are neither asked for nor counted as too much. A
    capital that acts for its state counts as that state in agent, recipient and
    attribution. A gold file belongs to the article whose identifier or source is (or, after
    `/` or `#`, ends in) its `file` field, or without one its own name.

    Args:
        gold_dir: Folder of annotations, one `.json` an article.
        graph: A `.nq`, `.trig`, `.ttl` or `.nt` file that `kg build` wrote, or a second
            annotator's folder, which gives their agreement.

    Returns:
        The figures over all gold articles; one that the graph lacks counts as empty.

    Raises:
        InputError: The annotations are missing or malformed.
        GraphError: The graph is missing or malformed.
    """
    golds = read_annotations(gold_dir)
    preds = read_annotations(graph) if graph.is_dir() else read_graph(graph, golds)
    return _scores(
        [match(name, gold, preds.get(name, Annotation())) for name, gold in golds.items()]
    )


def _scores(matches: Sequence[Match]) -> Scores:
    c: Counter[str] = Counter()
    for m in matches:
        c.update(tally(m))
    return Scores(
        entity=_figure(c, "entity"),
        entity_untyped=_f1(c["untyped_tp"], c["entity_gold"], c["entity_pred"]),
        wikidata_link=_figure(c, "link"),
        identity_across_articles=_f1(*_same_across(matches)),
        relation=_figure(c, "relation"),
        event=_figure(c, "event"),
        argument=_figure(c, "argument"),
        place_of_matched=_figure(c, "place"),
        time_of_matched=_figure(c, "time"),
        attribution_of_matched=_figure(c, "attribution"),
        subtype_accuracy_of_matched=round(c["subtype"] / max(c["event_tp"], 1), 3),
        status_accuracy_of_matched=round(c["status"] / max(c["event_tp"], 1), 3),
        misses=tuple(line for m in matches for line in misses(m)),
    )


def _figure(counts: Counter[str], name: str) -> Figure:
    return _f1(counts[f"{name}_tp"], counts[f"{name}_gold"], counts[f"{name}_pred"])


def _f1(tp: int, gold: int, pred: int) -> Figure:
    p = tp / pred if pred else 0.0
    r = tp / gold if gold else 0.0
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    return Figure(round(p, 3), round(r, 3), round(f1, 3), tp, gold, pred)


def _same_across(matches: Sequence[Match]) -> tuple[int, int, int]:
    """Pairs of entities in two articles that are one: in both, in gold, predicted.

    An entity that was not paired within its article is left to the entity figure.
    """
    aligned = [
        (m.gold.entities[i].id, m.pred.entities[j].id) for m in matches for i, j in m.entities
    ]
    gold, pred = zip(*aligned, strict=True) if aligned else ((), ())
    return _pairs(aligned), _pairs(gold), _pairs(pred)


def _pairs(items: Iterable[object]) -> int:
    """How many pairs of items are equal; no article has two equal ones."""
    return sum(n * (n - 1) // 2 for n in Counter(items).values())


def format_scores(scores: Scores, with_misses: bool = False) -> str:
    """Lay the figures out, one line each.

    Args:
        scores: What `score` returned.
        with_misses: List the misses below.

    Returns:
        Lines without a final line break.
    """
    lines = []
    for name, value in asdict(scores).items():
        if isinstance(value, dict):
            shown = "P {p:.3f}  R {r:.3f}  F1 {f1:.3f}   ({tp} of {gold} gold, {pred} predicted)"
            lines.append(f"{name:{_LABEL_WIDTH}} {shown.format(**value)}")
        elif isinstance(value, float):
            lines.append(f"{name:{_LABEL_WIDTH}} {value}")
    return "\n".join([*lines, *(scores.misses if with_misses else ())])
