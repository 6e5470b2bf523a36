"""Persons named by their post alone: রুশ প্রেসিডেন্ট, উত্তর কোরিয়ার নেতা, প্রেসিডেন্ট."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from kg.language import inflections
from kg.model import Document, EntityType, Inflection, Link, Mention, MentionType, RoleType
from kg.resolve.appositions import Apposition, follows_former
from kg.resolve.spans import Spans
from kg.resolve.tables import words_of
from kg.resolve.text import Line, owns, phrase_at
from kg.world import Position, Role, World

_HEADS = frozenset({RoleType.HEAD_OF_STATE, RoleType.HEAD_OF_GOVERNMENT})
_SINGLE = _HEADS | {RoleType.MINISTER, RoleType.SPOKESPERSON, RoleType.DIPLOMAT}
_NEAR = 8


@dataclass(frozen=True, slots=True)
class Described:
    """Words for a post without the name of its holder.

    Attributes:
        mention: The words.
        role: What they mean.
        owner: The name before them that says whose post it is.
    """

    mention: Mention
    role: Role
    owner: Link | None


def described(document: Document, line: Line, taken: Spans, world: World) -> Iterator[Described]:
    """The posts in a sentence that no name stands beside.

    Args:
        document: The article.
        line: A sentence with its names.
        taken: Where posts stand beside names, which are left out.
        world: The gazetteer, for words for posts.

    Yields:
        Each, by offset; plurals and posts that nobody holds here (প্রেসিডেন্ট পদ) are
        left out.
    """
    start = 0
    while start < len(line.words):
        found = _role_at(line, start, world)
        if found is None:
            start += 1
            continue
        end, role, inflection = found
        if not taken.around(line.sentence.tokens[end - 1].begin) and _held(line, end, inflection):
            first = _first(line, start)
            owner = line.links[first - 1] if first else None
            mention = line.mention(document, start, end, inflection)
            whose = owner if owner and _owns(owner) else None
            plain = whose is None and role.noun in words_of("between")
            if not plain and not _is_another(line, first, world):
                yield Described(mention, role, whose)
        start = end


def _role_at(line: Line, start: int, world: World) -> tuple[int, Role, Inflection] | None:
    found = phrase_at(line.words, start, _role_nouns(world))
    if found is None or any(link is not None for link in line.links[start : found[0]]):
        return None
    end, inflection = found
    return end, world.roles[inflection.base], inflection


@lru_cache(maxsize=4)
def _role_nouns(world: World) -> frozenset[str]:
    """The words for posts, titles and modifiers left out."""
    roles = world.roles.items()
    return frozenset(noun for noun, role in roles if not role.honorific and not role.modifier)


def _held(line: Line, end: int, inflection: Inflection) -> bool:
    """Whether the words mean a holder: one, and no name or "পদ" follows."""
    if inflection.plural:
        return False
    if end == len(line.words):
        return True
    bases = {line.words[end], *(each.base for each in inflections(line.words[end]))}
    following = line.links[end]
    named = following is not None and following.entities[0].startswith("person/")
    return not named and not bases & words_of("not-a-holder")


def _first(line: Line, start: int) -> int:
    """The first of the words between an owner and the post (নতুন, সর্বোচ্চ)."""
    while start > 0 and line.words[start - 1] in words_of("between"):
        start -= 1
    return start


def _is_another(line: Line, start: int, world: World) -> bool:
    """Whether a word before makes another post of it: সাবেক, ভারপ্রাপ্ত, উপ."""
    role = world.roles.get(line.words[start - 1]) if start else None
    changed = role is not None and (role.modifier or role.former)
    return changed or follows_former(line, start, world)


def _owns(owner: Link) -> bool:
    return owner.type is MentionType.NAME and owns(owner.mention.case)


class Posts:
    """The posts that an article gives to persons by name, those that are over left out.

    Attributes:
        beside: Where the words for posts stand beside names, for posts that are over, too.
        of: By country or organisation, the posts there and who holds them.
        people: By the words for a post, who holds it.
        places: By these words, sentence and offset of each in reading order, in which a
            headline may come first whose offset is the last.
    """

    def __init__(self, posts: Sequence[Apposition]) -> None:
        self.beside = Spans((post.begin, post.end) for post in posts)
        self.of: dict[str | None, set[tuple[str, RoleType, str]]] = {}
        self.people: dict[str, set[str]] = {}
        self.places: dict[str, list[tuple[int, ...]]] = {}
        for post in sorted(posts, key=lambda each: (each.sentence, each.begin)):
            if not post.former:
                held = post.role, post.role_type, post.person_id
                self.of.setdefault(post.of, set()).add(held)
                self.people.setdefault(post.role, set()).add(post.person_id)
                self.places.setdefault(post.role, []).append((post.sentence, post.begin))


def holder(
    one: Described, posts: Posts, day: date | None, world: World
) -> tuple[str, str, float] | None:
    """Who holds a described post.

    Args:
        one: The post.
        posts: The posts that the article gives to persons by name.
        day: The day of publication.
        world: The gazetteer, for who holds a post when the article does not say.

    Returns:
        Id of the person, the rule and the confidence; None unless exactly one fits.
    """
    if one.owner is None:
        return _introduced(one, posts)
    of = one.owner.entities[0]
    in_article = {
        person for role, kind, person in posts.of.get(of, ()) if _same_post(one.role, role, kind)
    }
    if in_article:
        return (in_article.pop(), "post-in-article", 0.8) if len(in_article) == 1 else None
    known = _holders(one.role, of, day, world) if day is not None else set()
    return (known.pop(), "post-in-world", 0.6) if len(known) == 1 else None


def _introduced(one: Described, posts: Posts) -> tuple[str, str, float] | None:
    """The person whom the article has introduced with this post, a little before.

    Posts of which a place has many (commander, candidate) are left alone.
    """
    if one.role.role_type not in _SINGLE:
        return None
    places = posts.places.get(one.role.noun, [])
    here = one.mention.sentence
    shortly = range(bisect_left(places, (here - _NEAR,)), bisect_left(places, (here + 1,)))
    near = any(places[index][1] < one.mention.begin for index in shortly)
    people = posts.people.get(one.role.noun, set())
    return (min(people), "bare-post", 0.6) if near and len(people) == 1 else None


def _holders(role: Role, of: str, day: date | None, world: World) -> set[str]:
    if not of.startswith(EntityType.COUNTRY.value.lower()) or day is None:
        return set()
    held = [
        post
        for post in _positions(world).get(of, ())
        if post.held_on(day) and _same_post(role, post.role_bn, post.role_type)
    ]
    exact = {post.person for post in held if post.role_bn == role.noun}
    return exact or {post.person for post in held}


@lru_cache(maxsize=4)
def _positions(world: World) -> dict[str, list[Position]]:
    """The positions that the world file lists, by country or organisation."""
    found: dict[str, list[Position]] = {}
    for entry in world.entries:
        for post in entry.positions:
            found.setdefault(post.of, []).append(post)
    return found


def _same_post(role: Role, words: str, kind: RoleType) -> bool:
    """Whether two words mean one post: the same noun, or both the head of a state.

    "Leader" (a post of the kind `Official`) may be said of any head.
    """
    if role.noun == words:
        return True
    if role.role_type in _HEADS:
        return kind is role.role_type
    return role.role_type is RoleType.OFFICIAL and role.role_en == "leader" and kind in _HEADS
