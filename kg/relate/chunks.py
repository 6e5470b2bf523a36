"""Names with what surrounds them: the noun phrases of a sentence and their role markers."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import zip_longest
from pathlib import Path

from kg.errors import DataError
from kg.language import canonical, inflections
from kg.model import Case, Entity, EntityType, Link, MentionType, Sentence

MARKERS = Path(__file__).parent / "data" / "markers.toml"
DASHES = frozenset("-–—")
OPENERS = frozenset("([")

#: What a bare case says of a phrase's role.
CASE_MARKER = {
    Case.NONE: "bare",
    Case.GENITIVE: "genitive",
    Case.OBJECTIVE: "objective",
    Case.LOCATIVE: "locative",
}


@dataclass(frozen=True, slots=True)
class Chunk:
    """A noun phrase whose head refers to one or more entities.

    Attributes:
        first: Index of its first token; `last` of the token after its marker.
        head_end: Index after its last word, the marker left out.
        entities: Ids of what it refers to.
        types: The types of these entities.
        marker: A case (`bare`, `genitive`, `objective`, `locative`), a postposition's
            role (`with`, `against`, …), `joined` (কিম-পুতিন) or `modifier`.
        plural: More than one person or thing is meant.
        acting: The phrase names someone who acts for the entity (রুশ কর্মকর্তারা).
        confidence: The link's confidence.
        pronoun: The head is a pronoun.
        name_first: Index of the first token of the name itself.
        thing: The phrase names a thing of the entity (রাশিয়ার জাহাজ): it cannot act.
    """

    first: int
    head_end: int
    last: int
    entities: tuple[str, ...]
    types: frozenset[EntityType]
    marker: str
    plural: bool = False
    acting: bool = False
    confidence: float = 1.0
    pronoun: bool = False
    name_first: int = 0
    thing: bool = False


@dataclass(frozen=True, slots=True)
class _Tables:
    markers: tuple[tuple[tuple[str, ...], str, frozenset[str]], ...]
    representatives: frozenset[tuple[str, ...]]
    plurals: frozenset[str]
    things: frozenset[tuple[str, ...]]
    conjunctions: frozenset[str]
    detached: frozenset[tuple[str, ...]]
    sites: frozenset[str]


@cache
def _tables() -> _Tables:
    data = tomllib.loads(MARKERS.read_text(encoding="utf-8"))
    rows = []
    for entry in data["marker"]:
        unknown = set(entry) - {"marker", "words", "after"}
        if unknown:
            raise DataError(f"unknown keys {sorted(unknown)}", str(MARKERS))
        rows += [
            (tuple(canonical(w).split()), entry["marker"], frozenset(entry["after"]))
            for w in entry["words"]
        ]
    rows.sort(key=lambda row: (-len(row[0]), row[0]))
    nouns = frozenset(tuple(canonical(n).split()) for n in data["representatives"]["nouns"])
    plurals = frozenset(canonical(n) for n in data["representatives"]["plural"])
    detached = frozenset((w,) for w in data["detached"]["genitive"])
    joins = frozenset(data["conjunctions"]["words"])
    sites = frozenset(canonical(n) for n in data["sites"]["nouns"])
    things = frozenset(tuple(canonical(n).split()) for n in data["representatives"]["things"])
    return _Tables(tuple(rows), nouns, plurals, things, joins, detached, sites)


@cache
def regions() -> frozenset[str]:
    """Words between a country and a place in it: রাশিয়ার পূর্বাঞ্চলের আমুর."""
    data = tomllib.loads(MARKERS.read_text(encoding="utf-8"))
    return frozenset(canonical(w) for w in data["sites"]["regions"])


@cache
def companions() -> frozenset[str]:
    """Postpositions of company: সঙ্গে, সাথে."""
    return frozenset(w[0] for w, marker, _ in _tables().markers if marker == "with")


@cache
def lying_words() -> frozenset[str]:
    """Words between a place and what lies in it: আমুরে অবস্থিত …."""
    data = tomllib.loads(MARKERS.read_text(encoding="utf-8"))
    return frozenset(canonical(w) for w in data["sites"]["lying"])


def chunk(
    sentence: Sentence,
    links: Iterable[Link],
    entities: Mapping[str, Entity],
    posts: Iterable[tuple[int, int]] = (),
) -> tuple[Chunk, ...]:
    """The noun phrases of a sentence that refer to entities, in order.

    Args:
        sentence: The sentence.
        links: The links of its mentions.
        entities: Entities by id.
        posts: Words for a post before a name: offsets of their begin and of the name's.
    """
    spans = _without_nested(_spans(sentence, links, entities))
    spans = _headed(spans, sentence, tuple(posts))
    edges = [*(c.first for c in spans), len(sentence.tokens)]
    found = [_represent(c, sentence.tokens[: edges[i + 1]]) for i, c in enumerate(spans)]
    found = _drop_aliases(found, sentence.tokens)
    found = [_mark(c, sentence.tokens) for c in found]
    found = _modify(found)
    return tuple(_coordinate(found, sentence.tokens))


def kinds(entity: Entity) -> frozenset[EntityType]:
    """An entity's type; a capital is a place and, acting, its state."""
    seat = {EntityType.COUNTRY} if entity.seat_of and entity.type is EntityType.PLACE else set()
    return frozenset({entity.type, *seat})


