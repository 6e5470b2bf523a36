"""What is true of the world: countries, places, people, organisations, and posts."""

from kg.world.entries import Entry, Form, FormKind, Match, Position, Role
from kg.world.gazetteer import World
from kg.world.loading import load_world

__all__ = ["Entry", "Form", "FormKind", "Match", "Position", "Role", "World", "load_world"]
