"""The articles of a graph, kept beside it as they were read: what add and remove go by.

`articles.jsonl` holds one article a line, sorted by id, and `build.json` what the build
was told. They are put into place together with the graph, so that they always tell what
is in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from kg.config import BASE_IRI
from kg.errors import GraphError
from kg.graph.spill import Sorter
from kg.model import Article

ARTICLES = "articles.jsonl"
SETTINGS = "build.json"

#: Articles that are held in memory to be sorted: some 50 MB.
_HELD = 5_000

_ANEW = "Build the graph anew with `kg build`"

_ARTICLE = TypeAdapter(Article)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a build was told that later changes of the same graph must know.

    Attributes:
        base: What the IRIs of its resources begin with.
        model: Path of the NER model; `None` for the shipped one.
        world: Path of the folder with names of the user's own.
    """

    base: str = BASE_IRI
    model: str | None = None
    world: str | None = None


_SETTINGS = TypeAdapter(Settings)


def keep(articles: Iterable[Article], settings: Settings, scratch: Path) -> None:
    """Write down the articles of a graph, and how it was built.

    Args:
        articles: In any order; each id once.
        settings: What the build was told.
        scratch: The folder to write to.
    """
    sorter = Sorter(scratch, _HELD)
    for article in articles:
        sorter.add([_ARTICLE.dump_json(article) + b"\n"])
    sorter.write(scratch / ARTICLES)
    told = json.dumps(asdict(settings), ensure_ascii=False, indent=1)
    (scratch / SETTINGS).write_text(told + "\n", encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Kept:
    """The articles of a graph, sorted by id; none where there is no graph.

    Attributes:
        folder: The folder of the graph.
    """

    folder: Path

    def __iter__(self) -> Iterator[Article]:
        """Read them, one by one.

        Raises:
            GraphError: The articles are missing or malformed.
        """
        path = self.folder / ARTICLES
        if not path.is_file():
            if (self.folder / "graph.nq").is_file():
                raise GraphError("the articles of this graph were not kept", str(path), _ANEW)
            return
        with path.open("rb") as file:
            for number, line in enumerate(file, start=1):
                try:
                    yield _ARTICLE.validate_json(line)
                except ValidationError:
                    raise GraphError("this is no article", f"{path}:{number}", _ANEW) from None


def kept_settings(folder: Path) -> Settings:
    """What the graph in a folder was built with; the defaults where there is none.

    Args:
        folder: The folder of the graph.

    Raises:
        GraphError: The file is malformed.
    """
    path = folder / SETTINGS
    if not path.is_file():
        return Settings()
    try:
        return _SETTINGS.validate_json(path.read_bytes())
    except ValidationError:
        raise GraphError("the settings of the build are malformed", str(path), _ANEW) from None
