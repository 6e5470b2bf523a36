"""Who did what to whom, where, when, and on whose word: claims and standing relations."""

from kg.relate.reading import relate

__all__ = ["relate"]
