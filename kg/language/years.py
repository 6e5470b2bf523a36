"""What a date expression is read against, and which year a day without one is in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import regex

from kg.language.calendar_days import make_date
from kg.language.numbers import ascii_digits

#: Parts of a match by name: the text, or None where the part is absent.
Parts = Mapping[str, str | None]
# A day and month that are this much nearer ahead than behind are meant to come.
_AHEAD = 2.5
# A date this far from the day of publication may be meant of another year.
_FAR = timedelta(days=60)
STEP = {"past": -1, "present": 0, "future": 1}


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is read against.

    Attributes:
        published: The day from which relative expressions count.
        past: Tense of the clause, None when unknown.
        words: For each list of words what each word stands for.
    """

    published: date | None
    past: bool | None
    words: Mapping[str, Mapping[str, str]]

    def value(self, parts: Parts, name: str, listed: str) -> int | None:
        """The number that a word stands for, or None where the part is absent."""
        word = parts.get(name)
        return None if word is None else int(self.words[listed][word])

    def direction(self, parts: Parts) -> str | None:
        """`past`, `present` or `future`, or None where nothing says so."""
        word = parts.get("dir2") or parts.get("dir")
        return None if word is None else self.words["direction"][word]


def calendar_day(parts: Parts, day: str, month: str, context: Context) -> date | None:
    """The day that a number and a month name, in the year that is stated or meant."""
    day_of_month, named = number(parts, day), context.value(parts, month, "month")
    year = number(parts, "y")
    now = context.published
    if year is not None:
        return make_date(year, named, day_of_month)
    if now is None:
        return None
    direction = context.direction(parts)
    if direction and (parts.get("year_of") or direction == "present"):
        return make_date(now.year + STEP[direction], named, day_of_month)
    if direction in ("past", "future"):
        context = Context(now, direction == "past", context.words)
    # A leap day exists in few years: look for it in any of the next ones.
    for back in range(4):
        day_meant = make_date(now.year - back, named, day_of_month)
        if day_meant is not None:
            return likely_year(day_meant, context, stated=direction is not None)
    return None


def likely_year(day: date, context: Context, stated: bool = False) -> date | None:
    """The same day and month in the year that the tense or nearness suggests.

    Where a word says 'last' or 'next' (`stated`), nearness does not count.
    """
    if context.published is None:
        return None
    now = context.published
    years = [make_date(now.year + step, day.month, day.day) for step in (-1, 0, 1)]
    before = [d for d in years if d is not None and d <= now]
    after = [d for d in years if d is not None and d >= now]
    if not before or not after or context.past is True or (stated and context.past is False):
        chosen = before[-1:] if context.past is not False else after[:1]
        return chosen[0] if chosen else None
    behind, ahead = (now - before[-1]).days, (after[0] - now).days
    if context.past is False:
        # A plan may mention a day that has just gone by (7 October, in January).
        return before[-1] if behind * _AHEAD < ahead else after[0]
    return after[0] if ahead * _AHEAD < behind else before[-1]


def on_weekday(day: date | None, weekday: int | None, context: Context) -> date | None:
    """A date far off a year earlier or later, where only that falls on the weekday beside it.

    Near the day of publication a weekday that does not fit is the slip.
    """
    now = context.published
    if day is None or weekday is None or now is None or abs(day - now) < _FAR:
        return day
    near = (make_date(day.year + step, day.month, day.day) for step in (-1, 0, 1))
    falling = [d for d in near if d is not None and d.isoweekday() == weekday]
    return falling[0] if len(falling) == 1 else day


def number(parts: Parts, name: str) -> int | None:
    """The digits of a part as a number, or None where it is absent or written out."""
    text = parts.get(name)
    digits = regex.match(r"[0-9]+", ascii_digits(text)) if text else None
    return int(digits.group()) if digits else None
