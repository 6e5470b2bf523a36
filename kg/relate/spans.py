"""Names, pronouns and described persons of a sentence as phrases, before their role is seen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kg.language import inflections
from kg.model import Case, Entity, EntityType, Link, MentionType, Sentence, Token
from kg.relate.tables import noun_words
from kg.relate.verbs import verb_forms

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
        authority: A body without a name that acts for the article's country (পুলিশ).
        proper: A state's own name, not its adjective: রাশিয়া, but not রুশ.
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
    owned: bool = False
    name_first: int = 0
    thing: bool = False
    authority: bool = False
    proper: bool = False


def kinds(entity: Entity) -> frozenset[EntityType]:
    """An entity's types: its own, and for a capital that of the state it may act for.

    Args:
        entity: Any entity.
    """
    seat = {EntityType.COUNTRY} if entity.seat_of and entity.type is EntityType.PLACE else set()
    return frozenset({entity.type, *seat})


def find_spans(
    sentence: Sentence,
    links: Iterable[Link],
    entities: Mapping[str, Entity],
    posts: Iterable[tuple[int, int]],
) -> list[Chunk]:
    """Each link's words as a phrase with the marker of its own ending; posts are swallowed.

    Args:
        sentence: The sentence.
        links: The links of its mentions.
        entities: Entities by id.
        posts: Words for a post before a name: offsets of their begin and of the name's.

    Returns:
        Phrases in order that do not overlap.
    """
    found = [c for link in links if (c := _span(sentence.tokens, link, entities)) is not None]
    return _headed(_without_nested(found), sentence.tokens, posts)


def _span(tokens: Sequence[Token], link: Link, entities: Mapping[str, Entity]) -> Chunk | None:
    begin, end, case = link.mention.begin, link.mention.end, link.mention.case
    covered = [i for i, t in enumerate(tokens) if t.begin < end and begin < t.end]
    if not covered:
        return None
    first, last = covered[0], covered[-1] + 1
    joined = tokens[last - 1].end > end and case is Case.NONE
    return Chunk(
        first,
        last,
        last,
        link.entities,
        frozenset(t for e in link.entities if e in entities for t in kinds(entities[e])),
        "joined" if joined else _marker(link, case),
        plural=link.mention.plural or len(link.entities) > 1,
        confidence=link.confidence,
        pronoun=link.type is MentionType.PRONOUN,
        name_first=first,
        proper=any(
            _own_name(link.mention.base, entities[e]) for e in link.entities if e in entities
        ),
    )


def _own_name(base: str, entity: Entity) -> bool:
    """A country's name; সৌদি alone is its adjective, too."""
    label = entity.label_bn
    named = base == label or (base in entity.aliases and not label.startswith(f"{base} "))
    return entity.type is EntityType.COUNTRY and named


def _marker(link: Link, case: Case) -> str:
    """The marker of a case; people stand in no locative (খতিবজাদে is no place in খতিবজাদ)."""
    person = all(e.startswith("person/") for e in link.entities)
    return "bare" if person and case is Case.LOCATIVE else CASE_MARKER[case]


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


def _lets_own(word: str) -> bool:
    form = inflections(word)[0]
    return plain(word) and not form.plural and form.case is not Case.LOCATIVE


def _headed(
    spans: list[Chunk], tokens: Sequence[Token], posts: Iterable[tuple[int, int]]
) -> list[Chunk]:
    """Let a name swallow the post before it and the owner of the post."""
    for begin, name_begin in posts:
        head = next((c for c in spans if tokens[c.first].begin == name_begin), None)
        if head is None or begin > name_begin:
            continue
        first = post = next(i for i, t in enumerate(tokens) if t.end > begin)
        owned = False
        for owner in reversed([c for c in spans if c.head_end <= first]):
            gap = [t.text for t in tokens[owner.head_end : first]]
            if owner.marker not in {"genitive", "bare"} or len(gap) > 2:
                break
            if owner.marker == "bare" and not _owns_bare(owner, gap, tokens[post], first == post):
                break
            # রুশ কর্মকর্তারা | মার্কিন মন্ত্রী X: a plural is a phrase of its own.
            # ইসরায়েলের হামলায় | হামাস নেতা X: what stands at or in something else owns no post.
            if not all(_lets_own(word) for word in gap):
                break
            first, owned = owner.first, True
        wide = replace(head, first=min(first, head.first), owned=owned)
        spans = [wide if c is head else c for c in spans if c is head or not _covers(wide, c)]
    return spans


def _owns_bare(owner: Chunk, gap: Sequence[str], post: Token, beside: bool) -> bool:
    """Whether a name without an ending owns a post: রুশ প্রেসিডেন্ট X, জাতিসংঘ মহাসচিব X.

    People and states by their own name act (ট্রাম্প | সাবেক প্রেসিডেন্ট X, ভারত | সাবেক প্রধানমন্ত্রী X),
    and so does a body that is not right before the post (ইইউ | পোল্যান্ডের প্রধানমন্ত্রী X), unless it
    begins the owner's name: বিজিবি ব্যাটালিয়নের অধিনায়ক X.
    """
    if EntityType.PERSON in owner.types:
        return False
    if any(inflections(word)[0].case is Case.GENITIVE for word in gap):
        return True
    near = beside and not gap
    if owner.proper:
        return near and serves(post)
    return near or EntityType.ORGANIZATION not in owner.types


def serves(word: Token) -> bool:
    """Whether a word means somebody who serves a state abroad: বাংলাদেশ হাইকমিশনার.

    Args:
        word: The word.
    """
    return any(f.base in noun_words().sites.envoys for f in inflections(word.text))


def _covers(outer: Chunk, inner: Chunk) -> bool:
    return outer.first <= inner.first and inner.head_end <= outer.head_end


@cache
def plain(word: str) -> bool:
    """A word that may stand between a name and its noun: no mark, verb or postposition.

    Args:
        word: A canonical word.
    """
    table = noun_words()
    return (
        word[:1] > "\u0980"
        and word not in table.conjunctions.words
        and not verb_forms(word)
        and not any(phrase[0] == word for marker in table.marker for phrase in marker.words)
    )
