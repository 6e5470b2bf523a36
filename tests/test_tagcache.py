"""The memory of names: what was tagged once is not tagged again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from kg.model import Article, Block, BlockKind, Document, Mention
from kg.tag import article_sentences
from kg.tagcache import tag_remembering

_TEXT = "কিম মস্কোয় গেছেন।"


class Counting:
    """Stands for the tagger: names the first word, counts, and stops where it is told."""

    def __init__(self, fingerprint: str = "one", stop_at: str = "") -> None:
        self.fingerprint = fingerprint
        self.stop_at = stop_at
        self.tagged: list[str] = []

    def tag(self, articles: Iterable[Article]) -> Iterator[Document]:
        """One mention each."""
        for article in articles:
            if article.id == self.stop_at:
                raise KeyboardInterrupt
            self.tagged.append(article.id)
            mention = Mention(0, 3, "কিম", "PER", 0, "কিম", found_by="test", candidates=("a", "b"))
            yield Document(article, article_sentences(article), (mention,))


def articles(number: int) -> list[Article]:
    """Articles of different text."""
    texts = [f"{_TEXT} {n}" for n in range(number)]
    return [
        Article(str(n), text, (Block(BlockKind.BODY, 0, len(text)),))
        for n, text in enumerate(texts)
    ]


def run(tagger: Counting, given: list[Article], path: Path) -> list[Document]:
    """Everything that comes out."""
    return list(tag_remembering(tagger, given, path))  # type: ignore[arg-type]


def test_remembered_documents_are_the_same(tmp_path: Path) -> None:
    """A second run tags nothing and gives equal documents in the same order."""
    given, path = articles(5), tmp_path / "tags"
    first, again = Counting(), Counting()
    assert run(first, given, path) == run(again, given, path) == list(Counting().tag(given))
    assert (len(first.tagged), again.tagged) == (5, [])


def test_only_new_articles_are_tagged(tmp_path: Path) -> None:
    """Articles that came since are tagged, wherever they stand."""
    given, path = articles(6), tmp_path / "tags"
    run(Counting(), given[1:4], path)
    again = Counting()
    assert [d.article.id for d in run(again, given, path)] == list("012345")
    assert again.tagged == ["0", "4", "5"]


def test_an_interrupted_run_goes_on_where_it_stopped(tmp_path: Path) -> None:
    """What was tagged before the interrupt is kept, and the end result is the same."""
    given, path = articles(150), tmp_path / "tags"
    stopped, again = Counting(stop_at="140"), Counting()
    with pytest.raises(KeyboardInterrupt):
        run(stopped, given, path)
    assert run(again, given, path) == list(Counting().tag(given))
    assert again.tagged == [article.id for article in given[128:]]


def test_names_are_kept_when_a_later_room_stops(tmp_path: Path) -> None:
    """When the reader of the documents fails, what was tagged is remembered all the same."""
    given, path = articles(3), tmp_path / "tags"
    stream = tag_remembering(Counting(), given, path)  # type: ignore[arg-type]
    next(stream)
    stream.close()  # type: ignore[attr-defined]
    again = Counting()
    run(again, given, path)
    assert again.tagged == []


def test_another_tagger_tags_anew(tmp_path: Path) -> None:
    """What another model or another gazetteer found is not taken over."""
    given, path = articles(2), tmp_path / "tags"
    run(Counting("one"), given, path)
    other = Counting("two")
    run(other, given, path)
    assert len(other.tagged) == 2


def test_other_blocks_are_tagged_anew(tmp_path: Path) -> None:
    """The same text cut into other blocks is another article to the tagger."""
    path = tmp_path / "tags"
    whole = articles(1)
    run(Counting(), whole, path)
    half = [Article("0", whole[0].text, (Block(BlockKind.BODY, 4, len(whole[0].text)),))]
    other = Counting()
    run(other, half, path)
    assert other.tagged == ["0"]


def test_a_broken_memory_is_made_anew(tmp_path: Path) -> None:
    """A file that is no memory costs a run, not the build."""
    path = tmp_path / "tags"
    path.write_bytes(b"no database at all, but long enough to be looked at" * 50)
    given = articles(2)
    assert run(Counting(), given, path) == list(Counting().tag(given))
    again = Counting()
    run(again, given, path)
    assert again.tagged == []
