"""A draft's text read line by line: an Article, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import regex

from kg.language import canonical
from kg.model import Article, Block, BlockKind, PublishedBy, Skipped
from kg.read.draft import Draft, parse_day
from kg.read.layout import blocks_of
from kg.read.lines import Line, read_lines
from kg.read.script import not_bengali

_BLANK = "\n\n"
_SURROGATE = regex.compile(r"[\ud800-\udfff]")


def to_article(draft: Draft, id: str, published: date | None) -> Article | Skipped:
    """Find the headline, the paragraphs, the date and the publisher of a draft.

    The date is what the file's metadata says, else the date line of the text, else
    `published`. Relative words (today, Wednesday) never give a date.

    Args:
        draft: The text and what its file says of it.
        id: The article's id.
        published: The day to take when neither the file nor the text has one.

    Returns:
        The article, or why the text is none.
    """
    if not draft.text.strip():
        return Skipped(draft.where, "is empty; give the article's text")
    if reason := unreadable(draft.text + draft.title) or not_bengali(draft.text):
        return Skipped(draft.where, reason)
    text, blocks, lines = _lay_out(draft)
    if not blocks:
        return Skipped(draft.where, "holds nothing but page furniture; give the article")
    day, by = _date(draft, lines, published)
    publisher = draft.publisher or _found(lines, "publisher")
    return Article(id, text, blocks, day, by, publisher, draft.source)


def unreadable(text: str) -> str:
    """Say why a decoded text cannot be written to a graph.

    Args:
        text: Any string.

    Returns:
        The reason, or the empty string.
    """
    if "\0" in text:
        return "holds NUL characters, so it is not text; save it as UTF-8 text"
    if _SURROGATE.search(text):
        return "holds half a character (a lone surrogate); write it again as UTF-8"
    return ""


def _lay_out(draft: Draft) -> tuple[str, tuple[Block, ...], tuple[Line, ...]]:
    """The article's text with its title, its blocks (the headline first) and its lines."""
    title = canonical(draft.title).strip()
    lines = read_lines(draft.text)
    blocks = blocks_of(lines, title)
    if not title or any(block.kind is BlockKind.HEADLINE for block in blocks):
        return draft.text, blocks, lines
    if end := _title_end(draft):
        return draft.text, _split_off(draft.text, blocks, end), lines
    text = draft.text + _BLANK + draft.title
    begin = len(text) - len(draft.title.lstrip())
    headline = Block(BlockKind.HEADLINE, begin, begin + len(draft.title.strip()))
    return text, (headline, *blocks), lines


def _title_end(draft: Draft) -> int:
    """Where the title ends when the text begins with it, else 0."""
    title = draft.title.strip()
    begin = len(draft.text) - len(draft.text.lstrip())
    rest = draft.text[begin + len(title) :]
    starts = draft.text.startswith(title, begin) and not rest[:1].strip()
    return begin + len(title) if starts else 0


def _split_off(text: str, blocks: Sequence[Block], end: int) -> tuple[Block, ...]:
    """The blocks with the title, which the text begins with, cut out as the headline."""
    begin = len(text) - len(text.lstrip())
    out = [Block(BlockKind.HEADLINE, begin, end)]
    for block in blocks:
        start = max(block.begin, end)
        start += len(text[start : block.end]) - len(text[start : block.end].lstrip())
        if start < block.end:
            out.append(Block(block.kind, start, block.end))
    return tuple(out)


def _date(
    draft: Draft, lines: Sequence[Line], published: date | None
) -> tuple[date | None, PublishedBy]:
    if draft.published:
        return draft.published, PublishedBy.METADATA
    for line in lines:
        day = parse_day(line.found["date"]) if "date" in line.found else None
        if day:
            return day, PublishedBy.TEXT
    return (published, PublishedBy.OPTION) if published else (None, PublishedBy.NONE)


def _found(lines: Sequence[Line], group: str) -> str | None:
    return next((line.found[group] for line in lines if group in line.found), None)
