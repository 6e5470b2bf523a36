"""What is true of the world: countries, places, people, organisations, and posts."""

from kg.world.entries import Entry, Form, FormKind, Match, Position, Role
from kg.world.gazetteer import World
from kg.world.loading import load_world
from kg.world.verdicts import Verdicts, read_decided, read_verdicts

__all__ = [
    "Entry",
    "Form",
    "FormKind",
    "Match",
    "Position",
    "Role",
    "Verdicts",
    "World",
    "load_world",
    "read_decided",
    "read_verdicts",
]
