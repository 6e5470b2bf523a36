"""Which lines of an article are its headline, sub-headings and paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Block, BlockKind
from kg.read.lines import Line
from kg.read.rules import Kind

# Only above the first paragraph is such a line furniture: below it, the same words may be
# a sub-heading or a sentence.
_ABOVE_ONLY = frozenset({Kind.BYLINE, Kind.SECTION})

_HEADLINE_LENGTH = 140
_SUBHEAD_LENGTH = 80

# A headline or sub-heading never ends like this; a list item or a lead-in does.
_OPEN_ENDS = ("\u0964", ".", ",", ";", ":", "\u2014", "\u2013", "-")

# So many headlines in a row after the last paragraph are a list of other articles.
_TAIL = 4


def blocks_of(lines: Sequence[Line], title: str = "") -> tuple[Block, ...]:
    """Choose the lines that are the article and say what each is.

    Args:
        lines: The lines of the text, recognised.
        title: The article's canonical title when it is known from elsewhere; then only a
            line that repeats it is the headline.

    Returns:
        The blocks in the order of the text; at most one is a headline.
    """
    first = next((i for i, line in enumerate(lines) if line.prose), None)
    if first is None:
        return tuple(_block(line, BlockKind.BODY) for line in _kept(lines, above=False))
    above = _above(_kept(_unrepeated(lines[:first]), above=True), title)
    below = _without_lists(_kept(lines[first:], above=False))
    return (*above, *_below(below))


def _kept(lines: Sequence[Line], above: bool) -> list[Line]:
    """The lines that no rule drops, and the menus that open a list of other headlines."""
    return [
        line
        for line in lines
        if line.kind in (None, Kind.CREDIT, Kind.MENU) or (not above and line.kind in _ABOVE_ONLY)
    ]


def _unrepeated(lines: Sequence[Line]) -> list[Line]:
    texts = [line.text for line in lines]
    return [line for i, line in enumerate(lines) if line.text not in texts[:i]]


def _above(lines: Sequence[Line], title: str) -> list[Block]:
    """Headline, then what stands between it and the first paragraph."""
    out: list[Block] = []
    headline = False
    for line in lines:
        if line.kind is Kind.MENU:
            continue
        if not headline and (line.text == title if title else _shaped(line, _HEADLINE_LENGTH)):
            out.append(_block(line, BlockKind.HEADLINE))
            headline = True
        else:
            short = _shaped(line, _HEADLINE_LENGTH)
            out.append(_block(line, BlockKind.SUBHEAD if short else BlockKind.BODY))
    return out


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
        if line.prose or line.rule or not line.loose or not _shaped(line, _HEADLINE_LENGTH):
            break
        count += 1
    return count


def _shaped(line: Line, longest: int) -> bool:
    """True when a line could be a headline."""
    return line.rule is None and len(line.text) <= longest and not line.text.endswith(_OPEN_ENDS)


def _block(line: Line, kind: BlockKind) -> Block:
    return Block(kind, line.begin, line.end)
