"""Small readings, made by hand, for the tests of graph and ask."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kg.language import tokenise
from kg.model import (
    Article,
    Block,
    BlockKind,
    Claim,
    Document,
    Entity,
    EntityType,
    Evidence,
    Link,
    Mention,
    MentionType,
    PublishedBy,
    Reading,
    Relation,
    Resolution,
    RoleType,
    Sentence,
    Status,
)

KIM = Entity(
    "person/kim-jong-un", EntityType.PERSON, "কিম জং উন", "Kim Jong Un", ("কিম",), "Q56226"
)
PUTIN = Entity(
    "person/vladimir-putin", EntityType.PERSON, "ভ্লাদিমির পুতিন", "Vladimir Putin", (), "Q7747"
)
RUSSIA = Entity("country/russia", EntityType.COUNTRY, "রাশিয়া", "Russia", ("রুশ",), "Q159")
VOSTOCHNY = Entity(
    "place/vostochny-cosmodrome",
    EntityType.PLACE,
    "ভস্তোচনি কসমোড্রোম",
    "Vostochny Cosmodrome",
    latitude=51.884395,
    longitude=128.33,
    located_in="country/russia",
)
KREMLIN = Entity(
    "organization/kremlin",
    EntityType.ORGANIZATION,
    "ক্রেমলিন",
    "Kremlin",
    seat_of="country/russia",
)
ENTITIES = (RUSSIA, KREMLIN, KIM, PUTIN, VOSTOCHNY)

HEADLINE = "কিম-পুতিন বৈঠক"
TEXT = (
    f"{HEADLINE}\n\nভস্তোচনি কসমোড্রোমে বুধবার কিম জং উন ও রুশ নেতা ভ্লাদিমির পুতিন বৈঠক করেছেন। তিনি খুশি।"
)
LATER_TEXT = "রাশিয়ায় কিম-পুতিন বৈঠক হয়েছে, জানায় ক্রেমলিন। কিম জং উন রাশিয়া সফর করবেন।"


def claim(**changes: object) -> Claim:
    """A claim that Kim met Putin at Vostochny on 13 September 2023, with changes."""
    meeting = Claim(
        event_type="Meeting",
        agent=(KIM.id,),
        recipient=(PUTIN.id,),
        place=(VOSTOCHNY.id,),
        status=Status.OCCURRED,
        evidence=(Evidence(0, 0, 14),),
        found_by="meeting",
        confidence=0.9,
        begin=date(2023, 9, 13),
        end=date(2023, 9, 13),
    )
    return replace(meeting, **changes)  # type: ignore[arg-type]


def article(id: str, text: str, published: date | None = date(2023, 9, 13)) -> Article:
    """An article whose first line is its headline."""
    end = text.index("\n") if "\n" in text else len(text)
    blocks = (Block(BlockKind.HEADLINE, 0, end),)
    by = PublishedBy.METADATA if published else PublishedBy.NONE
    return Article(id, text, blocks, published, by, "কালবেলা", f"{id}.txt")


def link(
    text: str, surface: str, entity: str, base: str, type: MentionType = MentionType.NAME
) -> Link:
    """A link of the surface's first occurrence in the text."""
    begin = text.index(surface)
    mention = Mention(begin, begin + len(surface), surface, "PER", 0, base, found_by="sample")
    return Link(mention, (entity,), type, "by-name", 0.95)


def reading(
    document: Article, claims: tuple[Claim, ...] = (), relations: tuple[Relation, ...] = ()
) -> Reading:
    """A reading of an article that names whichever of the entities its text does."""
    text = document.text
    links = [
        link(text, entity.label_bn, entity.id, entity.label_bn)
        for entity in ENTITIES
        if entity.label_bn in text
    ]
    said = {e.sentence: e for claim in (*claims, *relations) for e in claim.evidence}
    spans = [said.get(n, Evidence(n, 0, len(text))) for n in range(max(said, default=0) + 1)]
    sentences = tuple(
        Sentence(e.sentence, 0, e.begin, e.end, tokenise(text[e.begin : e.end], e.begin))
        for e in spans
    )
    mentions = tuple(link.mention for link in links)
    resolution = Resolution(ENTITIES, tuple(sorted(links, key=lambda x: x.mention.begin)))
    return Reading(Document(document, sentences, mentions), resolution, claims, relations)


def first() -> Reading:
    """An article with a meeting, a position, a name and a pronoun."""
    begin = TEXT.index("ভস্তোচনি")
    sentence = Evidence(1, begin, TEXT.index("।") + 1)
    meeting = claim(
        evidence=(Evidence(0, 0, len(HEADLINE)), sentence),
        trigger="বৈঠক",
        notes=("agent: nominative before ও",),
    )
    post = Relation(
        PUTIN.id,
        "holdsPosition",
        RUSSIA.id,
        (sentence,),
        "apposition",
        0.8,
        "নেতা",
        RoleType.HEAD_OF_STATE,
    )
    read = reading(article("first", TEXT), (meeting,), (post,))
    he = link(TEXT, "তিনি", PUTIN.id, "তিনি", MentionType.PRONOUN)
    return replace(read, resolution=replace(read.resolution, links=(*read.resolution.links, he)))


def second() -> Reading:
    """A later article with the same meeting, on the Kremlin's word, and a planned visit."""
    meeting = claim(
        agent=(PUTIN.id,),
        recipient=(KIM.id,),
        place=(RUSSIA.id,),
        begin=None,
        end=None,
        attributed_to=(KREMLIN.id,),
        evidence=(Evidence(0, 0, LATER_TEXT.index("।") + 1),),
        confidence=0.6,
    )
    visit = claim(
        event_type="Visit",
        recipient=(RUSSIA.id,),
        place=(),
        status=Status.PLANNED,
        begin=None,
        end=None,
        evidence=(Evidence(1, LATER_TEXT.index("।") + 2, len(LATER_TEXT)),),
        found_by="visit",
    )
    return reading(article("second", LATER_TEXT, date(2023, 9, 14)), (meeting, visit))
