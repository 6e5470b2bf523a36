"""An article's text as lines, each with the rule that recognised it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import regex

from kg.language import normalise
from kg.read.rules import Kind, Rule, rules

_LINE = regex.compile(r"[^\r\n\u2028\u2029]+")
_DANDA = "\u0964"

# Without a danda, a line this long is still no headline but a paragraph.
_LONG = 150

# A sentence that ends with a Latin full stop, as some newsrooms type it; a shorter line is
# an abbreviation or a list number.
_STOPS = (".", ".\u201d", ".\u2019", '."', ".'")
_SENTENCE_WORDS = 5


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the space around it.

    Attributes:
        begin: Offset of its first character in the article's text.
        end: Offset after its last character.
        text: Its canonical text.
        loose: True when a blank line stands before it.
        rule: The rule that says what it is; None when it is text of the article.
        found: What the rules read in it, by group name: `date`, `publisher`.
    """

    begin: int
    end: int
    text: str
    loose: bool
    rule: Rule | None = None
    found: dict[str, str] = field(default_factory=dict)

    @property
    def kind(self) -> Kind | None:
        """The kind of its rule."""
        return self.rule.kind if self.rule else None

    @property
    def prose(self) -> bool:
        """True for a paragraph: it holds a sentence or is too long for a headline."""
        return self.rule is None and (
            _DANDA in self.text
            or len(self.text) >= _LONG
            or (self.text.endswith(_STOPS) and self.text.count(" ") >= _SENTENCE_WORDS - 1)
        )


def read_lines(text: str) -> tuple[Line, ...]:
    """Split a text into lines and recognise each.

    Args:
        text: The text as given.

    Returns:
        The lines that are not blank, in order; offsets are into `text`.
    """
    lines = [_recognise(line, text) for line in _split(text)]
    first = next((i for i, line in enumerate(lines) if line.prose), len(lines))
    below = (_forget(line) if line.rule and line.rule.above else line for line in lines[first:])
    return (*lines[:first], *below)


def _forget(line: Line) -> Line:
    return replace(line, rule=None, found={})


def _split(text: str) -> Iterator[Line]:
    previous = 0
    for match in _LINE.finditer(text):
        whole = normalise(match.group())
        first = len(whole.text) - len(whole.text.lstrip())
        last = len(whole.text.rstrip())
        if first < last:
            begin, end = (match.start() + i for i in whole.original(first, last))
            gap = text[previous:begin].replace("\r\n", "\n")
            loose = sum(gap.count(c) for c in "\n\r") > 1
            yield Line(begin, end, whole.text[first:last], loose)
            previous = end


def _recognise(line: Line, text: str) -> Line:
    for rule in rules():
        match = rule.match(line.text)
        if match and rule.at == "line":
            return replace(line, rule=rule, found=line.found | _groups(match))
        if match:
            line = _cut(line, rule, match, text)
    return line


def _cut(line: Line, rule: Rule, match: regex.Match[str], text: str) -> Line:
    """The line without what a rule found at one of its ends, unless nothing were left."""
    first, last = (match.end(), len(line.text)) if rule.at == "start" else (0, match.start())
    rest = line.text[first:last]
    part = normalise(text[line.begin : line.end])
    # A part of a line may have another canonical form than the same part of the whole line.
    if not rest.strip() or part.text != line.text:
        return line
    first, last = first + len(rest) - len(rest.lstrip()), first + len(rest.rstrip())
    begin, end = (line.begin + i for i in part.original(first, last))
    found = line.found | _groups(match)
    return replace(line, begin=begin, end=end, text=line.text[first:last], found=found)


def _groups(match: regex.Match[str]) -> dict[str, str]:
    return {name: value.strip() for name, value in match.groupdict().items() if value}
