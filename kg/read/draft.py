"""What a loader hands to the reader: one article's text and what its file says of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate

from kg.language import parse_time


@dataclass(frozen=True, slots=True)
class Draft:
    """An article before its lines were read.

    Attributes:
        ids: Ids to try in order; the first that is free becomes the article's.
        text: The text as given.
        where: File, or `file:line`, for messages.
        source: File name or URL, for the article.
        title: The title that its file gives apart from the text, or empty.
        published: Likewise the day of publication.
        publisher: Likewise the outlet.
    """

    ids: tuple[str, ...]
    text: str
    where: str
    source: str
    title: str = ""
    published: date | None = None
    publisher: str | None = None


def parse_day(text: str) -> date | None:
    """Read a day as a page or a file's metadata writes it.

    Args:
        text: `2023-09-13`, `2023-09-13T14:48:00+06:00`, a full Bengali or English date.

    Returns:
        The day as written there (no change of time zone), or None.

    >>> parse_day("2023-09-13T23:48:00+06:00")
    datetime.date(2023, 9, 13)
    >>> parse_day("বুধবার, ১৩ সেপ্টেম্বর ২০২৩") == parse_day("Wednesday, 13 September 2023")
    True
    >>> parse_day("বুধবার")
    """
    text = text.strip()
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        span = parse_time(text, None)
    if span:
        return span[0] if span[0] == span[1] else None
    return _english_day(text)


def _english_day(text: str) -> date | None:
    """A day with an English month name; unlike `strptime`, whatever the locale."""
    found = parsedate(f"{text} 00:00:00")
    if not found or not any(char.isascii() and char.isalpha() for char in text):
        return None
    try:
        return date(*found[:3])
    except ValueError:
        return None
