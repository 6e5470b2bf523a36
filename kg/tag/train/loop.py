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

from kg.tag.headline import TEXT, tag_set
from kg.tag.train.corpus import Example
from kg.tag.train.foretell import LEARNT
from kg.tag.train.names import NameBatches, Taught

#: How far back the mean of the weights reaches, in steps: about five hundred.
_MEAN = 0.998

#: Steps until the rate of learning is whole, and the share of steps after which it falls.
_WARM_UP = 100
_FALL = 0.4

#: The rate of a model that learns on, as a share, and when it falls.
_ON, _FALL_ON = 0.6, 0.1

#: What has read raw text before changes at this share of the rate.
_KNOWN = 0.5

#: Words seen at least so often get a correction to their vector; a correction learnt
#: from one sentence tells more about the sentence than about the word.
_CORRECTED = 2

_SETTINGS = {
    "shorthand": "bn_barta",
    "optim": "adam",
    "lr": 0.002,
    "hidden_dim": 192,
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


def new_trainer(
    examples: Sequence[Example],
    vectors: Path,
    seed: int,
    letters: Any = None,
    charlms: Mapping[str, Path] | None = None,
) -> Any:
    """A model that knows nothing yet, with Stanza's trainer around it.

    Args:
        examples: Tagged sentences; their words and tags make the vocabularies.
        vectors: Word vectors in Stanza's pretrain form.
        seed: Of all random numbers.
        letters: Stanza's vocabulary of letters; none for those of the examples.
        charlms: Character language models by direction; none for a model without.

    Returns:
        The trainer.
    """
    import numpy
    import torch
    from stanza.models.common.pretrain import Pretrain
    from stanza.models.ner.trainer import Trainer
    from stanza.models.pos.vocab import WordVocab

    random.seed(seed)
    numpy.random.seed(seed)
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    pretrain = Pretrain(str(vectors))
    settings = {**_settings(charlms or {}), "word_emb_dim": pretrain.emb.shape[1], "seed": seed}
    vocab = stanza_batches(examples, settings, pretrain).vocab
    vocab["tag"] = _tag_sets(examples, settings["shorthand"])
    seen = Counter(word.lower() for example in examples for word in example.words)
    often = [[(word,)] for word, count in seen.items() if count >= _CORRECTED]
    vocab["delta"] = WordVocab(often, settings["shorthand"], cutoff=0, lower=True)
    if letters and not charlms:
        vocab["char"] = letters
    return Trainer(args=settings, vocab=vocab, pretrain=pretrain, device="cpu")


def take_over(trainer: Any, reader: Any) -> None:
    """Starts from what another model has learnt by reading raw text.

    Args:
        trainer: Of the new model; where its word vectors are longer than those of the
            other, the further numbers are passed on as they are and count little at first.
        reader: Stanza's `NERTagger`.
    """
    import torch

    known, own = reader.state_dict(), trainer.model.state_dict()
    size, longer = reader.word_emb.weight.shape[1], trainer.model.word_emb.weight.shape[1]
    for name, weight in own.items():
        if name.partition(".")[0] in LEARNT:
            weight.copy_(_widened(known[name], weight.shape, size))
    if size == longer:
        return
    new = slice(size, longer)
    own["input_transform.weight"][new, new] = torch.eye(longer - size)
    for end in ("", "_reverse"):
        torch.nn.init.normal_(own[f"taggerlstm.lstm.weight_ih_l0{end}"][:, new], std=0.1)


def _widened(weight: Any, shape: Sequence[int], place: int) -> Any:
    """Puts noughts in at a place of each axis that is too short."""
    import torch

    for axis, wanted in enumerate(shape):
        have = weight.shape[axis]
        if have < wanted:
            head, tail = weight.split([place, have - place], axis)
            nought = head.new_zeros(*head.shape[:axis], wanted - have, *head.shape[axis + 1 :])
            weight = torch.cat([head, nought, tail], axis)
    return weight


def fit(
    trainer: Any,
    examples: Sequence[Example | Taught],
    steps: int,
    seed: int,
    more: Sequence[Taught] = (),
) -> Any:
    """Trains a model on one thread; the same call gives the same weights.

    Args:
        trainer: What `new_trainer` made of these examples; changed in place. A model with
            character language models is trained by Stanza's own forward and backward pass.
        examples: The training sentences; with character language models all of them tagged.
        steps: Batches of 64 sentences to learn from.
        seed: Of all random numbers.
        more: Sentences that the model itself helped to tag; with them it learns on, slower.

    Returns:
        The trainer, its model holding the mean weights.
    """
    import torch

    torch.manual_seed(seed)
    groups = _groups(trainer.model)
    trainer.optimizer = torch.optim.Adam(groups)
    weights = [weight for group in groups for weight in group["params"]]
    mean = [weight.detach().clone() for weight in weights]
    updates = _updates(trainer, examples, seed, more)
    rate, fall = (_ON, _FALL_ON) if more else (1.0, _FALL)
    for step in range(steps):
        for group in trainer.optimizer.param_groups:
            group["lr"] = trainer.args["lr"] * rate * group["share"] * _rate(step, steps, fall)
        next(updates)
        keep = min(_MEAN, (step + 1) / (step + 11))
        torch._foreach_mul_(mean, keep)
        torch._foreach_add_(mean, [weight.detach() for weight in weights], alpha=1 - keep)
    with torch.no_grad():
        for weight, value in zip(weights, mean, strict=True):
            weight.copy_(value)
    return trainer


def _groups(model: Any) -> list[dict[str, Any]]:
    """The weights that are trained: those that have read before, and the others."""
    learns = [(name, weight) for name, weight in model.named_parameters() if weight.requires_grad]
    known = [weight for name, weight in learns if name.partition(".")[0] in LEARNT]
    new = [weight for name, weight in learns if name.partition(".")[0] not in LEARNT]
    return [{"params": known, "share": _KNOWN}, {"params": new, "share": 1.0}]


def _updates(
    trainer: Any, examples: Sequence[Example | Taught], seed: int, more: Sequence[Taught]
) -> Iterator[None]:
    """Changes the weights a step at a time."""
    import torch

    if trainer.args["charlm"]:
        tagged = [each for each in examples if isinstance(each, Example)]
        batches = stanza_batches(tagged, trainer.args, None, trainer.vocab)
        while True:
            for batch in batches:
                yield trainer.update(batch)
            batches.reshuffle()
    names = NameBatches(trainer.vocab, examples, trainer.args["batch_size"], seed, more)
    model = trainer.model.train()
    for numbers in names:
        trainer.optimizer.zero_grad()
        loss: Any = names.loss(model, numbers)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), trainer.args["max_grad_norm"])
        yield trainer.optimizer.step()


