"""An article and its mentions as quads of the article's own graph."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad
from rdflib import DCTERMS, RDF, SDO, URIRef

from kg.errors import GraphError
from kg.graph.iris import Names
from kg.graph.literals import day, decimal, integer, text
from kg.graph.vocab import KG, NIF, node
from kg.model import Article, Evidence, Link, Reading


def article_quads(article: Article, names: Names) -> Iterator[Quad]:
    """What is known of the article, its text included.

    Args:
        article: The article.
        names: The build's IRIs.

    Yields:
        Quads of the article's graph.
    """
    graph = names.article(article.id)

    def say(predicate: URIRef, object: NamedNode | Literal) -> Quad:
        return Quad(graph, node(predicate), object, graph)

    yield say(RDF.type, node(SDO.NewsArticle))
    yield say(DCTERMS.identifier, text(article.id))
    yield say(NIF.isString, text(article.text))
    if article.headline:
        yield say(DCTERMS.title, text(article.headline.strip(), "bn"))
    if article.published:
        yield say(SDO.datePublished, day(article.published))
    if article.publisher:
        yield say(DCTERMS.publisher, text(article.publisher))
    if article.source:
        yield say(DCTERMS.source, text(article.source))


def mention_quads(reading: Reading, names: Names) -> Iterator[Quad]:
    """The mentions that refer to something, and the sentences that are evidence.

    Args:
        reading: What was read out of one article.
        names: The build's IRIs.

    Yields:
        Quads of the article's graph.

    Raises:
        GraphError: An offset does not lead back to the text it is said to.
    """
    article = reading.document.article
    for link in reading.resolution.links:
        yield from _link(article, link, names)
    of_claims = (evidence for claim in reading.claims for evidence in claim.evidence)
    of_relations = (evidence for relation in reading.relations for evidence in relation.evidence)
    for evidence in sorted({*of_claims, *of_relations}, key=lambda e: (e.begin, e.end)):
        yield from _sentence(article, evidence, names)


def _link(article: Article, link: Link, names: Names) -> Iterator[Quad]:
    mention, graph = link.mention, names.article(article.id)
    if article.text[mention.begin : mention.end] != mention.text:
        raise GraphError(
            f"the mention {mention.text!r} does not stand at {mention.begin}-{mention.end}",
            article.id,
            f"Mend the offsets that {mention.found_by or 'the tagger'} gives",
        )
    subject = names.mention(article.id, mention.begin, mention.end, link.type)
    yield from _span(article, subject, mention.begin, mention.end, names)
    yield Quad(subject, node(RDF.type), node(NIF.Phrase), graph)
    yield Quad(subject, node(KG.mentionType), node(KG[link.type.value]), graph)
    yield Quad(subject, node(KG.confidence), decimal(link.confidence), graph)
    for rule in sorted({mention.found_by, link.found_by} - {""}):
        yield Quad(subject, node(KG.foundBy), text(rule), graph)
    for entity in link.entities:
        yield Quad(subject, node(KG.refersTo), names.entity(entity), graph)


def _sentence(article: Article, evidence: Evidence, names: Names) -> Iterator[Quad]:
    subject = names.sentence(article.id, evidence.begin, evidence.end)
    yield from _span(article, subject, evidence.begin, evidence.end, names)
    yield Quad(subject, node(RDF.type), node(NIF.Sentence), names.article(article.id))


def _span(
    article: Article, subject: NamedNode, begin: int, end: int, names: Names
) -> Iterator[Quad]:
    if not 0 <= begin < end <= len(article.text):
        raise GraphError(
            f"the span {begin}-{end} is not within the text",
            article.id,
            f"The text has {len(article.text)} code points",
        )
    graph = names.article(article.id)
    yield Quad(subject, node(NIF.referenceContext), graph, graph)
    yield Quad(subject, node(NIF.anchorOf), text(article.text[begin:end]), graph)
    yield Quad(subject, node(NIF.beginIndex), integer(begin), graph)
    yield Quad(subject, node(NIF.endIndex), integer(end), graph)
