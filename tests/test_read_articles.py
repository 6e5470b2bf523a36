"""From files, folders and streams to articles; what cannot be read is explained."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import config
from kg.model import Article, BlockKind, PublishedBy, Skipped
from kg.read import read_articles
from kg.read.article import to_article
from kg.read.draft import Draft

CASES = Path(__file__).parent / "cases"
PROSE = "দুই দেশের মন্ত্রী বৈঠক করেছেন। পরে তাঁরা বিবৃতি দিয়েছেন।"
TITLE = "বৈঠকে দুই মন্ত্রী"


def write(path: Path, content: str | bytes) -> Path:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


def read(*paths: Path | str) -> tuple[list[Article], list[Skipped]]:
    """Read paths: the articles, and what was skipped."""
    found = list(read_articles(paths))
    articles = [a for a in found if isinstance(a, Article)]
    return articles, [a for a in found if isinstance(a, Skipped)]


def records(path: Path, *rows: object) -> Path:
    """Write records, or lines as they are."""
    lines = (row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows)
    return write(path, "\n".join(lines) + "\n")


BAD_FILES = {
    "empty.txt": ("", "is empty"),
    "blank.txt": (" \n\n\t", "is empty"),
    "binary.txt": (b"\x89PNG\r\n\x1a\n\0\0\0", "binary"),
    "latin1.txt": ("déjà vu".encode("latin-1"), "is not UTF-8"),
    "utf16.txt": (PROSE.encode("utf-16-le"), "UTF-"),
    "english.txt": ("Kim met Putin in Russia.", "looks like English"),
    "hindi.txt": ("किम ने पुतिन से मुलाकात की।", "looks like Hindi"),
    "assamese.txt": ("ৰাষ্ট্ৰপতিয়ে ৰাজ্যৰ ৰাজধানীত বৈঠক কৰিছে।", "looks like Assamese"),
    "digits.txt": ("১২৩ ৪৫৬", "holds no words"),
    "furniture.txt": ("মন্তব্য করুন\n\n• সর্বশেষ\n১০", "page furniture"),
    "article.pdf": (b"%PDF-1.7", "kind '.pdf'"),
    "README": (PROSE, "without a suffix"),
    "empty.html": ("", "page without an article"),
    "english.html": ("<p>hello", "looks like English"),
    "binary.htm": (b"\0\1\2", "binary"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_what_is_no_article_is_skipped_with_a_reason(tmp_path: Path, name: str) -> None:
    """The reason says what is wrong, and the article beside it is read all the same."""
    content, reason = BAD_FILES[name]
    bad = write(tmp_path / name, content)
    write(tmp_path / "zz.txt", PROSE)
    articles, (skipped,) = read(tmp_path)
    assert [a.id for a in articles] == ["zz.txt"]
    assert skipped.source == bad.as_posix()
    assert reason in skipped.reason


BAD_RECORDS: dict[str, tuple[object, str]] = {
    "broken": ('{"id": "1", "text": ', "is not JSON"),
    "list": ([1], "not a JSON object"),
    "no text": ({"id": "1"}, "has no text"),
    "null text": ({"id": "1", "text": None}, "has no text"),
    "number": ({"id": "1", "text": 5}, "has a int in 'text'"),
    "title": ({"id": "1", "text": PROSE, "title": ["x"]}, "has a list in 'title'"),
    "id": ({"id": {}, "text": PROSE}, "has a dict in 'id'"),
    "date": ({"id": "1", "text": PROSE, "published": "soon"}, "has no date in published"),
    "empty": ({"id": "1", "text": ""}, "is empty"),
    "english": ({"id": "1", "text": "Kim met Putin."}, "looks like English"),
    "surrogate": ('{"id": "1", "text": "\\ud800 বৈঠক"}', "lone surrogate"),
    "deep": ("[" * 100_000, "nested too deep"),
}


@pytest.mark.parametrize("name", BAD_RECORDS)
def test_a_bad_record_is_skipped_with_its_line(tmp_path: Path, name: str) -> None:
    """The records around it are read; the reason names file and line."""
    row, reason = BAD_RECORDS[name]
    good = [{"id": "first", "text": PROSE}, {"id": "last", "text": PROSE}]
    path = records(tmp_path / "a.jsonl", good[0], row, good[1])
    articles, (skipped,) = read(path)
    assert [a.id for a in articles] == ["first", "last"]
    assert skipped.source == f"{path.as_posix()}:2"
    assert reason in skipped.reason


def test_a_record_gives_all_it_knows(tmp_path: Path) -> None:
    """Id, title, day, outlet and URL come from the record; offsets into its text hold."""
    row = {"id": 7, "text": PROSE, "title": TITLE, "published": "2024-05-05T23:00:00+06:00"}
    row |= {"publisher": "dhaka_post", "url": "https://example.com/7", "more": [1]}
    (found,), _ = read(records(tmp_path / "a.jsonl", row))
    assert (found.id, found.headline, found.published) == ("7", TITLE, date(2024, 5, 5))
    assert (found.publisher, found.source) == ("dhaka_post", "https://example.com/7")
    assert found.published_by is PublishedBy.METADATA
    assert found.text.startswith(PROSE)


def test_a_record_without_an_id_is_told_by_its_line(tmp_path: Path) -> None:
    """File name and line number make a stable id."""
    (_, second), _ = read(records(tmp_path / "a.jsonl", {"text": PROSE}, {"text": PROSE}))
    assert (second.id, second.source) == ("a.jsonl:2", "a.jsonl:2")


def test_a_repeated_id_is_skipped_and_says_where_the_first_is(tmp_path: Path) -> None:
    """Two records of one id cannot both be told apart in the graph."""
    path = records(tmp_path / "a.jsonl", {"id": "1", "text": PROSE}, {"id": "1", "text": PROSE})
    (_,), (skipped,) = read(path)
    assert f"{path.as_posix()}:1" in skipped.reason


def test_a_record_with_a_title_only_page_keeps_its_headline(tmp_path: Path) -> None:
    """A body of page furniture leaves the headline, which is news too."""
    (found,), _ = read(records(tmp_path / "a.jsonl", {"text": "মন্তব্য করুন", "title": TITLE}))
    assert [b.kind for b in found.blocks] == [BlockKind.HEADLINE]


def test_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file or record over the limit is skipped; a long file of short records is not."""
    monkeypatch.setattr(config, "MAX_ARTICLE_BYTES", 500)
    write(tmp_path / "big.txt", PROSE * 10)
    rows = [{"id": str(n), "text": PROSE * (10 if n == 3 else 1)} for n in range(9)]
    records(tmp_path / "many.jsonl", *rows)
    articles, skipped = read(tmp_path)
    assert [a.id for a in articles] == [str(n) for n in range(9) if n != 3]
    assert [s.source.rsplit("/", 1)[1] for s in skipped] == ["big.txt", "many.jsonl:4"]
    assert all("500 bytes" in s.reason for s in skipped)


