"""From the built RDF graph to the values of a page, by SPARQL.

Each query asks for one property and the values are put together here: one query with
many optional parts multiplies its rows.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from pyoxigraph import Literal, QuerySolutions, Store

from kg.config import BASE_IRI
from kg.errors import GraphError
from kg.graph.vocab import PREFIXES, WIKIDATA
from kg.show.atlas import country_points
from kg.show.page import (
    ArticleText,
    Node,
    PageData,
    ShownClaim,
    ShownEvent,
    ShownMention,
    Standing,
)

_ENTITY_TYPES = ("Country", "Organization", "Person", "Place")
_STANDING = ("adversaryOf", "alliedWith", "capitalOf", "familyOf", "locatedIn", "partOf", "seatOf")
_COUNTED = ("killed", "injured")

_CLAIM = "?s a kg:Claim"
_EVENT = "?claim kg:event ?s"
_ARTICLE = "?s a schema:NewsArticle"


def page_data(store: Store, base: str = BASE_IRI) -> PageData:
    """Read what a page shows from a built graph.

    Args:
        store: The graph, as `kg.graph` wrote it.
        base: What the IRIs of its resources begin with; ids are what follows.

    Returns:
        The page's values, sorted by id.

    Raises:
        GraphError: A number, date or offset in the graph is not one.
    """
    graph = _Graph(store, base)
    try:
        return PageData(
            nodes=tuple(_nodes(graph)),
            events=tuple(_events(graph)),
            relations=tuple(_relations(graph)),
            articles=tuple(_articles(graph)),
        )
    except ValueError as error:
        raise GraphError(
            f"a value in the graph has the wrong form ({error})",
            hint="Build the graph again, or check it with `kg validate`.",
        ) from error


class _Graph:
    """A store that answers with short ids: all named graphs together, rows sorted."""

    def __init__(self, store: Store, base: str) -> None:
        self._store, self._base = store, base

    def rows(self, variables: str, where: str) -> list[tuple[str, ...]]:
        """The distinct rows of a SELECT; what is unbound is the empty string."""
        found = self._store.query(
            f"SELECT DISTINCT {variables} WHERE {{ {where} }}",
            use_default_graph_as_union=True,
            prefixes=PREFIXES,
        )
        assert isinstance(found, QuerySolutions)
        names = variables.replace("?", "").split()
        return sorted(tuple(self._short(row[name]) for name in names) for row in found)

    def many(self, about: str, property: str) -> dict[str, tuple[str, ...]]:
        """All values of a property, by the subjects that `about` makes of `?s`."""
        values: dict[str, list[str]] = defaultdict(list)
        for subject, value in self.rows("?s ?o", f"{about} . ?s {property} ?o"):
            values[subject].append(value)
        return {subject: tuple(found) for subject, found in values.items()}

    def one(self, about: str, property: str) -> dict[str, str]:
        """The first value of a property for each subject."""
        return {subject: values[0] for subject, values in self.many(about, property).items()}

    def entity(self, property: str) -> dict[str, str]:
        """The first value of a property that the entities' graph states of each subject."""
        where = f"GRAPH <{self._base}entities> {{ ?s {property} ?o }}"
        first: dict[str, str] = {}
        for subject, found in self.rows("?s ?o", where):
            first.setdefault(subject, found)
        return first

    def labels(self, language: str) -> dict[str, str]:
        """The preferred labels in one language."""
        rows = self.rows("?s ?o", f'?s skos:prefLabel ?o FILTER(lang(?o) = "{language}")')
        first: dict[str, str] = {}
        for subject, text in rows:
            first.setdefault(subject, text)
        return first

    def _short(self, term: object) -> str:
        """A literal's text; an IRI without the base or our ontology's namespace."""
        text = str(getattr(term, "value", ""))
        if isinstance(term, Literal):
            return text
        return text.removeprefix(self._base).removeprefix(PREFIXES["kg"])


