"""A reasoner finds no contradiction in the ontology and what we build with it."""

from __future__ import annotations

from pathlib import Path

import graph_samples as samples
import owlrl
import pytest
from owlrl.Namespaces import ERRNS
from rdflib import RDF, RDFS, SKOS, Dataset, Graph, Literal, URIRef

from kg.config import ontology_dir
from kg.graph import KG, NIF, write_graph

BASE = "https://w3id.org/barta/id/"
KIM = URIRef(BASE + samples.KIM.id)


#: What is said about terms, not with them: a reasoner passes it over, at its own cost.
NOTES = {RDFS.label, RDFS.comment, RDFS.isDefinedBy, RDFS.seeAlso, SKOS.notation, SKOS.closeMatch}


def contradictions(*graphs: Graph) -> list[str]:
    """What OWL 2 RL finds wrong with the ontology and the graphs taken together."""
    everything = Graph()
    for graph in (Graph().parse(ontology_dir() / "kg.ttl"), *graphs):
        for triple in graph:
            if triple[1] not in NOTES:
                everything.add(triple)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(everything)
    return sorted(map(str, everything.objects(None, ERRNS.error)))


def union(path: Path) -> Graph:
    """What a build says between resources; offsets and other values are the shapes' matter."""
    dataset = Dataset(default_union=True)
    dataset.parse(path / "graph.nq", format="nquads")
    spans = set(dataset.subjects(NIF.referenceContext))
    graph = Graph()
    for s, p, o in dataset.triples((None, None, None)):
        if s not in spans and not isinstance(o, Literal):
            graph.add((s, p, o))
    return graph


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """The two sample articles."""
    directory = tmp_path_factory.mktemp("built")
    write_graph([samples.first(), samples.second()], directory, check=False)
    return union(directory)


def test_the_ontology_does_not_contradict_itself() -> None:
    """Without any data."""
    assert contradictions() == []


def test_a_built_graph_does_not_contradict_the_ontology(sample: Graph) -> None:
    """Every class and property is used as the ontology means it."""
    assert contradictions(sample) == []


@pytest.mark.parametrize("kind", [KG.Country, KG.Meeting], ids=["a country", "a meeting"])
def test_a_contradiction_is_found(sample: Graph, kind: URIRef) -> None:
    """A person is nothing else besides."""
    wrong = Graph()
    wrong.add((KIM, RDF.type, kind))
    assert contradictions(sample, wrong)


@pytest.mark.model
def test_the_seeds_do_not_contradict_the_ontology(seeds_built: Path) -> None:
    """Real articles, too."""
    assert contradictions(union(seeds_built)) == []
