"""Which lines of an article are its headline, sub-headings and paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from kg.model import Block, BlockKind
from kg.read.lines import Line
from kg.read.rules import Kind

_HEADLINE_LENGTH = 140
_SUBHEAD_LENGTH = 80

# A headline or sub-heading never ends like this; a list item or a lead-in does.
_OPEN_ENDS = ("\u0964", ".", ",", ";", ":", "\u2014", "\u2013", "-")

# A kicker or an unknown section label has fewer words than any headline below it.
_HEADLINE_WORDS = 3

# So many headlines in a row after the last paragraph are a list of other articles.
_TAIL = 4

# A list of telephone numbers, marks or prices is part of the article.
_LONG_NUMBER = regex.compile(r"\d{5}")


def blocks_of(lines: Sequence[Line], title: str = "") -> tuple[Block, ...]:
    """Choose the lines that are the article and say what each is.

    Args:
        lines: The lines of the text, recognised.
        title: The article's canonical title when it is known from elsewhere; then only a
            line that repeats it is the headline.

    Returns:
        The blocks in the order of the text; at most one is a headline.
    """
    lines = _once(_before_end(lines))
    first = next((i for i, line in enumerate(lines) if line.prose), None)
    if first is None:
        return tuple(_block(line, BlockKind.BODY) for line in lines if _shown(line))
    above = [line for line in lines[:first] if _shown(line)]
    below = _without_lists([line for line in lines[first:] if _shown(line, menus=True)])
    return (*_above(above, title), *_below(below))


def _before_end(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines before an end mark that has most of the prose before it."""
    lengths = [len(line.text) if line.prose else 0 for line in lines]
    for i, line in enumerate(lines):
        if line.kind is Kind.END and sum(lengths[:i]) > sum(lengths[i:]):
            return lines[:i]
    return lines


def _once(lines: Sequence[Line]) -> list[Line]:
    """The lines without those that repeat the line before them; one after a number is loose."""
    out: list[Line] = []
    numbered = False
    for i, line in enumerate(lines):
        if i == 0 or line.text != lines[i - 1].text:
            out.append(replace(line, loose=line.loose or numbered))
        numbered = line.kind is Kind.NUMBER
    return out


def _shown(line: Line, menus: bool = False) -> bool:
    """True for a line of the article and, on demand, for one that opens a list of others."""
    return line.kind in (None, Kind.CREDIT) or (menus and line.kind is Kind.MENU)


def _above(lines: Sequence[Line], title: str) -> list[Block]:
    """The headline, and what else stands above the first paragraph."""
    headline = _headline(lines, title)
    out = []
    for line in lines:
        if headline and line.text == headline.text and line is not headline:
            continue
        short = _shaped(line, _HEADLINE_LENGTH)
        kind = BlockKind.SUBHEAD if short else BlockKind.BODY
        out.append(_block(line, BlockKind.HEADLINE if line is headline else kind))
    return out


def _headline(lines: Sequence[Line], title: str) -> Line | None:
    if title:
        return next((line for line in lines if line.text == title), None)
    shaped = [line for line in lines if _shaped(line, _HEADLINE_LENGTH)]
    long = [line for line in shaped if _words(line) >= _HEADLINE_WORDS]
    return next(iter(long or shaped), None)


def _below(lines: Sequence[Line]) -> list[Block]:
    """Paragraphs, and the sub-headings: one short line between two of them."""
    out = []
    for i, line in enumerate(lines):
        between = 0 < i < len(lines) - 1 and lines[i - 1].prose and lines[i + 1].prose
        subhead = between and _shaped(line, _SUBHEAD_LENGTH)
        out.append(_block(line, BlockKind.SUBHEAD if subhead else BlockKind.BODY))
    return out


def _without_lists(lines: Sequence[Line]) -> list[Line]:
    """Drop the headlines of other articles: after a menu, or many at the very end."""
    out: list[Line] = []
    listing = False
    for line in lines:
        if line.kind is Kind.MENU:
            listing = True
        elif line.prose or line.kind is Kind.CREDIT:
            listing = False
        if not listing:
            out.append(line)
    tail = _tail(out)
    return out[:-tail] if tail >= _TAIL else out


def _tail(lines: Sequence[Line]) -> int:
    """How many headlines, each after a blank line, the text ends with."""
    count = 0
    for line in reversed(lines):
        headline = _shaped(line, _HEADLINE_LENGTH) and _words(line) >= _HEADLINE_WORDS
        if line.prose or not line.loose or not headline or _LONG_NUMBER.search(line.text):
            break
        count += 1
    return count


def _words(line: Line) -> int:
    return line.text.count(" ") + 1


def _shaped(line: Line, longest: int) -> bool:
    """True when a line could be a headline."""
    return line.rule is None and len(line.text) <= longest and not line.text.endswith(_OPEN_ENDS)


def _block(line: Line, kind: BlockKind) -> Block:
    return Block(kind, line.begin, line.end)
