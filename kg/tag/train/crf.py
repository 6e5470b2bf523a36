"""The CRF while it learns: how likely rows of tags are (Lafferty et al. 2001)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import torch


def crf_loss(
    scores: torch.Tensor,
    transitions: torch.Tensor,
    likely: torch.Tensor,
    follows: torch.Tensor,
    filled: torch.Tensor,
) -> torch.Tensor:
    """How badly the model expects what it should, mean over sentences.

    With tags that are certain this is the loss of `stanza.models.common.crf.CRFLoss`; else
    the cross entropy of two likelihoods of rows of tags (Wang et al. 2020).

    Args:
        scores: Of each sentence, step and tag.
        transitions: From each tag to each tag.
        likely: How likely each tag should be; noughts behind the end of a sentence.
        follows: For each sentence how often one tag should follow another.
        filled: Which steps belong to a sentence.
    """
    own = (scores * likely).sum((1, 2)) + (transitions * follows).sum((1, 2))
    loss: torch.Tensor = (_every(scores, transitions, filled) - own).mean()
    return loss


def likelihoods(
    scores: torch.Tensor, transitions: torch.Tensor, filled: torch.Tensor
) -> tuple[torch.Tensor, torch.Tensor]:
    """How likely each tag is at each step, and how often one follows another.

    Both are what the sum over all rows of tags changes by when a score does.

    Args:
        scores: As in `crf_loss`, like the others.
        transitions: From each tag to each tag.
        filled: Which steps belong to a sentence.
    """
    import torch

    with torch.enable_grad():
        scores = scores.detach().requires_grad_()
        own = transitions.detach().repeat(len(scores), 1, 1).requires_grad_()
        likely, follows = torch.autograd.grad(_every(scores, own, filled).sum(), (scores, own))
    return likely, follows


def _every(scores: torch.Tensor, transitions: torch.Tensor, filled: torch.Tensor) -> torch.Tensor:
    """The logarithm of the sum over all rows of tags, for each sentence."""
    import torch

    every = scores[:, 0]
    for step in range(1, scores.shape[1]):
        longer = torch.logsumexp(every[:, :, None] + transitions, 1) + scores[:, step]
        every = torch.where(filled[:, step, None], longer, every)
    return every.logsumexp(1)
