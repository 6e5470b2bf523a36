"""The closed vocabularies: a misspelt term raises instead of making a new one.

`ontology/kg.ttl` defines the terms of `KG`; a test keeps the two the same.
"""

# ruff: noqa: N815  (the terms are spelt as in the ontology)

from __future__ import annotations

from functools import lru_cache

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Triple
from rdflib import DCTERMS, OWL, PROV, RDF, RDFS, SDO, SKOS, XSD, URIRef
from rdflib.namespace import DefinedNamespace, Namespace


class KG(DefinedNamespace):
    """Our own classes, properties and individuals."""

    _NS = Namespace("https://w3id.org/barta/ontology#")
    _fail = True

    # entities
    Entity: URIRef
    Person: URIRef
    Country: URIRef
    Place: URIRef
    Organization: URIRef
    Position: URIRef
    # what articles say
    Claim: URIRef
    StandingRelation: URIRef
    Status: URIRef
    RoleType: URIRef
    MentionType: URIRef
    # events: PLOVER's sixteen
    Event: URIRef
    Consult: URIRef
    Agree: URIRef
    Support: URIRef
    Cooperate: URIRef
    Aid: URIRef
    Concede: URIRef
    Retreat: URIRef
    Request: URIRef
    Accuse: URIRef
    Reject: URIRef
    Threaten: URIRef
    Protest: URIRef
    Sanction: URIRef
    Mobilize: URIRef
    Coerce: URIRef
    Assault: URIRef
    # events: ours under them
    Meeting: URIRef
    Visit: URIRef
    Negotiation: URIRef
    Communication: URIRef
    Invitation: URIRef
    Hosting: URIRef
    Agreement: URIRef
    Promise: URIRef
    ArmsTransfer: URIRef
    Trade: URIRef
    JointExercise: URIRef
    Cooperation: URIRef
    Appeal: URIRef
    Accusation: URIRef
    Denial: URIRef
    Refusal: URIRef
    Warning: URIRef
    MilitaryActivity: URIRef
    Coercion: URIRef
    Attack: URIRef
    # individuals, by status
    Occurred: URIRef
    Ongoing: URIRef
    Planned: URIRef
    Possible: URIRef
    RequestedNot: URIRef
    Denied: URIRef
    Negated: URIRef
    # individuals, kinds of position
    HeadOfState: URIRef
    HeadOfGovernment: URIRef
    Minister: URIRef
    Spokesperson: URIRef
    Adviser: URIRef
    Diplomat: URIRef
    Military: URIRef
    Official: URIRef
    Executive: URIRef
    Journalist: URIRef
    Other: URIRef
    # individuals, kinds of mention
    Name: URIRef
    Nominal: URIRef
    Pronoun: URIRef
    # properties of claims and events
    event: URIRef
    eventType: URIRef
    agent: URIRef
    recipient: URIRef
    place: URIRef
    begin: URIRef
    end: URIRef
    topic: URIRef
    trigger: URIRef
    status: URIRef
    attributedTo: URIRef
    confidence: URIRef
    evidence: URIRef
    foundBy: URIRef
    note: URIRef
    killed: URIRef
    injured: URIRef
    detained: URIRef
    claimCount: URIRef
    articleCount: URIRef
    sourceCount: URIRef
    disagreement: URIRef
    actsFor: URIRef
    # properties of mentions
    refersTo: URIRef
    mentionType: URIRef
    # standing relations and positions
    holdsPosition: URIRef
    of: URIRef
    role: URIRef
    roleType: URIRef
    attestedFrom: URIRef
    attestedUntil: URIRef
    familyOf: URIRef
    partOf: URIRef
    locatedIn: URIRef
    within: URIRef
    capitalOf: URIRef
    seatOf: URIRef
    alliedWith: URIRef
    adversaryOf: URIRef
    # shortcuts
    met: URIRef
    visited: URIRef
    negotiatedWith: URIRef
    communicatedWith: URIRef
    invited: URIRef
    hosted: URIRef
    agreedWith: URIRef
    promised: URIRef
    supported: URIRef
    supplied: URIRef
    tradedWith: URIRef
    exercisedWith: URIRef
    cooperatedWith: URIRef
    aided: URIRef
    appealedTo: URIRef
    accused: URIRef
    denied: URIRef
    refused: URIRef
    warned: URIRef
    sanctioned: URIRef
    coerced: URIRef
    attacked: URIRef


class NIF(DefinedNamespace):
    """The terms of the NLP Interchange Format that we use."""

    _NS = Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
    _fail = True

    Phrase: URIRef
    Sentence: URIRef
    anchorOf: URIRef
    beginIndex: URIRef
    endIndex: URIRef
    isString: URIRef
    referenceContext: URIRef


class SEM(DefinedNamespace):
    """The terms of the Simple Event Model that we use."""

    _NS = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
    _fail = True

    Actor: URIRef
    Event: URIRef
    Place: URIRef
    hasActor: URIRef
    hasPlace: URIRef
    hasBeginTimeStamp: URIRef
    hasEndTimeStamp: URIRef


class GEO(DefinedNamespace):
    """WGS84 latitude and longitude."""

    _NS = Namespace("http://www.w3.org/2003/01/geo/wgs84_pos#")
    _fail = True

    lat: URIRef
    long: URIRef


WIKIDATA = "http://www.wikidata.org/entity/"
GEONAMES = "https://sws.geonames.org/"

#: Prefixes of what we write; ask puts the same before every query.
PREFIXES: dict[str, str] = {
    "dcterms": str(DCTERMS),
    "geo": str(GEO),
    "kg": str(KG),
    "nif": str(NIF),
    "owl": str(OWL),
    "prov": str(PROV),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "schema": str(SDO),
    "sem": str(SEM),
    "skos": str(SKOS),
    "wd": WIKIDATA,
    "xsd": str(XSD),
}


@lru_cache(maxsize=1024)
def node(term: URIRef) -> NamedNode:
    """The pyoxigraph node of a vocabulary term."""
    return NamedNode(str(term))


def value(term: NamedNode | Literal | BlankNode | DefaultGraph | Triple) -> str:
    """The IRI or text of a term.

    Raises:
        TypeError: The term is a triple or the default graph, which we never write.
    """
    if isinstance(term, NamedNode | Literal | BlankNode):
        return term.value
    raise TypeError(f"{term} has no value")
