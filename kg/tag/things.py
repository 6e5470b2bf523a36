"""Persons' names that the model takes too long: the word behind is a thing's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from kg.language import inflect
from kg.language.tables import read_table
from kg.model import Mention
from kg.tag.merge import NER
from kg.world import World

TABLE = Path(__file__).parent / "data" / "thing_endings.tsv"


def without_things(mentions: Iterable[Mention], world: World) -> Iterator[Mention]:
    """Cuts off a person's name a last word that has the ending of a thing.

    Two words must be left; the second may be half of what the model did not know.

    Args:
        mentions: The names of an article.
        world: The gazetteer.

    Yields:
        As many mentions, in the same order.
    """
    for mention in mentions:
        name, _, last = mention.text.rpartition(" ")
        person = mention.label == "PER" and mention.found_by == NER
        yield _cut(mention, name, world) if person and " " in name and _a_thing(last) else mention


def _cut(mention: Mention, text: str, world: World) -> Mention:
    name = inflect(text, lambda base: bool(world.named(base)))
    return replace(
        mention,
        end=mention.begin + len(text),
        text=text,
        base=name.base,
        case=name.case,
        plural=name.plural,
        candidates=world.named(name.base),
    )


def _a_thing(word: str) -> bool:
    base = inflect(word).base
    return word != base and word.removeprefix(base) in _endings()


@cache
def _endings() -> frozenset[str]:
    rows = read_table(TABLE, ("ending", "not_of_the_name", "name"), "ending")
    return frozenset(row["ending"] for row in rows)
