"""The ontology, the vocabulary of the code, the shapes and the rules say the same."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, Triple, parse
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

from kg.config import ontology_dir
from kg.graph.rules import shortcut_quads
from kg.graph.vocab import GEO, KG, NIF, PREFIXES, SEM
from kg.model import SYMMETRIC, EntityType, MentionType, RoleType, Status

ONTOLOGY = Graph().parse(ontology_dir() / "kg.ttl")
OURS = {s for s in ONTOLOGY.subjects(RDFS.isDefinedBy) if isinstance(s, URIRef)}
RULES = sorted((ontology_dir() / "rules").glob("*.rq"))
PLOVER = "Consult Agree Support Cooperate Aid Concede Retreat Request Accuse Reject Threaten"
PLOVER += " Protest Sanction Mobilize Coerce Assault"
PREFIX_TEXT = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())


def quads(text: str) -> list[Quad]:
    """The quads of a rule's example; those without a graph are put into the events'."""
    found = parse(PREFIX_TEXT + "@prefix : <http://x/> .\n" + text, format=RdfFormat.TRIG)
    events = NamedNode("http://x/events")
    return [
        Quad(*q.triple, events if isinstance(q.graph_name, DefaultGraph) else q.graph_name)
        for q in found
    ]


def triples(text: str) -> set[Triple]:
    """The triples of what a rule's example gives."""
    return {quad.triple for quad in quads(text)}


def below(term: URIRef) -> set[URIRef]:
    """The sub-classes of a class, itself included."""
    return {s for s in ONTOLOGY.transitive_subjects(RDFS.subClassOf, term) if isinstance(s, URIRef)}


def test_the_page_lists_every_term_as_the_ontology_has_it() -> None:
    """`docs/ontology.md` is what its script writes today."""
    script = runpy.run_path(str(ontology_dir().parent / "scripts" / "ontology_page.py"))
    current = script["PAGE"].read_text(encoding="utf-8")
    assert current == script["page"](current, ONTOLOGY)


def test_the_code_knows_exactly_the_terms_of_the_ontology() -> None:
    """Neither has a term that the other lacks."""
    assert {KG[name] for name in KG.__annotations__ if not name.startswith("_")} == OURS


@pytest.mark.parametrize("term", sorted(OURS))
def test_every_term_is_explained_in_both_languages(term: URIRef) -> None:
    """One label and one comment in Bengali and in English."""
    for predicate in (RDFS.label, RDFS.comment):
        languages = sorted(str(o.language) for o in ONTOLOGY.objects(term, predicate))  # type: ignore[attr-defined]
        assert languages == ["bn", "en"]


def test_plovers_sixteen_types_are_the_top_of_the_events() -> None:
    """All sixteen, and no other root."""
    roots = set(ONTOLOGY.subjects(RDFS.subClassOf, KG.Event))
    assert roots == {KG[name] for name in PLOVER.split()}


@pytest.mark.parametrize("term", sorted(below(KG.Event) - {KG.Event}))
def test_every_event_class_has_its_plover_and_cameo_code(term: URIRef) -> None:
    """The PLOVER code is that of its root."""
    plover, cameo = sorted(map(str, ONTOLOGY.objects(term, SKOS.notation)), reverse=True)
    root = next(r for r in PLOVER.split() if term in below(KG[r]))
    assert plover == f"PLOVER:{root.upper()}"
    assert re.fullmatch(r"CAMEO:(0[1-9]|1[0-9]|20)\d{0,2}", cameo)


@pytest.mark.parametrize("kind", [EntityType, MentionType, RoleType, Status])
def test_every_value_of_the_model_is_a_term(kind: type) -> None:
    """What the model can say, the graph can write."""
    assert {KG[value.value] for value in kind} <= OURS  # type: ignore[attr-defined]


def test_standard_terms_are_the_ones_that_the_ontology_builds_on() -> None:
    """A class above ours is of a standard vocabulary or ours."""
    for above in ONTOLOGY.objects(None, RDFS.subClassOf):
        assert isinstance(above, URIRef)
        assert any(above.startswith(iri) for iri in PREFIXES.values()), above


