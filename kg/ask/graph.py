"""A built graph, opened to be asked."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import regex
from pyoxigraph import (
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    parse,
    serialize,
)
from rdflib import RDFS, SKOS, XSD, Dataset

from kg.ask.finding import Names
from kg.ask.named import Param, named_query
from kg.ask.syntax import Term, Value, bind, has_dataset, refuse_unsafe, term
from kg.ask.table import Table, to_table, with_sorted_lists
from kg.config import ontology_dir
from kg.errors import QueryError
from kg.graph import PREFIXES, load_store, to_networkx
from kg.graph.vocab import node
from kg.language import ascii_digits

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

Results = QuerySolutions | QueryBoolean | QueryTriples
#: IRIs of the graphs that make up the default graph, and of those that GRAPH sees.
Graphs = tuple[Sequence[str], Sequence[str]]

#: A query that gives more rows is cut, and its table says so.
MAX_ROWS = 100_000

_ONTOLOGY = NamedNode("https://w3id.org/barta/ontology")
_WRITTEN = {"date": ("2023-09-13", r"\d{4}-\d\d-\d\d"), "month": ("2023-09", r"\d{4}-\d\d")}
_POSITION = regex.compile(r"error at (\d+):(\d+)(?:-\d+:\d+)?: (.*)", regex.DOTALL)


def open_graph(path: Path | str) -> Graph:
    """Open a built graph for questions.

    Args:
        path: A folder that holds `graph.nq`, or an RDF file; its ending tells its format.

    Raises:
        GraphError: There is no graph, or its file is malformed.
    """
    store = load_store(path)
    store.extend(_terms())
    return Graph(store)


class Graph:
    """A graph that answers questions and never changes.

    Queries see the union of all named graphs; `GRAPH ?g { … }` tells them apart. A
    triple that is in several graphs is counted for each, so count with DISTINCT. The
    labels and sub-classes of the ontology can be asked for, too.

    Args:
        store: What `kg.graph.write_graph` wrote, loaded.
    """

    def __init__(self, store: Store) -> None:
        self.store = store

    def sparql(self, query: str, limit: int = MAX_ROWS, /, **bindings: Value) -> Table:
        """Answer a SPARQL query: SELECT, ASK, CONSTRUCT or DESCRIBE.

        The usual prefixes need not be declared. The query is read in NFC, the form of
        all labels.

        Args:
            query: SPARQL text.
            limit: The largest number of rows.
            **bindings: Values for variables: a day, a number, an IRI or a text.

        Raises:
            QueryError: The query is malformed (with line and column), an update, or
                asks another server.
        """
        given = {name: [term(value)] for name, value in bindings.items()}
        return to_table(self.results(bind(query, given)), limit)

    def named(self, name: str, limit: int = MAX_ROWS, /, **bindings: str) -> Table:
        """Answer one of the queries in `ontology/queries`.

        Args:
            name: The query's name: `who-met-whom`.
            limit: The largest number of rows.
            **bindings: Values for its parameters, as people write them: a thing by a
                name in either script or by its id, a day `2023-09-13`, a month `2023-09`.
                `who` is its first thing, `whom` its second; `language` is `en` (when
                left out) or `bn`.

        Raises:
            QueryError: There is no such query or parameter, one that is required is
                missing, or nothing is known by a name.
        """
        query = self.written(name, **bindings)
        return with_sorted_lists(to_table(self.results(query), limit), query)

    def written(self, name: str, /, **bindings: str) -> str:
        """The SPARQL text of a named query with its parameters filled in, as for `named`."""
        query = named_query(name)
        given = {query.param(key): text for key, text in bindings.items()}
        for param in query.params:
            if param.required and param not in given:
                raise QueryError(f"the parameter {param.name!r} is required", f"query {name}")
        terms = {param.name: self._terms_of(param, text) for param, text in given.items()}
        return bind(query.text, terms)

    def results(self, query: str, graphs: Graphs | None = None) -> Results:
        """What the store gives for a query, before it is a table.

        Args:
            query: SPARQL text.
            graphs: The default graph's graphs and the named ones. When left out: those that
                the query names, or the union of all and all.

        Raises:
            QueryError: As for `sparql`.
        """
        refuse_unsafe(query)
        text = unicodedata.normalize("NFC", query)
        union = not has_dataset(text)  # the union would make FROM mean nothing
        try:
            if graphs:
                default, named = graphs
                return self.store.query(
                    text,
                    prefixes=PREFIXES,
                    default_graph=[NamedNode(iri) for iri in default],
                    named_graphs=[NamedNode(iri) for iri in named],
                )
            return self.store.query(text, prefixes=PREFIXES, use_default_graph_as_union=union)
        except SyntaxError as error:
            raise _malformed(error) from None
        except ValueError as error:
            raise QueryError(f"a graph's name is no IRI: {error}") from None

    def find(self, name: str) -> tuple[str, ...]:
        """The IRIs of the things that a name or an id stands for, sorted.

        Args:
            name: An id (`person/kim-jong-un`), a whole name, or words of one, in either
                script; a whole name outweighs one that only sounds the same, and that one
                a part.
        """
        return self._names.find(name)

    def to_pandas(self, query: str, /, **bindings: Value) -> pd.DataFrame:
        """The answer to a SPARQL query as a data frame."""
        return self.sparql(query, **bindings).to_pandas()

    def to_rdflib(self) -> Dataset:
        """A copy of the graph as an rdflib Dataset, whose default graph is the union."""
        dataset = Dataset(default_union=True)
        quads = (quad for quad in self.store if quad.graph_name != _ONTOLOGY)
        data = serialize(quads, format=RdfFormat.N_QUADS) or b""
        dataset.parse(data=data, format="nquads")
        return dataset

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """The entities as nodes and the events as edges (see `kg.graph.to_networkx`)."""
        return to_networkx(self.store)

    def _terms_of(self, param: Param, text: str) -> list[Term]:
        if param.kind == "entity":
            is_iri = text.startswith(("http://", "https://"))
            return [term(text) if is_iri else self._names.only(text, param.name)]
        if param.kind in _WRITTEN:
            return [_written(param, ascii_digits(text).strip())]
        return [Literal(text)]

    @cached_property
    def _names(self) -> Names:
        return Names(self.store)


def _written(param: Param, text: str) -> Literal:
    example, form = _WRITTEN[param.kind]
    if not regex.fullmatch(form, text):
        raise QueryError(f"{text!r} is no {param.kind}", param.name, f"Write it like {example}")
    return Literal(text, datatype=node(XSD.date)) if param.kind == "date" else Literal(text)


def _malformed(error: SyntaxError) -> QueryError:
    match = _POSITION.search(str(error))
    if not match:
        return QueryError(f"the query is malformed: {error}")
    return QueryError(f"the query is malformed: {match[3]}", f"line {match[1]}, column {match[2]}")


def _terms() -> Iterator[Quad]:
    """Labels and places in the tree of the ontology's terms, for queries by class."""
    wanted = {str(term) for term in (RDFS.label, RDFS.subClassOf, SKOS.notation)}
    for quad in parse(path=str(ontology_dir() / "kg.ttl"), format=RdfFormat.TURTLE):
        if quad.predicate.value in wanted:
            yield Quad(quad.subject, quad.predicate, quad.object, _ONTOLOGY)
