"""News sentences with what several models hold likely there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tag_samples import write_data

from kg.tag.train.corpus import Example
from kg.tag.train.loop import new_trainer
from kg.tag.train.names import NameBatches, Taught
from kg.tag.train.packing import pack
from kg.tag.train.taught import read_teacher, taught_sentences
from kg.tag.train.vectors import write_vectors

torch = pytest.importorskip("torch")

_TEXT = "রুশ প্রেসিডেন্ট ভ্লাদিমির পুতিন আজ মস্কোতে পৌঁছেছেন। সংক্ষিপ্ত বাক্য।"
_EXAMPLES = [Example("daffodil", ("রহিম", "কাল", "এলেন", "।"), ("B-PER", "O", "O", "O"))] * 2


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """One article of a long and a short sentence."""
    write_data(tmp_path, _TEXT)
    return tmp_path


@pytest.fixture
def teachers(tmp_path: Path) -> list[Any]:
    """Two models that see names everywhere, one more than the other."""
    write_vectors(["।", "আজ"], torch.eye(2, 4).tolist(), tmp_path / "v.pt")
    made = [new_trainer(_EXAMPLES, tmp_path / "v.pt", seed) for seed in (1, 2)]
    for teacher, sure in zip(made, (2, 4), strict=True):
        for scorer in teacher.model.tag_clfs:
            scorer.bias.data[teacher.vocab["tag"].unit2id(("S-PER",))[0]] = sure
    return made


def test_what_models_hold_likely_is_their_mean(data: Path, teachers: list[Any]) -> None:
    """Two models say the mean of what each says alone; what has few words is left out."""
    *_, both = taught_sentences(data, teachers, (), 1)
    alone = [taught_sentences(data, [teacher], (), 1)[-1].likely for teacher in teachers]
    assert both.words[2:4] == ("ভ্লাদিমির", "পুতিন")
    assert both.likely.shape[0] == len(both.words)
    assert not np.allclose(alone[0], alone[1], atol=0.01)
    assert np.allclose(both.likely, (alone[0] + alone[1]) / 2, atol=0.002)


def test_a_model_that_was_saved_may_teach(data: Path, teachers: list[Any], tmp_path: Path) -> None:
    """Read from its files it holds likely what it held before, up to half precision."""
    teachers[0].save(str(tmp_path / "trained.pt"))
    pack(tmp_path / "trained.pt", tmp_path / "v.pt", tmp_path / "model")
    asked = ([teachers[0]], [read_teacher(tmp_path / "model")])
    before, after = (taught_sentences(data, each, (), 1)[0].likely for each in asked)
    assert np.allclose(before, after, atol=0.01)


def test_what_is_measured_on_is_left_out(data: Path, teachers: list[Any]) -> None:
    """A held-out sentence does not come back by way of the raw text."""
    sentences = taught_sentences(data, teachers, (), 1)
    assert taught_sentences(data, teachers, {" ".join(s.words) for s in sentences}, 1) == []


def test_short_news_is_also_written_like_headlines(data: Path, teachers: list[Any]) -> None:
    """Without its marks a sentence is in the other custom."""
    headline, sentence = taught_sentences(data, teachers, (), 1)
    assert headline.words == sentence.words[:-1]


def test_further_sentences_come_up_in_part() -> None:
    """Of those that models tagged three of five come up in a round, of the others all."""
    tags = type("Tags", (), {"_id2unit": [["O"]]})
    known = type("Known", (), {"_unit2id": {"ক": 4}})
    vocab = {"tag": tags, "word": known, "delta": known, "char": known}
    own = [Example("daffodil", ("ক",), ("O",))] * 10
    more = [Taught(("ক",), np.ones((1, 1), np.float16), np.zeros((1, 1), np.float16))] * 500
    batch = next(iter(NameBatches(vocab, own, 1000, 1, more)))
    assert sum(number < 10 for number in batch) == 10
    assert 250 < len(batch) < 360
