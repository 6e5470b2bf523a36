"""Trains the NER model; torch and Stanza are loaded when the training starts."""

from kg.tag.train.charlm import train_charlms
from kg.tag.train.run import Course, measure, train_ner
from kg.tag.train.texts import paragraphs
from kg.tag.train.vectors import train_vectors

__all__ = ["Course", "measure", "paragraphs", "train_charlms", "train_ner", "train_vectors"]
