"""Takes titles off names: প্রেসিডেন্ট ভ্লাদিমির পুতিন is ভ্লাদিমির পুতিন."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from kg.world import World


def without_titles(words: Sequence[str], world: World) -> Iterator[tuple[int, int]]:
    """The names in a run of words that the NER model took for one person.

    A title at an edge is cut off; a post between two names parts them. An honorific
    between two words stays, for many are names, too (মো. আমির হোসেন).

    Args:
        words: Canonical words.
        world: Knows the titles.

    Yields:
        Index of a name's first word and the index after its last.
    """
    start = index = 0
    while index < len(words):
        length = _title_length(words, index, index == start, world)
        if not length:
            index += 1
            continue
        if start < index:
            yield start, index
        index += length
        start = index
    if start < len(words):
        yield start, len(words)


def body_end(words: Sequence[str], world: World) -> int:
    """The index after a body's name in a run of words that the NER model took for one.

    A post at the end is whom it sends: of বাংলাদেশ হাইকমিশনারকে the state is left.

    Args:
        words: Canonical.
        world: Knows the posts.

    Returns:
        The number of words, or one less.
    """
    role = world.role(words[-1])
    serves = role is not None and role.person_title and not role.modifier
    return len(words) - 1 if serves and len(words) > 1 else len(words)


def _title_length(words: Sequence[str], index: int, leads: bool, world: World) -> int:
    """How many words from `index` on are a title; 0 when none is.

    After a name it is one as it stands only: in হুমায়ুন কবির nobody is a poet.
    """
    for last in range(min(len(words), index + _longest_title(world)), index, -1):
        noun = " ".join(words[index:last])
        role = world.role(noun) if leads else world.roles.get(noun)
        if role is not None and role.person_title and (leads or not role.honorific):
            return last - index
    return 0


@lru_cache(maxsize=4)
def _longest_title(world: World) -> int:
    """How many words a title has at most; a compound, which no table lists, has one."""
    return max((len(noun.split()) for noun in world.roles), default=1)
