"""Where mentions stand among the tokens of their sentence, and what is quoted."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.language import inflections
from kg.model import Case, Document, Inflection, Link, Mention, Sentence
from kg.resolve.spans import Span, Spans

_PAIRS = (("\u201c", "\u201d"), ("\u2018", "\u2019"), ('"', '"'), ("'", "'"))
_LETTER = "\u0980-\u09ffA-Za-z"
_LONGEST_QUOTE = 1500


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its canonical words and the link that covers each, if any."""

    sentence: Sentence
    words: tuple[str, ...]
    links: tuple[Link | None, ...]

    def first(self, link: Link) -> int:
        """Index of the first token that a link's mention touches."""
        return _touched(self.sentence, link)[0]

    def last(self, link: Link) -> int:
        """Index after the last token that a link's mention touches."""
        return _touched(self.sentence, link)[1]

    def mention(
        self, document: Document, first: int, last: int, inflection: Inflection, label: str = ""
    ) -> Mention:
        """The mention that some tokens of the sentence make.

        Args:
            document: The article.
            first: Index of the first token.
            last: Index after the last one.
            inflection: The words taken apart.
            label: As of the tagger; empty for what is no name.

        Returns:
            A mention that covers them.
        """
        begin, end = self.sentence.tokens[first].begin, self.sentence.tokens[last - 1].end
        return Mention(
            begin,
            end,
            document.article.text[begin:end],
            label,
            self.sentence.index,
            inflection.base,
            inflection.case,
            inflection.plural,
            found_by="resolve",
        )


def lines(document: Document, links: Iterable[Link]) -> tuple[Line, ...]:
    """Every sentence with its links beside its tokens.

    Args:
        document: The article with its sentences.
        links: Links of mentions in it.

    Returns:
        One line a sentence, in order.
    """
    beside = by_sentence(links)
    return tuple(_line(each, beside.get(each.index, [])) for each in document.sentences)


def by_sentence(links: Iterable[Link]) -> dict[int, list[Link]]:
    """Links by the index of their sentence, each sentence's in the order given."""
    found: dict[int, list[Link]] = {}
    for link in links:
        found.setdefault(link.mention.sentence, []).append(link)
    return found


def _line(sentence: Sentence, links: list[Link]) -> Line:
    """Where two mentions share a token (কিম-পুতিন), the later one is what follows it."""
    beside: list[Link | None] = [None] * len(sentence.tokens)
    for link in sorted(links, key=lambda each: each.mention.begin):
        for index in range(*_touched(sentence, link)):
            beside[index] = link
    return Line(sentence, tuple(token.text for token in sentence.tokens), tuple(beside))


def _touched(sentence: Sentence, link: Link) -> tuple[int, int]:
    """Index of the first token that a link's mention touches, and after the last one."""
    begin, end = link.mention.begin, link.mention.end
    return (
        bisect_right(sentence.tokens, begin, key=lambda token: token.end),
        bisect_left(sentence.tokens, end, key=lambda token: token.begin),
    )


def base_in(word: str, known: Iterable[str]) -> Inflection | None:
    """The analysis of a word whose base is one of the known ones.

    Args:
        word: Canonical, with or without ending.
        known: Bases; membership must be fast.

    Returns:
        The bare word if it is known, else the most likely analysis that is, or None.
    """
    if word in known:
        return Inflection(word)
    return next((each for each in inflections(word) if each.base in known), None)


def phrase_at(
    words: Sequence[str], start: int, known: frozenset[str], longest: int = 5
) -> tuple[int, Inflection] | None:
    """The longest known phrase that begins at a word; its last word may carry an ending.

    Args:
        words: Canonical tokens.
        start: Index of the first word.
        known: Phrases, their words joined by spaces.
        longest: How many words a phrase has at most.

    Returns:
        The index after it, and the phrase taken apart, or None.
    """
    most = longest if words[start] in _first_words(known) else 1
    for size in range(min(most, len(words) - start), 1, -1):
        head = "".join(f"{word} " for word in words[start : start + size - 1])
        last = words[start + size - 1]
        for each in (Inflection(last), *inflections(last)):
            if head + each.base in known:
                found = Inflection(head + each.base, each.case, each.plural, each.particle)
                return start + size, found
    alone = _known_base(words[start], known)
    return (start + 1, alone) if alone is not None else None


@lru_cache(maxsize=1 << 16)
def _known_base(word: str, known: frozenset[str]) -> Inflection | None:
    """`base_in`, remembered: nearly every word of an article is asked for in every table."""
    return base_in(word, known)


@lru_cache(maxsize=16)
def _first_words(known: frozenset[str]) -> frozenset[str]:
    """The first words of the phrases that have several."""
    return frozenset(phrase.partition(" ")[0] for phrase in known if " " in phrase)


def quotes(document: Document) -> Spans:
    """The spans between quotation marks, within one block each.

    An apostrophe between letters (জং’কে) is no quotation mark; an opening mark
    without a closing one quotes nothing.

    Args:
        document: The article.

    Returns:
        What stands between the marks.
    """
    found: list[Span] = []
    for block in document.article.blocks:
        text = document.article.text[block.begin : block.end]
        for mark, end in _PAIRS:
            found += [
                (block.begin + match.start(1), block.begin + match.end(1))
                for match in _quoted(mark, end).finditer(text)
            ]
    return Spans(found)


def _quoted(mark: str, end: str) -> re.Pattern[str]:
    opening = f"(?<![{_LETTER}]){mark}"
    closing = f"{end}(?![{_LETTER}])" if end in "'\u2019" else end
    return re.compile(f"{opening}([^{mark}]{{1,{_LONGEST_QUOTE}}}?){closing}", re.DOTALL)


def owns(case: Case) -> bool:
    """Whether a word in this case can say whose the next noun is: রাশিয়ার, রুশ, হামাস."""
    return case in (Case.GENITIVE, Case.NONE)
