"""Hold a graph against the SHACL shapes, piece by piece."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from itertools import groupby, islice
from zlib import crc32

import pyshacl
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store
from rdflib import RDF, RDFS, SH, XSD, Graph, URIRef
from rdflib import Literal as RdfLiteral

from kg.config import ontology_dir
from kg.graph.formats import by_graph, lines
from kg.graph.vocab import NIF, node, value

#: Nodes of a piece, on average: few enough for pySHACL's memory, enough to spread its
#: fixed cost.
_PIECE_NODES = 640

_COMPONENT = SH.sourceConstraintComponent


@dataclass(frozen=True, slots=True)
class Violation:
    """One node that breaks one rule.

    Attributes:
        article: IRI of the article (or of the graph) that holds the node.
        node: IRI of the node.
        rule: The shape's path or constraint, as a local name.
        message: What the shape says.
    """

    article: str
    node: str
    rule: str
    message: str


def validate(
    store: Store, quads: int | None = None, passed: set[str] | None = None
) -> list[Violation]:
    """Check a built graph: the shapes of `ontology/shapes.ttl`, and every offset.

    The graph is cut into pieces that hold whole nodes; of what they point to, only the
    types are added, so that thousands of articles cost no more than their sum.

    Args:
        store: A store that holds a built graph.
        quads: Hold about so many quads against the shapes, in pieces spread evenly over
            the graph; all of them when left out. Offsets are always checked.
        passed: Digests of pieces that were found good before and are not held against
            the shapes again; afterwards, those of this graph's good pieces.

    Returns:
        The violations, sorted; none for a good graph.
    """
    found = {*_blank_nodes(store), *_wrong_offsets(store)}
    step = 1 if quads is None else max(1, len(store) // quads)
    good: set[str] = set()
    for piece in islice(_pieces(by_graph(store)), 0, None, step):
        types = _types(piece, store)
        digest = _digest(piece, types)
        broken = set() if digest in (passed or ()) else set(_break_shapes(piece, types))
        found |= broken
        good |= set() if broken else {digest}
    if passed is not None:
        passed.clear()
        passed |= good
    return sorted(found, key=lambda v: (v.article, v.node, v.rule, v.message))


def _pieces(quads: Iterable[Quad]) -> Iterator[list[Quad]]:
    """Runs of quads that never part the quads of one subject in one graph.

    Where a piece ends depends on the subject there and on nothing before it, so that a
    new article leaves all pieces but one or two as they were in the last build.
    """
    piece: list[Quad] = []
    for (_, subject), said in groupby(quads, key=lambda quad: (quad.graph_name, quad.subject)):
        piece.extend(said)
        if crc32(str(subject).encode()) % _PIECE_NODES == 0:
            yield piece
            piece = []
    yield piece


def _types(piece: list[Quad], store: Store) -> list[Quad]:
    """The types of what a piece points to, each once."""
    objects = {quad.object for quad in piece if isinstance(quad.object, NamedNode)}
    typed = (store.quads_for_pattern(object, node(RDF.type), None, None) for object in objects)
    return [Quad(q.subject, q.predicate, q.object) for quads in typed for q in quads]


def _digest(piece: list[Quad], types: list[Quad]) -> str:
    told = sha256(_rules())
    for line in (*lines(piece), *sorted(set(lines(types)))):
        told.update(line)
    return told.hexdigest()


@cache
def _rules() -> bytes:
    files = (ontology_dir() / name for name in ("kg.ttl", "shapes.ttl"))
    return b"".join(file.read_bytes() for file in files) + pyshacl.__version__.encode()


def _break_shapes(piece: list[Quad], types: list[Quad]) -> Iterator[Violation]:
    data = Graph()
    data += _subclasses()
    holder: dict[str, str] = {}
    for quad in (*types, *piece):
        data.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    for quad in piece:
        if quad.predicate == node(RDF.type):
            holder[value(quad.subject)] = value(quad.graph_name)
    _, report, _ = pyshacl.validate(data, shacl_graph=_shapes(), inplace=True)
    for result in report.subjects(RDF.type, SH.ValidationResult):
        focus = str(report.value(result, SH.focusNode))
        if focus in holder:  # the others are here for their types only
            rule = report.value(result, SH.resultPath) or report.value(result, _COMPONENT)
            message = str(report.value(result, SH.resultMessage))
            yield Violation(holder[focus], focus, _local(str(rule)), message)


def _local(iri: str) -> str:
    return iri.rpartition("#")[2].rpartition("/")[2]


def _term(term: object) -> URIRef | RdfLiteral:
    if isinstance(term, Literal):
        if term.language:
            return RdfLiteral(term.value, lang=term.language)
        datatype = URIRef(term.datatype.value)
        # rdflib tells "a" and "a"^^xsd:string apart, which RDF 1.1 does not.
        return RdfLiteral(term.value, datatype=None if datatype == XSD.string else datatype)
    return URIRef(term.value if isinstance(term, NamedNode) else str(term))


@cache
def _shapes() -> Graph:
    return Graph().parse(ontology_dir() / "shapes.ttl")


@cache
def _subclasses() -> Graph:
    """What is under what, so that a target and `sh:class` reach the sub-classes."""
    ontology = Graph().parse(ontology_dir() / "kg.ttl")
    tree = Graph()
    for below, above in ontology.subject_objects(RDFS.subClassOf):
        tree.add((below, RDFS.subClassOf, above))
    return tree


def _blank_nodes(store: Store) -> Iterator[Violation]:
    for quad in store:
        for term in (quad.subject, quad.object):
            if isinstance(term, BlankNode):
                message = "A blank node has no stable name"
                yield Violation(str(quad.graph_name), term.value, "blank node", message)


def _wrong_offsets(store: Store) -> Iterator[Violation]:
    texts = _values(store, NIF.isString)
    strings, begins = _values(store, NIF.anchorOf), _values(store, NIF.beginIndex)
    ends = _values(store, NIF.endIndex)
    for mention, article in _values(store, NIF.referenceContext).items():
        try:
            begin, end = int(begins[mention]), int(ends[mention])
            right = texts[article][begin:end] == strings[mention]
        except (KeyError, ValueError):
            continue  # the shapes say what is missing or is no number
        if not right:
            message = f"{begin}-{end} of the article's text is not {strings[mention]!r}"
            yield Violation(article, mention, "offsets", message)


def _values(store: Store, predicate: URIRef) -> dict[str, str]:
    quads = store.quads_for_pattern(None, node(predicate), None, None)
    return {value(quad.subject): value(quad.object) for quad in quads}
