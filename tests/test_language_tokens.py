"""Tokens and sentences."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language import canonical, split_sentences, tokenise

CASES = Path(__file__).parent / "cases"
PIECES = st.lists(
    st.sampled_from(
        [
            "পুতিন",
            "রাশি\u09dfা",
            "ড.",
            "।",
            "?",
            "“",
            "”",
            "'",
            "(",
            ")",
            " ",
            "\n",
            "১,৫০০",
            "…",
            ",",
            "-",
            "|",
            "\u200b",
        ]
    )
).map("".join)


def _tokens() -> list[dict[str, str]]:
    with (CASES / "language_tokens.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _sentences() -> list[list[str]]:
    text = (CASES / "language_sentences.txt").read_text(encoding="utf-8")
    body = text.split("\n", 1)[1]
    return [block.strip().split("\n") for block in body.split("\n\n")]


@pytest.mark.parametrize("row", _tokens(), ids=lambda row: row["text"])
def test_tokens(row: dict[str, str]) -> None:
    """Each text is cut where its row says."""
    assert [token.text for token in tokenise(row["text"])] == row["tokens"].split("|")


@pytest.mark.parametrize("expected", _sentences(), ids=lambda expected: expected[0])
def test_sentences(expected: list[str]) -> None:
    """Each block, run together in one line, is cut into its lines."""
    text = " ".join(expected)
    assert [text[s.begin : s.end] for s in split_sentences(text)] == expected


def test_danda_without_space() -> None:
    """A danda ends a sentence without a blank after it."""
    assert [s.end for s in split_sentences("বৈঠক হয়।তারপর নৈশভোজ।")] == [9, 22]


def test_line_break_ends_a_sentence() -> None:
    """A sentence never goes over a line break."""
    assert len(split_sentences("মস্কোতে বৈঠক\nপুতিন বলেন")) == 2


def test_long_quotation_is_cut() -> None:
    """The sentences of a long quotation are sentences."""
    assert len(split_sentences("তিনি বলেন, ‘ধন্যবাদ। আমি খুশি।’ এরপর বৈঠক হয়।")) == 3


def test_offsets_and_indices_shift() -> None:
    """Block, offset and first index are those of the article."""
    (sentence,) = split_sentences("কিম এলেন।", block=3, offset=100, first_index=7)
    assert (sentence.block, sentence.begin, sentence.end, sentence.index) == (3, 100, 109, 7)
    assert sentence.tokens[1].begin == 104


@given(PIECES, st.integers(0, 50))
def test_tokens_cover_the_text(text: str, offset: int) -> None:
    """Tokens are in order, do not overlap, hold all that is not blank, and are canonical."""
    tokens = tokenise(text, offset)
    ends = [offset] + [token.end for token in tokens]
    assert all(token.begin >= end for token, end in zip(tokens, ends, strict=False))
    assert all(canonical(text[t.begin - offset : t.end - offset]).strip() for t in tokens)
    held = "".join(token.text for token in tokens)
    assert held == "".join(canonical(text).split())


@given(PIECES)
def test_sentences_hold_every_token(text: str) -> None:
    """Cutting sentences loses no token and adds none."""
    cut = [token for sentence in split_sentences(text) for token in sentence.tokens]
    assert cut == list(tokenise(text))
