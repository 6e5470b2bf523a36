"""What stands around a word in raw text tells what kind of name it is."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from kg.tag.train.company import add_company, likelier
from kg.tag.train.corpus import Example
from kg.tag.train.foretell import foretell
from kg.tag.train.loop import new_trainer
from kg.tag.train.sentences import Sentences
from kg.tag.train.vectors import write_vectors

torch = pytest.importorskip("torch")

_WORDS = ["নেতা", "রহিম", "করিম", "সালাম", "বলেন", "।", "আজ", "বৃষ্টি", "রোদ", "হবে"]
_NAMES = [
    Example("daffodil", ("নেতা", name, "বলেন", "।"), ("O", "B-PER", "O", "O"))
    for name in ("রহিম", "করিম")
]
_OTHERS = [Example("daffodil", ("আজ", "বৃষ্টি", "হবে", "।"), ("O", "O", "O", "O"))]


def _text(rounds: int) -> Sentences:
    """One sentence of a name and one of none, both with words that were never tagged."""
    ids = [[0, 3, 4, 5], [6, 8, 9, 5]] * rounds
    starts = np.arange(0, 4 * len(ids) + 1, 4)
    return Sentences(_WORDS, np.concatenate(ids), starts)


def test_an_unknown_name_is_told_by_its_company(tmp_path: Path) -> None:
    """After a post and before a verb stands a person; after today, none."""
    plain, rich = tmp_path / "v.pt", tmp_path / "rich.pt"
    write_vectors(_WORDS, torch.eye(len(_WORDS)).tolist(), plain)
    examples = [*_NAMES, *_OTHERS]
    trainer = new_trainer(examples, plain, 1)
    many = [Example("daffodil", e.words, e.tags) for e in examples]
    foretell(trainer.model, trainer.vocab, _text(500), 1)
    add_company(trainer.model, trainer.vocab, many, _text(50), 1, rich)
    rows = torch.load(rich, weights_only=True)["emb"]
    assert rows.shape[1] == len(_WORDS) + 5
    name, weather = (rows[4 + _WORDS.index(word), -5:] for word in ("সালাম", "রোদ"))
    assert name[1] > weather[1] and name[0] < weather[0]


def test_the_vectors_themselves_stay(tmp_path: Path) -> None:
    """The new numbers stand behind the old ones."""
    plain, rich = tmp_path / "v.pt", tmp_path / "rich.pt"
    write_vectors(_WORDS, torch.eye(len(_WORDS)).tolist(), plain)
    trainer = new_trainer([*_NAMES, *_OTHERS], plain, 1)
    add_company(trainer.model, trainer.vocab, _NAMES, _text(5), 1, rich)
    rows = torch.load(rich, weights_only=True)["emb"]
    assert torch.equal(rows[4:, : len(_WORDS)], torch.eye(len(_WORDS)).half())


def test_a_word_without_places_is_like_any_other() -> None:
    """Nothing is said of a word that the text does not have."""
    assert likelier(np.array([[3.0, 1.0], [0.0, 0.0]]))[1].tolist() == [0.0, 0.0]
