"""The word lists: what is refused, and that every entry can be found."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import DataError
from kg.relate import tables
from kg.relate.frames import CONSTRUCTIONS, load_frames, role_places
from kg.relate.roles import FINDERS
from kg.relate.schemas_said import StatusWords
from kg.relate.tables import (
    DATA,
    clause_words,
    paradigms,
    read_toml,
    speech_words,
    status_words,
)
from kg.relate.verbs import stems, verb_forms

STATUS = (DATA / "status.toml").read_text(encoding="utf-8")


def refused(tmp_path: Path, text: str) -> str:
    """What is said when a status table with this text is read."""
    path = tmp_path / "status.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as error:
        read_toml(path, StatusWords)
    return str(error.value)


def test_an_unknown_key_is_refused_with_its_line(tmp_path: Path) -> None:
    """A key that nobody reads is named with file and line."""
    told = refused(tmp_path, STATUS + "\n[stopp]\nwords = []\n")

    assert f"status.toml:{STATUS.count(chr(10)) + 2}" in told
    assert "stopp" in told


def test_a_missing_key_is_refused(tmp_path: Path) -> None:
    """A file without a section that is read is refused."""
    assert "refrain" in refused(tmp_path, STATUS.replace("refrain =", "refrain2 ="))


def test_a_repeated_word_is_refused(tmp_path: Path) -> None:
    """A word that stands twice in one list is named."""
    told = refused(tmp_path, STATUS.replace('["বন্ধ", ', '["বন্ধ", "বন্ধ", '))

    assert "“বন্ধ” stands here twice" in told


def test_a_word_that_is_not_canonical_is_refused(tmp_path: Path) -> None:
    """A precomposed letter is refused, and the canonical form is shown."""
    assert "not canonical" in refused(tmp_path, STATUS.replace('["বন্ধ", ', '["হ\u09df", '))


def test_two_words_where_one_is_looked_for_are_refused(tmp_path: Path) -> None:
    """A list of single words takes no phrase: it would never be found."""
    assert "more than one word" in refused(tmp_path, STATUS.replace('["বন্ধ", ', '["বন্ধ করা", '))


def test_an_unknown_status_is_refused(tmp_path: Path) -> None:
    """A sign of what is no status is refused."""
    assert "Planned" in refused(tmp_path, STATUS.replace('"Planned"', '"Planed"', 1))


def test_broken_toml_is_refused(tmp_path: Path) -> None:
    """A file that is no TOML is named."""
    assert "no valid TOML" in refused(tmp_path, "[before\n")


def test_each_file_is_read_once() -> None:
    """A second question is answered by the same table."""
    assert tables.clause_words() is tables.clause_words()
    assert status_words() is status_words()


def test_words_that_look_like_verbs_do() -> None:
    """An entry of [postpositions] that is no verb form would do nothing."""
    assert [w for w in clause_words().postpositions.words if not verb_forms(w)] == []


def test_verbs_of_saying_end_in_a_known_stem() -> None:
    """The last word of each verb of saying and thinking is a stem of verbs.toml."""
    verbs = speech_words().verbs
    assert {phrase[-1] for phrase in verbs.say | verbs.think} <= stems()


def test_named_stems_are_known() -> None:
    """The auxiliaries and the light stems are stems of verbs.toml."""
    light = clause_words().light
    named = set(paradigms().auxiliary.model_dump().values())
    assert named | light.stems | light.vectors | light.locative <= stems()


def test_every_construction_has_its_finder() -> None:
    """What a frame may name is what can be looked for."""
    assert set(FINDERS) == CONSTRUCTIONS
    used = {s.where for f in load_frames() for s in (*f.agent, *f.recipient, *f.place)}
    assert used <= role_places()
