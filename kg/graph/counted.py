"""How many were killed, injured or detained, as a sentence says: `data/counted.toml`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator

from kg.language import parse_number
from kg.relate.schemas import Strict, checked
from kg.relate.tables import read_toml

_TABLE = Path(__file__).parent / "data" / "counted.toml"

Words = Annotated[tuple[str, ...], AfterValidator(checked)]


class Catch(Strict):
    """A sentence and the number to find in it."""

    text: str
    number: int


class Counted(Strict):
    """One kind of thing that is counted.

    Attributes:
        types: Event types that it is a number of.
        words: Beginnings of what stands after the number.
        catch: A sentence whose number is found.
        miss: A sentence in which none is.
    """

    what: str
    types: tuple[str, ...]
    words: Words
    catch: Catch
    miss: str


class Counting(Strict):
    """The whole table."""

    counters: Words
    bounds: Words
    reach: int
    counted: tuple[Counted, ...]


@cache
def counting() -> Counting:
    """The table of what is counted.

    Raises:
        DataError: The table is malformed.
    """
    return read_toml(_TABLE, Counting)


def numbers(words: Sequence[str], event_type: str) -> Iterator[tuple[str, int]]:
    """What a sentence counts of an event, and how many.

    Args:
        words: The sentence's words, canonical.
        event_type: What is told of: an arrest has no killed.
    """
    table = counting()
    kinds = [kind for kind in table.counted if event_type in kind.types]
    counts = [(at, n) for at in range(len(words)) if (n := _count(words, at, table)) is not None]
    for number, (at, value) in enumerate(counts):
        following = counts[number + 1][0] if number + 1 < len(counts) else len(words)
        after = words[at + 1 : min(following, at + 1 + table.reach)]
        for kind in kinds:
            if any(" ".join(after[i:]).startswith(kind.words) for i in range(len(after))):
                yield kind.what, value


def _count(words: Sequence[str], at: int, table: Counting) -> int | None:
    """The number that ends in a counter at this word, unless it is but a bound."""
    for counter in table.counters:
        if words[at] == counter and at:
            number, before = words[at - 1], words[max(0, at - 2) : at - 1]
        elif words[at].endswith(counter) and words[at] != counter:
            number, before = words[at].removesuffix(counter), words[max(0, at - 1) : at]
        else:
            continue
        value = parse_number(number)
        if isinstance(value, int) and not any(word.startswith(table.bounds) for word in before):
            return value
    return None
