"""The named queries of `ontology/queries`: SPARQL that answers an analyst's question."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import regex

from kg.config import ontology_dir
from kg.errors import DataError, QueryError

#: What a parameter takes: the name of a thing, a day, a month, an article's id, or text.
KINDS = ("entity", "date", "month", "text")

_HEADER = regex.compile(r"# (title_en|title_bn|params):[ \t]*(.*)")
_PARAM = regex.compile(r"(\w+) \((\w+)(, required)?\)", regex.ASCII)


@dataclass(frozen=True, slots=True)
class Param:
    """A parameter of a named query."""

    name: str
    kind: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query with its title in two languages and its parameters."""

    name: str
    title_en: str
    title_bn: str
    params: tuple[Param, ...]
    text: str

    def param(self, name: str) -> Param:
        """The parameter of that name.

        Args:
            name: Its own name; or `who` for the first thing that the query takes, `whom`
                for the second; or `language`, which every query takes.

        Raises:
            QueryError: It takes none of that name.
        """
        known = {param.name: param for param in (*self.params, Param("language", "text"))}
        things = [param for param in self.params if param.kind == "entity"]
        found = {**dict(zip(("who", "whom"), things, strict=False)), **known}
        if name not in found:
            hint = f"It takes {', '.join(known)}"
            raise QueryError(f"there is no parameter {name!r}", f"query {self.name}", hint)
        return found[name]


def named_queries(folder: Path | None = None) -> dict[str, NamedQuery]:
    """The named queries by name, sorted.

    Args:
        folder: Where they lie; `ontology/queries` when left out.

    Raises:
        DataError: A query's header is incomplete.
    """
    paths = sorted((folder or ontology_dir() / "queries").glob("*.rq"))
    return {path.stem: _read(path) for path in paths}


def named_query(name: str) -> NamedQuery:
    """The query of that name.

    Args:
        name: The name of its file, without ending.

    Raises:
        QueryError: There is none.
    """
    queries = named_queries()
    if name not in queries:
        raise QueryError(f"no query is named {name!r}", hint=f"There are {', '.join(queries)}")
    return queries[name]


def _read(path: Path) -> NamedQuery:
    text = path.read_text(encoding="utf-8")
    header = {match[1]: match[2].strip() for match in _HEADER.finditer(text)}
    missing = {"title_en", "title_bn", "params"} - header.keys()
    if missing:
        hint = "Begin it with '# title_en:', '# title_bn:' and '# params:'"
        raise DataError(f"the header lacks {', '.join(sorted(missing))}", str(path), hint)
    params = tuple(_param(part, path) for part in regex.split(r";\s*", header["params"]) if part)
    return NamedQuery(path.stem, header["title_en"], header["title_bn"], params, text)


def _param(text: str, path: Path) -> Param:
    match = _PARAM.fullmatch(text)
    if not match or match[2] not in KINDS:
        hint = f"Write 'name (kind)' or 'name (kind, required)', a kind of {', '.join(KINDS)}"
        raise DataError(f"the parameter {text!r} is malformed", str(path), hint)
    return Param(match[1], match[2], bool(match[3]))
