"""Find date expressions and resolve them to the first and last day meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kg.language.calendar_days import Days, make_date
from kg.language.inflection import inflections
from kg.language.normal import canonical, normalise
from kg.language.spans import READINGS
from kg.language.timewords import grammar
from kg.language.years import Context
from kg.model import TimeExpression

# A publication day outside these years is a slip, and counting from it could leave the calendar.
_FIRST_YEAR, _LAST_YEAR = 1700, 2300
_Found = tuple[int, int, Days | None]


def find_times(
    text: str, published: date | None, offset: int = 0, past: bool | None = None
) -> tuple[TimeExpression, ...]:
    """Find all date expressions of a sentence or paragraph.

    What may be read in two ways is left out: a bare number is no year, a bare day of the
    month no date. A weekday alone is the nearest past one, the day of publication included.

    Args:
        text: Text as given.
        published: The day from which relative expressions count; without it only full
            dates and years are found.
        offset: Where the text begins in the article.
        past: Tense of the clause: True past, False future, None unknown.

    Returns:
        The expressions in order of offset; none overlaps another.

    >>> [t.first.isoformat() for t in find_times("গত বৃহস্পতিবার", date(2023, 9, 13))]
    ['2023-09-07']
    """
    normal = normalise(text)
    found = []
    for begin, end, days in _longest(_matches(normal.text, published, past)):
        first, last = normal.original(begin, end)
        found.append(
            TimeExpression(
                offset + first,
                offset + last,
                text[first:last],
                days.first,
                days.last,
                days.grain,
            )
        )
    return tuple(found)


def parse_time(
    expr: str, published: date | None, past: bool | None = None
) -> tuple[date, date] | None:
    """Resolve text that is one date expression, perhaps with a word or two around it.

    Args:
        expr: The expression.
        published: The day from which relative expressions count.
        past: Tense of the clause: True past, False future, None unknown.

    Returns:
        The first and last day, or None when there is none or more than one.

    >>> parse_time("১৩ সেপ্টেম্বর ২০২৩", None)
    (datetime.date(2023, 9, 13), datetime.date(2023, 9, 13))
    """
    found = _longest(_matches(canonical(expr), published, past))
    return (found[0][2].first, found[0][2].last) if len(found) == 1 else None


def in_year(time: TimeExpression, year: int) -> TimeExpression:
    """A day of a month without a year, in the year that the text around it speaks of.

    Args:
        time: An expression.
        year: That year.

    Returns:
        The expression in that year; any other expression (a weekday, গত ৩ ডিসেম্বর, a day with
        its year) as it is.

    >>> march = find_times("২৫ মার্চ রাতে", date(2025, 12, 17))[0]
    >>> in_year(march, 1971).first.isoformat()
    '1971-03-25'
    """
    words = [word for word in canonical(time.text).split() if word]
    named = {form.base for form in inflections(words[1])} if len(words) > 1 else set()
    plain = words[0].isdecimal() and bool(named & set(grammar().words["month"]))
    if time.grain != "day" or not plain or any(_dated(word) for word in words[2:]):
        return time
    day = make_date(year, time.first.month, time.first.day)
    return time if day is None else replace(time, first=day, last=day)


def _dated(word: str) -> bool:
    """A weekday or a number beside a date: it may be what tells the year."""
    bases = {form.base for form in inflections(word.strip("(),"))}
    return bool(bases & set(grammar().words["weekday"])) or any(map(str.isdecimal, word))


def _matches(text: str, published: date | None, past: bool | None) -> list[_Found]:
    if published is not None and not _FIRST_YEAR <= published.year <= _LAST_YEAR:
        published = None
    context = Context(published, past, grammar().words)
    present = {
        name for name, words in grammar().needs.items() if any(word in text for word in words)
    }
    found: list[_Found] = []
    for rule in grammar().rules:
        if rule.needs not in present:
            continue
        for match in rule.pattern.finditer(text):
            days = READINGS[rule.how](match.groupdict(), context)
            if days is not None or rule.how == "none":
                found.append((match.start(), match.end(), days))
    return found


def _longest(found: list[_Found]) -> list[tuple[int, int, Days]]:
    """Of expressions that overlap keep the longest, then the first; drop what is no date."""
    kept: list[_Found] = []
    for begin, end, days in sorted(found, key=lambda item: (item[0] - item[1], item[0])):
        if all(end <= other[0] or begin >= other[1] for other in kept):
            kept.append((begin, end, days))
    kept.sort(key=lambda item: item[0])
    return [(begin, end, days) for begin, end, days in kept if days is not None]
