"""Literals in canonical form: a store that reads them writes the same bytes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from pyoxigraph import Literal
from rdflib import XSD

from kg.graph.vocab import node


def text(value: str, language: str | None = None) -> Literal:
    """A string, with its language when there is one."""
    return Literal(value, language=language) if language else Literal(value)


def integer(value: int) -> Literal:
    """A whole number; `xsd:nonNegativeInteger` would come back as this."""
    return Literal(str(value), datatype=node(XSD.integer))


def decimal(value: float, places: int = 4) -> Literal:
    """A decimal number without trailing zeros.

    >>> decimal(0.90).value, decimal(1.0).value, decimal(1e-9).value
    ('0.9', '1', '0')
    """
    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-places))
    return Literal(format(rounded.normalize() + 0, "f"), datatype=node(XSD.decimal))


def day(value: date) -> Literal:
    """A day."""
    return Literal(value.isoformat(), datatype=node(XSD.date))
