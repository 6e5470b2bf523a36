"""Every value that crosses a door between two rooms.

All values are frozen. Offsets (`begin`, `end`) are Unicode code points into
`Article.text`, which is the text exactly as it was given; `begin` is inclusive,
`end` exclusive. Strings marked *canonical* are in the form that
`kg.language.canonical` returns (NFC and its repairs).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block of an article is, as far as the reader can tell."""

    HEADLINE = "headline"
    SUBHEAD = "subhead"
    BODY = "body"


class PublishedBy(StrEnum):
    """Where a publication date comes from."""

    OPTION = "option"
    METADATA = "metadata"
    TEXT = "text"
    NONE = "none"


class EntityType(StrEnum):
    """The four kinds of entities; the value is the local name of its class."""

    PERSON = "Person"
    COUNTRY = "Country"
    PLACE = "Place"
    ORGANIZATION = "Organization"


class MentionType(StrEnum):
    """How a mention refers; the value is the local name of its individual."""

    NAME = "Name"
    NOMINAL = "Nominal"
    PRONOUN = "Pronoun"


class Case(StrEnum):
    """The case that a Bengali ending marks (`NONE`: the bare, nominative form)."""

    NONE = "none"
    GENITIVE = "genitive"
    OBJECTIVE = "objective"
    LOCATIVE = "locative"


class Status(StrEnum):
    """Factuality of a claim; the value is the local name of its individual."""

    OCCURRED = "Occurred"
    ONGOING = "Ongoing"
    PLANNED = "Planned"
    POSSIBLE = "Possible"
    REQUESTED_NOT = "RequestedNot"
    DENIED = "Denied"
    NEGATED = "Negated"


class RoleType(StrEnum):
    """The kind of a position; the value is the local name of its individual."""

    HEAD_OF_STATE = "HeadOfState"
    HEAD_OF_GOVERNMENT = "HeadOfGovernment"
    MINISTER = "Minister"
    SPOKESPERSON = "Spokesperson"
    ADVISER = "Adviser"
    DIPLOMAT = "Diplomat"
    MILITARY = "Military"
    OFFICIAL = "Official"
    EXECUTIVE = "Executive"
    JOURNALIST = "Journalist"
    OTHER = "Other"


# ---------------------------------------------------------------- read
@dataclass(frozen=True, slots=True)
class Block:
    """A run of an article's text that a reader reads: a headline or a paragraph."""

    kind: BlockKind
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was given, and which parts of its text are the article.

    Attributes:
        id: The record's `id`, or the file's name; unique within a build.
        text: The text exactly as given. A JSONL record's title follows its text
            after a blank line, so that offsets into the record's text stay valid.
        blocks: Headline and paragraphs in reading order; page chrome is in none.
        published: The day of publication, when known.
        published_by: Where that day comes from.
        publisher: The outlet's name as given, when known.
        source: File name or URL.
    """

    id: str
    text: str
    blocks: tuple[Block, ...]
    published: date | None = None
    published_by: PublishedBy = PublishedBy.NONE
    publisher: str | None = None
    source: str = ""

    @property
    def headline(self) -> str:
        """The headline's text, or the empty string."""
        for block in self.blocks:
            if block.kind is BlockKind.HEADLINE:
                return self.text[block.begin : block.end]
        return ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """Input that could not be read or was left out, with the reason.

    Attributes:
        source: File (with `:line` for JSONL), URL or `-` for standard input.
        reason: What is wrong and what to do, one sentence.
    """

    source: str
    reason: str


# ---------------------------------------------------------------- language
@dataclass(frozen=True, slots=True)
class Token:
    """A word or punctuation mark: `text` is canonical, offsets are the original's."""

    text: str
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its tokens and the block it stands in (an index)."""

    index: int
    block: int
    begin: int
    end: int
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Inflection:
    """A word taken apart: `base` + the ending of `case` + an emphatic `particle`.

    `plural` is true for -রা, -দের, -গুলো and their like.
    """

    base: str
    case: Case = Case.NONE
    plural: bool = False
    particle: str = ""


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A date expression resolved to the first and last day meant.

    `begin` and `end` are offsets; `grain` is one of day, week, month, year, range.
    """

    begin: int
    end: int
    text: str
    first: date
    last: date
    grain: str