def _nodes(graph: _Graph) -> list[Node]:
    bengali, english = graph.labels("bn"), graph.labels("en")
    counts = Counter(entity for entity, _ in graph.rows("?s ?o", "?o kg:refersTo ?s"))
    spots = country_points() | _spots(graph)
    nodes = []
    for kind in _ENTITY_TYPES:
        aliases = graph.many(f"?s a kg:{kind}", "skos:altLabel")
        same = graph.many(f"?s a kg:{kind}", "owl:sameAs")
        for (id,) in graph.rows("?s", f"?s a kg:{kind}"):
            wikidata = [iri.removeprefix(WIKIDATA) for iri in same.get(id, ()) if WIKIDATA in iri]
            latitude, longitude = spots.get(id, (None, None))
            node = Node(
                id=id,
                type=kind,
                label_bn=bengali.get(id) or english.get(id) or id,
                label_en=english.get(id) or bengali.get(id) or id,
                wikidata="".join(wikidata[:1]),
                aliases=aliases.get(id, ()),
                mentions=counts[id],
                latitude=latitude,
                longitude=longitude,
            )
            nodes.append(node)
    return sorted(nodes, key=lambda node: node.id)


def _spots(graph: _Graph) -> dict[str, tuple[float, float]]:
    """Latitude and longitude of what has both."""
    rows = graph.rows("?s ?lat ?long", "?s geo:lat ?lat ; geo:long ?long")
    return {id: (float(latitude), float(longitude)) for id, latitude, longitude in rows}


def _events(graph: _Graph) -> Iterator[ShownEvent]:
    claims = _claims(graph)
    kinds, status = graph.many(_EVENT, "a"), graph.one(_EVENT, "kg:status")
    agents, recipients = graph.many(_EVENT, "kg:agent"), graph.many(_EVENT, "kg:recipient")
    places, differ = graph.many(_EVENT, "sem:hasPlace"), graph.many(_EVENT, "kg:disagreement")
    begin = graph.one(_EVENT, "sem:hasBeginTimeStamp")
    end = graph.one(_EVENT, "sem:hasEndTimeStamp")
    for id, said in sorted(claims.items()):
        yield ShownEvent(
            id=id,
            type=_event_type(kinds.get(id, ()), said),
            status=status.get(id) or said[0].status,
            agents=agents.get(id, ()),
            recipients=recipients.get(id, ()),
            places=places.get(id, ()),
            begin=_day(begin.get(id)),
            end=_day(end.get(id)),
            disagreement=differ.get(id, ()),
            claims=tuple(said),
        )


def _event_type(classes: Iterable[str], claims: list[ShownClaim]) -> str:
    """What most claims call it, among the classes that the event is stated to have."""
    kinds = [claim.event_type for claim in claims]
    stated = [kind for kind in kinds if kind in classes] or kinds
    return max(sorted(set(stated)), key=stated.count)


def _claims(graph: _Graph) -> dict[str, list[ShownClaim]]:
    """The claims of each event."""
    kind, status = graph.one(_CLAIM, "kg:eventType"), graph.one(_CLAIM, "kg:status")
    confidence, found_by = graph.one(_CLAIM, "kg:confidence"), graph.one(_CLAIM, "kg:foundBy")
    agents, recipients = graph.many(_CLAIM, "kg:agent"), graph.many(_CLAIM, "kg:recipient")
    places, speakers = graph.many(_CLAIM, "kg:place"), graph.many(_CLAIM, "kg:attributedTo")
    begin, end = graph.one(_CLAIM, "kg:begin"), graph.one(_CLAIM, "kg:end")
    topic, evidence = graph.one(_CLAIM, "kg:topic"), _evidence(graph)
    numbers = {what: graph.many(_CLAIM, f"kg:{what}") for what in _COUNTED}
    claims: dict[str, list[ShownClaim]] = defaultdict(list)
    where = f"{_CLAIM} ; kg:event ?event ; prov:wasDerivedFrom ?article"
    for id, event, article in graph.rows("?s ?event ?article", where):
        claims[event].append(
            ShownClaim(
                id=id,
                article=article,
                event_type=kind.get(id, ""),
                status=status.get(id, ""),
                confidence=float(confidence.get(id, 1)),
                agents=agents.get(id, ()),
                recipients=recipients.get(id, ()),
                places=places.get(id, ()),
                speakers=speakers.get(id, ()),
                begin=_day(begin.get(id)),
                end=_day(end.get(id)),
                topic=topic.get(id, ""),
                found_by=found_by.get(id, ""),
                evidence=tuple(sorted(evidence.get(id, ()))),
                numbers=tuple((w, int(n)) for w, of in numbers.items() for n in of.get(id, ())),
            )
        )
    return claims


