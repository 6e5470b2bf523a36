"""Which lines of a pasted page are the article."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from kg.errors import DataError
from kg.language import canonical
from kg.model import Article, BlockKind, PublishedBy
from kg.read import read_articles
from kg.read.article import to_article
from kg.read.draft import Draft, parse_day
from kg.read.rules import Rule, parse_rules, rules

ROOT = Path(__file__).parent.parent
CASES = Path(__file__).parent / "cases"
TITLE = "বৈঠকে বসলেন দুই মন্ত্রী"
PROSE = "দুই দেশের মন্ত্রী বৈঠক করেছেন। পরে তাঁরা বিবৃতি দিয়েছেন।"
KINDS = {"headline": BlockKind.HEADLINE, "subhead": BlockKind.SUBHEAD, "body": BlockKind.BODY}


def article(text: str, title: str = "", published: date | None = None) -> Article:
    """Read one text that is an article."""
    found = to_article(Draft(("a",), text, "a.txt", "a.txt", title), "a", published)
    assert isinstance(found, Article), found
    return found


def blocks(text: str, title: str = "") -> list[tuple[BlockKind, str]]:
    """Kind and text of its blocks."""
    found = article(text, title)
    return [(b.kind, found.text[b.begin : b.end]) for b in found.blocks]


def seed(name: str) -> Article:
    """A seed as its text alone tells it, without the table beside it."""
    (path,) = (ROOT / "seeds").glob(f"{name}_*.txt")
    with TemporaryDirectory() as alone:
        (article,) = read_articles([shutil.copy(path, alone)])
    assert isinstance(article, Article)
    return article


def labelled() -> list[tuple[str, str]]:
    """Lines of the pasted page with what each is."""
    rows = (CASES / "read_pasted.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [(row.split("\t")[0], row.split("\t")[1]) for row in rows]


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_a_rule_catches_its_examples_and_leaves_the_others(rule: Rule) -> None:
    """Every example in chrome.toml is on the right side of its rule."""
    assert [line for line in rule.catches if not rule.match(canonical(line))] == []
    assert [line for line in rule.leaves if rule.match(canonical(line))] == []


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n", " \n\n\t"])
def test_a_pasted_page_keeps_its_article_and_nothing_else(gap: str) -> None:
    """Headline, paragraphs and sub-heading stay; all else goes, however lines are broken."""
    expected = [(KINDS[label], line) for label, line in labelled() if label in KINDS]
    assert blocks(gap.join(line for _, line in labelled())) == expected


def test_the_byline_and_the_date_line_are_read() -> None:
    """Outlet and day come from the text when nothing else gives them."""
    found = article("\n".join(line for _, line in labelled()), published=date(2020, 1, 1))
    assert (found.publisher, found.published) == ("ভোরের পাতা", date(2024, 5, 5))
    assert found.published_by is PublishedBy.TEXT


def test_seed_001_keeps_seven_paragraphs_and_its_headline() -> None:
    """The seed pasted with its page around it: 8 of its 49 lines are the article."""
    found = seed("001")
    assert [b.kind for b in found.blocks] == [BlockKind.HEADLINE] + [BlockKind.BODY] * 7
    assert canonical(found.headline) == canonical("বৈঠকে কিম-পুতিন, আলোচনায় অস্ত্র সহায়তা")
    assert (found.published, found.published_by) == (date(2023, 9, 13), PublishedBy.TEXT)
    assert found.publisher == "কালবেলা"


def test_seed_000_has_its_headline_once_and_two_subheads() -> None:
    """A repeated headline is one block; a short line between paragraphs is a sub-heading."""
    kinds = [block.kind for block in seed("000").blocks]
    assert (kinds.count(BlockKind.HEADLINE), kinds.count(BlockKind.SUBHEAD)) == (1, 2)


def test_the_feed_source_is_the_publisher_of_seed_000() -> None:
    """`(Feed Source: ndtv.com)` is no paragraph but names the outlet."""
    found = seed("000")
    assert found.publisher == "ndtv.com"
    assert not any("Feed" in found.text[b.begin : b.end] for b in found.blocks)


@pytest.mark.parametrize("name", ["002", "003"])
def test_no_headline_is_invented(name: str) -> None:
    """An article that begins with a paragraph has no headline and no date."""
    found = seed(name)
    assert found.headline == ""
    assert (found.published, found.published_by) == (None, PublishedBy.NONE)


def test_the_table_beside_the_seeds_tells_what_their_text_does_not() -> None:
    """`seeds/metadata.tsv` gives days to those without a date line; 001 has its own."""
    found = {
        a.id[:3]: a.published_by for a in read_articles([ROOT / "seeds"]) if isinstance(a, Article)
    }

    told = dict.fromkeys(("000", "002", "003", "004"), PublishedBy.METADATA)
    assert found == {**told, "001": PublishedBy.TEXT}


def test_seed_004_loses_its_section_label_and_keeps_its_source_line() -> None:
    """The label on the first line is page furniture; the agencies at the end are not."""
    found = seed("004")
    assert found.headline.endswith("পুতিনকে কিম")
    last = found.blocks[-1]
    assert (last.kind, found.text[last.begin : last.end][:5]) == (BlockKind.BODY, "সূত্র")


def test_a_tail_of_headlines_is_dropped() -> None:
    """Four headlines after the last paragraph are other articles."""
    text = (CASES / "read_tail.txt").read_text(encoding="utf-8")
    assert [kind for kind, _ in blocks(text)] == [BlockKind.BODY, BlockKind.BODY]


def test_a_list_at_the_end_of_an_article_stays() -> None:
    """Lines without a blank line between, or with telephone numbers, are the article's own."""
    numbers = "\n\n".join(f"ঢাকা বিভাগের জেলা শহর: ০১৭৬৯০৫{n}১৮৩৮" for n in range(6))
    assert len(blocks(f"{PROSE}\n\n{numbers}")) == 7
    assert len(blocks(PROSE + "".join(f"\nদাবি নম্বর {n} পূরণ" for n in range(6)))) == 7


