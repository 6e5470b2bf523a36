"""Headlines are known by what they lack, and tagged by a custom of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.tag.headline import HEADLINE, TEXT, headline_words, tag_set
from kg.tag.stanza_ner import StanzaNer, load_ner
from kg.tag.train.corpus import Example
from kg.tag.train.loop import new_trainer
from kg.tag.train.packing import pack
from kg.tag.train.vectors import write_vectors

torch = pytest.importorskip("torch")


@pytest.mark.parametrize(
    ("line", "custom"),
    [
        ("ঢাকায় পুতিন", HEADLINE),
        ("ঢাকায় পুতিন ।", TEXT),
        ("ঢাকায় ‘ পুতিন ’", TEXT),
        ("৩ - ০ গোলে জয়", TEXT),
        ("মো . রহিম ৫ % পেলেন", HEADLINE),
    ],
)
def test_a_mark_tells_text_from_headline(line: str, custom: int) -> None:
    """One mark anywhere is enough; the stop of an abbreviation and a per cent sign are none."""
    assert tag_set(line.split()) == custom


def test_a_title_becomes_a_headline() -> None:
    """Marks part words and are gone; stops of abbreviations do not stand alone."""
    assert headline_words("‘আর নয়’: ড. ইউনূস-মোদি, আজ !") == ("আর", "নয়", "ড", "ইউনূস", "মোদি", "আজ")
    assert headline_words("—") == ()


@pytest.fixture
def ner(tmp_path: Path) -> StanzaNer:
    """A model that sees places in headlines and persons elsewhere."""
    examples = [Example("x", ("রহিম", "।"), ("B-PER", "O")), Example("x", ("ঢাকা",), ("B-LOC",))]
    write_vectors(["।", "রহিম"], torch.eye(2, 4).tolist(), tmp_path / "v.pt")
    trainer = new_trainer(examples, tmp_path / "v.pt", 1)
    for scorer, tag in zip(trainer.model.tag_clfs, ("S-PER", "S-LOC"), strict=True):
        scorer.weight.data.zero_()
        scorer.bias.data[trainer.vocab["tag"].unit2id((tag,))[0]] = 9
    trainer.save(str(tmp_path / "trained.pt"))
    pack(tmp_path / "trained.pt", tmp_path / "v.pt", tmp_path / "model")
    return load_ner(tmp_path / "model")


def test_each_custom_has_its_own_tags(ner: StanzaNer) -> None:
    """Sentences come back in their order, each tagged by its custom."""
    found = ner.predict([["রহিম", "।"], ["রহিম"], ["ঢাকা", "রহিম", "।"]])
    assert [{tag[2:] for tag in tags} for tags in found] == [{"PER"}, {"LOC"}, {"PER"}]


def test_a_long_text_keeps_its_custom(ner: StanzaNer) -> None:
    """Tagged in pieces, it is not taken for headlines where a piece has no mark."""
    (tags,) = ner.predict([["রহিম"] * 900 + ["।"]])
    assert {tag[2:] for tag in tags} == {"PER"}
