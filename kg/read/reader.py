"""Files, folders and streams to articles, one at a time."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO, TextIO

from kg import config
from kg.model import Article, Skipped
from kg.read.article import to_article
from kg.read.decode import decode
from kg.read.draft import Draft
from kg.read.files import File, find_files, shown
from kg.read.page import read_page
from kg.read.records import read_records
from kg.read.sidecar import About, Sidecar, read_sidecar

_STDIN = "-"


def read_articles(
    paths: Iterable[Path | str],
    published: date | None = None,
    stdin: TextIO | BinaryIO | None = None,
) -> Iterator[Article | Skipped]:
    """Read Bengali news articles from files, folders and standard input.

    Reads plain text (`.txt`), web pages (`.html`, `.htm`) and JSON Lines (`.jsonl`, one
    record `id title published publisher url text` a line). A folder is read recursively,
    sorted by name; a `metadata.tsv` in it gives its files' date, publisher and URL.
    Nothing is held but the article at hand, and nothing is left out without a reason.

    Args:
        paths: Files and folders; `-` is standard input.
        published: The day to take for an article when neither its metadata nor a date
            line in its text gives one.
        stdin: The stream that `-` stands for.

    Yields:
        An `Article`, or `Skipped` with where and why, in the order of the input.
    """
    used: dict[str, str] = {}
    for draft in _drafts(paths, stdin):
        if isinstance(draft, Skipped):
            yield draft
            continue
        id = next((name for name in draft.ids if name not in used), None)
        if id is None:
            first = used[draft.ids[0]]
            reason = f"has the id {draft.ids[0]!r}, which {first} has already; give it its own id"
            yield Skipped(draft.where, reason)
            continue
        article = to_article(draft, id, published)
        if isinstance(article, Article):
            used[id] = draft.where
        yield article


def _drafts(
    paths: Iterable[Path | str], stdin: TextIO | BinaryIO | None
) -> Iterator[Draft | Skipped]:
    sidecars: dict[Path, Sidecar] = {}
    for file in find_files(paths):
        if isinstance(file, Skipped):
            yield file
        elif file.name == _STDIN:
            yield from _from_stdin(stdin)
        else:
            folder = file.path.parent
            if folder not in sidecars:
                sidecars[folder] = read_sidecar(folder)
                yield from sidecars[folder].problems
            yield from _from_file(file, sidecars[folder].rows.get(file.path.name, About()))


def _from_file(file: File, about: About) -> Iterator[Draft | Skipped]:
    where = shown(file.path)
    try:
        with file.path.open("rb") as stream:
            if file.path.suffix.lower() == ".jsonl":
                yield from read_records(stream, file.name, where)
            else:
                page = file.path.suffix.lower() != ".txt"
                yield _from_bytes(_limited(stream), file, about, page=page)
    except OSError as error:
        yield Skipped(where, f"cannot be read ({error.strerror}); check the file and its rights")


def _from_stdin(stdin: TextIO | BinaryIO | None) -> Iterator[Draft | Skipped]:
    """Standard input: records when it begins with a brace, a page with `<`, else text."""
    if stdin is None:
        yield Skipped(_STDIN, "is no stream here; give files")
        return
    stream = _binary(stdin)
    start = stream.peek(64)[:64].lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if start == b"{":
        yield from read_records(stream, _STDIN, _STDIN)
    else:
        yield _from_bytes(_limited(stream), File(Path(_STDIN), _STDIN), About(), page=start == b"<")


def _binary(stdin: TextIO | BinaryIO) -> io.BufferedReader:
    raw = getattr(stdin, "buffer", stdin)
    if isinstance(raw, io.BufferedReader):
        return raw
    data = raw.read()
    return io.BufferedReader(io.BytesIO(data.encode("utf-8") if isinstance(data, str) else data))


def _limited(stream: BinaryIO) -> bytes:
    """All of a stream, or one byte more than an article may have."""
    return stream.read(config.MAX_ARTICLE_BYTES + 1)


def _from_bytes(data: bytes, file: File, about: About, page: bool) -> Draft | Skipped:
    where = shown(file.path)
    if len(data) > config.MAX_ARTICLE_BYTES:
        limit = config.MAX_ARTICLE_BYTES
        return Skipped(where, f"is larger than {limit:,} bytes; split it into articles")
    # Two files of one name in different folders: the second is told by its folder.
    ids = (shown(file.path.name), file.name, where)
    source = about.url or file.name
    try:
        if not page:
            text = decode(data)
            return Draft(ids, text, where, source, "", about.published, about.publisher)
        found = read_page(data)
    except ValueError as error:
        return Skipped(where, str(error))
    if not found.text:
        return Skipped(where, "is a page without an article; save the article's own page")
    return Draft(
        ids,
        found.text,
        where,
        about.url or found.url or file.name,
        found.title,
        about.published or found.published,
        about.publisher or found.publisher,
    )