def test_a_menu_in_the_middle_drops_headlines_until_the_next_paragraph() -> None:
    """After `আরও পড়ুন` come other headlines; the article goes on with prose."""
    found = blocks(f"{PROSE}\n\nআরও পড়ুন\n\nঅন্য এক খবরের শিরোনাম\n\n{PROSE} শেষ।")
    assert [text for _, text in found] == [PROSE, f"{PROSE} শেষ।"]


def test_a_comment_prompt_above_the_article_does_not_end_it() -> None:
    """A page may ask for comments at the top."""
    assert blocks(f"মন্তব্য করুন\n\n{PROSE}") == [(BlockKind.BODY, PROSE)]


def test_readers_comments_are_not_the_article() -> None:
    """What stands below the comment prompt was not written by the newspaper."""
    assert len(blocks(f"{PROSE}\n\nমন্তব্য (১)\n\nভালো খবর। ধন্যবাদ।")) == 1


def test_a_section_name_between_paragraphs_is_a_subhead() -> None:
    """Only above the first paragraph is such a word the page's own."""
    found = blocks(f"{PROSE}\n\nরাজনীতি\n\n{PROSE} শেষ।")
    assert found[1] == (BlockKind.SUBHEAD, "রাজনীতি")


def test_a_date_between_paragraphs_is_not_the_day_of_publication() -> None:
    """A timeline's dates are its sub-headings."""
    found = article(f"{PROSE}\n\n৩ জানুয়ারি ১৯৭৭\n\n{PROSE} শেষ।")
    assert (found.published, len(found.blocks)) == (None, 3)


def test_a_date_and_caption_before_prose_on_one_line_are_cut_off() -> None:
    """Offsets stay right although canonical text is longer than the original."""
    text = f"\u09a8\u09df\u09be. ছবি: সংগৃহীত প্রকাশ: ১০ মে ২০২৪ | ১৩:৪৮ {PROSE} ই-মেইল:"
    found = article(text)
    (block,) = found.blocks
    assert found.text[block.begin : block.end] == PROSE
    assert found.published == date(2024, 5, 10)


@pytest.mark.parametrize("word", ["আজ বুধবার", "বুধবার (১৩ সেপ্টেম্বর)", "গত মঙ্গলবার"])
def test_relative_words_never_give_a_date(word: str) -> None:
    """A weekday, or a day without a year, is no date of publication."""
    assert article(f"{word} {PROSE}").published is None


def test_the_option_gives_the_day_only_where_nothing_else_does() -> None:
    """`published` is the last resort and says so."""
    found = article(PROSE, published=date(2024, 5, 5))
    assert (found.published, found.published_by) == (date(2024, 5, 5), PublishedBy.OPTION)


