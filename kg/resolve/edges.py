"""Cuts off a mention what is no part of the name: descriptions, brackets, common nouns."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.language import canonical, compound_head, inflect, inflections, is_ordinary
from kg.model import Case, Mention
from kg.resolve.tables import words_of
from kg.resolve.text import base_in

_WORD = re.compile(r"\S+")
#: At the end of a word; the sign below is part of three letters.
_CONSONANT = re.compile("[\u0995-\u09b9\u09dc-\u09df\u09bc\u09ce]$")


#: People and places bear no inflected common noun; bodies may (ইসলামের আলো).
_WITHOUT_PHRASES = frozenset({"PER", "LOC"})


def trimmed(mention: Mention) -> Mention | None:
    """The mention without what is no part of the name.

    Descriptions before a name go (কাতারভিত্তিক সংবাদমাধ্যম), nouns with a classifier on
    either side (সাবমেরিনটি), which names do not take, and a bracket with what follows.

    Args:
        mention: A mention that no entry of the world explains.

    Returns:
        What is left, or None when nothing is.
    """
    spans = [match.span() for match in _WORD.finditer(mention.text)]
    words = [canonical(mention.text[begin:end]) for begin, end in spans]
    first, last = _core(words)
    if mention.label in _WITHOUT_PHRASES:
        first, last = _without_phrases(words, first, last, mention.label == "PER")
    if first >= last:
        return None
    if (first, last) == (0, len(words)):
        return mention
    begin, end = spans[first][0], spans[last - 1][1]
    cut = replace(
        mention,
        begin=mention.begin + begin,
        end=mention.begin + end,
        text=mention.text[begin:end],
        base=" ".join(mention.base.split()[first:]),
    )
    if last == len(words):
        return cut
    name = inflect(" ".join(words[first:last]))
    return replace(cut, base=name.base, case=name.case, plural=name.plural)


def _core(words: list[str]) -> tuple[int, int]:
    """Index of the first word of the name itself, and the index after its last one."""
    bracket = (index for index, word in enumerate(words) if index and word.startswith("("))
    first, last = 0, next(bracket, len(words))
    while first < last and _is_description(words[first]):
        first += 1
        while first < last and base_in(words[first], words_of("generic")):
            first += 1
    while first < last and has_classifier(words[last - 1]):
        last -= 1
    return first, last


def _without_phrases(words: list[str], first: int, last: int, person: bool) -> tuple[int, int]:
    """The edges without what else the sentence says: মহানগরীর ভদ্রা, ইমরান টেলিফোনে."""
    while last - first > 1 and _is_phrase(words[first], {Case.GENITIVE, Case.LOCATIVE}):
        first += 1
    if person and last - first > 1 and _is_phrase(words[last - 1], {Case.LOCATIVE}):
        last -= 1
    return first, last


def _is_phrase(word: str, cases: set[Case]) -> bool:
    """Whether a word is a common noun in one of some cases."""
    form = inflect(word)
    return (
        form.case in cases
        and form.base != word
        and (is_ordinary(form.base) or form.base in words_of("place-noun"))
    )


def _is_description(word: str) -> bool:
    return has_classifier(word) or bool(compound_head(word))


def has_classifier(word: str) -> bool:
    """Whether a word bears an ending that only common nouns bear: সাবমেরিনটিতে.

    Names and loanwords that happen to end so (কমিটির, থিয়েটার) have a vowel before it, where
    a common noun is one that newspapers use often (গাড়িটি).

    Args:
        word: Canonical.

    Returns:
        True where a licensed ending begins with a classifier.

    >>> has_classifier("সাবমেরিনটিতে"), has_classifier("গাড়িটি"), has_classifier("কমিটির")
    (True, True, False)
    """
    classifiers = tuple(sorted(words_of("classifier")))
    return any(
        word[len(base) :].startswith(classifiers) and (_CONSONANT.search(base) or is_ordinary(base))
        for base in dict.fromkeys(form.base for form in inflections(word))
        if word.startswith(base)
    )
