"""Posts beside names: উত্তর কোরিয়ার নেতা কিম জং উন, কিম, উত্তর কোরিয়ার নেতা."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.model import Case, Document, Link, Mention, MentionType, RoleType
from kg.resolve.known import form_of
from kg.resolve.tables import words_of
from kg.resolve.text import Line, base_in, lines, owns
from kg.world import FormKind, Role, World

_LONGEST_ROLE = 5
_BRACKET = 3
#: Before a party this word says that it governs (শাসক লেবার পার্টির এমপি).
_RULING = "ruler"
_LEADERS = frozenset({"leader", "ruler"})
_HEADS = frozenset({RoleType.HEAD_OF_STATE, RoleType.HEAD_OF_GOVERNMENT})
_SINGLE = _HEADS | {RoleType.MINISTER, RoleType.SPOKESPERSON}
_PUNCTUATION = frozenset("()")
_BRACKETS_OF_RIGHT = frozenset(",(–—-")


@dataclass(frozen=True, slots=True)
class Apposition:
    """A person's name with the post that stands beside it.

    Attributes:
        person: The mention of the name.
        person_id: Id of the person.
        role: The words for the post, canonical, without ending.
        begin: Offset of these words; `end` after the last one.
        role_type: The kind of post.
        of: Id of the country or organisation; None where neither article nor world
            tells.
        former: True where the text says that the post is over.
        sentence: Index of the sentence.
        found_by: The rule.
        confidence: 0..1.
    """

    person: Mention
    person_id: str
    role: str
    begin: int
    end: int
    role_type: RoleType
    of: str | None
    former: bool
    sentence: int
    found_by: str
    confidence: float


@dataclass(frozen=True, slots=True)
class _Post:
    """Words for a post: the tokens from `first` up to `last`, and what they mean."""

    role: Role
    words: str
    first: int
    last: int
    former: bool = False


def appositions(document: Document, links: Iterable[Link], world: World) -> tuple[Apposition, ...]:
    """Every post that the article gives a person by standing beside the name.

    Args:
        document: The article.
        links: Links of its names.
        world: The gazetteer, for words for posts and the posts that are known.

    Returns:
        The appositions by offset.
    """
    found: list[Apposition] = []
    of: dict[str, str] = {}
    for line in lines(document, links):
        for link in dict.fromkeys(each for each in line.links if each is not None):
            if not _is_person(link):
                continue
            for post, found_by in _posts(line, link, world):
                known = _known_post(link.entities[0], post.role.role_type, world)
                owner = _owner(line, post, world, of)
                if known and owner and owner != known and _stands_apart(line, post, owner, world):
                    owner = None
                whose = owner or known
                found.append(_apposition(line, link, post, whose, found_by, bool(owner), world))
                if whose:
                    of.setdefault(link.entities[0], whose)
    return tuple(found)


def _is_person(link: Link) -> bool:
    return link.type is MentionType.NAME and link.entities[0].startswith("person/")


def _apposition(
    line: Line, link: Link, post: _Post, of: str | None, found_by: str, stated: bool, world: World
) -> Apposition:
    tokens = line.sentence.tokens
    return Apposition(
        person=link.mention,
        person_id=link.entities[0],
        role=post.words,
        begin=tokens[post.first].begin,
        end=tokens[post.last - 1].end,
        role_type=_role_type(link.entities[0], post.role, of, world),
        of=of,
        former=post.former or follows_former(line, post.first, world),
        sentence=line.sentence.index,
        found_by=found_by,
        confidence=(0.9 if stated else 0.7 if of else 0.5) * link.confidence,
    )


def _role_type(person: str, role: Role, of: str | None, world: World) -> RoleType:
    """The kind of post; the leader of a state is its head, of the kind the world file says."""
    if role.role_en not in _LEADERS or not of or not of.startswith("country/"):
        return role.role_type
    entry = world.entry(person)
    heads = [each.role_type for each in entry.positions if each.of == of] if entry else []
    return next((each for each in heads if each in _HEADS), RoleType.HEAD_OF_STATE)


def _posts(line: Line, link: Link, world: World) -> list[tuple[_Post, str]]:
    """The posts just before a name, and the one after it between commas or brackets."""
    start, found_by = line.first(link), "apposition-before"
    shared = _conjunct_start(line, start)
    before = _post_before(line, start, world)
    if before is None and shared is not None:
        before, found_by = _post_before(line, shared, world), "apposition-shared"
    rank = before if before is not None and before.role.role_type is RoleType.MILITARY else None
    found = (
        (before, found_by),
        (_post_before(line, rank.first, world) if rank else None, "apposition-before-rank"),
        (_another_before(line, before, world) if before else None, "apposition-another"),
        (_post_after(line, line.last(link), world), "apposition-after"),
    )
    return [(post, rule) for post, rule in found if post is not None]


def _another_before(line: Line, post: _Post, world: World) -> _Post | None:
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
    if other is None or not _is_person(other):
        return None
    first = line.first(other)
    head = line.words[max(0, first - 6) : first]
    return first if any(word in words_of("number") for word in head) else None


def _post_before(line: Line, start: int, world: World) -> _Post | None:
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
            return _with_modifiers(line, _Post(role, role.noun, first, end), world)
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


def _with_modifiers(line: Line, post: _Post, world: World) -> _Post:
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
    return _Post(post.role, post.words, first, post.last, former)


def _post_after(line: Line, end: int, world: World) -> _Post | None:
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


def _only_owner(line: Line, first: int, post: _Post | None) -> bool:
    """Whether nothing but the owner of the post stands between the comma and the post."""
    if post is None:
        return False
    between = {link for link in line.links[first : post.first] if link is not None}
    return (
        all(line.links[index] is not None for index in range(first, post.first))
        and len(between) <= 1
    )


def _owner(line: Line, post: _Post, world: World, of: Mapping[str, str]) -> str | None:
    """Whose post it is: the name just before it, or that name's own country.

    A spokesman of a president speaks for the president's country: the post is then
    of the country that the article or the world file gives the person.
    """
    index = post.first - 1
    while index >= 0 and line.words[index] in _PUNCTUATION:
        index -= 1
    link = line.links[index] if index >= 0 else None
    if link is None and index > 0 and _is_place_noun(line.words[index]):
        # বেলগোরোদ অঞ্চলের গভর্নর: the region is the place before the noun.
        link = line.links[index - 1]
    if link is None or not owns(link.mention.case):
        return None
    id_ = link.entities[0]
    # "He" right before a post is no owner of it, "his" is.
    if id_.startswith("person/") and link.mention.case is not Case.GENITIVE:
        return None
    if not id_.startswith("person/"):
        return id_
    return of.get(id_) or _any_post(id_, world)


def _stands_apart(line: Line, post: _Post, owner: str, world: World) -> bool:
    """Whether a state's bare name before a post is a subject: ভারত সাবেক প্রধানমন্ত্রী NAME."""
    link = line.links[post.first - 1] if post.first else None
    bare = link is not None and link.entities == (owner,) and link.mention.case is Case.NONE
    if link is None or not bare or not owner.startswith("country/"):
        return False
    return form_of(owner, link.mention.base, world).kind is not FormKind.ADJECTIVE


def _is_place_noun(word: str) -> bool:
    found = base_in(word, words_of("place-noun"))
    return found is not None and found.case is Case.GENITIVE


def follows_former(line: Line, start: int, world: World) -> bool:
    """Whether words say that a post is over, before it or before its owner.

    Args:
        line: The sentence.
        start: Index of the post's first word.
        world: The gazetteer, for these words.

    Returns:
        True for সাবেক প্রেসিডেন্ট and সাবেক মার্কিন প্রেসিডেন্ট.
    """
    owner = line.links[start - 1] if start else None
    before = line.first(owner) if owner is not None else start
    role = world.roles.get(line.words[before - 1]) if before else None
    return role is not None and role.former


def _known_post(person: str, kind: RoleType, world: World) -> str | None:
    """Of what the world file says that a person holds such a post."""
    entry = world.entry(person)
    posts = entry.positions if entry else ()
    same = {each.of for each in posts if each.role_type is kind}
    return same.pop() if len(same) == 1 else None


def _any_post(person: str, world: World) -> str | None:
    entry = world.entry(person)
    of = dict.fromkeys(each.of for each in entry.positions) if entry else {}
    return next(iter(of), None)
