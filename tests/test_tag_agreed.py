"""News sentences that two models tag alike."""

from __future__ import annotations

from pathlib import Path

import pytest
from tag_samples import write_data

from kg.tag.store import SHIPPED
from kg.tag.train.agreed import agreed_sentences
from kg.tag.train.corpus import Example
from kg.tag.train.names import NameBatches
from kg.tag.train.run import train_ner

pytest.importorskip("torch")

_TEXT = "রুশ প্রেসিডেন্ট ভ্লাদিমির পুতিন আজ মস্কোতে পৌঁছেছেন। সংক্ষিপ্ত বাক্য।"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """One article of a long and a short sentence, and the smallest training sets."""
    write_data(tmp_path, _TEXT)
    return tmp_path


def test_a_sentence_on_which_all_agree_is_an_example(data: Path) -> None:
    """One model agrees with itself; what has few words is left out."""
    (example,) = agreed_sentences(data, [SHIPPED, SHIPPED], (), 1)
    assert example.words[2:4] == ("ভ্লাদিমির", "পুতিন")
    assert example.tags[3] == "I-PER"


def test_what_is_measured_on_is_left_out(data: Path) -> None:
    """A held-out sentence does not come back by way of the raw text."""
    (example,) = agreed_sentences(data, [SHIPPED], (), 1)
    assert agreed_sentences(data, [SHIPPED], {example.key}, 1) == []


def test_models_that_differ_give_nothing(data: Path) -> None:
    """A model that has hardly learnt does not tag as the shipped one does."""
    train_ner(data, data / "other", steps=1, keep_vectors=True)
    assert agreed_sentences(data, [SHIPPED, data / "other"], (), 1) == []


def test_further_sentences_come_up_in_part() -> None:
    """Of those that models tagged three of five come up in a round, of the others all."""
    tags = type("Tags", (), {"_id2unit": [["O"]]})
    known = type("Known", (), {"_unit2id": {"ক": 4}})
    vocab = {"tag": tags, "word": known, "delta": known, "char": known}
    own, more = [Example("daffodil", ("ক",), ("O",))] * 10, [Example("raw", ("ক",), ("O",))] * 500
    batch = next(iter(NameBatches(vocab, own, 1000, 1, more)))
    assert sum(number < 10 for number in batch) == 10
    assert 250 < len(batch) < 360
