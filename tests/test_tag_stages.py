"""Parts of a training that are finished are kept, whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.tag.train.stages import finished, stages_folder


def test_what_is_finished_is_not_made_again(tmp_path: Path) -> None:
    """The second call makes nothing."""
    file = tmp_path / "a" / "part.pt"
    finished(file, lambda scratch: scratch.write_text("first"))
    assert finished(file, lambda scratch: scratch.write_text("second")).read_text() == "first"


def test_what_was_broken_off_is_made_again(tmp_path: Path) -> None:
    """Half a file does not count."""

    def half(file: Path) -> None:
        file.write_text("half")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        finished(tmp_path / "part.pt", half)
    assert (
        finished(tmp_path / "part.pt", lambda file: file.write_text("whole")).read_text() == "whole"
    )


def test_other_data_has_other_stages(tmp_path: Path) -> None:
    """A changed table, text or setting starts anew."""
    data, tables = tmp_path / "data", tmp_path / "tables"
    for folder in (data, tables):
        folder.mkdir()
        (folder / "a.txt").write_text("a")
    first = stages_folder(tmp_path, data, tables, (1,))
    assert first == stages_folder(tmp_path, data, tables, (1,))
    assert first != stages_folder(tmp_path, data, tables, (2,))
    (tables / "a.txt").write_text("b")
    assert first != stages_folder(tmp_path, data, tables, (1,))
