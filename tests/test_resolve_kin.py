"""Who is meant by a word for kin."""

import pytest
from resolve_samples import document, rows, small_world

from kg.errors import DataError
from kg.model import Case, MentionType
from kg.resolve import kin_words, resolve, tables

KNOWN = "কিম জং উনের ছোট বোন কিম ইয়ো জং এসেছেন। "


def linked(text, words):
    """The links that begin where the words stand last in a text."""
    doc = document(text, small_world())
    begin = doc.article.text.rindex(words)
    return [k for k in resolve(doc, small_world()).links if k.mention.begin == begin]


@pytest.mark.parametrize(("text", "words", "entity", "why"), rows("resolve_kin.tsv"))
def test_words_for_kin_mean_whom_the_table_says(text, words, entity, why):
    """The last place of the words is linked to this person, or to nobody."""
    text = text.replace("\\n", "\n")
    found = [k.entities for k in linked(text, words) if k.type is MentionType.NOMINAL]
    if entity == "new":
        name = linked(text, "হান্টার")[0]
        assert found == [name.entities], why
    else:
        assert found == ([] if entity == "-" else [(entity,)]), why


def test_the_link_is_a_mention_of_its_own_with_case_reason_and_modest_confidence():
    """বোনকে is an object, found by the family word, less surely than a name."""
    (link,) = linked(KNOWN + "পরে কিম জং উনের বোনকে দেখা যায়।", "বোনকে")
    assert (link.mention.text, link.mention.base) == ("বোনকে", "বোন")
    assert link.mention.case is Case.OBJECTIVE
    assert link.type is MentionType.NOMINAL
    assert link.found_by == "family word"
    assert 0.3 < link.confidence < 0.7


def test_without_an_owner_it_is_less_sure():
    """কিম ছোট বোনকে দেখেন is less sure than কিমের বোনকে."""
    (owned,) = linked(KNOWN + "পরে কিম জং উনের বোনকে দেখা যায়।", "বোনকে")
    (bare,) = linked(KNOWN + "পরে কিম জং উন ছোট বোনকে দেখেন।", "ছোট বোনকে")
    assert bare.confidence < owned.confidence


def test_the_words_beside_the_name_are_no_mention_of_their_own():
    """ছোট বোন কিম ইয়ো জং is one mention: the name."""
    assert linked(KNOWN, "ছোট বোন") == []


def test_words_for_kin_may_have_two_words():
    """ছোট বোন is one word for kin."""
    assert "ছোট বোন" in kin_words()


def test_a_row_that_is_neither_elder_nor_younger_is_refused(tmp_path, monkeypatch):
    """The table's reader says what it does not know."""
    (tmp_path / "kin.tsv").write_text(
        "word\tkin\twhich\taddress\nx\tsister\tmiddle\tno\n", encoding="utf-8"
    )
    monkeypatch.setattr(tables, "DATA", tmp_path)
    with pytest.raises(DataError, match="middle"):
        tables.kin.__wrapped__()
