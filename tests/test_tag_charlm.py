"""Character language models are trained, and an NER model with them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.tag.stanza_ner import load_ner
from kg.tag.store import NER_FILE, charlm_files, model_files
from kg.tag.train.charlm import train_charlms
from kg.tag.train.run import Course, train_ner

_WORDS = "আজ কাল ঢাকায় মস্কোয় নেতা মন্ত্রী বৈঠক আলোচনা শুরু শেষ হয়েছে হবে".split()  # noqa: SIM905


def _text(lines: int) -> list[str]:
    """Paragraphs of words in an order that does not repeat soon."""
    size = len(_WORDS)
    return [
        " ".join(_WORDS[(line * step) % size] for step in range(1, 9)) for line in range(1, lines)
    ]


def _data(folder: Path) -> Path:
    """The smallest training sets that can be parted."""
    names = "\n".join(f"রহিম{n}\tB-PER\nবলেন\tO\n" for n in range(100))
    headlines = names.replace("\t", " ")
    for name, text in (
        ("neon_p_headlines.txt", headlines),
        ("daffodil_train_data.txt", names),
        ("daffodil_test_data.txt", "করিম\tB-PER\nবলেন\tO\n"),
        ("banglakit.jsonl", json.dumps(["জব্বার।", ["U-PERSON", "O"]]) + "\n"),
    ):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_an_ner_model_reads_with_the_language_models_of_its_folder(tmp_path: Path) -> None:
    """Both are trained by Stanza, packed as Stanza lays models out, and tag together."""
    model = tmp_path / "model"
    forward, backward = train_charlms(_text(400), model, epochs=1, hidden=16, batch=4)
    assert forward.is_file() and backward.is_file()

    train_ner(_data(tmp_path), model, Course(steps=3, keep_vectors=True))

    assert list(charlm_files(model / NER_FILE).values()) == [forward, backward]
    needs = json.loads((model / "resources.json").read_text())["bn"]["ner"]["barta"]["dependencies"]
    assert [each["model"] for each in needs] == ["pretrain", "forward_charlm", "backward_charlm"]
    assert [len(tags) for tags in load_ner(model).predict([["রহিম", "বলেন"], ["আজ"]])] == [2, 1]


def test_too_little_text_is_refused(tmp_path: Path) -> None:
    """The error says how much is needed."""
    with pytest.raises(InputError, match="too few"):
        train_charlms(_text(10), tmp_path)


def test_the_shipped_model_has_no_language_models() -> None:
    """It reads letters of its own."""
    assert charlm_files(model_files(None)[0]) == {}
