"""Whom an event rests on: a text that two outlets print is one voice, not two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from kg.graph.sameness import overlap
from kg.graph.stated import StatedClaim

#: Evidence that shares this part of its words was copied. Two reporters of one event share
#: a half at most; a copy differs in spelling, a title, a few words of the lede.
_COPIED, _FEWEST_WORDS = 0.8, 8


def originals(claims: Sequence[StatedClaim]) -> tuple[StatedClaim, ...]:
    """The claims of one event without those of articles that copy an earlier one.

    An article is held against the originals before it, never against other copies: so a
    text that changes from hand to hand does not end up as a copy of what it is not.

    Args:
        claims: At least one claim.

    Returns:
        At least one of them, the earliest article's first.
    """
    by_article: defaultdict[tuple[date, str], list[StatedClaim]] = defaultdict(list)
    for claim in claims:
        by_article[claim.published or date.max, claim.article].append(claim)
    kept: list[StatedClaim] = []
    texts: list[frozenset[str]] = []
    for _, said in sorted(by_article.items()):
        words = frozenset(word for claim in said for word in claim.words)
        if not any(overlap(words, text, _COPIED, _FEWEST_WORDS) for text in texts):
            kept += sorted(said, key=lambda claim: claim.id)
            texts.append(words)
    return tuple(kept)


def voices(claims: Sequence[StatedClaim]) -> frozenset[tuple[str, ...]]:
    """Who vouches for an event: the speakers quoted, each once, and articles that just say it.

    Args:
        claims: Original claims of one event.
    """
    return frozenset(
        tuple(sorted(claim.speakers)) or ("article", claim.article) for claim in claims
    )
