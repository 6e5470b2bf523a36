"""Which articles a graph has after a change, and how they are kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.change import Change
from kg.errors import GraphError, QueryError
from kg.kept import Kept, Settings, keep, kept_settings
from kg.model import Article, Block, BlockKind, PublishedBy, Skipped


def article(id: str, text: str = "কিম মস্কোয় গেছেন।") -> Article:
    """An article with every field set."""
    blocks = (Block(BlockKind.HEADLINE, 0, 3), Block(BlockKind.BODY, 4, len(text)))
    day = date(2023, 9, 13)
    return Article(id, text, blocks, day, PublishedBy.OPTION, "প্রথম আলো", f"news/{id}.txt")


KEPT = [article("a"), article("b"), article("c")]


@pytest.mark.parametrize("order", [KEPT, KEPT[::-1]])
def test_articles_are_kept_as_they_were_sorted_by_id(order: list[Article], tmp_path: Path) -> None:
    """What is read back is equal in every field, in whatever order it came."""
    keep(order, Settings("http://example.org/", "my model"), tmp_path)
    assert list(Kept(tmp_path)) == KEPT
    assert kept_settings(tmp_path) == Settings("http://example.org/", "my model")


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_is_kept(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """Line breaks, quotes and signs of any script come back as they were."""
    folder = tmp_path_factory.mktemp("kept")
    given = replace(article(text), text=text, source=text)
    keep([given], Settings(), folder)
    assert list(Kept(folder)) == [given]


def test_where_there_is_no_graph_nothing_is_kept(tmp_path: Path) -> None:
    """An empty folder has no articles and the usual settings."""
    assert (list(Kept(tmp_path)), kept_settings(tmp_path)) == ([], Settings())


def test_a_graph_without_its_articles_cannot_be_changed(tmp_path: Path) -> None:
    """Adding to it would drop what it has, so it is refused."""
    (tmp_path / "graph.nq").write_text("")
    with pytest.raises(GraphError, match=r"not kept.*kg build"):
        list(Kept(tmp_path))


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    """The error says which line is no article."""
    keep(KEPT, Settings(), tmp_path)
    path = tmp_path / "articles.jsonl"
    path.write_bytes(path.read_bytes() + b"{}\n")
    with pytest.raises(GraphError, match=r"articles.jsonl:4: this is no article"):
        list(Kept(tmp_path))


def test_broken_settings_are_refused(tmp_path: Path) -> None:
    """Settings that are none would give the resources other IRIs."""
    (tmp_path / "build.json").write_text("{", encoding="utf-8")
    with pytest.raises(GraphError, match="malformed"):
        kept_settings(tmp_path)


def test_adding_keeps_what_was_there() -> None:
    """The old articles and the new one; one that was there word for word is passed over."""
    change, new = Change(), article("d")
    assert list(change.add(KEPT, [article("b"), new])) == [*KEPT, new]
    assert (change.done, change.unchanged) == (["d"], ["b"])


def test_adding_another_article_of_the_same_id_is_refused() -> None:
    """It is named with what to do, and the old one stays."""
    change = Change()
    *kept, left = change.add(KEPT, [article("b", "পুতিন মস্কোয় গেছেন।")])
    assert kept == KEPT
    assert isinstance(left, Skipped)
    assert (left.source, "kg replace" in left.reason, change.done) == ("b", True, [])


def test_replacing_takes_the_place_of_the_same_id() -> None:
    """One is replaced, an equal one is not; one that is not there is named."""
    change, other = Change(), article("b", "পুতিন মস্কোয় গেছেন।")
    found = list(change.replace(KEPT, [other, article("c"), article("x")]))
    assert found[:3] == [KEPT[0], other, KEPT[2]]
    assert [item.source for item in found[3:] if isinstance(item, Skipped)] == ["x"]
    assert (change.done, change.unchanged) == (["b"], ["c"])


@pytest.mark.parametrize("wanted", ["b", "news/b.txt", "s/b.txt"])
def test_removing_leaves_the_others(wanted: str) -> None:
    """An article is named by its id, or by where it came from."""
    change = Change()
    assert list(change.remove(KEPT, [wanted, wanted])) == [KEPT[0], KEPT[2]]
    assert change.done == ["b"]


@pytest.mark.parametrize("wanted", [["zz"], [".txt"], ["a", "b", "c"]])
def test_removing_what_is_not_one_article_is_refused(wanted: list[str]) -> None:
    """No article, several, and the last ones: nothing is removed."""
    with pytest.raises(QueryError):
        list(Change().remove(KEPT, wanted))
