"""Names that the world file does not have: which of them name the same, and their ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.language import romanise
from kg.model import Entity, EntityType
from kg.resolve.keys import alike, new_id, spelling_key
from kg.world import Verdicts

_NOTHING = Verdicts()


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the article: its words, its type, and the entity if already known."""

    text: str
    type: EntityType
    entity: str | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """The words in the spelling that stands for all."""
        return _words(self.text)


@lru_cache(maxsize=1 << 14)
def _words(text: str) -> tuple[str, ...]:
    return tuple(spelling_key(text).split())


def same_name(one: Name, other: Name) -> bool:
    """Whether two full names are spellings of one.

    All words but one must be equal, and that one may differ in a letter (অ্যাড্রিয়েন,
    অ্যাড্রিয়ান); কিম জং উন, কিম ইয়ো জং are two.

    Args:
        one: A name.
        other: Another name.

    Returns:
        True when type, number of words and every word agree.
    """
    if one.type is not other.type or len(one.words) != len(other.words):
        return False
    pairs = list(zip(one.words, other.words, strict=True))
    return sum(a != b for a, b in pairs) <= 1 and all(alike(a, b) for a, b in pairs)


def is_part(short: Name, full: Name) -> bool:
    """Whether a short name is the beginning or the end of a full one.

    Args:
        short: For instance পেসকভ or কিম জং.
        full: For instance দিমিত্রি পেসকভ.

    Returns:
        True for fewer words of the same person's name.
    """
    size = len(short.words)
    if not (short.type is full.type is EntityType.PERSON) or not 0 < size < len(full.words):
        return False
    return short.words in (full.words[:size], full.words[-size:])


def group(names: Sequence[Name], verdicts: Verdicts = _NOTHING) -> dict[Name, str]:
    """An id for each name that the article uses, short names those of the full ones.

    Args:
        names: All names of the article in order, with repetitions; those with an
            entity keep it and lend it to their parts.
        verdicts: Which ids a user has told apart.

    Returns:
        The id of each; a short name of which several full names could be meant has
        none.
    """
    ids: dict[Name, str] = {name: name.entity for name in names if name.entity is not None}
    counts = Counter(names)
    order = {name: index for index, name in reversed(list(enumerate(names)))}
    unknown = sorted(
        (name for name in counts if name.entity is None),
        key=lambda name: (-len(name.words), -counts[name], order[name]),
    )
    index: dict[tuple[str, ...], list[Name]] = {}
    for name in ids:
        _add(name, index)
    for name in unknown:
        near = (other for key in _keys(name) for other in index.get(key, ()))
        own = new_id(name.type, name.text)
        found = _ids_of(name, {other: ids[other] for other in near})
        found = {id_ for id_ in found if not verdicts.apart(id_, own)}
        if len(found) < 2:
            ids[name] = found.pop() if found else own
            _add(name, index)
    return ids


def _keys(name: Name) -> tuple[tuple[str, ...], ...]:
    """Names that are one, or one part of the other, have one of these in common.

    It is the first word or the last one; single words spelt in two ways have the first
    letter in common.
    """
    words = name.words
    edges = (("first", *words[:1]), ("last", *words[-1:]))
    return (*edges, ("letter", words[0][0])) if len(words) == 1 else edges


def _add(name: Name, index: dict[tuple[str, ...], list[Name]]) -> None:
    for key in _keys(name):
        index.setdefault(key, []).append(name)


def _ids_of(name: Name, ids: dict[Name, str]) -> set[str]:
    """The ids of the same name spelt otherwise; without one, of those it is a part of."""
    same = {id_ for other, id_ in ids.items() if same_name(name, other)}
    return same or {
        id_ for other, id_ in ids.items() if is_part(name, other) and _lends(other, name)
    }


def _lends(full: Name, short: Name) -> bool:
    """Whether a name lends its entity to a part of it.

    Two words are a name of their own beside a person whom the world file knows and does
    not call so: রাশেদ খান is not রাশেদ খান মেনন.
    """
    return full.entity is None or len(short.words) == 1


def new_entity(id_: str, kind: EntityType, names: Iterable[str]) -> Entity:
    """The entity of a name that the world file does not have.

    Args:
        id_: Its id.
        kind: Its type.
        names: Every form seen in the article, the one that gave the id first.

    Returns:
        The entity, with the other forms as aliases.
    """
    label, *others = names
    aliases = tuple(sorted(set(others) - {label}))
    return Entity(id_, kind, label, romanise(label), aliases, source="article")
