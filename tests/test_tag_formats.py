"""Tagged sentences and documents as text."""

from __future__ import annotations

import json

from kg.language import split_sentences
from kg.model import Article, Block, BlockKind, Document, Mention
from kg.tag import document_tags, to_bio, to_conllu, to_json

_TEXT = "কিম জং উন মস্কোয় গেলেন। তিনি কিমের ভাই।"


def _document(*spans: tuple[int, int, str, int]) -> Document:
    article = Article("a1", _TEXT, (Block(BlockKind.BODY, 0, len(_TEXT)),))
    mentions = tuple(
        Mention(begin, end, _TEXT[begin:end], label, sentence, _TEXT[begin:end])
        for begin, end, label, sentence in spans
    )
    return Document(article, split_sentences(_TEXT), mentions)


def test_document_tags_are_one_per_token() -> None:
    """Each token has a tag; the first of a mention has B, the others I."""
    place = _TEXT.index("মস্কোয়")
    document = _document((0, 9, "PER", 0), (place, place + 7, "LOC", 0))
    tags = document_tags(document)
    assert tags[0] == ["B-PER", "I-PER", "I-PER", "B-LOC", "O", "O"]
    assert tags[1] == ["O"] * len(document.sentences[1].tokens)


def test_document_tags_leave_nominals_out() -> None:
    """A mention without label is not a name."""
    assert set(document_tags(_document((0, 9, "", 0)))[0]) == {"O"}


def test_bio_has_a_line_per_token_and_a_blank_one_per_sentence() -> None:
    """BIO output is read back line by line."""
    text = to_bio([["ক", "খ"], ["গ"]], [["B-PER", "I-PER"], ["O"]])
    assert text == "ক\tB-PER\nখ\tI-PER\n\nগ\tO\n\n"


def test_conllu_has_ten_columns() -> None:
    """Every CoNLL-U word line has ten columns, the tag in the last."""
    lines = to_conllu([["ক", "খ"]], [["B-PER", "O"]]).splitlines()
    words = [line.split("\t") for line in lines if line and not line.startswith("#")]
    assert [len(columns) for columns in words] == [10, 10]
    assert [columns[9] for columns in words] == ["NER=B-PER", "NER=O"]


def test_json_keeps_offsets() -> None:
    """The JSON line holds the article's id and each mention's offsets."""
    row = json.loads(to_json(_document((0, 9, "PER", 0))))
    assert row["id"] == "a1"
    assert (row["mentions"][0]["begin"], row["mentions"][0]["end"]) == (0, 9)
