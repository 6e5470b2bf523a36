"""Find date expressions and resolve them."""

from __future__ import annotations

from datetime import date

from kg.model import TimeExpression


def find_times(
    text: str, published: date | None, offset: int = 0, past: bool | None = None
) -> tuple[TimeExpression, ...]:
    """Find all date expressions in a sentence."""
    return ()


def parse_time(
    expr: str, published: date | None, past: bool | None = None
) -> tuple[date, date] | None:
    """Resolve one date expression."""
    return None
