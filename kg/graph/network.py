"""The graph as a network: entities are nodes, events are edges between their actors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import networkx as nx
import regex
from networkx.readwrite.gexf import GEXFWriter
from pyoxigraph import Literal, Store
from rdflib import RDF, SKOS, URIRef

from kg.graph.vocab import KG, NIF, SEM, node, value
from kg.model import SYMMETRIC, EntityType

#: What XML 1.0 cannot hold, even escaped.
_NOT_XML = regex.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_Index = dict[str, list[str]]


def to_networkx(store: Store) -> nx.MultiDiGraph[str]:
    """The network of a built graph.

    Nodes have `type`, `label_bn`, `label_en` and `mentions` (their number). Every pair
    of sides of an event is an edge from agent to recipient, with `event`, `event_type`,
    `status`, `confidence`, `begin`, `end`, `place`, `claims`, `articles`, `sources` and
    `evidence` (sentences). The far side of an event without recipient is its other agent where the
    type is symmetric, else its place, else the agent itself; `target_role` tells which.

    Args:
        store: A store that holds a built graph.

    Returns:
        Nodes and edges in the order of their IRIs.
    """
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for iri, attributes in _nodes(store):
        network.add_node(iri, **attributes)
    for source, target, role, attributes in _edges(store):
        key = f"{attributes['event']} {role}"
        network.add_edge(source, target, key=key, target_role=role, **attributes)
    return network


def write_graphml(network: nx.MultiDiGraph[str], path: Path) -> None:
    """Write the network as GraphML; lists become text with a line for each item."""
    nx.write_graphml(_flat(network), path, encoding="utf-8", named_key_ids=True)


def write_gexf(network: nx.MultiDiGraph[str], path: Path) -> None:
    """Write the network as GEXF for Gephi; lists become text with a line for each item."""
    writer = GEXFWriter(encoding="utf-8", version="1.2draft")
    writer.add_graph(_flat(network))
    # The day of writing would make the same network another file tomorrow.
    writer.xml.find("meta").attrib.pop("lastmodifieddate")
    with path.open("wb") as file:
        writer.write(file)


def _flat(network: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """The network with plain values, and the label that Gephi shows on nodes and edges."""
    flat: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for iri, attributes in network.nodes(data=True):
        label = attributes["label_bn"] or attributes["label_en"] or iri
        flat.add_node(iri, **_plain(attributes | {"label": label}))
    for source, target, key, attributes in network.edges(keys=True, data=True):
        label = attributes["event_type"]
        flat.add_edge(source, target, key=key, **_plain(attributes | {"label": label}))
    return flat


def _plain(attributes: dict[str, Any]) -> dict[str, Any]:
    return {
        name: held if isinstance(held, int | float) else _text(held)
        for name, held in attributes.items()
    }


def _text(held: Any) -> str:
    return _NOT_XML.sub("", held if isinstance(held, str) else "\n".join(held))


def _nodes(store: Store) -> Iterator[tuple[str, dict[str, Any]]]:
    mentions = _index(store, KG.refersTo, inverse=True)
    labels: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for quad in store.quads_for_pattern(None, node(SKOS.prefLabel), None, None):
        if isinstance(quad.object, Literal) and quad.object.language:
            labels[value(quad.subject)][quad.object.language] = quad.object.value
    types = _index(store, RDF.type)
    classes = {str(KG[type.value]): type.value for type in EntityType}
    for iri in sorted(types):
        kinds = [classes[type] for type in types[iri] if type in classes]
        if kinds:
            yield (
                iri,
                {
                    "type": kinds[0],
                    "label_bn": labels[iri].get("bn", ""),
                    "label_en": labels[iri].get("en", ""),
                    "mentions": len(mentions.get(iri, ())),
                },
            )


def _edges(store: Store) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    agents, recipients = _index(store, KG.agent), _index(store, KG.recipient)
    places, types = _index(store, SEM.hasPlace), _index(store, RDF.type)
    attributes = _Attributes(store)
    for event in attributes.events:
        sides = agents.get(event, []), recipients.get(event, []), places.get(event, [])
        event_type = types[event][0].rpartition("#")[2]
        for source, target, role in _pairs(event_type, *sides):
            yield source, target, role, attributes.of(event, event_type, places.get(event, []))


def _pairs(
    event_type: str, agents: Sequence[str], recipients: Sequence[str], places: Sequence[str]
) -> Iterator[tuple[str, str, str]]:
    if not agents:
        # Nobody is named who does it: whom it is done to, and where.
        agents, recipients = recipients, ()
    if recipients:
        yield from ((a, r, "recipient") for a in agents for r in recipients)
    elif event_type in SYMMETRIC and len(agents) > 1:
        yield from ((a, b, "agent") for a, b in combinations(agents, 2))
    elif places:
        yield from ((a, p, "place") for a in agents for p in places)
    else:
        yield from ((a, a, "self") for a in agents)


class _Attributes:
    """What an edge tells of its event, looked up once for the whole store."""

    def __init__(self, store: Store) -> None:
        self.events = sorted(_index(store, KG.claimCount))
        self._claims = _index(store, KG.event, inverse=True)
        self._sentences = _index(store, KG.evidence)
        self._texts = _index(store, NIF.anchorOf)
        self._one = {
            "status": _index(store, KG.status),
            "begin": _index(store, SEM.hasBeginTimeStamp),
            "end": _index(store, SEM.hasEndTimeStamp),
            "confidence": _index(store, KG.confidence),
            "articles": _index(store, KG.articleCount),
            "sources": _index(store, KG.sourceCount),
        }

    def of(self, event: str, event_type: str, places: list[str]) -> dict[str, Any]:
        """The attributes of the event's edges."""
        one = {name: index.get(event, [""])[0] for name, index in self._one.items()}
        claims = self._claims.get(event, [])
        said = sorted({s for claim in claims for s in self._sentences.get(claim, [])})
        return {
            "event": event,
            "event_type": event_type,
            "status": one["status"].rpartition("#")[2],
            "begin": one["begin"],
            "end": one["end"],
            "confidence": float(one["confidence"]),
            "articles": int(one["articles"]),
            "sources": int(one["sources"]),
            "place": places,
            "claims": claims,
            "evidence": [text for sentence in said for text in self._texts.get(sentence, [])],
        }


def _index(store: Store, predicate: URIRef, *, inverse: bool = False) -> _Index:
    """Objects by subject (or the other way round) in all graphs, sorted, each once."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for quad in store.quads_for_pattern(None, node(predicate), None, None):
        key, other = value(quad.subject), value(quad.object)
        if inverse:
            key, other = other, key
        found[key].add(other)
    return {key: sorted(values) for key, values in found.items()}
