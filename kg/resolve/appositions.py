"""Posts beside names: উত্তর কোরিয়ার নেতা কিম জং উন, কিম, উত্তর কোরিয়ার নেতা."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.model import Case, Document, Link, Mention, RoleType
from kg.resolve.known import form_of
from kg.resolve.posts import Post, is_person, posts
from kg.resolve.tables import words_of
from kg.resolve.text import Line, base_in, lines, owns
from kg.world import FormKind, Role, World

_LEADERS = frozenset({"leader", "ruler"})
_HEADS = frozenset({RoleType.HEAD_OF_STATE, RoleType.HEAD_OF_GOVERNMENT})
_PUNCTUATION = frozenset("()")


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
            if not is_person(link):
                continue
            for post, found_by in posts(line, link, world):
                known = known_post(link.entities[0], frozenset({post.role.role_type}), world)
                owner = _owner(line, post, world, of)
                if known and owner and owner != known and _stands_apart(line, post, owner, world):
                    owner = None
                whose = owner or known
                found.append(_apposition(line, link, post, whose, found_by, bool(owner), world))
                if whose:
                    of.setdefault(link.entities[0], whose)
    return tuple(found)


def _apposition(
    line: Line, link: Link, post: Post, of: str | None, found_by: str, stated: bool, world: World
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


def _owner(line: Line, post: Post, world: World, of: Mapping[str, str]) -> str | None:
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


def _stands_apart(line: Line, post: Post, owner: str, world: World) -> bool:
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


def known_post(person: str, kinds: frozenset[RoleType], world: World) -> str | None:
    """Of what the world file says that a person holds such posts.

    Args:
        person: Id of the person.
        kinds: The kinds of posts.
        world: The gazetteer.

    Returns:
        Id of the one country or body; None where there are several, or none.
    """
    entry = world.entry(person)
    posts = entry.positions if entry else ()
    same = {each.of for each in posts if each.role_type in kinds}
    return same.pop() if len(same) == 1 else None


def _any_post(person: str, world: World) -> str | None:
    entry = world.entry(person)
    of = dict.fromkeys(each.of for each in entry.positions) if entry else {}
    return next(iter(of), None)
