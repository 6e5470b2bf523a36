"""The annotations that a built graph amounts to, read with pyoxigraph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, Store

from kg.errors import GraphError
from kg.score.annotation import Annotation, Entity, Event, Relation, Time
from kg.score.tables import plover_types

_KG = "https://w3id.org/barta/ontology#"
_NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_SAME = "http://www.w3.org/2002/07/owl#sameAs"
_DERIVED = "http://www.w3.org/ns/prov#wasDerivedFrom"
_NAMES = ("http://purl.org/dc/terms/identifier", "http://purl.org/dc/terms/source")

_ENTITY_TYPES = ("Person", "Country", "Place", "Organization")
_BETWEEN = ("familyOf", "partOf", "locatedIn", "capitalOf", "alliedWith", "adversaryOf")
_ROLES = ("agent", "recipient", "place", "attributedTo")


def read_graph(path: Path, golds: Mapping[str, Annotation]) -> dict[str, Annotation]:
    """Read what a graph says of the gold articles.

    Args:
        path: A file of quads or triples.
        golds: The gold annotations by name.

    Returns:
        For each name, the article's entities, relations and claims; empty when the graph
        does not have the article.

    Raises:
        GraphError: The file is missing, of an unknown format or malformed.
    """
    graph = _Graph(_load(path))
    articles = graph.articles()
    return {
        name: graph.annotation(article)
        if (article := _article(articles, gold.file or name))
        else Annotation()
        for name, gold in golds.items()
    }


def _load(path: Path) -> Store:
    if not path.is_file():
        raise GraphError("there is no graph", str(path), "Build it first with kg build")
    rdf_format = RdfFormat.from_extension(path.suffix.lstrip("."))
    if rdf_format is None:
        raise GraphError("not a format of RDF", str(path), "Give .nq, .trig, .ttl or .nt")
    store = Store()
    try:
        store.bulk_load(path=str(path), format=rdf_format)
    except (SyntaxError, ValueError, OSError) as error:
        raise GraphError(f"does not parse: {error}", str(path), "Build the graph again") from error
    return store


def _article(articles: Mapping[str, NamedNode], key: str) -> NamedNode | None:
    if key in articles:
        return articles[key]
    ends = (f"/{key}", f"#{key}")
    return next((node for name, node in articles.items() if name.endswith(ends)), None)


def _local(iri: str) -> str:
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


class _Graph:
    """A store read in the terms of the graph model, all its graphs as one."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def articles(self) -> dict[str, NamedNode]:
        """Articles by identifier and source, sorted."""
        found = {
            quad.object.value: quad.subject
            for name in _NAMES
            for quad in self._store.quads_for_pattern(None, NamedNode(name), None)
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal)
        }
        return dict(sorted(found.items()))

    def annotation(self, article: NamedNode) -> Annotation:
        surfaces = self._surfaces(article)
        claims = sorted(
            node
            for node in self._subjects(_DERIVED, article)
            if _KG + "Claim" in self._values(node, _TYPE)
        )
        used = set(surfaces)
        for claim in claims:
            used.update(id for role in _ROLES for id in self._values(claim, _KG + role))
        entities = tuple(self._entity(id, surfaces.get(id, ())) for id in sorted(used))
        relations = tuple(self._relations(article))
        return Annotation(entities, relations, tuple(map(self._event, claims)))

    def _surfaces(self, article: NamedNode) -> dict[str, tuple[str, ...]]:
        """The forms in the article by entity."""
        found: dict[str, set[str]] = {}
        for mention in self._subjects(_NIF + "referenceContext", article):
            for entity in self._values(mention, _KG + "refersTo"):
                found.setdefault(entity, set()).update(self._values(mention, _NIF + "anchorOf"))
        return {entity: tuple(sorted(forms)) for entity, forms in found.items()}

    def _entity(self, id: str, surfaces: tuple[str, ...]) -> Entity:
        types = {_local(iri) for iri in self._values(id, _TYPE)}
        labels = (*self._values(id, _SKOS + "prefLabel"), *self._values(id, _SKOS + "altLabel"))
        same = [_local(iri) for iri in self._values(id, _SAME) if "wikidata.org" in iri]
        return Entity(
            id=id,
            type=next((name for name in _ENTITY_TYPES if name in types), "Other"),
            surfaces=surfaces or labels,
            labels=labels,
            wikidata=same[0] if same else None,
        )

    def _relations(self, article: NamedNode) -> Iterator[Relation]:
        for name in _BETWEEN:
            for s, o in self._pairs(name, article):
                yield Relation(s, name, o)
        for s, position in self._pairs("holdsPosition", article):
            for o in self._values(position, _KG + "of"):
                yield Relation(s, "holdsPosition", o)

    def _event(self, claim: str) -> Event:
        roots = plover_types()
        types = map(_local, self._values(claim, _TYPE))
        subtype = self._one(claim, "eventType") or next((t for t in types if t in roots), None)
        status = self._one(claim, "status") or "Occurred"
        begin, end = self._one(claim, "begin"), self._one(claim, "end")
        agent, recipient, place, said = (self._values(claim, _KG + role) for role in _ROLES)
        evidence = self._values(claim, _KG + "evidence")
        return Event(
            id=claim,
            type=roots.get(subtype or "", "?"),
            subtype=subtype,
            agent=agent,
            recipient=recipient,
            place=place,
            time=Time(f"{begin}/{end or begin}") if begin else None,
            status="requested_not" if status == "RequestedNot" else status.lower(),
            attributed_to=said,
            evidence=tuple(t for node in evidence for t in self._values(node, _NIF + "anchorOf")),
        )

    def _one(self, subject: str, name: str) -> str | None:
        values = self._values(subject, _KG + name)
        return _local(values[0]) if values else None

    def _values(self, subject: str, predicate: str) -> tuple[str, ...]:
        """The values of a property in any graph, sorted."""
        quads = self._store.quads_for_pattern(NamedNode(subject), NamedNode(predicate), None)
        terms = (quad.object for quad in quads)
        return tuple(sorted({t.value for t in terms if isinstance(t, NamedNode | Literal)}))

    def _subjects(self, predicate: str, object: NamedNode) -> list[str]:
        quads = self._store.quads_for_pattern(None, NamedNode(predicate), object)
        nodes = {q.subject.value for q in quads if isinstance(q.subject, NamedNode)}
        return sorted(nodes)

    def _pairs(self, name: str, graph: NamedNode) -> list[tuple[str, str]]:
        """Subjects and objects of one of our properties in one graph, sorted."""
        quads = self._store.quads_for_pattern(None, NamedNode(_KG + name), None, graph)
        return sorted(
            (q.subject.value, q.object.value)
            for q in quads
            if isinstance(q.subject, NamedNode) and isinstance(q.object, NamedNode)
        )
