"""Finds the names in articles: Stanza's NER model and the gazetteer, joined."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.tag.formats import (
        document_tags,
        read_tokens,
        to_bio,
        to_conllu,
        to_json,
        to_json_lines,
    )
    from kg.tag.stanza_ner import load_ner
    from kg.tag.tagger import Tagger, article_sentences, load_tagger, tagger_fingerprint
    from kg.tag.train import train_ner

__all__ = [
    "Tagger",
    "article_sentences",
    "document_tags",
    "load_ner",
    "load_tagger",
    "read_tokens",
    "tagger_fingerprint",
    "to_bio",
    "to_conllu",
    "to_json",
    "to_json_lines",
    "train_ner",
]

_HOMES = {
    "document_tags": "formats",
    "read_tokens": "formats",
    "to_bio": "formats",
    "to_conllu": "formats",
    "to_json": "formats",
    "to_json_lines": "formats",
    "load_ner": "stanza_ner",
    "Tagger": "tagger",
    "article_sentences": "tagger",
    "load_tagger": "tagger",
    "tagger_fingerprint": "tagger",
    "train_ner": "train",
}


def __getattr__(name: str) -> object:
    """Load what is asked for: the tokenizer for plain Stanza needs none of the rest."""
    if name not in _HOMES:
        raise AttributeError(f"module 'kg.tag' has no attribute {name!r}")
    return getattr(import_module(f"kg.tag.{_HOMES[name]}"), name)
