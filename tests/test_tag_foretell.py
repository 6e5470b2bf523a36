"""The network reads raw text before it learns names: what it reads, and that it learns."""

from __future__ import annotations

import json
import lzma
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from kg.tag.train import foretell as module
from kg.tag.train.corpus import Example
from kg.tag.train.foretell import foretell, letters
from kg.tag.train.loop import new_trainer
from kg.tag.train.sentences import Sentences, read_sentences
from kg.tag.train.vectors import write_vectors

torch = pytest.importorskip("torch")

_EXAMPLES = [Example("daffodil", ("রহিম", "বলেন", "।"), ("B-PER", "O", "O"))] * 3


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Twenty news paragraphs of two sentences, thirty of blogs."""
    (tmp_path / "text").mkdir()
    (tmp_path / "news").mkdir()
    with lzma.open(tmp_path / "text" / "blogs.txt.xz", "wt", encoding="utf-8") as stream:
        stream.write("আমি ভাত খাই।\n" * 30)
    text = "\n".join(["রহিম কাল বলেন। করিম আজ বলেন।"] * 20)
    record = {"id": "1", "title": "শিরোনাম", "text": text}
    (tmp_path / "news" / "articles.jsonl").write_text(json.dumps(record), encoding="utf-8")
    return tmp_path


@pytest.fixture
def vectors(tmp_path: Path) -> Path:
    """Vectors of a few words."""
    words = ["।", "বলেন", "রহিম", "করিম", "কাল", "আজ", "আমি", "ভাত", "খাই"]
    write_vectors(words, torch.eye(len(words)).tolist(), tmp_path / "v.pt")
    return tmp_path / "v.pt"


def _weights(text: Sentences | None, vectors: Path, seed: int = 1) -> dict[str, Any]:
    trainer = new_trainer(_EXAMPLES, vectors, seed)
    if text:
        foretell(trainer.model, trainer.vocab, text, seed)
    state: dict[str, Any] = trainer.model.state_dict()
    return state


def test_news_are_read_twice_and_blogs_fill_up(data: Path) -> None:
    """Forty sentences of news twice, and blogs until there are as many words as wanted."""
    text = read_sentences(data, 1, words=360)
    assert len(text.ids) <= 360 <= len(text.ids) + 4
    assert (text.ids == text.words.index("রহিম")).sum() == 40
    assert (text.ids == text.words.index("ভাত")).sum() == 9


def test_a_headline_of_one_word_is_not_read(data: Path) -> None:
    """Nothing stands before it or behind."""
    assert "শিরোনাম" not in read_sentences(data, 1, words=100).words


def test_reading_changes_the_network_and_can_be_repeated(data: Path, vectors: Path) -> None:
    """The letters' and words' layers move, the same way each time; another seed, another way."""
    text = read_sentences(data, 1, words=400)
    first, again, unread = _weights(text, vectors), _weights(text, vectors), _weights(None, vectors)
    for name in ("charmodel.charlstm.lstm.weight_ih_l0", "taggerlstm.lstm.weight_hh_l0_reverse"):
        assert torch.equal(first[name], again[name])
        assert not torch.equal(first[name], unread[name])
    assert torch.equal(first["word_emb.weight"], unread["word_emb.weight"])


def test_what_follows_is_foretold_better_after_reading(
    data: Path, vectors: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a text that repeats itself the loss falls."""
    monkeypatch.setattr(module, "_BATCH", 64)
    monkeypatch.setattr(module, "_WARM_UP", 1)
    text = read_sentences(data, 1, words=2000)
    trainer = new_trainer(_EXAMPLES, vectors, 1)
    losses = foretell(trainer.model, trainer.vocab, text, 1)
    assert losses[-1] < 0.8 * losses[0]


def test_rare_letters_are_unknown() -> None:
    """A letter has to stand in a hundred words."""
    ids = np.array([0] * 100 + [1] * 99)
    known = letters(Sentences(["ক", "খ"], ids, np.array([0, len(ids)])))
    assert "ক" in known and "খ" not in known
