"""The CRF while it learns: losses and likelihoods."""

from __future__ import annotations

import pytest

from kg.tag.train.crf import crf_loss, likelihoods

torch = pytest.importorskip("torch")

_FILLED = torch.tensor([[True, True, False]])


def test_the_loss_of_tags_is_a_likelihood() -> None:
    """The likelihoods of all rows of tags sum to one."""
    scores, transitions = torch.randn(1, 3, 2), torch.randn(2, 2)
    total = 0.0
    for first in (0, 1):
        for second in (0, 1):
            likely, follows = torch.zeros(1, 3, 2), torch.zeros(1, 2, 2)
            likely[0, 0, first] = likely[0, 1, second] = follows[0, first, second] = 1
            total += torch.exp(-crf_loss(scores, transitions, likely, follows, _FILLED)).item()
    assert total == pytest.approx(1)


def test_likelihoods_sum_to_one() -> None:
    """At each step some tag stands, and one stands behind it but for the last."""
    likely, follows = likelihoods(torch.randn(1, 3, 4), torch.randn(1, 4, 4), _FILLED)
    assert likely.sum(2)[0].tolist() == pytest.approx([1, 1, 0])
    assert follows.sum().item() == pytest.approx(1)
    assert torch.allclose(follows[0].sum(1), likely[0, 0])


def test_who_thinks_alike_has_nothing_to_learn() -> None:
    """The loss changes nothing where the model holds likely what it should."""
    scores = torch.randn(1, 3, 4, requires_grad=True)
    transitions = torch.randn(1, 4, 4, requires_grad=True)
    likely, follows = likelihoods(scores, transitions, _FILLED)
    crf_loss(scores, transitions, likely, follows, _FILLED).backward()
    assert scores.grad is not None and scores.grad.abs().max() < 1e-5
    assert transitions.grad is not None and transitions.grad.abs().max() < 1e-5
