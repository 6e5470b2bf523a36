"""The words for a post beside a name: before it, before another post, after a comma."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Link, MentionType, RoleType
from kg.resolve.tables import words_of
from kg.resolve.text import Line, owns
from kg.world import Role, World

_LONGEST_ROLE = 5
_BRACKET = 3
_HEADS = frozenset({RoleType.HEAD_OF_STATE, RoleType.HEAD_OF_GOVERNMENT})
_SINGLE = _HEADS | {RoleType.MINISTER, RoleType.SPOKESPERSON}
#: Such a post stands between another and the name: প্রধান উপদেষ্টা অধ্যাপক NAME.
_RANKS = frozenset({RoleType.MILITARY, RoleType.OTHER})
_BRACKETS_OF_RIGHT = frozenset(",(–—-")
#: Before a party this word says that it governs (শাসক লেবার পার্টির এমপি).
_RULING = "ruler"


@dataclass(frozen=True, slots=True)
class Post:
    """Words for a post: the tokens from `first` up to `last`, and what they mean."""

    role: Role
    words: str
    first: int
    last: int
    former: bool = False


def is_person(link: Link) -> bool:
    """Whether a link is a name of a person."""
    return link.type is MentionType.NAME and link.entities[0].startswith("person/")


def posts(line: Line, link: Link, world: World) -> list[tuple[Post, str]]:
    """The posts just before a name, and the one after it between commas or brackets.

    Args:
        line: The sentence.
        link: A person's name in it.
        world: The gazetteer, for words for posts.

    Returns:
        Each post with the rule that found it.
    """
    start, found_by = line.first(link), "apposition-before"
    shared = _conjunct_start(line, start)
    before = _post_before(line, start, world)
    if before is None and shared is not None:
        before, found_by = _post_before(line, shared, world), "apposition-shared"
    rank = before if before is not None and before.role.role_type in _RANKS else None
    found = (
        (before, found_by),
        (_post_before(line, rank.first, world) if rank else None, "apposition-before-rank"),
        (_another_before(line, before, world) if before else None, "apposition-another"),
        (_post_after(line, line.last(link), world), "apposition-after"),
    )
    return [(post, rule) for post, rule in found if post is not None]


def _another_before(line: Line, post: Post, world: World) -> Post | None:
    """One more post of the same person: মার্কিন কংগ্রেসের সদস্য ও প্রশাসনের কর্মকর্তা NAME.

    Of a president and a minister each may be somebody else: only posts of which there
    are many are taken together.
    """
    owner = line.links[post.first - 1] if post.first else None
    edge = line.first(owner) if owner is not None and owns(owner.mention.case) else post.first
    joined = edge > 0 and line.words[edge - 1] in words_of("joiner")
    if edge == post.first and not joined:
        return None
    other = _post_before(line, edge - joined, world)
    if other is None or other.role.role_type in _SINGLE or other.role.role_en == _RULING:
        return None
    return other


def _conjunct_start(line: Line, start: int) -> int | None:
    """Where the name before "ও" begins: a plural number of posts is shared by both."""
    if start < 2 or line.words[start - 1] not in words_of("joiner"):
        return None
    other = line.links[start - 2]
    if other is None or not is_person(other):
        return None
    first = line.first(other)
    head = line.words[max(0, first - 6) : first]
    return first if any(word in words_of("number") for word in head) else None


def _post_before(line: Line, start: int, world: World) -> Post | None:
    """The longest words for a post that end just before a token, titles left out."""
    end = _before_bracket(line, start)
    while end > 0 and _is_honorific(line, end - 1, world):
        end -= 1
    for first in range(max(0, end - _LONGEST_ROLE), end):
        if any(line.links[index] is not None for index in range(first, end)):
            continue
        role = world.roles.get(" ".join(line.words[first:end])) or (
            world.role(line.words[first]) if first == end - 1 else None
        )
        if role is not None and not role.honorific and not role.modifier:
            return _with_modifiers(line, Post(role, role.noun, first, end), world)
    return None


def _before_bracket(line: Line, start: int) -> int:
    """The index before a short form in brackets: মহাপরিচালক (ডিজি) টিম ডেভি."""
    if start and line.words[start - 1] == ")":
        for opening in range(start - 2, max(-1, start - _BRACKET - 2), -1):
            if line.words[opening] == "(":
                return opening
    return start


def _is_honorific(line: Line, index: int, world: World) -> bool:
    role = world.roles.get(line.words[index])
    return role is not None and role.honorific and line.links[index] is None


def _with_modifiers(line: Line, post: Post, world: World) -> Post:
    """The post with words before it that belong to it (ভারপ্রাপ্ত) or end it (সাবেক)."""
    first, former = post.first, post.former
    while first > 0 and line.links[first - 1] is None:
        role = world.roles.get(line.words[first - 1])
        if not (role is not None and role.modifier) and line.words[first - 1] not in words_of(
            "between"
        ):
            break
        former = former or (role is not None and role.former)
        first -= 1
    return Post(post.role, post.words, first, post.last, former)


def _post_after(line: Line, end: int, world: World) -> Post | None:
    """A post between a comma or bracket after a name and the next one."""
    if end >= len(line.words) or line.words[end] not in _BRACKETS_OF_RIGHT:
        return None
    for last in range(end + 2, min(len(line.words), end + 10)):
        if line.words[last] not in _BRACKETS_OF_RIGHT | {")"}:
            continue
        post = _post_before(line, last, world)
        within = post is not None and post.first > end
        return post if within and _only_owner(line, end + 1, post) else None
    return None


def _only_owner(line: Line, first: int, post: Post | None) -> bool:
    """Whether nothing but the owner of the post stands between the comma and the post."""
    if post is None:
        return False
    between = {link for link in line.links[first : post.first] if link is not None}
    return (
        all(line.links[index] is not None for index in range(first, post.first))
        and len(between) <= 1
    )
