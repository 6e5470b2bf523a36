"""What is remembered of articles: what was read once is not read again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kg.memory import forget_others, readings, remembering, tags
from kg.model import (
    Article,
    Block,
    BlockKind,
    Claim,
    Document,
    Entity,
    EntityType,
    Evidence,
    Link,
    Mention,
    MentionType,
    Reading,
    Relation,
    Resolution,
    RoleType,
    Status,
)
from kg.tag import article_sentences

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
    return list(remembering(tagger.tag, given, tags(path, tagger.fingerprint)))


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
    stream = remembering(Counting().tag, given, tags(path, "one"))
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


def test_articles_that_went_are_forgotten(tmp_path: Path) -> None:
    """Nothing is left of an article that is not among those that stay."""
    given, path = articles(3), tmp_path / "tags"
    run(Counting(), given, path)
    forget_others(tags(path, "one"), given[1:])
    again = Counting()
    run(again, given, path)
    assert again.tagged == ["0"]


def test_the_text_of_a_forgotten_article_is_overwritten(tmp_path: Path) -> None:
    """The names of an article that was removed are not found in the file's bytes."""
    given, path = articles(3), tmp_path / "tags"
    run(Counting(), given, path)
    assert "কিম".encode() in path.read_bytes()
    forget_others(tags(path, "one"), [])
    assert "কিম".encode() not in path.read_bytes()


def reading(article: Article) -> Reading:
    """A reading in which every field has a value that is not its default."""
    mention = Mention(0, 3, "কিম", "PER", 0, "কিম", found_by="test", candidates=("person/kim",))
    document = Document(article, article_sentences(article), (mention,))
    kim = Entity(
        *("person/kim", EntityType.PERSON, "কিম", "Kim", ("কিম জং",), "Q1", "2"),
        *(1.5, -0.25, "country/x", "country/y", "test"),
    )
    link = Link(mention, ("person/kim",), MentionType.NAME, "test", 0.9)
    evidence = (Evidence(0, 0, 10),)
    days = {"begin": date(2023, 9, 13), "end": date(2023, 9, 14)}
    claim = Claim(
        *("Meeting", ("person/kim",), ("b",), ("c",), Status.PLANNED, evidence, "frame", 0.7),
        **days,
        topic="অস্ত্র",
        attributed_to=("d",),
        trigger="বৈঠক",
        notes=("time: none",),
    )
    relation = Relation(
        *("person/kim", "holdsPosition", "country/x", evidence, "row", 0.8, "নেতা"),
        RoleType.HEAD_OF_STATE,
    )
    return Reading(document, Resolution((kim,), (link,)), (claim,), (relation,))


def test_a_remembered_reading_is_equal(tmp_path: Path) -> None:
    """A reading comes back as it was, in every field and type."""
    memory, given = readings(tmp_path / "readings", "one"), articles(2)

    def read(some: Iterable[Article]) -> list[Reading]:
        return [reading(article) for article in some]

    def refuse(some: Iterable[Article]) -> list[Reading]:
        raise AssertionError("read again")

    assert list(remembering(read, given, memory)) == read(given)
    assert list(remembering(refuse, given, memory)) == read(given)


def test_another_date_is_another_reading(tmp_path: Path) -> None:
    """Days are read from the day of publication, so that it belongs to the key."""
    memory, (given,) = readings(tmp_path / "readings", "one"), articles(1)
    assert memory.key(given) != memory.key(replace(given, published=date(2023, 9, 13)))
