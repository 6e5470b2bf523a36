"""The training loop: Stanza's model and loss, our schedule.

Stanza's own loop stops by a dev part and keeps the best of many looks at it; this one runs
a fixed number of steps and keeps a running mean of the weights (Polyak and Juditsky 1992),
which is steadier than any single step, so that no sentence has to be spared for stopping.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from kg.tag.train.corpus import Example
from kg.tag.train.foretell import foretell, letters
from kg.tag.train.names import NameBatches
from kg.tag.train.sentences import Sentences

#: How far back the mean of the weights reaches, in steps: about five hundred.
_MEAN = 0.998

#: Steps until the rate of learning is whole, and the share of steps after which it falls.
_WARM_UP = 100
_FALL = 0.4

#: Words seen at least so often get a correction to their vector; a correction learnt
#: from one sentence tells more about the sentence than about the word.
_CORRECTED = 2

_SETTINGS = {
    "shorthand": "bn_barta",
    "optim": "adam",
    "lr": 0.0015,
    "hidden_dim": 256,
    "char_hidden_dim": 64,
    "char_emb_dim": 48,
    "word_dropout": 0.05,
    "dropout": 0.5,
    "batch_size": 64,
    "max_batch_words": 3000,
    "scheme": "bioes",
    "train_scheme": "bioes",
    "device": "cpu",
    "use_peft": False,
}


def fit(
    examples: Sequence[Example],
    vectors: Path,
    steps: int,
    seed: int,
    text: Sentences | None = None,
    charlms: Mapping[str, Path] | None = None,
) -> Any:
    """Trains a model on one thread; the same call gives the same weights.

    Args:
        examples: The training sentences.
        vectors: Word vectors in Stanza's pretrain form.
        steps: Batches of 64 sentences to learn from.
        seed: Of all random numbers.
        text: Raw text that the network learns to read from before; none to leave it out.
        charlms: Character language models by direction; none for a model without. Such a
            model is trained by Stanza's own forward and backward pass.

    Returns:
        Stanza's trainer, its model holding the mean weights.
    """
    import numpy
    import torch
    from stanza.models.common.pretrain import Pretrain
    from stanza.models.ner.trainer import Trainer

    random.seed(seed)
    numpy.random.seed(seed)
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    pretrain = Pretrain(str(vectors))
    settings = {**_settings(charlms or {}), "word_emb_dim": pretrain.emb.shape[1], "seed": seed}
    loader = _loader(examples, settings, pretrain)
    if text and not charlms:
        loader.vocab["char"] = letters(text)
    trainer = Trainer(args=settings, vocab=loader.vocab, pretrain=pretrain, device="cpu")
    if text and not charlms:
        foretell(trainer.model, trainer.vocab, text, seed)
    _learn(trainer, _updates(trainer, loader, examples, seed), steps)
    return trainer


def _updates(trainer: Any, loader: Any, examples: Sequence[Example], seed: int) -> Iterator[None]:
    """Changes the weights a step at a time."""
    if trainer.args["charlm"]:
        while True:
            for batch in loader:
                yield trainer.update(batch)
            loader.reshuffle()
    names = NameBatches(trainer.vocab, examples, trainer.args["batch_size"], seed)
    trainer.model.train()
    for batch in names:
        trainer.optimizer.zero_grad()
        names.loss(trainer.model, batch).backward()
        _clip(trainer)
        yield trainer.optimizer.step()


def _clip(trainer: Any) -> None:
    import torch

    torch.nn.utils.clip_grad_norm_(trainer.model.parameters(), trainer.args["max_grad_norm"])


def _learn(trainer: Any, updates: Iterator[None], steps: int) -> None:
    """Runs the steps and leaves the mean of the weights behind."""
    import torch

    weights = [weight for weight in trainer.model.parameters() if weight.requires_grad]
    mean = [weight.detach().clone() for weight in weights]
    for step in range(steps):
        for group in trainer.optimizer.param_groups:
            group["lr"] = trainer.args["lr"] * _rate(step, steps)
        next(updates)
        keep = min(_MEAN, (step + 1) / (step + 11))
        torch._foreach_mul_(mean, keep)
        torch._foreach_add_(mean, [weight.detach() for weight in weights], alpha=1 - keep)
    with torch.no_grad():
        for weight, value in zip(weights, mean, strict=True):
            weight.copy_(value)


def _rate(step: int, steps: int) -> float:
    """The rate of learning as a share: up, level, then down in a line.

    >>> _rate(99, 1000), _rate(300, 1000), round(_rate(700, 1000), 3)
    (1.0, 1.0, 0.5)
    """
    done = step / steps
    falling = 1.0 if done < _FALL else max(0.02, (1 - done) / (1 - _FALL))
    return min(1.0, (step + 1) / _WARM_UP) * falling


def _settings(charlms: Mapping[str, Path]) -> dict[str, Any]:
    from stanza.models import ner_tagger

    defaults: dict[str, Any] = vars(ner_tagger.build_argparse().parse_args([]))
    files = {f"charlm_{side}_file": str(file) for side, file in charlms.items()}
    return {**defaults, **_SETTINGS, "charlm": bool(charlms), **files}


class _Sentences:
    """The one question that Stanza's loader asks of a document."""

    def __init__(self, examples: Sequence[Example]) -> None:
        self._examples = examples

    def get(self, fields: Sequence[str], **_: bool) -> list[list[list[str | None]]]:
        from stanza.models.ner.utils import bio2_to_bioes

        empty = [None] * (len(fields) - 2)
        return [
            [[word, tag, *empty] for word, tag in zip(e.words, bio2_to_bioes(e.tags), strict=True)]
            for e in self._examples
        ]


def _loader(
    examples: Sequence[Example], settings: dict[str, Any], pretrain: Any, vocab: Any = None
) -> Any:
    from stanza.models.ner.data import DataLoader
    from stanza.models.pos.vocab import WordVocab

    loader = DataLoader(
        _Sentences(examples),
        settings["batch_size"],
        settings,
        pretrain,
        vocab=vocab,
        scheme=settings["train_scheme"],
        max_batch_words=settings["max_batch_words"],
    )
    if vocab is not None:
        return loader
    seen = Counter(word.lower() for example in examples for word in example.words)
    often = [[(word,)] for word, count in seen.items() if count >= _CORRECTED]
    loader.vocab["delta"] = WordVocab(often, settings["shorthand"], cutoff=0, lower=True)
    return loader
