"""JSON Lines: one article a line, read one line at a time however long the file is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO

from kg import config
from kg.model import Skipped
from kg.read.decode import decode
from kg.read.draft import Draft, parse_day

_TEXTS = ("text", "title", "published", "publisher", "url")


def read_records(stream: BinaryIO, name: str, path: str) -> Iterator[Draft | Skipped]:
    """Read the records `id title published publisher url text`; only `text` is required.

    Args:
        stream: The open file.
        name: Its name, for articles.
        path: Its path, for messages.

    Yields:
        One draft or one reason for each line that is not blank.
    """
    for number, line in enumerate(_lines(stream), 1):
        where = f"{path}:{number}"
        if line is None:
            limit = config.MAX_ARTICLE_BYTES
            yield Skipped(where, f"is longer than {limit:,} bytes; split it into articles")
        elif line.strip():
            yield _draft(line, number, name, where)


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """The lines; None for one that is too long to hold."""
    limit = config.MAX_ARTICLE_BYTES
    while line := stream.readline(limit + 1):
        if len(line) <= limit or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(limit)
        yield None


def _draft(line: bytes, number: int, name: str, where: str) -> Draft | Skipped:
    try:
        record = json.loads(decode(line))
    except json.JSONDecodeError as error:
        return Skipped(where, f"is not JSON ({error.msg}, column {error.colno}); mend the line")
    except RecursionError:
        return Skipped(where, "is nested too deep; write one flat record a line")
    except ValueError as error:
        return Skipped(where, str(error))
    if reason := _wrong(record):
        return Skipped(where, reason)
    published: date | None = None
    if record.get("published") and (published := parse_day(record["published"])) is None:
        given = record["published"]
        return Skipped(where, f"has no date in published {given!r}; write it as 2023-09-13")
    at = f"{name}:{number}"
    given_id = record.get("id")
    return Draft(
        ids=(at,) if given_id in (None, "") else (str(given_id),),
        text=record["text"],
        where=where,
        source=record.get("url") or at,
        title=record.get("title") or "",
        published=published,
        publisher=record.get("publisher") or None,
    )


def _wrong(record: Any) -> str:
    """What is wrong with a parsed line, or the empty string."""
    if not isinstance(record, dict):
        return "is not a JSON object; write one {…} a line"
    if record.get("text") is None:
        return "has no text; give the article in the field 'text'"
    for field in _TEXTS:
        if not isinstance(record.get(field), str | None):
            return f"has a {type(record[field]).__name__} in {field!r}; write a string there"
    if isinstance(record.get("id"), bool) or not isinstance(record.get("id"), str | int | None):
        return f"has a {type(record['id']).__name__} in 'id'; write a string there"
    return ""
