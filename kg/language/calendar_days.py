"""Steps on the calendar: months, weekdays, and days that do not exist."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day and the grain: day, week, month, year, range."""

    first: date
    last: date
    grain: str


def one_day(day: date | None) -> Days | None:
    """Return a day as a span of one."""
    return None if day is None else Days(day, day, "day")


def whole_month(year: int, month: int) -> Days:
    """Return the first and last day of a month."""
    return Days(
        date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month"
    )


def make_date(year: int | None, month: int | None, day: int | None) -> date | None:
    """Return the day, or None where the calendar has none or a part is missing."""
    if year is None or month is None or day is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift(day: date, count: int, unit: str) -> date | None:
    """Move by hours, days, weeks, months or years.

    The last day of a shorter month stands in; hours count as the days they reach into.
    """
    if abs(count) > 2000:
        return None
    if unit == "hour":
        unit, count = "day", ceil(abs(count) / 24) * (1 if count > 0 else -1)
    if unit in ("day", "week"):
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    months = day.year * 12 + day.month - 1 + count * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def nearest_weekday(day: date, weekday: int) -> date:
    """Return the weekday that lies three days or less from a day."""
    return day + timedelta(days=(weekday - day.isoweekday() + 3) % 7 - 3)
