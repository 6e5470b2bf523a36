"""The network learns to read from raw text before it learns names.

Read from the left, a sentence's next word is foretold at each place; read from the right, the
one before (Peters et al. 2017; weights handed on as in Dai and Le 2015). What letters, words
and their order say is learnt so from millions of words where the tagged sets have
thousands. The word vectors stay as they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from kg.tag.train.coding import Coder
from kg.tag.train.encoder import even, read_words
from kg.tag.train.sentences import Sentences, alike

if TYPE_CHECKING:
    import torch

#: Words of a batch; sentences that are sorted by length together.
_BATCH, _POOL = 4_096, 16_384

#: Wrong words that each right one is told from (sampled softmax; Jean et al. 2015), drawn by
#: frequency to this power.
_WRONG, _POWER = 1_100, 0.75

#: How often a word's vector is hidden, so that its letters have to tell what it is.
_HIDDEN = 0.1

_RATE, _WARM_UP, _FALL = 0.002, 200, 0.3

#: Letters that stand in fewer words of the text are unknown.
_LETTER_SEEN = 100

#: The parts of Stanza's model that are learnt here.
LEARNT = ("charmodel", "input_transform", "taggerlstm")

Ids = NDArray[np.int64]


class Foretold:
    """What the network's outputs are held against: a row for each word of the vectors.

    A row is the word's own vector and a correction, so that a rare name is foretold by what
    it shares with others.
    """

    def __init__(self, vectors: torch.Tensor, counts: NDArray[np.float64], hidden: int) -> None:
        import torch

        self._vectors = 4 * torch.nn.functional.normalize(vectors.float(), dim=1)
        share = counts / counts.sum()
        drawn = share**_POWER
        drawn[0] = 0
        drawn /= drawn.sum()
        self._cumulated = np.cumsum(drawn)
        self._expected = torch.tensor(np.log(_WRONG * drawn + 1e-12)).float()
        size = vectors.shape[1]
        self.corrections = torch.nn.Embedding(len(counts), size + 1, sparse=True)
        torch.nn.init.zeros_(self.corrections.weight)
        with torch.no_grad():
            self.corrections.weight[:, size] = torch.tensor(np.log(share + 1e-8))
        self.sides = torch.nn.ModuleList(torch.nn.Linear(hidden, size) for _ in range(2))

    def draw(self, random: np.random.Generator) -> torch.Tensor:
        """Words that are mostly wrong."""
        import torch

        places = np.searchsorted(self._cumulated, random.random(_WRONG))
        return torch.from_numpy(np.unique(places.clip(0, len(self._cumulated) - 1)))

    def loss(
        self, said: torch.Tensor, right: torch.Tensor, wrong: torch.Tensor, side: Any
    ) -> torch.Tensor:
        """How badly one direction foretells the right words among wrong ones."""
        import torch

        linear = torch.nn.functional.linear
        guess = linear(said, side.weight.bfloat16(), side.bias.bfloat16()).float()
        words = torch.cat([right, wrong])
        learnt = self.corrections(words)
        rows = self._vectors[words] + learnt[:, :-1]
        bias = learnt[:, -1] - self._expected[words]
        count = len(right)
        own = (guess * rows[:count]).sum(1) + bias[:count]
        drawn = even(rows[count:].bfloat16())
        others = linear(even(guess.bfloat16()), drawn).float() + bias[count:]
        # A right word may be among those drawn, at one place, for none is drawn twice.
        place = torch.searchsorted(wrong, right).clamp(max=len(wrong) - 1)
        own_place = (wrong[place] == right).float()[:, None]
        others = others.scatter_add(1, place[:, None], -1e4 * own_place)
        loss: torch.Tensor = (torch.cat([own[:, None], others], 1).logsumexp(1) - own).mean()
        return loss


def letters(text: Sentences) -> Any:
    """Stanza's vocabulary of the letters that are frequent in a text."""
    from stanza.models.common.vocab import CharVocab

    seen: Counter[str] = Counter()
    for word, count in zip(text.words, np.bincount(text.ids).tolist(), strict=True):
        for letter in word:
            seen[letter] += count
    frequent = sorted(letter for letter, count in seen.items() if count >= _LETTER_SEEN)
    return CharVocab([frequent], lang="bn_barta")


def foretell(model: Any, vocab: Any, text: Sentences, seed: int) -> list[float]:
    """Teaches a model's letters and BiLSTM to foretell words.

    Args:
        model: Stanza's `NERTagger`; changed in place.
        vocab: Its vocabularies.
        text: What is read, once.
        seed: Of all random numbers.

    Returns:
        The loss of each step.
    """
    import torch

    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    coder = Coder(vocab, text.words)
    counts = np.bincount(coder.vectors[text.ids], minlength=len(vocab["word"])).astype(float)
    hidden = model.args["hidden_dim"]
    foretold = Foretold(model.word_emb.weight.detach(), counts, hidden)
    parts = [foretold.sides, *(getattr(model, part) for part in LEARNT)]
    weights = [w for part in parts for w in part.parameters() if w.requires_grad]
    optimizers = (
        torch.optim.Adam(weights, betas=(0.9, 0.98)),
        torch.optim.SparseAdam(foretold.corrections.parameters()),
    )
    losses: list[float] = []
    done, total = 0, len(text.ids)
    for step, numbers in enumerate(_batches(text, random)):
        for optimizer in optimizers:
            optimizer.param_groups[0]["lr"] = _RATE * _rate(step, done / total)
            optimizer.zero_grad()
        loss = _loss(model, foretold, coder, [text[number] for number in numbers], random)
        loss.backward()
        losses.append(loss.item())
        torch.nn.utils.clip_grad_norm_(weights, 1.0)
        for optimizer in optimizers:
            optimizer.step()
        done += int(text.lengths[numbers].sum())
    return losses


def _loss(
    model: Any, foretold: Foretold, coder: Coder, sentences: list[Ids], random: np.random.Generator
) -> Any:
    import torch

    flat = np.concatenate(sentences)
    batch = coder.batch(sentences, random.random(len(flat)) < _HIDDEN)
    sides = read_words(model, batch, drop_input=lambda rows: rows)
    places = torch.arange(batch.words.shape[1])
    follows = places[1:] < batch.lengths[:, None]
    right = torch.zeros_like(batch.words)
    right[places < batch.lengths[:, None]] = torch.from_numpy(coder.vectors[flat])
    wrong = foretold.draw(random)
    ahead = foretold.loss(
        sides[0][:, :-1][follows], right[:, 1:][follows], wrong, foretold.sides[0]
    )
    behind = foretold.loss(
        sides[1][:, 1:][follows], right[:, :-1][follows], wrong, foretold.sides[1]
    )
    return (ahead + behind) / 2


def _rate(step: int, done: float) -> float:
    """The rate of learning as a share: up, level, then down in a line."""
    falling = 1.0 if done < _FALL else max(0.02, (1 - done) / (1 - _FALL))
    return min(1.0, (step + 1) / _WARM_UP) * falling


def _batches(text: Sentences, random: np.random.Generator) -> Iterator[Ids]:
    """Sentences of like length side by side, in an order of chance."""
    lengths = text.lengths
    order = random.permutation(len(lengths))
    for start in range(0, len(order), _POOL):
        pool = order[start : start + _POOL]
        parts = [pool[part] for part in alike(lengths[pool], _BATCH)]
        for index in random.permutation(len(parts)):
            yield parts[index]
