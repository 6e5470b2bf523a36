"""How fast the named queries are answered: `python benchmarks/queries.py GRAPH`.

GRAPH is a folder that `kg build` wrote, or its `graph.nq`. Every named query is asked some
times, what it requires being the busiest things of the graph. Then a slice of the graph,
some of its articles with all that is said of what they name, is asked by the same text in
pyoxigraph's store and in rdflib's, both in memory: the ratios of one run compare across
machines; seconds do not.
"""

from __future__ import annotations

import argparse
import re
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
from pyoxigraph import RdfFormat, Store, parse, serialize

from kg.ask import Graph, Limits, guarded, named_queries, open_graph
from kg.errors import QueryError
from kg.graph import PREFIXES

#: Questions that go over several things: person, event, claim, article, place.
MULTI_HOP = ("actors-of-place", "between", "came-true", "denied", "path", "visits", "who-met-whom")

#: rdflib 7 fails on a list of what may be unbound: in the comparison both count it instead.
_LIST = re.compile(r"GROUP_CONCAT\(DISTINCT \?(\w+)[^()]*\)")
_SHARED = ("/entities", "/events", "/shortcuts")
_BUSIEST = {
    "entity": "SELECT ?x { ?e sem:hasActor ?x } GROUP BY ?x ORDER BY DESC(COUNT(DISTINCT ?e)) ?x",
    "place": "SELECT ?x { ?e sem:hasPlace ?x } GROUP BY ?x ORDER BY DESC(COUNT(DISTINCT ?e)) ?x",
    "month": "SELECT ?x { ?e sem:hasBeginTimeStamp ?d BIND (SUBSTR(STR(?d), 1, 7) AS ?x) } "
    "GROUP BY ?x ORDER BY DESC(COUNT(DISTINCT ?e)) ?x",
    "article": "SELECT ?x { ?c a kg:Claim ; prov:wasDerivedFrom/dcterms:identifier ?x } "
    "GROUP BY ?x ORDER BY DESC(COUNT(DISTINCT ?c)) ?x",
}


def main() -> None:
    """Time every query on the graph, and on the slice against rdflib."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("graph", type=Path)
    options.add_argument("--runs", type=int, default=5, help="how often each query is asked")
    options.add_argument("--articles", type=int, default=60, help="articles in the slice; 0: none")
    options.add_argument("--seconds", type=float, default=60, help="what rdflib gets for a query")
    options.add_argument("--only", nargs="*", default=[], help="names of queries; all")
    chosen = options.parse_args()
    only = set(chosen.only or named_queries())
    graph, seconds = timed(lambda: open_graph(chosen.graph))
    print(f"{len(graph.store)} quads loaded in {seconds:.1f} s, {resident()} MB resident")
    times = {}
    for name, query in written(graph, only).items():
        spent = [timed(lambda query=query: graph.sparql(query)) for _ in range(chosen.runs)]
        times[name] = [seconds for _, seconds in spent]
        median, worst = statistics.median(times[name]), max(times[name])
        print(f"{name:24}{len(spent[0][0]):7} rows {median:8.3f} s median {worst:8.3f} s worst")
    every = [seconds for row in times.values() for seconds in row]
    print(f"all: {statistics.median(every):.3f} s median, {max(every):.3f} s worst")
    print(f"{resident()} MB resident after {len(every)} queries")
    if chosen.articles:
        compare(graph, only, chosen.articles, chosen.seconds)


def timed(work: Callable[[], object]) -> tuple[object, float]:
    """A result and the seconds that it took."""
    begin = time.perf_counter()
    result = work()
    return result, time.perf_counter() - begin


def resident() -> int:
    """Megabytes of memory in use."""
    return psutil.Process().memory_info().rss >> 20


def written(graph: Graph, only: set[str]) -> dict[str, str]:
    """The text of each named query, asked of the busiest things of the graph."""
    busy = {
        kind: [str(row[0]) for row in graph.sparql(query, 2).rows]
        for kind, query in _BUSIEST.items()
    }
    found = {}
    for name, query in named_queries().items():
        if name not in only:
            continue
        needed = [param for param in query.params if param.required]
        actors = iter(busy["entity"])
        given = {
            param.name: busy[param.name][0]
            if param.name in busy
            else busy[param.kind][0]
            if param.kind == "month"
            else next(actors)
            if param.kind == "entity"
            else "Consult"
            for param in needed
        }
        found[name] = graph.written(name, **given)
    return found


def part(graph: Graph, articles: int) -> bytes:
    """N-Quads of the busiest articles, and of what they name in the shared graphs."""
    query = "SELECT ?g { GRAPH ?g { ?c a kg:Claim } } GROUP BY ?g ORDER BY DESC(COUNT(?c)) ?g"
    chosen = {str(row[0]) for row in graph.sparql(query, articles).rows}
    kept, named = [], set()
    for quad in graph.store:
        if getattr(quad.graph_name, "value", "") in chosen:
            kept.append(quad)
            named |= {quad.subject, quad.object}
    for quad in graph.store:
        name = getattr(quad.graph_name, "value", "")
        terms = "ontology" in name
        if terms or (name.endswith(_SHARED) and quad.subject in named):
            kept.append(quad)
    return serialize(kept, format=RdfFormat.N_QUADS) or b""


def compare(whole: Graph, only: set[str], articles: int, seconds: float) -> None:
    """Ask the same of pyoxigraph's store and of rdflib's."""
    from rdflib import Dataset

    data = part(whole, articles)
    small = Store()
    small.extend(parse(data, format=RdfFormat.N_QUADS))
    graph, dataset = Graph(small), Dataset(default_union=True)
    _, loading = timed(lambda: dataset.parse(data=data, format="nquads"))
    print(f"slice: {articles} articles, {len(small)} quads; rdflib loads it in {loading:.1f} s")
    ratios = {}
    for name, text in written(graph, only).items():
        query = _LIST.sub(r"COUNT(DISTINCT ?\1)", text)
        rows, ours = timed(lambda query=query: graph.sparql(query))
        theirs, found = asked(dataset, query, seconds)
        ratios[name] = theirs / ours
        least = " or more" if found is None else "" if found == len(rows) else f" ({found} rows)"
        print(
            f"{name:24}{len(rows):7} rows {ours:8.4f} s, rdflib {theirs / ours:8.0f} times{least}"
        )
    hops = [ratios[name] for name in MULTI_HOP if name in only]
    print(f"all: {statistics.median(ratios.values()):.0f} times in the median")
    if hops:
        median = statistics.median(hops)
        print(f"multi-hop: {median:.0f} times in the median, {min(hops):.0f} at least")


def asked(dataset: object, query: str, seconds: float) -> tuple[float, int | None]:
    """The seconds that rdflib takes and its rows, or None when it was given up."""

    def work() -> tuple[float, int]:
        found, spent = timed(lambda: list(dataset.query(query, initNs=PREFIXES)))
        return spent, len(found)

    try:
        return guarded(work, Limits(seconds=seconds, memory=8 << 30))
    except QueryError:
        return seconds, None


if __name__ == "__main__":
    sys.exit(main())
