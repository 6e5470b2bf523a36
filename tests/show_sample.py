"""A small graph after the contract of the ontology, written by hand, for tests of the page."""

from __future__ import annotations

import random
from datetime import date, timedelta

from pyoxigraph import RdfFormat, Store

from kg.show.page import ArticleText, Node, PageData, ShownClaim, ShownEvent

BASE = "https://w3id.org/barta/id/"

FIRST = (
    "বৈঠকে কিম-পুতিন\n\n😀 বুধবার ভস্তোচনি কসমোড্রোমে পুতিনের সঙ্গে বৈঠক করেছেন কিম জং উন। "
    "ক্রেমলিন বলেছে, অস্ত্র চুক্তি হয়নি।\n"
)
SECOND = "কিমের সফর\n\nকিম আবার রাশিয়া সফর করতে পারেন। যুক্তরাষ্ট্র উদ্বিগ্ন।\n"

#: A name that ends a script element, runs in an attribute and turns the writing round.
HOSTILE = (
    "</script><script>alert(1)</script>\"' onmouseover=alert(2) \u202e<img src=x onerror=alert(3)>"
)

_PREFIXES = """
@prefix kg: <https://w3id.org/barta/ontology#> .
@prefix id: <https://w3id.org/barta/id/> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix geo: <http://www.w3.org/2003/01/geo/wgs84_pos#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""

_ENTITIES = """
<entities> {
  <person/kim-jong-un> a kg:Person ; skos:prefLabel "কিম জং উন"@bn , "Kim Jong Un"@en ;
    skos:altLabel "কিম"@bn ; owl:sameAs <http://www.wikidata.org/entity/Q56226> .
  <person/vladimir-putin> a kg:Person ;
    skos:prefLabel "ভ্লাদিমির পুতিন"@bn , "Vladimir Putin"@en ; skos:altLabel "পুতিন"@bn ;
    kg:holdsPosition <position/putin> .
  <position/putin> a kg:Position ; kg:of <country/russia> ; kg:role "প্রেসিডেন্ট"@bn ;
    kg:roleType kg:HeadOfState .
  <country/russia> a kg:Country ; skos:prefLabel "রাশিয়া"@bn , "Russia"@en .
  <place/vostochny> a kg:Place ;
    skos:prefLabel "ভস্তোচনি কসমোড্রোম"@bn , "Vostochny Cosmodrome"@en ;
    geo:lat 51.88 ; geo:long 128.33 .
  <organization/hostile> a kg:Organization ; skos:prefLabel HOSTILE@bn , HOSTILE@en .
}
<events> {
  <event/meeting> a kg:Meeting ; kg:agent <person/kim-jong-un> ;
    kg:recipient <person/vladimir-putin> ; sem:hasPlace <place/vostochny> ;
    sem:hasBeginTimeStamp "2023-09-13"^^xsd:date ; sem:hasEndTimeStamp "2023-09-13"^^xsd:date ;
    kg:status kg:Occurred ; kg:disagreement "place" .
  <event/arms> a kg:Agreement ; kg:agent <person/kim-jong-un> ;
    kg:recipient <person/vladimir-putin> ; kg:status kg:Negated .
  <event/visit> a kg:Visit ; kg:agent <person/kim-jong-un> ; kg:recipient <country/russia> ;
    kg:status kg:Possible .
  <event/accuse> a kg:Accusation ; kg:agent <organization/hostile> ;
    kg:recipient <country/russia> ; kg:status kg:Occurred .
}
"""


def sample_store() -> Store:
    """The sample: two articles, five entities, four events, one of them doubtful."""
    hostile = HOSTILE.replace("\\", "\\\\").replace('"', '\\"')
    text = "\n".join(
        [
            f"@base <{BASE}> .",
            _PREFIXES,
            _ENTITIES.replace("HOSTILE", f'"{hostile}"'),
            _article("first", FIRST, "2023-09-13", _first()),
            _article("second", SECOND, "2023-09-20", _second()),
        ]
    )
    store = Store()
    store.load(text, format=RdfFormat.TRIG)
    return store


def _first() -> str:
    return "\n".join(
        [
            _name("first", FIRST, "পুতিনের", "person/vladimir-putin"),
            _name("first", FIRST, "কিম জং উন", "person/kim-jong-un"),
            _claim("first", FIRST, "meeting", "Meeting", "Occurred", 0.9, "😀 বুধবার ভস্তোচনি "
                   "কসমোড্রোমে পুতিনের সঙ্গে বৈঠক করেছেন কিম জং উন।",
                   "kg:place <place/vostochny> ;"),
            _claim("first", FIRST, "arms", "Agreement", "Negated", 0.8,
                   "ক্রেমলিন বলেছে, অস্ত্র চুক্তি হয়নি।",
                   "kg:attributedTo <person/vladimir-putin> ;"),
            "<person/vladimir-putin> kg:holdsPosition <position/putin> .",
        ]
    )  # fmt: skip


def _second() -> str:
    return "\n".join(
        [
            _claim("second", SECOND, "meeting", "Meeting", "Occurred", 0.6,
                   "রাশিয়া সফর", "kg:place <country/russia> ;", "again"),
            _name("second", SECOND, "রাশিয়া", "country/russia"),
            _claim("second", SECOND, "visit", "Visit", "Possible", 0.3,
                   "কিম আবার রাশিয়া সফর করতে পারেন।"),
            _claim("second", SECOND, "accuse", "Accusation", "Occurred", 0.7, "যুক্তরাষ্ট্র উদ্বিগ্ন।"),
        ]
    )  # fmt: skip


def _article(id: str, text: str, day: str, inside: str) -> str:
    title = text.split("\n")[0]
    return (
        f'<article/{id}> {{ <article/{id}> a schema:NewsArticle ; dcterms:identifier "{id}" ;'
        f' dcterms:title "{title}" ; dcterms:publisher "কালবেলা" ; dcterms:source "{id}.txt" ;'
        f' schema:datePublished "{day}"^^xsd:date ; nif:isString """{text}""" .\n{inside}\n}}'
    )


def _span(article: str, text: str, words: str) -> str:
    begin = text.index(words)
    return (
        f'nif:anchorOf "{words}" ; nif:beginIndex {begin} ; nif:endIndex {begin + len(words)} ;'
        f" nif:referenceContext <article/{article}>"
    )


def _name(article: str, text: str, words: str, entity: str) -> str:
    return (
        f"<mention/{article}/{text.index(words)}> a nif:Phrase ; kg:refersTo <{entity}> ;"
        f" kg:mentionType kg:Name ; {_span(article, text, words)} ."
    )


def _claim(
    article: str,
    text: str,
    event: str,
    kind: str,
    status: str,
    sure: float,
    words: str,
    more: str = "",
    id: str = "",
) -> str:
    sentence = f"<mention/{article}/sentence-{event}>"
    return (
        f"<claim/{id or event}> a kg:Claim ; {more} kg:event <event/{event}> ;"
        f" kg:eventType kg:{kind} ;"
        f" kg:agent <person/kim-jong-un> ; kg:status kg:{status} ; kg:confidence {sure} ;"
        f' kg:foundBy "test" ; kg:evidence {sentence} ;'
        f" prov:wasDerivedFrom <article/{article}> .\n"
        f"{sentence} a nif:Sentence ; {_span(article, text, words)} ."
    )


def large_page(size: int) -> PageData:
    """A page of so many names, twice as many events, and two sentences of text for each.

    A few names have to do with very many, as in news; the same on every run.
    """
    chance = random.Random(size)
    names = [_large_name(i) for i in range(size)]
    articles = [_large_article(i) for i in range(max(1, size // 3))]
    kinds = ("Meeting", "Attack", "Visit", "Appeal", "Accusation", "Trade", "Agreement", "Warning")
    states = ("Occurred",) * 7 + ("Planned", "Possible", "Denied")
    events = []
    for i in range(size * 2):
        # The cube brings most ends to the first names.
        ends = {int(chance.random() ** 3 * size), i % size}
        agent, *other = (names[end].id for end in sorted(ends))
        status, kind = chance.choice(states), chance.choice(kinds)
        day = date(2023, 1, 1) + timedelta(days=chance.randrange(900))
        claim = ShownClaim(
            f"claim/{i}", articles[i % len(articles)].id, kind, status, 0.5 + i % 50 / 100,
            (agent,), tuple(other), evidence=((0, 20),),
        )  # fmt: skip
        events.append(
            ShownEvent(
                f"event/{i:05}", kind, status, (agent,), tuple(other), (), day, day, (), (claim,)
            )
        )
    return PageData(tuple(names), tuple(events), (), tuple(articles))


def _large_name(i: int) -> Node:
    kind = ("Person", "Country", "Place", "Organization")[i % 4]
    spot = (i * 7 % 120 - 55.0, i * 13 % 340 - 170.0) if kind == "Place" else (None, None)
    return Node(
        f"{kind.lower()}/{i:05}", kind, f"নাম {i} কিছু", f"Name {i} some", "", (), i % 9, *spot
    )


def _large_article(i: int) -> ArticleText:
    text = f"সংবাদ {i}: আজ ঢাকায় বৈঠক করেছেন দুই নেতা। " * 6
    return ArticleText(f"article/{i:05}", f"শিরোনাম {i}", text, "কালবেলা", date(2025, 1, 1))
