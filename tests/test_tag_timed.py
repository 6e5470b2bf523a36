"""News of which readers marked the names: a model says which of the other words are times."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from kg.tag.train.corpus import Example
from kg.tag.train.loop import fit, new_trainer
from kg.tag.train.timed import with_times
from kg.tag.train.vectors import write_vectors

torch = pytest.importorskip("torch")

_EXAMPLES = [
    Example("daffodil", ("রহিম", "মিয়া", "কাল", "।"), ("B-PER", "I-PER", "B-TIME", "O")),
    Example("daffodil", ("আজ", "সকালে", "বিএনপি", "।"), ("B-TIME", "I-TIME", "B-ORG", "O")),
]
_NEWS = [
    Example("news", ("ঢাকায়", "আজ", "সকালে", "রহিম", "মিয়া"), ("O", "O", "O", "B-PER", "I-PER")),
    Example("news", ("কাল", "।"), ("O", "O")),
]


@pytest.fixture(scope="module")
def teacher(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A model that has learnt nothing and takes most words for an organisation."""
    path = tmp_path_factory.mktemp("vectors") / "v.pt"
    write_vectors(["।", "আজ"], torch.eye(2, 4).tolist(), path)
    made = new_trainer(_EXAMPLES, path, 1)
    made.model.tag_clfs[0].bias.data[_ids(made, "S-ORG")] = 3
    return made


def _ids(teacher: Any, *tags: str) -> list[int]:
    names: list[str] = teacher.vocab["tag"]._id2unit[0]
    return [names.index(tag) for tag in tags]


def test_a_marked_name_is_certain(teacher: Any) -> None:
    """What the readers marked stands, whatever the model thinks."""
    told = with_times(_NEWS, teacher)[0]
    first, last = _ids(teacher, "B-PER", "E-PER")
    assert told.likely[3, first] == 1 and told.likely[4, last] == 1


def test_all_else_is_outside_or_a_time(teacher: Any) -> None:
    """An unmarked word is no name though the model says so; it may be a time, with doubt."""
    told = with_times(_NEWS, teacher)[0]
    open_tags = _ids(teacher, "O", "B-TIME", "E-TIME", "S-TIME")
    assert np.allclose(told.likely[:3, open_tags].sum(1), 1, atol=0.01)
    assert all(0.01 < share < 0.99 for share in told.likely[0, open_tags[:1]])


def test_sentences_come_back_in_their_order(teacher: Any) -> None:
    """Though they are looked at by length."""
    assert [told.words for told in with_times(_NEWS, teacher)] == [e.words for e in _NEWS]


def test_what_is_likely_can_be_learnt_beside_what_is_certain(teacher: Any) -> None:
    """Both kinds of sentences go into one batch."""
    before = teacher.model.tag_clfs[0].bias.detach().clone()
    fit(teacher, [*_EXAMPLES, *with_times(_NEWS, teacher)], 2, 1)
    assert not torch.equal(before, teacher.model.tag_clfs[0].bias)
