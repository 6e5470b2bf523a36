"""One call makes a model from raw text and tagged sets."""

from __future__ import annotations

import lzma
from pathlib import Path

import pytest
from tag_samples import write_data

from kg.tag.stanza_ner import load_ner
from kg.tag.store import NER_FILE, VECTORS_FILE
from kg.tag.train import run, school, split
from kg.tag.train.corpus import Example
from kg.tag.train.vectors import write_vectors
from kg.tag.weights import read_torch

torch = pytest.importorskip("torch")

_WORDS = ["।", "বলেন", "আজ", "কাল", "রহিম", "করিম", "এসেছে", "এবং", "তখন", "সেখানে"]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of raw text and tagged sets, and vectors that take no time to learn."""
    (tmp_path / "text").mkdir()
    with lzma.open(tmp_path / "text" / "blogs.txt.xz", "wt", encoding="utf-8") as stream:
        stream.write("রহিম আজ এসেছে এবং করিম কাল।\n" * 300)
    write_data(tmp_path, "রহিম আজ বলেন এবং করিম তখন সেখানে এসেছে।")

    def few_vectors(data: Path, output: Path) -> None:
        write_vectors(_WORDS, torch.eye(len(_WORDS)).tolist(), output)

    monkeypatch.setattr(run, "train_vectors", few_vectors)
    return tmp_path


def test_a_model_is_made_of_text_and_tagged_sets(data: Path) -> None:
    """All parts run one after the other; the model reads vectors with five more numbers."""
    output = data / "model"
    scores = run.train_ner(data, output, run.Course(steps=4))

    assert set(scores) == {"daffodil", "headlines"}
    vectors = torch.load(output / VECTORS_FILE, weights_only=True)["emb"]
    assert vectors.shape[1] == len(_WORDS) + 5
    assert len(load_ner(output).predict([["রহিম", "বলেন", "।"]])[0]) == 3


def test_annotated_news_asks_for_its_times_first(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One more model is trained, without the annotated news; the others learn from all."""
    news = Example("news", ("রহিম", "আজ", "এসেছে"), ("B-PER", "O", "O"))
    monkeypatch.setattr(split, "read_annotated", lambda articles: [news])
    learnt: list[int] = []

    def fit(trainer: object, sentences: list[object], *rest: object) -> object:
        learnt.append(len(sentences))
        return trainer

    monkeypatch.setattr(run, "fit", fit)
    monkeypatch.setattr(school, "fit", fit)
    run.train_ner(data, data / "model", run.Course(steps=1))
    others, *taught = learnt
    assert taught == [others + 1] * 3


def test_an_interrupted_run_goes_on(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was finished is not made again, and the result is that of a run at one go."""
    whole, parts = data / "whole", data / "parts"
    run.train_ner(data, whole, run.Course(steps=2))

    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(run, "taught_sentences", broken)
        run.train_ner(data, parts, run.Course(steps=2))
    assert len(list(parts.glob("unfinished/*/teacher-*.pt"))) == 2
    with monkeypatch.context() as patch:
        patch.setattr(run, "foretell", broken)
        run.train_ner(data, parts, run.Course(steps=2))
    assert _alike(whole, parts)
    assert not (parts / "unfinished").exists()


def test_models_learn_side_by_side(data: Path) -> None:
    """In two processes they become what they become in one."""
    one, two = data / "one", data / "two"
    run.train_ner(data, one, run.Course(steps=1))
    run.train_ner(data, two, run.Course(steps=1, workers=2))
    assert _alike(one, two)


def _alike(first: Path, second: Path) -> bool:
    """Whether two models have the same weights."""
    one, two = (read_torch(each / NER_FILE)["model"] for each in (first, second))
    return one.keys() == two.keys() and all((one[name] == two[name]).all() for name in one)


def test_the_same_call_makes_the_same_model(data: Path) -> None:
    """Two runs give the same weights."""
    first, again = (data / name for name in ("first", "again"))
    run.train_ner(data, first, run.Course(steps=2))
    run.train_ner(data, again, run.Course(steps=2))
    assert _alike(first, again)


def test_a_model_of_ones_own_may_teach(data: Path) -> None:
    """With a teacher of one's own one model is trained, and it can be used."""
    first, taught = (data / name for name in ("first", "taught"))
    run.train_ner(data, first, run.Course(steps=2))
    run.train_ner(data, taught, run.Course(steps=2, teachers=(first,)))
    assert len(load_ner(taught).predict([["রহিম", "বলেন", "।"]])[0]) == 3
