"""Write the list of terms in `docs/ontology.md` anew from `ontology/kg.ttl`.

Run it after a change of the ontology: `python scripts/ontology_page.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rdflib import OWL, RDF, RDFS, SKOS, BNode, Graph, URIRef
from rdflib.collection import Collection

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "ontology.md"

#: Everything after this line is written by the script.
MARK = "<!-- Written by scripts/ontology_page.py from ontology/kg.ttl; do not edit below. -->\n"

_OURS = "https://w3id.org/barta/ontology#"
_KINDS = (
    ("Classes", {OWL.Class}),
    ("Properties between resources", {OWL.ObjectProperty}),
    ("Properties with values", {OWL.DatatypeProperty}),
    ("Individuals", {OWL.NamedIndividual}),
)
_TRAITS = {
    OWL.FunctionalProperty: "one value",
    OWL.SymmetricProperty: "symmetric",
    OWL.TransitiveProperty: "transitive",
}


def page(current: str, ontology: Graph) -> str:
    """The page with its list of terms written anew.

    Args:
        current: The page as it is.
        ontology: `ontology/kg.ttl`.

    Returns:
        The page as it should be.
    """
    written_by_hand = current.partition(MARK)[0]
    return written_by_hand + MARK + "\n" + "\n".join(_terms(ontology))


def _terms(ontology: Graph) -> Iterator[str]:
    ours = [s for s in ontology.subjects(RDFS.isDefinedBy) if isinstance(s, URIRef)]
    for heading, kinds in _KINDS:
        yield f"### {heading}\n"
        yield "| term | বাংলা | English | |"
        yield "| --- | --- | --- | --- |"
        for term in sorted(t for t in ours if kinds & set(ontology.objects(t, RDF.type))):
            yield _row(term, ontology)
        yield ""


def _row(term: URIRef, ontology: Graph) -> str:
    said = [f"`kg:{term.removeprefix(_OURS)}`"]
    for language in ("bn", "en"):
        label, comment = (_text(ontology, term, p, language) for p in (RDFS.label, RDFS.comment))
        said.append(f"**{label}**: {comment}")
    return "| " + " | ".join([*said, "<br>".join(_facts(term, ontology))]) + " |"


def _text(ontology: Graph, term: URIRef, predicate: URIRef, language: str) -> str:
    (found,) = (o for o in ontology.objects(term, predicate) if o.language == language)  # type: ignore[attr-defined]
    return str(found).replace("|", "\\|")


def _facts(term: URIRef, ontology: Graph) -> Iterator[str]:
    for name, predicate in (
        ("under", RDFS.subClassOf),
        ("under", RDFS.subPropertyOf),
        ("of", RDFS.domain),
        ("gives", RDFS.range),
        ("see", RDFS.seeAlso),
        ("near", SKOS.closeMatch),
    ):
        found = sorted(n for o in ontology.objects(term, predicate) for n in _names(o, ontology))
        if found:
            yield f"{name} {', '.join(found)}"
    kinds = set(ontology.objects(term, RDF.type))
    yield from (trait for kind, trait in _TRAITS.items() if kind in kinds)
    yield from sorted(f"a `{_name(k, ontology)}`" for k in kinds if k.startswith(_OURS))
    yield from sorted(map(str, ontology.objects(term, SKOS.notation)), reverse=True)


def _names(node: object, ontology: Graph) -> list[str]:
    if isinstance(node, BNode):
        members = Collection(ontology, ontology.value(node, OWL.unionOf))
        return [f"`{_name(member, ontology)}`" for member in members]
    return [f"`{_name(node, ontology)}`"]


def _name(term: object, ontology: Graph) -> str:
    return ontology.namespace_manager.normalizeUri(str(term))


if __name__ == "__main__":
    graph = Graph().parse(ROOT / "ontology" / "kg.ttl")
    PAGE.write_text(page(PAGE.read_text("utf-8"), graph), encoding="utf-8")
