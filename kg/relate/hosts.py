"""Whom a visit, an attack or aid reaches: the country that holds the place, if it is named too."""

from __future__ import annotations

from collections.abc import Mapping

from kg.model import Entity, EntityType
from kg.relate.frames import Frame
from kg.relate.search import Filler


def hosts(
    frame: Frame, recipient: Filler | None, place: Filler | None, entities: Mapping[str, Entity]
) -> tuple[str, ...]:
    """The recipients; of a visit, an attack or aid the country that holds the place, if named too.

    Args:
        frame: What names the happening.
        recipient: What fills the role of the other side, if anything.
        place: What fills the role of the place, if anything.
        entities: Entities of the article by id.

    Returns:
        Ids, each once.
    """
    if frame.event not in {"Visit", "Attack", "Aid"}:
        return recipient.entities if recipient else ()
    reached = recipient if frame.event == "Aid" else recipient or place
    found = []
    for e in (entities[e] for e in (reached.entities if reached else ())):
        state = state_of(e, entities)
        # A capital that is attacked stands for its country even where that is not named.
        alone = frame.event in {"Attack", "Aid"} and recipient is not None
        found += [state] if state in entities else [e.id] if alone else []
    return tuple(dict.fromkeys(found))


def state_of(e: Entity, entities: Mapping[str, Entity]) -> str:
    """The country that a place stands for or lies in; what is no place is itself.

    Args:
        e: An entity.
        entities: Entities of the article by id.

    Returns:
        The country's id, or the empty string where none is known.
    """
    if e.type is not EntityType.PLACE or e.seat_of:
        return e.seat_of or e.id
    held = entities.get(e.located_in or "")
    return state_of(held, entities) if held is not None else e.located_in or ""