def _rate(step: int, steps: int, fall: float = _FALL) -> float:
    """The rate of learning as a share: up, level, then down in a line.

    >>> _rate(99, 1000), _rate(300, 1000), round(_rate(700, 1000), 3)
    (1.0, 1.0, 0.5)
    """
    done = step / steps
    falling = 1.0 if done < fall else max(0.02, (1 - done) / (1 - fall))
    return min(1.0, (step + 1) / _WARM_UP) * falling


def _settings(charlms: Mapping[str, Path]) -> dict[str, Any]:
    from stanza.models import ner_tagger

    defaults: dict[str, Any] = vars(ner_tagger.build_argparse().parse_args([]))
    files = {f"charlm_{side}_file": str(file) for side, file in charlms.items()}
    return {**defaults, **_SETTINGS, "charlm": bool(charlms), **files}


def _tag_sets(examples: Sequence[Example], shorthand: str) -> Any:
    """Two sets of the same tags: that of sentences and that of headlines."""
    from stanza.models.common.vocab import CompositeVocab
    from stanza.models.ner.utils import bio2_to_bioes

    tags = [[((tag, tag),) for tag in bio2_to_bioes(e.tags)] for e in examples]
    return CompositeVocab(tags, shorthand, idx=0, sep=None)


class _Sentences:
    """The one question that Stanza's loader asks of a document."""

    def __init__(self, examples: Sequence[Example]) -> None:
        self._examples = examples

    def get(self, fields: Sequence[str], **_: bool) -> list[list[list[Any]]]:
        """By word its text and its tag in each tag set; what is not of its custom is empty."""
        from stanza.models.ner.utils import bio2_to_bioes

        empty = [None] * (len(fields) - 2)
        return [
            [
                [word, *empty, (tag, None) if tag_set(e.words) == TEXT else (None, tag)]
                for word, tag in zip(e.words, bio2_to_bioes(e.tags), strict=True)
            ]
            for e in self._examples
        ]


def stanza_batches(
    examples: Sequence[Example], settings: dict[str, Any], pretrain: Any, vocab: Any = None
) -> Any:
    """Batches as Stanza makes them; without a vocabulary it makes that, too."""
    from stanza.models.ner.data import DataLoader

    return DataLoader(
        _Sentences(examples),
        settings["batch_size"],
        settings,
        pretrain,
        vocab=vocab,
        scheme=settings["train_scheme"],
        max_batch_words=settings["max_batch_words"],
    )
