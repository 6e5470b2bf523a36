"""What is true of Bengali: its Unicode, tokens, sentences, endings, numbers, dates, names."""

from kg.language.compounds import compound_head
from kg.language.inflection import inflect, inflections, licenses
from kg.language.names import name_similarity, romanise, skeleton
from kg.language.normal import Normalised, canonical, normalise
from kg.language.numbers import ascii_digits, bengali_digits, parse_number
from kg.language.ordinary import is_ordinary
from kg.language.sentences import is_reporting, split_sentences
from kg.language.times import find_times, in_year, parse_time
from kg.language.tokens import tokenise

__all__ = [
    "Normalised",
    "ascii_digits",
    "bengali_digits",
    "canonical",
    "compound_head",
    "find_times",
    "in_year",
    "inflect",
    "inflections",
    "is_ordinary",
    "is_reporting",
    "licenses",
    "name_similarity",
    "normalise",
    "parse_number",
    "parse_time",
    "romanise",
    "skeleton",
    "split_sentences",
    "tokenise",
]
