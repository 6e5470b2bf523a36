"""Where model files lie and what is said when they do not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.errors import ModelError
from kg.tag.store import NER_FILE, SHIPPED, VECTORS_FILE, fingerprint, model_files, write_resources


def _model(folder: Path, weights: bytes = b"weights") -> Path:
    for file, content in ((NER_FILE, weights), (VECTORS_FILE, b"vectors")):
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_bytes(content)
    return folder


def test_folder(tmp_path: Path) -> None:
    """A model folder's files are found."""
    files = model_files(_model(tmp_path))
    assert files == (tmp_path / NER_FILE, tmp_path / VECTORS_FILE)


def test_file_with_vectors_beside_it(tmp_path: Path) -> None:
    """A single model file takes the vectors that carry its name."""
    for name in ("my.pt", "my.pretrain.pt"):
        (tmp_path / name).write_bytes(b"x")
    assert model_files(tmp_path / "my.pt") == (tmp_path / "my.pt", tmp_path / "my.pretrain.pt")


def test_missing_model_names_the_file_and_what_to_do(tmp_path: Path) -> None:
    """The error of a missing model names the path and the way out."""
    with pytest.raises(ModelError, match=r"nowhere.*kg train ner"):
        model_files(tmp_path / "nowhere")


def test_empty_folder_is_no_model(tmp_path: Path) -> None:
    """A folder without model files is refused."""
    with pytest.raises(ModelError):
        model_files(tmp_path)


def test_fingerprint_depends_on_weights_and_tables(tmp_path: Path) -> None:
    """Other weights or tables give another fingerprint, the same ones the same."""
    one, two = _model(tmp_path / "a"), _model(tmp_path / "b", b"other")
    assert fingerprint(one, "t") == fingerprint(_model(tmp_path / "c"), "t")
    assert len({fingerprint(one, "t"), fingerprint(two, "t"), fingerprint(one, "u")}) == 3


def test_shipped_resources_are_what_we_write(tmp_path: Path) -> None:
    """The shipped resources.json is the one that the trainer writes."""
    write_resources(tmp_path)
    written = json.loads((tmp_path / "resources.json").read_text(encoding="utf-8"))
    assert written == json.loads((SHIPPED / "resources.json").read_text(encoding="utf-8"))
