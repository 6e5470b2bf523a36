"""What an endpoint says of itself, in the SPARQL 1.1 service description vocabulary.

https://www.w3.org/TR/sparql11-service-description/
"""

from __future__ import annotations

from rdflib import RDF, Graph, Namespace, URIRef

from kg.ask.protocol import ROWS, TRIPLES

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")

_FORMATS = {
    "text/csv": "SPARQL_Results_CSV",
    "text/tab-separated-values": "SPARQL_Results_TSV",
    "application/sparql-results+json": "SPARQL_Results_JSON",
    "application/sparql-results+xml": "SPARQL_Results_XML",
    "text/turtle": "Turtle",
    "application/n-triples": "N-Triples",
    "application/rdf+xml": "RDF_XML",
    "application/ld+json": "JSON-LD",
}


def description(endpoint: str, media_type: str) -> bytes:
    """The description of an endpoint.

    Args:
        endpoint: Its address.
        media_type: One of `kg.ask.protocol.TRIPLES`.
    """
    graph = Graph()
    graph.bind("sd", SD)
    service = URIRef(endpoint)
    graph.add((service, RDF.type, SD.Service))
    graph.add((service, SD.endpoint, service))
    graph.add((service, SD.supportedLanguage, SD.SPARQL11Query))
    graph.add((service, SD.feature, SD.UnionDefaultGraph))
    for kind in sorted({*ROWS, *TRIPLES} & _FORMATS.keys()):
        result = URIRef(f"http://www.w3.org/ns/formats/{_FORMATS[kind]}")
        graph.add((service, SD.resultFormat, result))
    xml = media_type in {"application/rdf+xml", "application/xml"}
    return graph.serialize(format="pretty-xml" if xml else media_type, encoding="utf-8")
