"""Spans of an article, looked up by place without going through all of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

Span = tuple[int, int]


class Spans:
    """Spans that may overlap.

    The furthest end of all spans up to each one never falls, so that the first one that
    reaches beyond an offset is found by bisection.

    Args:
        spans: Begin and end of each, in any order.
    """

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans = sorted(spans)
        self._reach = list(accumulate((end for _, end in self._spans), max))

    def touching(self, begin: int, end: int) -> Span | None:
        """The first span that shares a place with another one.

        Args:
            begin: Begin of the other one.
            end: Its end.

        Returns:
            The span that begins first, or None.

        >>> Spans([(3, 5), (0, 9)]).touching(4, 6)
        (0, 9)
        """
        first = bisect_right(self._reach, begin)
        found = first < len(self._spans) and self._spans[first][0] < end
        return self._spans[first] if found else None

    def around(self, offset: int) -> Span | None:
        """The first span that holds an offset, or None."""
        return self.touching(offset, offset + 1)