def _evidence(graph: _Graph) -> dict[str, list[tuple[int, int]]]:
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    where = f"{_CLAIM} ; kg:evidence ?m . ?m nif:beginIndex ?begin ; nif:endIndex ?end"
    for claim, begin, end in graph.rows("?s ?begin ?end", where):
        spans[claim].append((int(begin), int(end)))
    return spans


def _relations(graph: _Graph) -> list[Standing]:
    """Standing relations, with the articles in whose graphs they are stated."""
    stated_in: dict[tuple[str, str, str, str, str], list[str]] = defaultdict(list)
    positions = _positions(graph)
    for predicate in ("holdsPosition", *_STANDING):
        # In one GRAPH alone: joined with the union, each triple meets all its repetitions.
        for s, o, article in graph.rows("?s ?o ?g", f"GRAPH ?g {{ ?s kg:{predicate} ?o }}"):
            if predicate == "holdsPosition":
                of, role, kind = positions.get(o, ("", "", ""))
                stated_in[(s, predicate, of, role, kind)].append(article)
            else:
                stated_in[(s, predicate, o, "", "")].append(article)
    articles = {id for (id,) in graph.rows("?s", _ARTICLE)}
    return [
        Standing(*key, tuple(sorted(articles.intersection(graphs))))
        for key, graphs in sorted(stated_in.items())
    ]


def _positions(graph: _Graph) -> dict[str, tuple[str, str, str]]:
    """Of each position: whose it is, its words and its kind."""
    of, role, kind = (graph.entity(f"kg:{name}") for name in ("of", "role", "roleType"))
    return {id: (owner, role.get(id, ""), kind.get(id, "")) for id, owner in of.items()}


def _articles(graph: _Graph) -> Iterator[ArticleText]:
    headline, text = graph.one(_ARTICLE, "dcterms:title"), graph.one(_ARTICLE, "nif:isString")
    publisher = graph.one(_ARTICLE, "dcterms:publisher")
    published = graph.one(_ARTICLE, "schema:datePublished")
    source, identifier = (
        graph.one(_ARTICLE, "dcterms:source"),
        graph.one(_ARTICLE, "dcterms:identifier"),
    )
    mentions = _mentions(graph)
    for (id,) in graph.rows("?s", _ARTICLE):
        yield ArticleText(
            id=id,
            headline=headline.get(id) or identifier.get(id) or id,
            text=text.get(id, ""),
            publisher=publisher.get(id, ""),
            published=_day(published.get(id)),
            source=source.get(id, ""),
            mentions=tuple(sorted(mentions.get(id, ()), key=lambda m: (m.begin, m.end, m.entity))),
        )


def _mentions(graph: _Graph) -> dict[str, list[ShownMention]]:
    mentions: dict[str, list[ShownMention]] = defaultdict(list)
    where = (
        "?m kg:refersTo ?entity ; nif:referenceContext ?article ; nif:beginIndex ?begin ;"
        " nif:endIndex ?end OPTIONAL { ?m kg:mentionType ?type }"
    )
    rows = graph.rows("?article ?begin ?end ?entity ?type", where)
    for article, begin, end, entity, kind in rows:
        mentions[article].append(ShownMention(int(begin), int(end), entity, kind or "Name"))
    return mentions


def _day(text: str | None) -> date | None:
    """The day of an xsd:date or xsd:dateTime."""
    return date.fromisoformat(text[:10]) if text else None
