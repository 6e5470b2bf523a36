"""What the parts of a date expression mean in days: one function for each reading."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

import regex

from kg.language.calendar_days import (
    Days,
    make_date,
    nearest_weekday,
    one_day,
    shift,
    whole_month,
)
from kg.language.numbers import parse_number
from kg.language.years import STEP, Context, Parts, calendar_day, likely_year, number, on_weekday

# The last month of the first half of a year.
MIDYEAR = 6

# The days of a month that a part of it means; its end depends on the month.
_OF_MONTH = {
    "first": (1, 11),
    "middle": (11, 20),
    "first_week": (1, 7),
    "second_week": (8, 14),
    "third_week": (15, 21),
}


def _numeric(parts: Parts, context: Context) -> Days | None:
    return one_day(make_date(number(parts, "y"), number(parts, "m"), number(parts, "d")))


def _day(parts: Parts, context: Context) -> Days | None:
    """A calendar date, a day counted from today, a weekday, or two of them together."""
    weekday = context.value(parts, "wd", "weekday")
    if parts.get("month"):
        beside = weekday or context.value(parts, "wd2", "weekday")
        return one_day(on_weekday(calendar_day(parts, "d", "month", context), beside, context))
    if context.published is None:
        return None
    relative = context.value(parts, "rel", "day")
    if relative is None:
        return one_day(_weekday(weekday, parts, context))
    day = context.published + timedelta(days=relative)
    if weekday is None or day.isoweekday() == weekday:
        return one_day(day)
    # The two contradict each other: either may be the slip, so both days are meant.
    near = nearest_weekday(day, weekday)
    return Days(min(day, near), max(day, near), "range")


def _days(parts: Parts, context: Context) -> Days | None:
    last = calendar_day(parts, "d2", "month2" if parts.get("month2") else "month", context)
    if last is None:
        return None
    month = context.value(parts, "month", "month")
    first = make_date(last.year, month, number(parts, "d"))
    if first is not None and first > last and parts.get("month2"):
        first = make_date(last.year - 1, month, number(parts, "d"))
    return Days(first, last, "range") if first is not None and first < last else None


def _month(parts: Parts, context: Context) -> Days | None:
    month = context.value(parts, "month", "month")
    year = number(parts, "y")
    if month is None:
        return None
    if year is None:
        year = _year_of_month(month, parts, context)
    return None if year is None else _part(whole_month(year, month), parts, context)


def _year_of_month(month: int, parts: Parts, context: Context) -> int | None:
    if context.published is None:
        return None
    now = context.published
    direction = context.direction(parts)
    if parts.get("year_of") and direction:
        return now.year + STEP[direction]
    if direction == "past":
        return now.year if month < now.month else now.year - 1
    if direction == "future":
        return now.year if month > now.month else now.year + 1
    if direction == "present" or month == now.month:
        return now.year
    middle = likely_year(date(now.year, month, 15), context)
    return middle.year if middle else None


def _months(parts: Parts, context: Context) -> Days | None:
    last = _month({**parts, "month": parts["month2"], "y": parts["y2"] or parts["y"]}, context)
    month = context.value(parts, "month", "month")
    if last is None or month is None or month == last.first.month:
        return None
    year = last.first.year - (month > last.first.month)
    return Days(date(year, month, 1), last.last, "range")


def _year(parts: Parts, context: Context) -> Days | None:
    year = number(parts, "y")
    if year is None:
        return None
    return _part(Days(date(year, 1, 1), date(year, 12, 31), "year"), parts, context)


def _years(parts: Parts, context: Context) -> Days | None:
    first, last = number(parts, "y"), number(parts, "y2")
    if first is None or last is None or first >= last:
        return None
    return Days(date(first, 1, 1), date(last, 12, 31), "range")


def _span(parts: Parts, context: Context) -> Days | None:
    """The last or next so many days, weeks, months or years, up to or from today."""
    count = _count(parts)
    if context.published is None or count is None:
        return None
    unit = context.words["unit"][str(parts["unit"])]
    if context.direction(parts) == "past":
        first = shift(context.published, -count, unit)
        return Days(first, context.published, "range") if first else None
    last = shift(context.published, count, unit)
    return Days(context.published, last, "range") if last else None


def _ago(parts: Parts, context: Context) -> Days | None:
    count = _count(parts)
    if context.published is None or count is None:
        return None
    unit = context.words["unit"][str(parts["unit"])]
    if unit == "hour":
        # A few hours ago is today.
        unit, count = "day", count // 24
    day = shift(context.published, -count, unit)
    if day is None:
        return None
    # "Three months ago" names a month, "two years ago" a year, not a day.
    if unit == "month":
        return whole_month(day.year, day.month)
    if unit == "year":
        return Days(date(day.year, 1, 1), date(day.year, 12, 31), "year")
    return one_day(day)


def _unit(parts: Parts, context: Context) -> Days | None:
    """The last, this or the next week (from Monday), month or year."""
    direction = context.direction(parts)
    if context.published is None or direction is None:
        return None
    step = STEP[direction]
    unit = context.words["unit"][str(parts["unit"])]
    day = shift(context.published, step, unit)
    if day is None:
        return None
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        return Days(monday, monday + timedelta(days=6), "week")
    if unit == "month":
        return _part(whole_month(day.year, day.month), parts, context)
    return _part(Days(date(day.year, 1, 1), date(day.year, 12, 31), "year"), parts, context)


def _new_year(parts: Parts, context: Context) -> Days | None:
    """The new year: in the first half of a year that year, in the second the next."""
    now = context.published
    if now is None:
        return None
    year = now.year + (now.month > MIDYEAR)
    return _part(Days(date(year, 1, 1), date(year, 12, 31), "year"), parts, context)


READINGS: Mapping[str, Callable[[Parts, Context], Days | None]] = {
    "numeric": _numeric,
    "day": _day,
    "days": _days,
    "month": _month,
    "months": _months,
    "none": lambda parts, context: None,
    "year": _year,
    "years": _years,
    "span": _span,
    "ago": _ago,
    "unit": _unit,
    "new_year": _new_year,
}


def _weekday(weekday: int | None, parts: Parts, context: Context) -> date | None:
    if weekday is None or context.published is None:
        return None
    now = context.published
    direction = context.direction(parts)
    if direction == "past":
        return now - timedelta(days=(now.isoweekday() - weekday - 1) % 7 + 1)
    if direction == "future":
        return now + timedelta(days=(weekday - now.isoweekday() - 1) % 7 + 1)
    if context.past is False or (context.past is None and parts.get("until")):
        return now + timedelta(days=(weekday - now.isoweekday()) % 7)
    return now - timedelta(days=(now.isoweekday() - weekday) % 7)


def _part(days: Days, parts: Parts, context: Context) -> Days:
    """The beginning, middle or end of a month or year, a third of it."""
    word = parts.get("part")
    if not word:
        return days
    part = context.words["part"][regex.sub(r"\s+", " ", word)]
    if days.grain == "month":
        end = days.last.day
        bounds = _OF_MONTH.get(part) or {"last": (20, end), "last_week": (end - 6, end)}[part]
        return Days(days.first.replace(day=bounds[0]), days.first.replace(day=bounds[1]), "range")
    if part not in {"first", "middle", "last"}:
        return days
    year = days.first.year
    months = {"first": (1, 4), "middle": (5, 8), "last": (9, 12)}[part]
    return Days(date(year, months[0], 1), whole_month(year, months[1]).last, "range")


def _count(parts: Parts) -> int | None:
    value = parse_number(str(parts["count"]))
    return value if isinstance(value, int) and value > 0 else None