def test_records_are_read_one_at_a_time(tmp_path: Path) -> None:
    """The first article of a file comes before its second line is read."""
    path = records(tmp_path / "a.jsonl", {"id": "1", "text": PROSE}, "not json at all")
    found = read_articles([path])
    assert isinstance(next(found), Article)
    assert isinstance(next(found), Skipped)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_with_its_mark_is_read(tmp_path: Path, encoding: str) -> None:
    """UTF-16 that says so and UTF-8 with a mark give the same text without the mark."""
    (found,), _ = read(write(tmp_path / "a.txt", PROSE.encode(encoding)))
    assert found.text == PROSE


def test_line_ends_stay_as_they_came(tmp_path: Path) -> None:
    """Offsets are into the text as it was given."""
    text = f"{TITLE}\r\n\r\n{PROSE}\r\n"
    (found,), _ = read(write(tmp_path / "a.txt", text))
    assert found.text == text
    assert found.headline == TITLE


def test_a_folder_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    """Recursive, hidden files passed over, the same name told by its folder."""
    for name in ("b.txt", "a.txt", "sub/a.txt", ".hidden.txt", ".git/c.txt"):
        write(tmp_path / name, PROSE)
    articles, skipped = read(tmp_path)
    assert [(a.id, a.source) for a in articles] == [
        ("a.txt", "a.txt"),
        ("b.txt", "b.txt"),
        ("sub/a.txt", "sub/a.txt"),
    ]
    assert skipped == []


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    """By itself and in its folder is the same file."""
    path = write(tmp_path / "a.txt", PROSE)
    (_,), (skipped,) = read(path, tmp_path)
    assert "was read already" in skipped.reason


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda p: (p / "loop").symlink_to(p, target_is_directory=True), "a folder that holds it"),
        (lambda p: (p / "dead.txt").symlink_to(p / "none.txt"), "leads nowhere"),
        (lambda p: (p / "empty").mkdir(), "empty folder"),
    ],
)
def test_odd_things_in_a_folder_are_explained(
    tmp_path: Path, make: Callable[[Path], None], reason: str
) -> None:
    """Link loops, dead links and empty folders stop nothing."""
    write(tmp_path / "a.txt", PROSE)
    make(tmp_path)
    (_,), (skipped,) = read(tmp_path)
    assert reason in skipped.reason


def test_a_missing_path_is_skipped(tmp_path: Path) -> None:
    """It is for the caller to decide whether that is an error."""
    assert read(tmp_path / "none")[1][0].reason.startswith("does not exist")


def test_hostile_names_pass_as_plain_text(tmp_path: Path) -> None:
    """Whoever writes a page escapes; the reader does not touch names."""
    (found,), _ = read(write(tmp_path / "<b onclick='x'>&\".txt", PROSE))
    assert found.id == "<b onclick='x'>&\".txt"


def test_a_page_gives_body_title_day_outlet_and_address() -> None:
    """Menus, scripts and side columns stay out."""
    (found,), _ = read(CASES / "read_page.html")
    assert found.headline == "সীমান্তে সেনা পাঠাল দুই দেশ"
    assert [b.kind for b in found.blocks].count(BlockKind.BODY) == 3
    assert (found.published, found.published_by) == (date(2024, 5, 5), PublishedBy.METADATA)
    assert (found.publisher, found.source) == ("ভোরের পাতা", "https://www.example.com/news/1")
    assert "ব্যাংক" not in found.text
    assert "alert" not in found.text


