"""Ordinary words that the NER model takes for names of bodies and places."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kg.model import Mention
from kg.tag.merge import NER
from kg.tag.words import model_word

#: People are left alone: the commonest family names are common words of the news.
_LABELS = ("ORG", "LOC")


def without_ordinary(
    mentions: Iterable[Mention], is_common: Callable[[str], bool]
) -> list[Mention]:
    """Leaves out single common words that only the model calls a body or a place.

    A training set has সরকার and পুলিশ for organisations wherever they stand. In a graph they
    would be one body for all countries; a body or place whose one-word name is that common
    stands in the gazetteer.

    Args:
        mentions: The names of an article.
        is_common: Whether a word is among the most frequent ones of the news.

    Returns:
        The others, in their order.
    """
    return [
        mention
        for mention in mentions
        if mention.label not in _LABELS
        or mention.found_by != NER
        or mention.candidates
        or not is_common(model_word(mention.text))
    ]