@pytest.mark.parametrize("vocabulary", [KG, NIF, SEM, GEO])
def test_a_misspelt_term_raises(vocabulary: type) -> None:
    """The vocabularies are closed."""
    with pytest.raises(AttributeError):
        vocabulary["Meetin"]  # type: ignore[index]


def test_the_shapes_use_no_term_that_the_ontology_lacks() -> None:
    """A shape on a misspelt property would never catch anything."""
    shapes = Graph().parse(ontology_dir() / "shapes.ttl")
    terms = {term for triple in shapes for term in triple if str(term).startswith(str(KG))}
    assert terms <= OURS


@pytest.mark.parametrize("folder", ["rules", "queries"])
def test_queries_and_rules_use_no_term_that_the_ontology_lacks(folder: str) -> None:
    """A query for a misspelt term would silently answer nothing."""
    for path in (ontology_dir() / folder).glob("*.rq"):
        body = re.sub(r"#.*", "", path.read_text(encoding="utf-8"))
        for name in re.findall(r"\bkg:([A-Za-z]+)", body):
            assert KG[name] in OURS, f"{path.name}: {name}"


def test_every_shortcut_is_made_by_a_rule() -> None:
    """The shortcut properties are the ones that the rules construct."""
    wanted = set(ONTOLOGY.subjects(RDFS.seeAlso))
    body = " ".join(re.sub(r"#.*", "", path.read_text(encoding="utf-8")) for path in RULES)
    assert all(re.search(rf"kg:{str(term).rpartition('#')[2]}\b", body) for term in wanted)


def test_symmetric_types_are_the_ones_with_symmetric_shortcuts() -> None:
    """What the code joins in either order, the ontology calls symmetric."""
    symmetric = set(ONTOLOGY.subjects(RDF.type, OWL.SymmetricProperty))
    classes = {
        str(c).rpartition("#")[2] for p in symmetric for c in ONTOLOGY.objects(p, RDFS.seeAlso)
    }
    assert classes == SYMMETRIC


def examples(kind: str) -> list[tuple[str, str, str]]:
    """Each example of a rule with what it gives, each counterexample with nothing."""
    found = []
    for path in RULES:
        text = path.read_text(encoding="utf-8")
        pattern = {
            "example": r"# example: (.*)\n# gives: (.*)\n",
            "counterexample": r"# counterexample: (.*)()\n",
        }[kind]
        matches = re.findall(pattern, text)
        assert matches, f"{path.name} has no {kind}"
        found += [(path.name, given, gives) for given, gives in matches]
    return found


def derived(name: str, given: str, tmp_path: Path) -> set[Triple]:
    """What one rule makes of a small graph."""
    (tmp_path / name).write_text((ontology_dir() / "rules" / name).read_text("utf-8"), "utf-8")
    store = Store()
    graph = NamedNode("http://x/events")
    store.extend(quads(given))
    return {quad.triple for quad in shortcut_quads(store, graph, tmp_path)}


@pytest.mark.parametrize(("name", "given", "gives"), examples("example"))
def test_a_rule_catches_its_example(name: str, given: str, gives: str, tmp_path: Path) -> None:
    """It derives what its file says, and nothing else."""
    assert derived(name, given, tmp_path) == triples(gives)


@pytest.mark.parametrize(("name", "given", "gives"), examples("counterexample"))
def test_a_rule_leaves_its_counterexample(
    name: str, given: str, gives: str, tmp_path: Path
) -> None:
    """It derives nothing of what it must not catch."""
    assert derived(name, given, tmp_path) == set()


def test_every_type_with_a_shortcut_in_the_ontology_has_it_in_the_rules() -> None:
    """kg:Meeting gives kg:met, as its rule's table says."""
    rows = {
        (cls, short)
        for path in RULES
        for cls, short in re.findall(r"\(kg:(\w+) kg:(\w+)\)", path.read_text(encoding="utf-8"))
    }
    wanted = {
        (str(c).rpartition("#")[2], str(p).rpartition("#")[2])
        for p, c in ONTOLOGY.subject_objects(RDFS.seeAlso)
    }
    assert rows == wanted