# ---------------------------------------------------------------- tag
@dataclass(frozen=True, slots=True)
class Mention:
    """A span that refers to something.

    Attributes:
        begin: Offset of the first code point. A mention may begin or end inside a
            token (কিম-পুতিন holds two).
        end: Offset after the last code point, case ending included, title excluded.
        text: `Article.text[begin:end]`.
        label: `PER`, `LOC`, `GPE`, `ORG`, `TIME`; empty for nominals and pronouns.
        sentence: Index of its sentence.
        base: The canonical text without case ending and particle.
        case: The case of its last word.
        plural: True when the ending is a plural one.
        found_by: `stanza-ner`, `gazetteer`, or the name of the rule.
        candidates: Ids of world entries that this form names (may be empty).
        score: 0..1.
    """

    begin: int
    end: int
    text: str
    label: str
    sentence: int
    base: str
    case: Case = Case.NONE
    plural: bool = False
    found_by: str = ""
    candidates: tuple[str, ...] = ()
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Document:
    """An article with sentences in reading order and mentions sorted by offset.

    Name mentions do not overlap.
    """

    article: Article
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...] = ()


# ---------------------------------------------------------------- resolve
@dataclass(frozen=True, slots=True)
class Entity:
    """One real-world thing, the same value in every article that names it.

    Attributes:
        id: The path of its IRI: `person/kim-jong-un`.
        label_bn: Bengali label, canonical.
        label_en: English label (romanised when the thing is not in the world file).
        aliases: Other canonical forms, sorted.
        located_in: Id of the place or country that holds it.
        seat_of: Id of the country whose government it stands for (capitals, palaces).
    """

    id: str
    type: EntityType
    label_bn: str
    label_en: str
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    geonames: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    located_in: str | None = None
    seat_of: str | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A mention and what it refers to (several entities for "দুই নেতা")."""

    mention: Mention
    entities: tuple[str, ...]
    type: MentionType
    found_by: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Resolution:
    """The entities of one article, sorted by id, and the links by offset."""

    entities: tuple[Entity, ...]
    links: tuple[Link, ...]


# ---------------------------------------------------------------- relate
#: Event types in which the two sides do the same thing to each other, whatever frame found
#: them: both sides fight a war, but one side carries out an attack.
SYMMETRIC = frozenset(
    (
        "Meeting",
        "Negotiation",
        "Communication",
        "Agreement",
        "Trade",
        "JointExercise",
        "Cooperation",
    )
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence of the article that supports a statement."""

    sentence: int
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Claim:
    """What one article says of a happening.

    Attributes:
        event_type: Local name of an event class: `Meeting`, `ArmsTransfer`, `Concede`.
        agent: Ids of entities; likewise `recipient`, `place`, `attributed_to`.
        begin: The earliest day meant; `end` the latest; both or neither.
        topic: The words it is about, as written, or empty.
        confidence: 0..1.
        evidence: Sentences, in order; at least one.
        trigger: The word or words that name the happening, as written.
        found_by: Name of the frame.
        notes: How each role was filled, for `kg explain`.
    """

    event_type: str
    agent: tuple[str, ...]
    recipient: tuple[str, ...]
    place: tuple[str, ...]
    status: Status
    evidence: tuple[Evidence, ...]
    found_by: str
    confidence: float
    begin: date | None = None
    end: date | None = None
    topic: str = ""
    attributed_to: tuple[str, ...] = ()
    trigger: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """A standing relation that the article states.

    Attributes:
        subject: Entity id.
        predicate: `holdsPosition`, `familyOf`, `partOf`, `locatedIn`, `capitalOf`,
            `alliedWith` or `adversaryOf`.
        object: Entity id; for `holdsPosition` the country or organisation.
        role: For `holdsPosition` and `familyOf`, the role as written without ending.
        role_type: For `holdsPosition`.
    """

    subject: str
    predicate: str
    object: str
    evidence: tuple[Evidence, ...]
    found_by: str
    confidence: float
    role: str = ""
    role_type: RoleType | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was read out of one article: what `graph` writes down."""

    document: Document
    resolution: Resolution
    claims: tuple[Claim, ...] = ()
    relations: tuple[Relation, ...] = ()


# ---------------------------------------------------------------- graph
@dataclass(frozen=True, slots=True)
class Event:
    """Claims of the same happening, joined across articles.

    `claims` are ids of claims; `sources` counts those who vouch for it, copies and
    repeated speakers once; `disagreement` names the aspects (`place`, `time`, `status`,
    `agent`, `recipient`, `number`) on which the articles differ.
    """

    id: str
    event_type: str
    types: tuple[str, ...]
    agent: tuple[str, ...]
    recipient: tuple[str, ...]
    place: tuple[str, ...]
    status: Status
    claims: tuple[str, ...]
    articles: tuple[str, ...]
    sources: int
    begin: date | None = None
    end: date | None = None
    disagreement: tuple[str, ...] = field(default=())
