"""Names that were tagged before: an interrupted build goes on where it stopped."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import asdict
from itertools import islice
from pathlib import Path

from kg.model import Article, Case, Document, Mention
from kg.tag import Tagger
from kg.tag.tagger import article_sentences

#: Articles that are tagged, and then remembered, together.
_STEP = 64


def tag_remembering(tagger: Tagger, articles: Iterable[Article], path: Path) -> Iterator[Document]:
    """Tag articles, and only those that the same tagger has not tagged before.

    Args:
        tagger: Its fingerprint tells whether what is remembered still holds.
        articles: They are read a few dozen at a time.
        path: The SQLite file that remembers; it is made when missing, and made anew
            when it is no such file.

    Yields:
        A document for each article, in order.
    """
    with closing(_open(path)) as store:
        rest = iter(articles)
        while bulk := list(islice(rest, _STEP)):
            keys = [_key(tagger.fingerprint, article) for article in bulk]
            known = [_recall(store, key) for key in keys]
            new = iter(list(tagger.tag(a for a, m in zip(bulk, known, strict=True) if m is None)))
            documents = [
                next(new) if mentions is None else Document(a, article_sentences(a), mentions)
                for a, mentions in zip(bulk, known, strict=True)
            ]
            for key, mentions, document in zip(keys, known, documents, strict=True):
                if mentions is None:
                    _remember(store, key, document.mentions)
            # Before they are passed on: a room to the right may be interrupted.
            store.commit()
            yield from documents


def _open(path: Path) -> sqlite3.Connection:
    store = sqlite3.connect(path)
    try:
        store.execute("CREATE TABLE IF NOT EXISTS tags (key TEXT PRIMARY KEY, mentions TEXT)")
    except sqlite3.DatabaseError:
        store.close()
        path.unlink()
        return _open(path)
    return store


def _key(fingerprint: str, article: Article) -> str:
    blocks = ",".join(f"{b.begin}-{b.end}" for b in article.blocks)
    told = "\0".join((fingerprint, blocks, article.text))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def _recall(store: sqlite3.Connection, key: str) -> tuple[Mention, ...] | None:
    row = store.execute("SELECT mentions FROM tags WHERE key = ?", (key,)).fetchone()
    if row is None:
        return None
    return tuple(
        Mention(**{**m, "case": Case(m["case"]), "candidates": tuple(m["candidates"])})
        for m in json.loads(row[0])
    )


def _remember(store: sqlite3.Connection, key: str, mentions: tuple[Mention, ...]) -> None:
    text = json.dumps([asdict(m) for m in mentions], ensure_ascii=False)
    store.execute("INSERT OR REPLACE INTO tags VALUES (?, ?)", (key, text))
