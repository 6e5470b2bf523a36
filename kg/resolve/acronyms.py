"""Short forms that an article gives in brackets after a full name: … কাউন্সিলের (এনএসসি)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from kg.language import canonical, romanise
from kg.model import Document, Mention
from kg.resolve.spans import Spans
from kg.resolve.tables import letter_names
from kg.resolve.text import base_in

_BRACKETS = re.compile(r"\s*\(\s*([^()\s]{2,14})\s*\)")
_LATIN = re.compile("[A-Z][A-Za-z&.]*[A-Z]")
_FIRST_SYLLABLE = re.compile("[\u0985-\u09b9\u09ce]\u09bc?[\u09be-\u09cc]?")


def acronyms(document: Document, names: Iterable[Mention]) -> dict[str, Mention]:
    """The short forms that the article introduces.

    Args:
        document: The article.
        names: The names in it.

    Returns:
        Each short form, canonical, with the full name before the brackets.
    """
    found: dict[str, Mention] = {}
    for mention in names:
        within = mention.text.find("(")
        end = mention.end if within < 0 else mention.begin + within
        match = _BRACKETS.match(document.article.text, end)
        if match and may_stand_for(mention, canonical(match.group(1))):
            found.setdefault(canonical(match.group(1)), mention)
    return found


def may_stand_for(mention: Mention, short: str) -> bool:
    """Whether a word in brackets is the short form of the name before it.

    After a person it is the party or force (জাহিদ হাসান (বিএনপি)), and after a place
    only what has the same initials is its own.

    Args:
        mention: The name.
        short: The word in brackets, canonical.
    """
    if mention.label == "PER" or not is_acronym(short, mention.base):
        return False
    return mention.label == "ORG" or _has_initials(short, mention.base)


def _has_initials(short: str, full: str) -> bool:
    """Whether the letters of a short form begin words of the name, in their order."""
    initials = iter(word[0].casefold() for word in romanise(full).split())
    return all(letter in initials for letter in _letters(short))


def _letters(short: str) -> str:
    """The Latin letters of a short form, spelt in either script."""
    spelt = _spelt_letter().sub(lambda name: letter_names()[name.group()], short)
    return spelt.casefold().replace(".", "")


def is_acronym(short: str, full: str) -> bool:
    """Whether a word is made of initials, read by letter or by syllable.

    Args:
        short: The word in brackets.
        full: The name before them.

    Returns:
        True for DPRK and এনএসসি after any name of two words, and for a word of the
        first syllables of the name's words.

    >>> is_acronym("বাসস", "বাংলাদেশ সংবাদ সংস্থা")
    True
    >>> is_acronym("পাকিস্তান", "ইসলামাবাদ শহর")
    False
    """
    words = full.split()
    if len(words) < 2:
        return False
    if _LATIN.fullmatch(short) or _spelt_letters().fullmatch(short):
        return True
    syllables = [match.group() for word in words if (match := _FIRST_SYLLABLE.match(word))]
    return short in ("".join(syllables), "".join(each[0] for each in syllables))


@cache
def _spelt_letter() -> re.Pattern[str]:
    return re.compile("|".join(sorted(letter_names(), key=lambda name: (-len(name), name))))


@cache
def _spelt_letters() -> re.Pattern[str]:
    return re.compile(f"(?:{_spelt_letter().pattern}){{2,8}}")


def uses(document: Document, short: dict[str, Mention]) -> tuple[Mention, ...]:
    """The words of the article that are such short forms and no mentions yet.

    Args:
        document: The article.
        short: Short forms with their full names.

    Returns:
        New mentions, labelled as the full name.
    """
    if not short:
        return ()
    taken = Spans((each.begin, each.end) for each in document.mentions)
    found = []
    for sentence in document.sentences:
        for token in sentence.tokens:
            analysis = base_in(token.text, short)
            if analysis is None or taken.touching(token.begin, token.end):
                continue
            found.append(
                replace(
                    short[analysis.base],
                    begin=token.begin,
                    end=token.end,
                    text=document.article.text[token.begin : token.end],
                    sentence=sentence.index,
                    base=analysis.base,
                    case=analysis.case,
                    plural=analysis.plural,
                    found_by="acronym",
                )
            )
    return tuple(found)