def _spans(
    sentence: Sentence, links: Iterable[Link], entities: Mapping[str, Entity]
) -> list[Chunk]:
    found = []
    for link in links:
        covered = [
            i
            for i, t in enumerate(sentence.tokens)
            if t.begin < link.mention.end and link.mention.begin < t.end
        ]
        if not covered:
            continue
        types = frozenset(t for e in link.entities if e in entities for t in kinds(entities[e]))
        joined = sentence.tokens[covered[-1]].end > link.mention.end and link.mention.case is (
            Case.NONE
        )
        found.append(
            Chunk(
                covered[0],
                covered[-1] + 1,
                covered[-1] + 1,
                link.entities,
                types,
                "joined" if joined else CASE_MARKER[link.mention.case],
                plural=link.mention.plural or len(link.entities) > 1,
                confidence=link.confidence,
                pronoun=link.type is MentionType.PRONOUN,
                name_first=covered[0],
            )
        )
    return found


def _without_nested(spans: list[Chunk]) -> list[Chunk]:
    """Of overlapping phrases the longest; those inside one token are a pair."""
    kept: list[Chunk] = []
    for c in sorted(spans, key=lambda c: (c.first, -(c.head_end - c.first))):
        before = kept[-1] if kept else None
        if before is None or c.first >= before.head_end:
            kept.append(c)
        elif before.first == c.first and before.head_end == c.head_end:
            pair = tuple(dict.fromkeys(before.entities + c.entities))
            marker = "joined" if c.marker == "bare" else c.marker
            kept[-1] = replace(
                before, entities=pair, types=before.types | c.types, marker=marker, plural=True
            )
    return kept


def _headed(
    spans: list[Chunk], sentence: Sentence, posts: Sequence[tuple[int, int]]
) -> list[Chunk]:
    """Let a name swallow the post before it and the owner of the post."""
    tokens = sentence.tokens
    for begin, name_begin in posts:
        head = next((c for c in spans if tokens[c.first].begin == name_begin), None)
        if head is None or begin > name_begin:
            continue
        first = next(i for i, t in enumerate(tokens) if t.end > begin)
        for owner in reversed([c for c in spans if c.head_end <= first]):
            gap = [t.text for t in tokens[owner.head_end : first]]
            if owner.marker not in {"genitive", "bare"} or len(gap) > 2:
                break
            if not all(_plain(word) for word in gap):
                break
            first = owner.first
        wide = replace(head, first=min(first, head.first))
        spans = [wide if c is head else c for c in spans if c is head or not _covers(wide, c)]
    return spans


def _covers(outer: Chunk, inner: Chunk) -> bool:
    return outer.first <= inner.first and inner.head_end <= outer.head_end


def _words(tokens: Sequence[object], first: int, length: int) -> tuple[str, ...]:
    return tuple(getattr(t, "text", "") for t in tokens[first : first + length])


def _represent(c: Chunk, tokens: Sequence[object]) -> Chunk:
    """Extend রুশ + কর্মকর্তারা: those who act for the entity named before them."""
    if c.pronoun or c.marker not in {"bare", "genitive"}:
        return c
    if EntityType.PLACE in c.types and c.marker == "bare":
        site = _site(c, tokens)
        if site is not None:
            return site
    for gap in range(3):
        for length in (2, 1):
            words = _words(tokens, c.head_end + gap, length)
            if len(words) < length:
                continue
            base = _representative(words)
            if base is not None:
                case, plural, thing = base
                end = c.head_end + gap + length
                return replace(
                    c,
                    head_end=end,
                    last=end,
                    marker=CASE_MARKER[case],
                    plural=plural,
                    acting=True,
                    thing=thing,
                )
        following = _words(tokens, c.head_end + gap, 1)
        if not following or not _plain(following[0]):
            break
    return c


