"""One sentence laid out for the frames, and what the sentences before say about it."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import EntityType, Evidence, Link, Sentence, Token
from kg.relate.clauses import Domain
from kg.relate.spans import Chunk
from kg.relate.verbgroups import VerbGroup

#: What can act: a place only where it stands for a state.
ACTORS = frozenset({EntityType.PERSON, EntityType.COUNTRY, EntityType.ORGANIZATION})


@dataclass(frozen=True, slots=True)
class Subject:
    """Who acts in a clause, how that was seen, and how sure it is (0..1).

    `people` are those who act for a body: বিএনপি নেতারা.
    """

    entities: tuple[str, ...]
    types: frozenset[EntityType]
    how: str
    confidence: float
    chunk: Chunk | None = None
    people: bool = False


@dataclass(frozen=True, slots=True)
class Memory:
    """What the sentences before say about this one.

    Attributes:
        subject: Who acted in the last main clause.
        speaker: Who spoke last.
        quoting: The sentence begins inside a quotation, whose speaker is `speaker`.
        quoted: The sentence before ended with a quotation.
        length: How many sentences the quotation has lasted.
        report: Whose report or statement was quoted last.
        person: Which person spoke last.
        told: Who was still speaking, without quotation marks, as the sentence before ended.
        block: The block of the sentence before.
    """

    subject: Subject | None = None
    speaker: tuple[str, ...] = ()
    quoting: bool = False
    quoted: bool = False
    length: int = 0
    report: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    block: int = -1


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence, taken apart.

    `subjects`, `speakers` and `saying` (whether the clause reports somebody's words) run
    parallel to `domains`; `home` is the country that the article is about, if it is about
    one, `back` whose word the sentence before was, and `reports` whose statement each clause
    tells of (বিবৃতিতে আহ্বান জানানো হয়). `last` is the sentence before.
    """

    sentence: Sentence
    links: tuple[Link, ...]
    chunks: tuple[Chunk, ...]
    groups: tuple[VerbGroup, ...]
    domains: tuple[Domain, ...]
    subjects: tuple[Subject | None, ...] = ()
    speakers: tuple[tuple[str, ...], ...] = ()
    saying: tuple[bool, ...] = ()
    home: str | None = None
    back: tuple[str, ...] = ()
    reports: tuple[tuple[str, ...], ...] = ()
    last: Sentence | None = None

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The sentence's tokens."""
        return self.sentence.tokens

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The sentence as what a claim or relation rests on."""
        return (Evidence(self.sentence.index, self.sentence.begin, self.sentence.end),)

    @property
    def named(self) -> frozenset[int]:
        """Indices of tokens that belong to phrases and their postpositions."""
        return frozenset(i for c in self.chunks for i in range(c.first, c.last))

    def text(self, first: int, last: int) -> str:
        """The words of a stretch of tokens, parted by spaces.

        Args:
            first: Index of its first token.
            last: Index after its last.
        """
        return " ".join(t.text for t in self.tokens[first:last])

    def within(self, first: int, last: int) -> tuple[Chunk, ...]:
        """The phrases that begin in a stretch of tokens.

        Args:
            first: Index of its first token.
            last: Index after its last.
        """
        return tuple(c for c in self.chunks if first <= c.first < last)
