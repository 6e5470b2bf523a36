"""Barta: a knowledge graph from Bengali news."""

__version__ = "0.1.0"
