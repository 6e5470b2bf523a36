"""Read: plain text, web pages and JSON Lines to articles without page furniture."""

from kg.read.reader import read_articles

__all__ = ["read_articles"]
