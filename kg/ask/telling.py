"""Differences between two builds, told in Bengali and English: `data/changes.tsv`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode
from rdflib import RDFS, SKOS

from kg.ask.changes import Detail, Difference, Values, Verdict
from kg.ask.graph import Graph
from kg.graph.vocab import node
from kg.language.tables import read_table

_TABLE = Path(__file__).parent / "data" / "changes.tsv"

#: Whose values say nothing to people: that it differs is what is told.
_UNSHOWN = frozenset({"text", "event"})


@cache
def _words(language: str) -> dict[str, str]:
    return {row["key"]: row[language] for row in read_table(_TABLE, ("key", "bn", "en"))}


def tell_changes(
    differences: Sequence[Difference],
    before: Graph,
    after: Graph,
    languages: Sequence[str] = ("bn", "en"),
) -> str:
    """Tell differences in sentences, first how many there are.

    Args:
        differences: From `changes`.
        before: The older build, for names.
        after: The newer build, for names.
        languages: `bn`, `en` or both; each difference is told in one after the other.

    Returns:
        Lines of text.
    """
    tellers = [_Teller(language, (after, before)) for language in languages]
    lines = [teller.summary(differences) for teller in tellers]
    for difference in differences:
        lines += [teller.line(difference) for teller in tellers]
    return "\n".join(lines) + "\n"


def changes_json(differences: Sequence[Difference], before: Graph, after: Graph) -> str:
    """Differences as JSON, IRIs and literals as they are in the graphs.

    Args:
        differences: From `changes`.
        before: The older build, for names.
        after: The newer build, for names.
    """
    tellers = {language: _Teller(language, (after, before)) for language in ("bn", "en")}
    records = [
        {
            "change": each.verdict.value,
            "kind": each.kind,
            "id": each.id,
            "label": {language: teller.named(each) for language, teller in tellers.items()},
            "details": [
                {"aspect": d.aspect, "before": list(d.before), "after": list(d.after)}
                for d in each.details
            ],
        }
        for each in differences
    ]
    return json.dumps(records, ensure_ascii=False, indent=1) + "\n"


class _Teller:
    """Tells in one language; names are looked up in the newer build first."""

    def __init__(self, language: str, graphs: tuple[Graph, Graph]) -> None:
        self._language, self._graphs = language, graphs
        self._word = _words(language)

    def summary(self, differences: Sequence[Difference]) -> str:
        counts = Counter(difference.verdict for difference in differences)
        return ", ".join(f"{self._word[f'count.{v}']}: {counts[v]}" for v in Verdict)

    def line(self, difference: Difference) -> str:
        verdict = self._word[f"verdict.{difference.verdict}"]
        details = "; ".join(self._detail(detail) for detail in difference.details)
        return f"{verdict}: {self.named(difference)}" + (f" [{details}]" if details else "")

    def named(self, difference: Difference) -> str:
        """What the difference is of, in words."""
        facts = difference.facts
        if difference.kind == "article":
            title = self._all(facts.get("title", ()))
            return f"{self._word['kind.article']} {self._all(facts['id'])}" + (
                f" “{title}”" if title else ""
            )
        if difference.kind == "entity":
            return f"{self._all(facts['type'])} {self._name(difference.id)}"
        if difference.kind == "relation":
            sides = [self._all(facts[side]) for side in ("subject", "predicate", "object")]
            role = self._all(facts["role"])
            return " – ".join(sides) + (f" ({role})" if role else "")
        return f"{self._all(facts['type'])} ({'; '.join(self._event(facts))})"

    def _event(self, facts: Mapping[str, Values]) -> Iterator[str]:
        for aspect in ("agent", "recipient", "place"):
            if facts.get(aspect):
                yield f"{self._word[f'aspect.{aspect}']}: {self._all(facts[aspect])}"
        days = dict.fromkeys((*facts.get("begin", ()), *facts.get("end", ())))
        if days:
            yield " – ".join(days)
        yield self._all(facts.get("status", ()))

    def _detail(self, detail: Detail) -> str:
        aspect = self._word[f"aspect.{detail.aspect}"]
        if detail.aspect in _UNSHOWN:
            return aspect
        before, after = (self._all(v) or self._word["none"] for v in (detail.before, detail.after))
        return f"{aspect}: {before} → {after}"

    def _all(self, values: Values) -> str:
        return ", ".join(self._name(value) for value in values)

    def _name(self, value: str) -> str:
        """The label of an IRI; the word for a disagreement; any other literal as it is."""
        if not value.startswith(("http://", "https://")):
            return self._word.get(f"differs.{value}", value)
        for graph in self._graphs:
            for predicate in (SKOS.prefLabel, RDFS.label):
                for quad in graph.store.quads_for_pattern(
                    NamedNode(value), node(predicate), None, None
                ):
                    label = quad.object
                    if isinstance(label, Literal) and label.language == self._language:
                        return label.value
        return value.rpartition("/")[2]
