"""The training pass says what Stanza's own says."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from kg.tag.train.coding import Coder
from kg.tag.train.corpus import Example
from kg.tag.train.encoder import read_words
from kg.tag.train.loop import fit, new_trainer, stanza_batches
from kg.tag.train.names import NameBatches
from kg.tag.train.vectors import write_vectors

torch = pytest.importorskip("torch")

_EXAMPLES = [
    Example("daffodil", ("রহিম", "কাল", "ঢাকায়", "এলেন", "।"), ("B-PER", "O", "B-LOC", "O", "O")),
    Example("daffodil", ("করিম", "এলেন", "।"), ("B-PER", "O", "O")),
]


def test_the_loss_is_stanzas(tmp_path: Path) -> None:
    """Without dropout a batch has the loss that Stanza computes, up to half precision."""
    from stanza.models.ner.trainer import unpack_batch

    write_vectors(["।", "কাল", "এলেন"], torch.eye(3, 4).tolist(), tmp_path / "v.pt")
    trainer = fit(new_trainer(_EXAMPLES, tmp_path / "v.pt", 1), _EXAMPLES, 3, 1)
    model = trainer.model.eval()
    loader = stanza_batches(_EXAMPLES, trainer.args, None, trainer.vocab)
    (batch,) = loader
    inputs, _, *rest = unpack_batch(batch, "cpu")
    word, wordchars, mask, chars, tags = inputs
    spelt, letters, *lengths = rest
    sentence_lengths, word_lengths, char_lengths, offsets = lengths
    wanted, _, _ = model(
        *(word, wordchars, mask, tags, spelt, sentence_lengths, word_lengths),
        *(chars, offsets, char_lengths, letters),
    )
    names = NameBatches(trainer.vocab, _EXAMPLES, 2, 1, hidden=0)
    assert names.loss(model, np.array([0, 1])).item() == pytest.approx(wanted.item(), rel=0.02)


def test_padding_changes_nothing(tmp_path: Path) -> None:
    """A short sentence beside a long one is read as it is alone."""
    write_vectors(["।", "কাল"], torch.eye(2, 4).tolist(), tmp_path / "v.pt")
    trainer = new_trainer(_EXAMPLES, tmp_path / "v.pt", 1)
    coder = Coder(trainer.vocab, ["রহিম", "কাল", "আসবেন", "।"])
    short, long = np.array([0, 3]), np.array([1, 0, 2, 2, 3])
    model = trainer.model.eval()
    together = read_words(model, coder.batch([long, short]))
    alone = read_words(model, coder.batch([short]))
    for side, own in zip(together, alone, strict=True):
        assert torch.allclose(side[1, :2].float(), own[0].float(), atol=0.01)
