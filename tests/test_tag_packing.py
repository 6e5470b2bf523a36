"""A packed model is small and says what it said before."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kg.tag.stanza_ner import load_ner
from kg.tag.store import NER_FILE
from kg.tag.train import packing
from kg.tag.train.corpus import Example
from kg.tag.train.loop import new_trainer
from kg.tag.train.packing import pack
from kg.tag.train.vectors import write_vectors
from kg.tag.weights import read_torch

torch = pytest.importorskip("torch")

_WORDS = ("রহিম", "করিম", "বলেন", "ঢাকায়")


@pytest.fixture
def trained(tmp_path: Path) -> Path:
    """A model with corrections of four words, one of which has no vector."""
    examples = [Example("x", (*_WORDS, "।"), ("B-PER", "O", "O", "B-LOC", "O"))] * 2
    write_vectors(["।", *_WORDS[:3]], torch.eye(4).tolist(), tmp_path / "v.pt")
    trainer = new_trainer(examples, tmp_path / "v.pt", 1)
    rows, ids = trainer.model.delta_emb.weight.data, trainer.vocab["delta"]._unit2id
    for size, word in enumerate(_WORDS[::-1]):
        rows[ids[word]] = size
    trainer.save(str(tmp_path / "trained.pt"))
    return tmp_path


def _corrections(folder: Path, most: int, monkeypatch: pytest.MonkeyPatch) -> tuple[Any, Any]:
    monkeypatch.setattr(packing, "_CORRECTIONS", most)
    pack(folder / "trained.pt", folder / "v.pt", folder / "model")
    state = read_torch(folder / "model" / NER_FILE)
    return state["vocab"]["delta"], state["model"]["delta_emb.weight"]


def test_small_corrections_are_left_out(trained: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The largest stay, and that of the word without a vector, however small."""
    vocab, rows = _corrections(trained, 6, monkeypatch)
    assert vocab["_id2unit"][4:] == ["রহিম", "ঢাকায়"]
    assert rows[vocab["_unit2id"]["রহিম"], 0] == 3
    assert len(load_ner(trained / "model").predict([[*_WORDS, "।"]])[0]) == 5


def test_packed_again_nothing_changes(trained: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is packed may be packed once more."""
    vocab, rows = _corrections(trained, 6, monkeypatch)
    (trained / "model" / NER_FILE).replace(trained / "trained.pt")
    again, same = _corrections(trained, 6, monkeypatch)
    assert again["_id2unit"] == vocab["_id2unit"] and (rows == same).all()
