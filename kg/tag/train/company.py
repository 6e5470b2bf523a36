"""What kind of name a word is, told by the company it keeps in raw text.

A judge that sees what stands before and behind a word, never the word itself, learns from the
tagged sets how likely each label is there. Asked of a word's places in raw text, its answers
are summed up, and the sums become further numbers of the word's vector: of a name that
stands in no tagged sentence the model then knows what it looks like elsewhere (compare
Akbik, Bergmann and Vollgraf 2019). As the judge does not see the word, it knows no more of
those it learnt from than of others.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from kg.tag.labels import MODEL_LABELS
from kg.tag.train.coding import Coder
from kg.tag.train.corpus import Example
from kg.tag.train.encoder import Batch, read_words
from kg.tag.train.sentences import Sentences, alike
from kg.tag.train.vectors import write_vectors

if TYPE_CHECKING:
    import torch

#: Words of raw text at which the judge is asked, and words looked at together.
_ASKED, _BATCH = 3_200_000, 4_096

#: Rounds over the tagged sets, words in a batch, rate of learning, and inner size.
_ROUNDS, _TOGETHER, _RATE, _INNER = 8, 512, 0.002, 96

#: A word starts with so many places that say what all words say.
_PRIOR = 4

#: By which the logarithms are divided, so that they are no longer than other numbers.
_SCALE = 2.5

_KINDS = ("O", *MODEL_LABELS)

Floats = NDArray[np.float64]
Ids = NDArray[np.int64]


def add_company(
    model: Any, vocab: Any, examples: Sequence[Example], text: Sentences, seed: int, output: Path
) -> None:
    """Writes the vectors of a model with what the company of each word says added to them.

    Args:
        model: Stanza's `NERTagger` after it has read raw text.
        vocab: Its vocabularies.
        examples: Tagged sentences.
        text: Raw text.
        seed: Of all random numbers.
        output: The file to write, in Stanza's pretrain form.
    """
    import torch
    from stanza.models.common.vocab import VOCAB_PREFIX_SIZE

    torch.manual_seed(seed)
    model.eval()
    different = list({example.words: example for example in examples}.values())
    judge = _learn(*_seen(model, vocab, different))
    company = torch.tensor(_ask(model, vocab, text, judge, np.random.default_rng(seed)))
    rows = torch.cat([model.word_emb.weight.detach(), company], dim=1)
    words: list[str] = vocab["word"]._id2unit[VOCAB_PREFIX_SIZE:]
    write_vectors(words, rows[VOCAB_PREFIX_SIZE:].tolist(), output)


def _around(model: Any, batch: Batch) -> tuple[torch.Tensor, torch.Tensor]:
    """What was read before and behind each word, and which places are words."""
    import torch

    with torch.no_grad():
        ahead, behind = read_words(model, batch, drop_input=lambda rows: rows)
    places = torch.arange(batch.words.shape[1])
    nothing = torch.zeros_like(ahead[:, :1])
    before = torch.cat([nothing, ahead[:, :-1]], dim=1)
    after = torch.cat([behind[:, 1:], nothing], dim=1)
    after = after.masked_fill((places == batch.lengths[:, None] - 1)[:, :, None], 0)
    filled = places < batch.lengths[:, None]
    return torch.cat([before, after], dim=2)[filled].float(), filled


def _seen(model: Any, vocab: Any, examples: Sequence[Example]) -> tuple[torch.Tensor, torch.Tensor]:
    """What stands around each word of the tagged sentences, and its kind."""
    import torch

    numbers: dict[str, int] = {}
    coded = [np.array([numbers.setdefault(w, len(numbers)) for w in e.words]) for e in examples]
    coder = Coder(vocab, list(numbers))
    around, kinds = [], []
    for group in alike(np.array([len(each) for each in coded]), _BATCH):
        around.append(_around(model, coder.batch([coded[index] for index in group]))[0])
        tags = (tag for index in group for tag in examples[index].tags)
        kinds += [_KINDS.index(tag.rpartition("-")[2]) for tag in tags]
    return torch.cat(around), torch.tensor(kinds)


def _learn(around: torch.Tensor, kinds: torch.Tensor) -> Any:
    """A judge of one inner layer."""
    import torch

    judge = torch.nn.Sequential(
        torch.nn.Dropout(0.2),
        torch.nn.Linear(around.shape[1], _INNER),
        torch.nn.ReLU(),
        torch.nn.Dropout(0.3),
        torch.nn.Linear(_INNER, len(_KINDS)),
    )
    optimizer = torch.optim.Adam(judge.parameters())
    for done in range(_ROUNDS):
        optimizer.param_groups[0]["lr"] = _RATE * (1 - done / _ROUNDS)
        for part in torch.split(torch.randperm(len(around)), _TOGETHER):
            optimizer.zero_grad()
            loss = torch.nn.functional.cross_entropy(judge(around[part]), kinds[part])
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
    return judge.eval()


def _ask(
    model: Any, vocab: Any, text: Sentences, judge: Any, random: np.random.Generator
) -> Floats:
    """For each word of the vectors how much likelier than of any word each kind is."""
    import torch

    coder = Coder(vocab, text.words)
    order = random.permutation(len(text.lengths))
    order = order[: int(np.searchsorted(np.cumsum(text.lengths[order]), _ASKED)) or 1]
    sums = np.zeros((len(vocab["word"]), len(_KINDS)))
    for group in alike(text.lengths[order], _BATCH):
        batch = coder.batch([text[number] for number in order[group]])
        around, filled = _around(model, batch)
        with torch.no_grad():
            np.add.at(sums, batch.words[filled].numpy(), judge(around).softmax(1).numpy())
    return likelier(sums)


def likelier(sums: Floats) -> Floats:
    """The logarithm of how much likelier each kind is of a word than of all.

    Args:
        sums: Likelihoods of the kinds, summed over the places of each word.

    >>> likelier(np.array([[8.0, 0.0], [0.0, 8.0], [0.0, 0.0]])).round(2).tolist()
    [[0.2, -0.44], [-0.44, 0.2], [0.0, 0.0]]
    """
    usual = sums.sum(0) / sums.sum()
    shares = (sums + _PRIOR * usual) / (sums.sum(1, keepdims=True) + _PRIOR)
    logarithms: Floats = np.log(shares / usual) / _SCALE
    return logarithms
