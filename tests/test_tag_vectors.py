"""Raw text in, word vectors out."""

from __future__ import annotations

import json
import lzma
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.tag.train.texts import write_corpus
from kg.tag.train.vectors import centred, write_vectors

torch = pytest.importorskip("torch")


def test_blogs_come_first_and_news_twice(tmp_path: Path) -> None:
    """One paragraph a line, marks apart, words in the model's form."""
    (tmp_path / "text").mkdir()
    (tmp_path / "news").mkdir()
    with lzma.open(tmp_path / "text" / "blogs.txt.xz", "wt", encoding="utf-8") as stream:
        stream.write("ব্লগ,লেখা।\n")
    record = {"id": "1", "title": "শিরোনাম", "text": "‘খবর’ এল।\n\nশেষ।"}
    (tmp_path / "news" / "articles.jsonl").write_text(json.dumps(record), encoding="utf-8")
    count = write_corpus(tmp_path, tmp_path / "out.txt")
    lines = (tmp_path / "out.txt").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "ব্লগ , লেখা ।"
    assert lines[1:4] == lines[4:] and lines[1] == "শিরোনাম"
    assert count == sum(len(line.split()) for line in lines)


def test_missing_text_is_an_input_error(tmp_path: Path) -> None:
    """A file of raw text that is not there is named."""
    with pytest.raises(InputError, match=r"blogs\.txt\.xz"):
        write_corpus(tmp_path, tmp_path / "out.txt")


def test_centred_vectors_share_nothing() -> None:
    """The mean is nought and the mean length two."""
    moved = centred(torch.tensor([[1.0, 5.0], [3.0, 5.0], [8.0, 6.0]]))
    assert moved.mean(dim=0).abs().max() < 1e-6
    assert abs(moved.norm(dim=1).mean() - 2) < 1e-6


def test_vectors_are_in_stanzas_form(tmp_path: Path) -> None:
    """Stanza reads the file and finds each word's row."""
    from stanza.models.common.pretrain import Pretrain

    write_vectors(["এক", "দুই"], [[1.0, 0.0], [0.0, 1.0]], tmp_path / "v.pt")
    pretrain = Pretrain(str(tmp_path / "v.pt"))
    assert list(pretrain.emb[pretrain.vocab.unit2id("দুই")]) == [0.0, 1.0]
