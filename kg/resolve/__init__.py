"""Who is who in an article: mentions become entities, pronouns find their names."""

from kg.resolve.appositions import Apposition, appositions
from kg.resolve.resolving import resolve

__all__ = ["Apposition", "appositions", "resolve"]
