"""Finds the names in articles: Stanza's NER model and the gazetteer, joined."""

from kg.tag.formats import document_tags, to_bio, to_conllu, to_json
from kg.tag.tagger import Tagger, article_sentences, load_tagger, tagger_fingerprint
from kg.tag.train import train_ner

__all__ = [
    "Tagger",
    "article_sentences",
    "document_tags",
    "load_tagger",
    "tagger_fingerprint",
    "to_bio",
    "to_conllu",
    "to_json",
    "train_ner",
]