def _site(c: Chunk, tokens: Sequence[object]) -> Chunk | None:
    """Extend a place by the noun that carries its ending: ভোস্তোচনি মহাকাশ কেন্দ্রে."""
    tables = _tables()
    for at in range(c.head_end, min(c.head_end + 5, len(tokens))):
        word = _words(tokens, at, 1)[0]
        for form in inflections(word):
            if form.base in tables.sites:
                marker = CASE_MARKER[form.case]
                return replace(c, head_end=at + 1, last=at + 1, marker=marker)
        if not _plain(word) and word not in tables.conjunctions:
            return None
    return None


@cache
def _plain(word: str) -> bool:
    """A word that may stand between a name and its noun: no mark, verb or postposition."""
    from kg.relate.verbs import verb_forms

    tables = _tables()
    return (
        word[:1] > "\u0980"
        and word not in tables.conjunctions
        and not verb_forms(word)
        and not any(words[0] == word for words, _, _ in tables.markers)
    )


@cache
def _representative(words: tuple[str, ...]) -> tuple[Case, bool, bool] | None:
    tables = _tables()
    for form in inflections(words[-1]):
        if (*words[:-1], form.base) in tables.representatives:
            return form.case, form.plural, False
        if (*words[:-1], form.base) in tables.things:
            return form.case, form.plural, True
        if len(words) == 1 and form.plural and form.base in tables.plurals:
            return form.case, True, False
    return None


def _drop_aliases(found: list[Chunk], tokens: Sequence[object]) -> list[Chunk]:
    """A name in brackets repeats the name before it or explains it: it has no role."""
    kept: list[Chunk] = []
    for c in found:
        opener = _words(tokens, c.first - 1, 1) if c.first else ()
        if kept and opener and opener[0] in OPENERS:
            closing = c.head_end + 1
            if kept[-1].head_end == c.first - 1:
                kept[-1] = replace(kept[-1], head_end=closing, last=closing)
            continue
        kept.append(c)
    return kept


def _mark(c: Chunk, tokens: Sequence[object]) -> Chunk:
    if c.marker == "bare" and _words(tokens, c.head_end, 1)[:1] in _tables().detached:
        end = c.head_end + 1
        c = replace(c, head_end=end, last=end, marker="genitive")
    case = c.marker if c.marker != "bare" else "none"
    for words, marker, after in _tables().markers:
        if case in after and _words(tokens, c.head_end, len(words)) == words:
            return replace(c, marker=marker, last=c.head_end + len(words))
    return c


def _modify(found: list[Chunk]) -> list[Chunk]:
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
            and c.marker in {"genitive", "bare"}
            and c.head_end == after.first
            and c.last == c.head_end
            and len(c.types) == 1
            and any(c.types <= described.get(t, set()) for t in after.types)
        ):
            c = replace(c, marker="modifier")
        out.append(c)
    return out


def _coordinate(found: list[Chunk], tokens: Sequence[object]) -> list[Chunk]:
    """Join A, B ও C: the last one's ending counts for all."""
    out: list[Chunk] = []
    for c in reversed(found):
        after = out[-1] if out else None
        if after is not None and c.marker == "bare" and c.last == c.head_end:
            between = _words(tokens, c.head_end, after.first - c.head_end)
            if _joins(between, after):
                pair = tuple(dict.fromkeys(c.entities + after.entities))
                dash = all(w in DASHES for w in between)
                marker = "joined" if dash and after.marker == "bare" else after.marker
                out[-1] = replace(
                    after,
                    first=c.first,
                    entities=pair,
                    types=c.types | after.types,
                    marker=marker,
                    plural=True,
                    confidence=min(c.confidence, after.confidence),
                )
                continue
        out.append(c)
    return out[::-1]


def _joins(between: tuple[str, ...], after: Chunk) -> bool:
    words = _tables().conjunctions
    if not between or len(between) > 2:
        return False
    if between[-1] in words and all(w in words or w == "," for w in between):
        return True
    if all(w in DASHES for w in between):
        return True
    return between == (",",) and after.plural and len(after.entities) > 1
