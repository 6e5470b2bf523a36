"""The form of a word that the model sees, in training and in use alike."""

from __future__ import annotations

from functools import lru_cache

import regex

from kg.language import canonical

# Punctuation and format characters at the edges of a word that has letters or
# digits in it; a word of punctuation alone stays what it is.
_MARK = r"[\p{P}\p{S}\p{Cf}\p{Co}\s]+"
_EDGES = regex.compile(rf"^{_MARK}(?=.*[\p{{L}}\p{{N}}])|(?<=[\p{{L}}\p{{M}}\p{{N}}]){_MARK}$")
_INVISIBLE = regex.compile(r"[\p{Cf}\p{Co}\s]+")


@lru_cache(maxsize=200_000)
def model_word(token: str) -> str:
    """The canonical form of a token without quotes and stops at its edges.

    The training sets leave quotes on words, other tokenisers leave other marks;
    the model should see the same word in all of them.

    Args:
        token: A token as a tokeniser or a data set gives it.

    Returns:
        The word, or the empty string when the token holds nothing visible.

    >>> model_word("‘ঝলম"), model_word("মো."), model_word("।"), model_word("DPRK-এর")
    ('ঝলম', 'মো', '।', 'DPRK-এর')
    """
    word = _EDGES.sub("", canonical(token))
    # What stood on both sides of something invisible may compose, hence once more.
    return canonical(_INVISIBLE.sub("", word))