def test_a_title_follows_the_text_and_the_headline_comes_first() -> None:
    """Offsets into a record's text stay valid; the headline is read first."""
    found = article(PROSE, title="বৈঠকে দুই মন্ত্রী")
    assert found.text == f"{PROSE}\n\nবৈঠকে দুই মন্ত্রী"
    assert [b.kind for b in found.blocks] == [BlockKind.HEADLINE, BlockKind.BODY]
    assert found.headline == "বৈঠকে দুই মন্ত্রী"


@pytest.mark.parametrize("gap", ["\n", "\n\n", " "])
def test_a_title_that_begins_the_text_is_not_repeated(gap: str) -> None:
    """The headline points into the text."""
    text = f"বৈঠকে দুই মন্ত্রী{gap}{PROSE}"
    assert article(text, title="বৈঠকে দুই মন্ত্রী").text == text
    assert [shown for _, shown in blocks(text, "বৈঠকে দুই মন্ত্রী")] == ["বৈঠকে দুই মন্ত্রী", PROSE]


@pytest.mark.parametrize(
    "text", ["13 Sep 2023", "September 13, 2023", "১৩ সেপ্টেম্বর ২০২৩", "2023-09-13 10:00:00"]
)
def test_a_day_is_read_in_the_ways_files_write_it(text: str) -> None:
    """ISO, English and Bengali."""
    assert parse_day(text) == date(2023, 9, 13)


@pytest.mark.parametrize("text", ["", "soon", "2023", "সেপ্টেম্বর ২০২৩", "31 Feb 2023", "2023-13-01"])
def test_what_is_no_day_is_none(text: str) -> None:
    """A month or a year is not the day of publication."""
    assert parse_day(text) is None


GOOD = 'name = "a"\nkind = "chrome"\npattern = "x"\ncatches = ["x"]\nleaves = ["y"]\n'


@pytest.mark.parametrize(
    "text",
    [
        "[parts]\n[[rule]]\n" + GOOD + "colour = 1\n",
        "[parts]\n[[rule]]\n" + GOOD + "[[rule]]\n" + GOOD,
        "[parts]\n[[rule]]\n" + GOOD.replace('"x"\nc', '"("\nc'),
        "[parts]\n[[rule]]\n" + GOOD.replace("chrome", "nonsense"),
        "[parts]\n[[rule]]\n" + GOOD.replace('["y"]', "[]"),
        "[parts]\n[[rule]]\n" + GOOD.replace('["y"]', '["\u09df"]'),
        "[parts\n",
    ],
)
def test_a_malformed_rule_file_is_refused(text: str) -> None:
    """Unknown key, repeated name, bad pattern, unknown kind, no example, not NFC, no TOML."""
    with pytest.raises(DataError, match=r"chrome\.toml"):
        tuple(parse_rules(text))


def test_numbered_headlines_need_no_blank_lines_to_be_a_tail() -> None:
    """List numbers between them show that they are other articles."""
    tail = "\n".join(f"{n}\nআজকের খবরের শিরোনাম নম্বর {n}" for n in range(1, 6))
    assert len(blocks(f"{PROSE}\n{tail}")) == 1


def test_a_figure_with_its_source_and_author_lines_is_dropped() -> None:
    """What a page says of its pictures and its author is not the article."""
    text = f"বিবিসি নিউজ বাংলা\n{TITLE}\nছবির উৎস,GETTY IMAGES\nAuthor,রহিম\n{PROSE}"
    assert [shown for _, shown in blocks(text)] == [TITLE, PROSE]
    assert article(text).publisher == "বিবিসি নিউজ বাংলা"


def test_an_agency_above_the_article_stays_as_a_credit() -> None:
    """Whose word it is matters; it is no headline."""
    assert blocks(f"{TITLE}\n\nএএফপি\n\n{PROSE}")[1] == (BlockKind.BODY, "এএফপি")


def test_a_repeated_caption_above_the_article_is_one_block() -> None:
    """A picture's text and its caption often say the same."""
    assert len(blocks(f"{TITLE}\n\nদুই মন্ত্রী করমর্দন করছেন\n\nদুই মন্ত্রী করমর্দন করছেন\n{PROSE}")) == 3
