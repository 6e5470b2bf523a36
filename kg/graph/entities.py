"""One resource for each real-world thing, gathered over all articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import regex
from pyoxigraph import Literal, NamedNode, Quad
from rdflib import DCTERMS, OWL, RDF, SKOS, URIRef

from kg.graph.background import Background
from kg.graph.iris import Names
from kg.graph.literals import decimal, text
from kg.graph.vocab import GEO, GEONAMES, KG, WIKIDATA, node
from kg.model import Entity, MentionType, Reading, RoleType

#: Posts whose holder acts for the country: what he does abroad, the country does.
_ACTS_FOR = frozenset(
    {RoleType.HEAD_OF_STATE, RoleType.HEAD_OF_GOVERNMENT, RoleType.MINISTER, RoleType.DIPLOMAT}
)

_BENGALI = regex.compile(r"\p{Bengali}")


@dataclass(slots=True)
class Register:
    """The entities of a build, with every form in which the articles name them.

    A thing that the world file lacks takes its labels from its articles, and these may
    spell it differently: the most frequent description wins, the others' labels are
    kept as alternative ones.
    """

    _described: defaultdict[str, Counter[Entity]] = field(
        default_factory=lambda: defaultdict(Counter)
    )
    _forms: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _states: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _holders: defaultdict[str, defaultdict[str, set[str]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(set))
    )

    def add(self, reading: Reading) -> None:
        """Take in the entities and names of one article."""
        for entity in reading.resolution.entities:
            self._described[entity.id][replace(entity, aliases=())] += 1
            self._forms[entity.id].update(entity.aliases)
        for link in reading.resolution.links:
            if link.type is MentionType.NAME and len(link.entities) == 1:
                self._forms[link.entities[0]].add(link.mention.base)
        for relation in reading.relations:
            if relation.predicate == "locatedIn":
                holders = self._holders[relation.subject][relation.object]
                holders.add(reading.document.article.id)
            if relation.role_type in _ACTS_FOR and relation.object.startswith("country/"):
                self._states[relation.subject].add(relation.object)

    def background(self) -> Background:
        """What the claims are held against when they are joined into events."""
        return Background(
            entities=self.entities(),
            states={person: frozenset(states) for person, states in self._states.items()},
            holders={
                place: {holder: frozenset(articles) for holder, articles in said.items()}
                for place, said in self._holders.items()
            },
        )

    def entities(self) -> dict[str, Entity]:
        """The entities by id, each as most articles describe it."""
        return {id: self._best(id) for id in sorted(self._described)}

    def _best(self, id: str) -> Entity:
        votes = self._described[id]
        return min(votes, key=lambda entity: (-votes[entity], repr(entity)))

    def quads(self, known: Background, names: Names) -> Iterator[Quad]:
        """The quads of the entities' graph, but for the relations that articles state.

        Args:
            known: What `background` gives.
            names: The build's IRIs.
        """
        for entity in known.entities.values():
            for predicate, object in self._said(entity, known, names):
                yield Quad(names.entity(entity.id), node(predicate), object, names.entities)

    def _said(
        self, entity: Entity, known: Background, names: Names
    ) -> Iterator[tuple[URIRef, NamedNode | Literal]]:
        yield RDF.type, node(KG[entity.type.value])
        labels = {label for label in (entity.label_bn, entity.label_en) if label}
        for label, language in ((entity.label_bn, "bn"), (entity.label_en, "en")):
            if label:
                yield SKOS.prefLabel, text(label, language)
        for form in sorted(self._all_forms(entity.id) - labels - {""}):
            yield SKOS.altLabel, text(form, "bn" if _BENGALI.search(form) else "en")
        if entity.wikidata:
            yield OWL.sameAs, NamedNode(WIKIDATA + entity.wikidata)
        if entity.geonames:
            yield OWL.sameAs, NamedNode(f"{GEONAMES}{entity.geonames}/")
        if entity.latitude is not None and entity.longitude is not None:
            yield GEO.lat, decimal(entity.latitude, 6)
            yield GEO.long, decimal(entity.longitude, 6)
        for predicate, other in (
            (KG.locatedIn, entity.located_in),
            (KG.seatOf, entity.seat_of),
        ):
            # An id that no article's entities describe would be a node without a label.
            if other and other in known.entities:
                yield predicate, names.entity(other)
        if known.located_apart(entity.id):
            yield KG.disagreement, text("locatedIn")
        if entity.source:
            yield DCTERMS.source, text(entity.source)

    def _all_forms(self, id: str) -> set[str]:
        spelt = {label for e in self._described[id] for label in (e.label_bn, e.label_en)}
        return self._forms[id] | spelt
