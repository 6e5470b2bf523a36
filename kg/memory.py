"""What was read out of articles before: only what is new, or read otherwise, costs time.

Two SQLite files lie beside a graph: the names that were tagged, and the readings. Both
are keyed by all that the work depends on, the article's content among it, so that they
never change what a build makes; either may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import TypeAdapter

from kg.model import Article, Document, Mention, Reading
from kg.tag import article_sentences

T = TypeVar("T", Document, Reading)

#: Articles that are worked on, and then remembered, together.
_STEP = 64

#: Code and tables on which a reading depends besides the names in its article.
_READ_BY = ("model.py", "language", "resolve", "relate", "world")
_LIBRARIES = ("pydantic", "rapidfuzz", "regex")

_ARTICLE = TypeAdapter(Article)
_MENTIONS = TypeAdapter(tuple[Mention, ...])
_READING = TypeAdapter(Reading)


@dataclass(frozen=True, slots=True)
class Memory(Generic[T]):
    """One kind of thing that is remembered of articles, and where.

    Attributes:
        path: The SQLite file; it is made when missing, and made anew when it is no such
            file.
        name: Of its table.
        key: An article's key: another one wherever the outcome might be another.
        dump: An outcome as bytes.
        load: An article and the bytes to the outcome.
    """

    path: Path
    name: str
    key: Callable[[Article], str]
    dump: Callable[[T], bytes]
    load: Callable[[Article, bytes], T]


def tags(path: Path, fingerprint: str) -> Memory[Document]:
    """Remember the names in articles.

    Args:
        path: The SQLite file.
        fingerprint: Of the tagger.
    """

    def key(article: Article) -> str:
        blocks = ",".join(f"{b.begin}-{b.end}" for b in article.blocks)
        return _digest(fingerprint, blocks, article.text)

    def load(article: Article, data: bytes) -> Document:
        return Document(article, article_sentences(article), _MENTIONS.validate_json(data))

    return Memory(path, "tags", key, lambda found: _MENTIONS.dump_json(found.mentions), load)


def readings(path: Path, fingerprint: str, own: Path | None = None) -> Memory[Reading]:
    """Remember everything that was read out of articles.

    Args:
        path: The SQLite file.
        fingerprint: Of the tagger; that of all that reads what it found is added.
        own: A folder with names and verdicts of the user's own.
    """
    package = Path(__file__).parent
    sources = [package / name for name in _READ_BY] + ([own] if own else [])
    by = _digest(fingerprint, *_texts(sources), *(version(name) for name in _LIBRARIES))

    def key(article: Article) -> str:
        return _digest(by, _ARTICLE.dump_json(article).decode())

    def dump(reading: Reading) -> bytes:
        return zlib.compress(_READING.dump_json(reading), 1)

    def load(_: Article, data: bytes) -> Reading:
        return _READING.validate_json(zlib.decompress(data))

    return Memory(path, "readings", key, dump, load)


def remembering(
    work: Callable[[Iterable[Article]], Iterable[T]],
    articles: Iterable[Article],
    memory: Memory[T],
) -> Iterator[T]:
    """Do work for those articles alone for which it was not done before.

    Args:
        work: Articles to outcomes, one each, in order; called where something is new.
        articles: They are taken a few dozen at a time.
        memory: What is remembered.

    Yields:
        The outcome of each article, in order.
    """
    with closing(_open(memory)) as store:
        rest = iter(articles)
        while bulk := list(islice(rest, _STEP)):
            keys = [memory.key(article) for article in bulk]
            known = [_recall(store, memory, key) for key in keys]
            lacking = [a for a, data in zip(bulk, known, strict=True) if data is None]
            new = iter(list(work(lacking)) if lacking else [])
            outcomes = []
            for article, key, data in zip(bulk, keys, known, strict=True):
                outcomes.append(next(new) if data is None else memory.load(article, data))
                if data is None:
                    _remember(store, memory, key, outcomes[-1])
            # Before they are passed on: a room to the right may be interrupted.
            store.commit()
            yield from outcomes


def forget_others(memory: Memory[T], articles: Iterable[Article]) -> None:
    """Forget all articles but these: nothing is kept of one that was removed.

    Args:
        memory: What is remembered.
        articles: Those that are to stay.
    """
    with closing(_open(memory)) as store:
        store.execute("CREATE TEMP TABLE used (key TEXT PRIMARY KEY)")
        store.executemany(
            "INSERT OR IGNORE INTO used VALUES (?)",
            ((memory.key(article),) for article in articles),
        )
        store.execute(f"DELETE FROM {memory.name} WHERE key NOT IN (SELECT key FROM used)")
        store.commit()


def _texts(sources: Iterable[Path]) -> Iterator[str]:
    for source in sources:
        for path in [source] if source.is_file() else sorted(source.rglob("*.*")):
            if path.is_file() and path.suffix != ".pyc":
                yield path.relative_to(source.parent).as_posix()
                yield path.read_text(encoding="utf-8", errors="replace")


def _open(memory: Memory[T]) -> sqlite3.Connection:
    store = sqlite3.connect(memory.path)
    try:
        store.execute("PRAGMA secure_delete = ON")  # the text itself, not only its row
        store.execute(
            f"CREATE TABLE IF NOT EXISTS {memory.name} (key TEXT PRIMARY KEY, outcome BLOB)"
        )
    except sqlite3.DatabaseError:
        store.close()
        memory.path.unlink()
        return _open(memory)
    return store


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _recall(store: sqlite3.Connection, memory: Memory[T], key: str) -> bytes | None:
    row = store.execute(f"SELECT * FROM {memory.name} WHERE key = ?", (key,)).fetchone()
    return None if row is None else row[1]


def _remember(store: sqlite3.Connection, memory: Memory[T], key: str, outcome: T) -> None:
    row = key, memory.dump(outcome)
    store.execute(f"INSERT OR REPLACE INTO {memory.name} VALUES (?, ?)", row)
