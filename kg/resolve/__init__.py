"""Who is who in an article: mentions become entities, pronouns find their names."""

from kg.resolve.appositions import Apposition, appositions, known_post
from kg.resolve.resolving import resolve
from kg.resolve.tables import kin_words

__all__ = ["Apposition", "appositions", "kin_words", "known_post", "resolve"]
