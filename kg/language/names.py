"""Compare names across spellings and scripts."""

from __future__ import annotations

from kg.language.normal import canonical


def romanise(text: str) -> str:
    """Return a readable Latin spelling."""
    return canonical(text)


def skeleton(text: str) -> str:
    """Return the consonant skeleton."""
    return canonical(text)


def name_similarity(a: str, b: str) -> float:
    """Return the similarity of two names."""
    return float(canonical(a) == canonical(b))
