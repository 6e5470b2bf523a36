"""What is known of one article: annotated by hand, or read back from a graph."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from kg.errors import InputError


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity of an article.

    Attributes:
        surfaces: Its forms in the article, with their endings.
        labels: Its names apart from the article.
        seat_of: Id of the state that it stands for.
        optional: True when only one of two annotators saw it.
    """

    id: str
    type: str
    surfaces: tuple[str, ...]
    label_bn: str | None = None
    label_en: str | None = None
    labels: tuple[str, ...] = ()
    wikidata: str | None = None
    seat_of: str | None = None
    optional: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """All its forms and names."""
        named = (name for name in (self.label_bn, self.label_en) if name)
        return (*self.surfaces, *self.labels, *named)


@dataclass(frozen=True, slots=True)
class Relation:
    """A standing relation between two entities."""

    s: str
    p: str
    o: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Time:
    """A day, month, year or range in ISO form."""

    value: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A happening: who, to whom, where, when, on whose word, and whether it happened."""

    id: str
    type: str
    subtype: str | None = None
    agent: tuple[str, ...] | None = ()
    recipient: tuple[str, ...] | None = ()
    place: tuple[str, ...] | None = ()
    time: Time | None = None
    status: str = "occurred"
    attributed_to: tuple[str, ...] | None = ()
    evidence: tuple[str, ...] | None = ()
    optional: bool = False

    @property
    def when(self) -> str | None:
        """The value of its time."""
        return self.time.value if self.time else None


@dataclass(frozen=True, slots=True)
class Annotation:
    """All that is known of an article; `file` is its identifier in a graph."""

    entities: tuple[Entity, ...] = ()
    relations: tuple[Relation, ...] = ()
    events: tuple[Event, ...] = ()
    file: str | None = None


_ADAPTER = TypeAdapter(Annotation)


def read_annotations(folder: Path) -> dict[str, Annotation]:
    """Read a folder of annotations, one JSON file an article.

    Args:
        folder: Where the files lie.

    Returns:
        The annotations by file name without suffix, sorted.

    Raises:
        InputError: The folder holds none, or a file is malformed.
    """
    out = {path.stem: _read(path) for path in sorted(folder.glob("*.json"))}
    if not out:
        raise InputError("no annotations here", str(folder), "Give a folder of .json files")
    return out


def _read(path: Path) -> Annotation:
    try:
        return _ADAPTER.validate_json(path.read_bytes())
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise InputError(f"{place}: {first['msg']}", str(path), "Correct the file") from error
