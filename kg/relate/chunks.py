"""Names with what surrounds them: the noun phrases of a sentence and their role markers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import zip_longest

from kg.language import inflections
from kg.model import Case, Entity, EntityType, Link, Sentence, Token
from kg.relate.companions import clock, relatives, with_followers, with_others
from kg.relate.heads import authorities, extend
from kg.relate.rows import coordinate
from kg.relate.schemas import Phrase
from kg.relate.spans import Chunk, find_spans, plain, serves
from kg.relate.tables import clause_words, noun_words, paradigms

#: How many words may say what a name is, after a state's adjective.
KIND = 3

OPENERS = frozenset("([")


def chunk(
    sentence: Sentence,
    links: Iterable[Link],
    entities: Mapping[str, Entity],
    posts: Iterable[tuple[int, int]] = (),
    home: str | None = None,
) -> tuple[Chunk, ...]:
    """The noun phrases of a sentence that refer to entities, in order.

    Args:
        sentence: The sentence.
        links: The links of its mentions.
        entities: Entities by id.
        posts: Words for a post before a name: offsets of their begin and of the name's.
        home: Id of the country that the article is about, if it is about one.

    Returns:
        Phrases that do not overlap, each with the marker of its role.
    """
    tokens = sentence.tokens
    named = find_spans(sentence, links, entities, posts)
    spans = [c for c in relatives(named, tokens) if not clock(c, tokens)]
    edges = [*(c.first for c in spans), len(tokens)]
    upto = [tokens[:edge] for edge in edges[1:]]
    found = [extend(with_others(c, before), before) for c, before in zip(spans, upto, strict=True)]
    if home is not None:
        taken = frozenset(i for c in found for i in range(c.first, c.last))
        found = sorted((*found, *authorities(tokens, taken, home)), key=lambda c: c.first)
    found = _drop_aliases(found, tokens)
    found = [_mark(c, tokens) for c in with_followers(found, tokens)]
    return tuple(coordinate(_modify(found, entities, tokens), tokens))


@cache
def postpositions(role: str) -> frozenset[str]:
    """The first words of a role's postpositions.

    Args:
        role: A marker of markers.toml.
    """
    return frozenset(phrase[0] for phrase, marker, _ in _markers() if marker == role)


@cache
def topics() -> frozenset[str]:
    """Postpositions of what is spoken of: নিয়ে, বিষয়ে."""
    return frozenset(phrase[0] for phrase, marker, _ in _markers() if marker == "about")


@cache
def _markers() -> tuple[tuple[Phrase, str, frozenset[Case]], ...]:
    """Postpositions, the longest first: পক্ষ থেকে before থেকে."""
    rows = [(p, entry.marker, entry.after) for entry in noun_words().marker for p in entry.words]
    return tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0])))


def _words(tokens: Sequence[Token], first: int, last: int) -> tuple[str, ...]:
    return tuple(t.text for t in tokens[first:last])


def _drop_aliases(found: list[Chunk], tokens: Sequence[Token]) -> list[Chunk]:
    """A name in brackets repeats the name before it or explains it: it has no role."""
    kept: list[Chunk] = []
    for c in found:
        if kept and c.first and tokens[c.first - 1].text in OPENERS:
            closing = c.head_end + 1
            if kept[-1].head_end == c.first - 1:
                kept[-1] = replace(kept[-1], head_end=closing, last=closing)
            continue
        kept.append(c)
    return kept


def _mark(c: Chunk, tokens: Sequence[Token]) -> Chunk:
    detached = noun_words().detached.genitive
    if c.marker == "bare" and detached & {*_words(tokens, c.head_end, c.head_end + 1)}:
        end = c.head_end + 1
        c = replace(c, head_end=end, last=end, marker="genitive")
    if c.marker == "bare" and noun_words().detached.ends(
        _words(tokens, c.head_end, c.head_end + 2)
    ):
        return replace(c, head_end=c.head_end + 2, last=c.head_end + 2, marker="objective")
    case = c.marker if c.marker != "bare" else "none"
    edge = clause_words().boundary
    quoted = {*_words(tokens, c.head_end, c.head_end + 1)} & (edge.quotes_close | edge.quotes_plain)
    start = c.head_end + len(quoted)
    if case == "genitive":
        start += _way(tokens, start)
    for size in range(_longest_marker(), 0, -1):
        for marker, after in _by_words().get(_words(tokens, start, start + size), ()):
            if case in after:
                return replace(c, marker=marker, last=start + size)
    return c


def _way(tokens: Sequence[Token], first: int) -> int:
    """How many words say how far it is: ২০ কিলোমিটার before ভেতরে."""
    words = _words(tokens, first, first + 2)
    measured = len(words) > 1 and words[1] in noun_words().distance.words
    return 2 if measured and any("\u09e6" <= c <= "\u09ef" for c in words[0]) else 0


@cache
def _by_words() -> Mapping[Phrase, tuple[tuple[str, frozenset[Case]], ...]]:
    """Postpositions by their words, as they are and with an emphatic ending: কাছেই, সঙ্গেও."""
    particles = paradigms().particles
    found: dict[Phrase, tuple[tuple[str, frozenset[Case]], ...]] = {}
    for phrase, marker, after in _markers():
        for ending in ("", particles.also, particles.even):
            words = (*phrase[:-1], phrase[-1] + ending)
            found[words] = (*found.get(words, ()), (marker, after))
    return found


@cache
def _longest_marker() -> int:
    return max(map(len, _by_words()))


def _modify(
    found: list[Chunk], entities: Mapping[str, Entity], tokens: Sequence[Token]
) -> list[Chunk]:
    """A genitive directly before a person, a place of it or a body of it describes that."""
    described = {
        EntityType.PERSON: {EntityType.COUNTRY, EntityType.ORGANIZATION, EntityType.PLACE},
        EntityType.PLACE: {EntityType.COUNTRY, EntityType.PLACE},
        EntityType.ORGANIZATION: {EntityType.COUNTRY, EntityType.ORGANIZATION},
    }
    out: list[Chunk] = []
    for c, after in zip_longest(found, found[1:]):
        if (
            after is not None
            and (
                c.marker == "genitive"
                or (c.marker == "bare" and _attributive(c, after, entities, tokens))
            )
            and not c.acting
            and c.head_end == after.first
            and c.last == c.head_end
            and len(c.types) == 1
            and any(c.types <= described.get(t, set()) for t in after.types)
        ) or _kind_of(c, after, tokens):
            c = replace(c, marker="modifier")
        out.append(c)
    return out


def _attributive(
    c: Chunk, after: Chunk, entities: Mapping[str, Entity], tokens: Sequence[Token]
) -> bool:
    """A bare adjective or body stands before somebody's post or another body: মার্কিন মন্ত্রী X.

    Without a post (পররাষ্ট্র মন্ত্রণালয় লাইয়ের বিচার …) the two are neighbours by chance, and so is a state
    by its own name: যুক্তরাষ্ট্র ভেনেজুয়েলার প্রেসিডেন্ট মাদুরোকে …, পাকিস্তান জাতিসংঘে ….
    """
    if EntityType.PLACE in after.types:
        # রাশিয়া মস্কোতে may be one place; রাশিয়া কিয়েভে and উত্তর কোরিয়া জাপান সাগরে are who and where.
        return any(entities[e].located_in in c.entities for e in after.entities if e in entities)
    if after.owned:
        # হামাস ইসরায়েলের প্রধানমন্ত্রী X: whose post it is stands in the phrase already.
        return False
    if c.proper and EntityType.PERSON in after.types:
        return serves(tokens[after.first])
    if c.proper:
        # ইসরায়েল জাতিসংঘের ত্রাণ আটকে দিয়েছে: no body of that state.
        return any(entities[e].located_in in c.entities for e in after.entities if e in entities)
    if EntityType.ORGANIZATION in c.types:
        return EntityType.PERSON in after.types and after.name_first > after.first
    return True


def _kind_of(c: Chunk, after: Chunk | None, tokens: Sequence[Token]) -> bool:
    """A state's adjective before what the name after it is: ব্রিটিশ দৈনিক গার্ডিয়ান, ব্রিটিশ নাগরিক X."""
    bare = c.marker == "bare" and not (c.proper or c.plural)
    if after is None or not bare or c.types != {EntityType.COUNTRY} or after.pronoun:
        return False
    if c.acting:
        return (
            not (c.thing or c.authority)
            and EntityType.PERSON in after.types
            and (c.last == after.first)
        )
    words = _words(tokens, c.head_end, after.first)
    named = EntityType.COUNTRY not in after.types and 0 < len(words) <= KIND
    return named and all(plain(w) and inflections(w)[0].case is Case.NONE for w in words)