@pytest.mark.parametrize("html", [f"<p>{PROSE}</p>", f"<div>{PROSE}</div>", f"<p>{PROSE}<div"])
def test_a_short_or_broken_page_is_read_too(tmp_path: Path, html: str) -> None:
    """One paragraph, no paragraph, unclosed tags."""
    (found,), _ = read(write(tmp_path / "a.html", html))
    assert PROSE in found.text


def test_metadata_tsv_says_what_the_texts_do_not(tmp_path: Path) -> None:
    """Date, outlet and URL by file name; wrong rows are explained and lose nothing."""
    write(tmp_path / "a.txt", PROSE)
    write(tmp_path / "b.txt", PROSE)
    rows = ["file\tpublished\tpublisher\turl", "a.txt\t2024-05-05\tভোরের পাতা\thttps://x.org/a"]
    rows += ["none.txt\t\t\t", "b.txt\tsoon\t\t", "a.txt\t\t\t", "b.txt"]
    write(tmp_path / "metadata.tsv", "\n".join(rows))
    (a, b), skipped = read(tmp_path)
    assert (a.published, a.publisher, a.source) == (date(2024, 5, 5), "ভোরের পাতা", "https://x.org/a")
    assert (b.published, b.publisher) == (None, None)
    assert [s.source.rsplit(":", 1)[1] for s in skipped] == ["3", "4", "5", "6"]


def test_a_metadata_table_with_another_header_is_explained(tmp_path: Path) -> None:
    """The articles are read without it."""
    write(tmp_path / "a.txt", PROSE)
    write(tmp_path / "metadata.tsv", "name\tdate\n")
    (_,), (skipped,) = read(tmp_path)
    assert "wrong header" in skipped.reason


@pytest.mark.parametrize(
    ("content", "id"),
    [
        (PROSE, "-"),
        (json.dumps({"id": "7", "text": PROSE}) + "\n", "7"),
        (f"<html><body><p>{PROSE}</p></body></html>", "-"),
    ],
)
@pytest.mark.parametrize("binary", [True, False])
def test_standard_input_may_be_text_page_or_records(content: str, id: str, binary: bool) -> None:
    """What it is shows in its first character."""
    stream = io.BytesIO(content.encode("utf-8")) if binary else io.StringIO(content)
    (found,) = read_articles(["-"], stdin=stream)
    assert isinstance(found, Article)
    assert (found.id, PROSE in found.text) == (id, True)


def test_without_a_stream_standard_input_is_skipped() -> None:
    """`-` in a notebook has nothing to read."""
    assert isinstance(next(read_articles(["-"])), Skipped)


LINES = ["মন্তব্য করুন", "আরও পড়ুন", "ছবি : সংগৃহীত", "প্রকাশ : ০৫ মে ২০২৪", "১০", TITLE, PROSE]
SOUP = st.lists(
    st.one_of(
        st.sampled_from(LINES), st.text("কিরয়়র্‌\u200b\u09df।. |:১a\u00a0", max_size=20), st.text()
    ),
    max_size=12,
).map("\n".join)


@settings(max_examples=300, deadline=None)
@given(SOUP, st.one_of(st.just(""), st.just(TITLE), st.text(max_size=10)))
def test_whatever_the_text_blocks_lie_in_it_and_in_order(text: str, title: str) -> None:
    """Reading never raises; blocks are not empty, do not overlap and follow the text.

    Only a headline that was appended stands before blocks that precede it in the text.
    """
    found = to_article(Draft(("a",), text, "a", "a", title), "a", None)
    if isinstance(found, Skipped):
        assert found.reason
        return
    assert found.text in (text, f"{text}\n\n{title}")
    spans = [(b.begin, b.end) for b in found.blocks]
    if spans[0][0] > len(text):
        spans = spans[1:] + spans[:1]
    assert all(0 <= begin < end <= len(found.text) for begin, end in spans)
    assert all(spans[i][1] <= spans[i + 1][0] for i in range(len(spans) - 1))
    assert sum(b.kind is BlockKind.HEADLINE for b in found.blocks) <= 1


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_whatever_the_bytes_reading_ends(data: bytes) -> None:
    """Any bytes on standard input give articles or reasons."""
    assert all(
        isinstance(a, Article | Skipped) for a in read_articles(["-"], stdin=io.BytesIO(data))
    )


@settings(max_examples=60, deadline=None)
@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists))
def test_whatever_the_record_reading_ends(value: object) -> None:
    """Any JSON in any field gives an article or a reason."""
    row = {"id": value, "text": PROSE, "title": value, "published": value, "url": value}
    stream = io.BytesIO(json.dumps(row).encode("utf-8"))
    (found,) = read_articles(["-"], stdin=stream)
    assert isinstance(found, Article | Skipped)
