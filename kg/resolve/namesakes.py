"""Names that many people bear: alone they do not say that two articles mean one person.

That two records agree on a rare name tells much, on a common one little (Newcombe,
Kennedy, Axford and James, "Automatic linkage of vital records", 1959). How many people
of a corpus would bear all words of a name by chance is reckoned from how many bear each
part, as if the parts were drawn one by one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from kg.language import romanise
from kg.model import Document, Entity, EntityType, RoleType
from kg.resolve.appositions import Apposition
from kg.resolve.keys import slug, spelling_key
from kg.resolve.names import Named
from kg.resolve.tables import bearers, words_of
from kg.world import World

#: Names that more people than this are expected to bear by chance are no evidence.
_BY_CHANCE = 0.05
_UNSEEN = 2

#: Posts of which a state or body has one at a time.
_SINGLE = frozenset(
    {
        *(RoleType.HEAD_OF_STATE, RoleType.HEAD_OF_GOVERNMENT, RoleType.MINISTER),
        *(RoleType.SPOKESPERSON, RoleType.DIPLOMAT, RoleType.EXECUTIVE),
    }
)


def is_telling(name: str) -> bool:
    """Whether a name alone says that two articles mean the same person.

    Args:
        name: Canonical, without titles and case ending.

    Returns:
        False for a single word and for words that many people bear.

    >>> is_telling("লিওনেল মেসি"), is_telling("রফিকুল ইসলাম"), is_telling("মেসি")
    (True, False, False)
    """
    return len(name_parts(name)) > 1 and chance(name) <= _BY_CHANCE


def chance(name: str) -> float:
    """How many people of the corpus are expected to bear all parts of a name by chance.

    Args:
        name: A person's name.
    """
    people, of_part = bearers()
    expected = float(people)
    for part in name_parts(name):
        expected *= of_part.get(part, _UNSEEN) / people
    return expected


def name_parts(name: str) -> tuple[str, ...]:
    """The words of a name, those that many people bear together as one part.

    What stands before very many names (মো.) is none.

    Args:
        name: A person's name.

    Returns:
        Parts in the spelling that stands for all.

    >>> name_parts("আবদুর রহমান খান") == ("আবদুর রহমান", "খান")
    True
    """
    parts: list[str] = []
    before = ""
    for word in spelling_key(name).split():
        if word in _keys("no-part"):
            continue
        if parts and (before in _keys("opens-name") or word in _keys("closes-name")):
            parts[-1] += f" {word}"
        else:
            parts.append(word)
        before = word
    return tuple(parts)


@cache
def _keys(kind: str) -> frozenset[str]:
    return frozenset(spelling_key(word) for word in words_of(kind))


def told_apart(
    document: Document, named: Named, posts: Sequence[Apposition], world: World
) -> tuple[Named, tuple[Apposition, ...]]:
    """Gives persons with names that many bear ids that other articles do not share.

    The id is that of name and post where the article gives a post of which there is one
    (the spokesman of a body), so that articles which agree on both agree on the person;
    else it is the article's own.

    Args:
        document: The article.
        named: Its names with their entities.
        posts: The posts beside the names.
        world: The gazetteer, whose people keep their ids.

    Returns:
        Both with these ids.
    """
    own: dict[str, str] = {}
    for id_, entity in named.entities.items():
        if entity.type is not EntityType.PERSON or world.entry(id_) is not None:
            continue
        alone = article_id(id_, document.article.id)
        if world.verdicts.apart(id_, alone):
            own[id_] = alone
        elif not is_telling(entity.label_bn):
            own[id_] = _by_post(id_, posts) or alone
    return renamed(named, posts, own)


def article_id(id_: str, article: str) -> str:
    """The id of a person whom no other article is known to name.

    Args:
        id_: The id that the name gives.
        article: Id of the article.
    """
    return f"{id_}-{hashlib.sha256(article.encode()).hexdigest()[:8]}"


def renamed(
    named: Named, posts: Sequence[Apposition], ids: Mapping[str, str]
) -> tuple[Named, tuple[Apposition, ...]]:
    """Names and posts with other ids for some entities.

    Args:
        named: The names of an article.
        posts: The posts beside them.
        ids: New ids by old ones.

    Returns:
        Both; what the mapping does not name stays, and of two entities that get one id
        the first is kept.
    """
    links = tuple(
        replace(link, entities=tuple(ids.get(each, each) for each in link.entities))
        for link in named.links
    )
    entities: dict[str, Entity] = {}
    for id_, entity in named.entities.items():
        new = ids.get(id_, id_)
        entities.setdefault(new, replace(entity, id=new))
    ordered = {id_: entities[id_] for id_ in sorted(entities)}
    kept = (replace(post, person_id=ids.get(post.person_id, post.person_id)) for post in posts)
    return Named(links, ordered), tuple(kept)


def _by_post(id_: str, posts: Sequence[Apposition]) -> str | None:
    for post in posts:
        if post.person_id == id_ and post.of and post.role_type in _SINGLE and not post.former:
            return f"{id_}-{slug(romanise(post.role))}-{post.of.partition('/')[2]}"
    return None
