"""One call makes a model from raw text and tagged sets."""

from __future__ import annotations

import lzma
from pathlib import Path

import pytest
from tag_samples import write_data

from kg.tag.stanza_ner import load_ner
from kg.tag.store import VECTORS_FILE
from kg.tag.train import run
from kg.tag.train.vectors import write_vectors

torch = pytest.importorskip("torch")

_WORDS = ["।", "বলেন", "আজ", "কাল", "রহিম", "করিম", "এসেছে", "এবং", "তখন", "সেখানে"]


def test_a_model_is_made_of_text_and_tagged_sets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All parts run one after the other; the model reads vectors with five more numbers."""
    (tmp_path / "text").mkdir()
    with lzma.open(tmp_path / "text" / "blogs.txt.xz", "wt", encoding="utf-8") as stream:
        stream.write("রহিম আজ এসেছে এবং করিম কাল।\n" * 300)
    write_data(tmp_path, "রহিম আজ বলেন এবং করিম তখন সেখানে এসেছে।")

    def few_vectors(data: Path, output: Path) -> None:
        write_vectors(_WORDS, torch.eye(len(_WORDS)).tolist(), output)

    monkeypatch.setattr(run, "train_vectors", few_vectors)
    output = tmp_path / "model"
    scores = run.train_ner(tmp_path, output, steps=4)

    assert set(scores) == {"daffodil", "headlines"}
    vectors = torch.load(output / VECTORS_FILE, weights_only=True)["emb"]
    assert vectors.shape[1] == len(_WORDS) + 5
    assert len(load_ner(output).predict([["রহিম", "বলেন", "।"]])[0]) == 3
