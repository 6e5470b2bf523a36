"""The training loop: it learns, and the same call gives the same weights."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from kg.tag.train.coding import Coder
from kg.tag.train.corpus import Example
from kg.tag.train.encoder import read_words
from kg.tag.train.loop import fit, new_trainer, take_over
from kg.tag.train.vectors import write_vectors

torch = pytest.importorskip("torch")

_EXAMPLES = [
    Example("daffodil", (name, "কাল", verb, "।"), ("B-PER", "O", "O", "O"))
    for name in ("রহিম", "করিম", "সালাম")
    for verb in ("এলেন", "গেলেন", "বলেন")
]


@pytest.fixture(scope="module")
def vectors(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Vectors of three words."""
    path = tmp_path_factory.mktemp("vectors") / "v.pt"
    write_vectors(["।", "কাল", "এলেন"], torch.eye(3, 4).tolist(), path)
    return path


def _fit(vectors: Path, examples: list[Example], steps: int, seed: int) -> Any:
    return fit(new_trainer(examples, vectors, seed), examples, steps, seed)


def _weights(trainer: Any) -> dict[str, Any]:
    state: dict[str, Any] = trainer.model.state_dict()
    return state


def test_the_same_call_gives_the_same_weights(vectors: Path) -> None:
    """Two runs with one seed do not differ in a bit; another seed gives other weights."""
    first, again, other = (_weights(_fit(vectors, _EXAMPLES, 3, seed)) for seed in (1, 1, 2))
    assert all(torch.equal(first[name], again[name]) for name in first)
    assert not all(torch.equal(first[name], other[name]) for name in first)


def test_rare_words_get_no_correction_of_their_own(vectors: Path) -> None:
    """A word of one sentence is read by its vector and letters alone."""
    once = Example("daffodil", ("ঝলমল",), ("O",))
    trainer = _fit(vectors, [*_EXAMPLES, once], 1, 1)
    delta = trainer.vocab["delta"]
    assert "রহিম" in delta and "ঝলমল" not in delta


def test_longer_vectors_leave_what_was_learnt(vectors: Path, tmp_path: Path) -> None:
    """Where the new numbers of the vectors are nought, a sentence is read as before."""
    rows = torch.cat([torch.eye(3, 4), torch.zeros(3, 2)], dim=1)
    write_vectors(["।", "কাল", "এলেন"], rows.tolist(), tmp_path / "long.pt")
    reader = new_trainer(_EXAMPLES, vectors, 1)
    longer = new_trainer(_EXAMPLES, tmp_path / "long.pt", 2)
    take_over(longer, reader.model)
    coder = Coder(reader.vocab, ["কাল", "এলেন", "।"])
    batch = coder.batch([np.array([0, 1, 2])])
    sides = [read_words(each.model.eval(), batch) for each in (reader, longer)]
    for one, other in zip(*sides, strict=True):
        assert torch.allclose(one.float(), other.float(), atol=0.01)
