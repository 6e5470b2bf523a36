"""The CRF while it learns: how likely rows of tags are (Lafferty et al. 2001)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import torch

Ids = NDArray[np.int64]


def own_scores(model: Any, said: torch.Tensor, customs: Ids) -> tuple[torch.Tensor, torch.Tensor]:
    """The scores of each sentence's tags and their transitions, by the custom it is in.

    Args:
        model: Stanza's `NERTagger` with one tag set or more; with one, all are of that.
        said: What was read of each word, by sentence and step.
        customs: For each sentence the number of its tag set (`kg.tag.headline.tag_set`).
    """
    import torch

    own = torch.from_numpy(customs).clamp(max=len(model.tag_clfs) - 1)
    every = torch.stack([scorer(said) for scorer in model.tag_clfs])
    transitions = torch.stack([crf._transitions for crf in model.crits])
    return every[own, torch.arange(len(own))], transitions[own]


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
        transitions: From each tag to each tag, for all sentences or for each.
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
        transitions: From each tag to each tag, for each sentence.
        filled: Which steps belong to a sentence.
    """
    import torch

    with torch.enable_grad():
        scores = scores.detach().requires_grad_()
        own = transitions.detach().requires_grad_()
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
