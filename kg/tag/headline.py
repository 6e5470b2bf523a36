"""Headlines: words without marks, in which names are told by a custom of their own."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from kg.tag.words import model_word

_MARK = r"\u0964\u0965,?!:;()\[\]{}\"'\u2018\u2019\u201c\u201d\u2026\u2013\u2014\-|/"
_MARKS = regex.compile(rf"[{_MARK}]+")
#: What a headline keeps: letters, digits and the stop of an abbreviation.
_LEFT_OUT = regex.compile(r"[^\p{Bengali}\u200c\u200dA-Za-z0-9.%]|[\u0964\u0965]")

#: The tag sets of a model that knows both customs, as Stanza numbers them.
TEXT, HEADLINE = 0, 1


def tag_set(words: Iterable[str]) -> int:
    """Which of the two customs a sentence is in: a headline has no mark at all.

    Args:
        words: Its words and marks.

    >>> tag_set(["মস্কোতে", "কিম", "।"]), tag_set(["মস্কোতে", "কিম"])
    (0, 1)
    """
    return TEXT if any(_MARKS.fullmatch(word) for word in words) else HEADLINE


def headline_words(text: str) -> tuple[str, ...]:
    """A line of text as the words of a headline, without marks.

    Args:
        text: A title, or a sentence to be written like one.

    Returns:
        The words in the form that the model sees.

    >>> headline_words("কিম-পুতিন বৈঠক: ‘নতুন যুগ’")
    ('কিম', 'পুতিন', 'বৈঠক', 'নতুন', 'যুগ')
    """
    words = (model_word(word) for word in _LEFT_OUT.sub(" ", text).split())
    return tuple(word for word in words if word.strip("."))
