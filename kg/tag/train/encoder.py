"""The letters, words and BiLSTM of a Stanza NER model, run for training.

The arithmetic is that of `stanza.models.ner.model.NERTagger.forward` up to the BiLSTM, on
the same weights. Three things make it some ten times as fast on one core: a word that comes
twice in a batch is spelt once, matrices are multiplied in bfloat16 (the weights stay in
single precision), and both directions run over padded rows, the backward one over turned
sentences.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import torch

#: Rows of a multiple of so many numbers fill the registers of the processor.
_EVEN = 32

#: Different words whose letters are read together, after they are sorted by length.
_TOGETHER = 128


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentences side by side, padded at the end.

    Attributes:
        words: Ids of the word vectors, by sentence and place.
        deltas: Ids of the corrections to the vectors.
        spelt: Rows of `letters`, by sentence and place.
        letters: Ids of the letters of each different word, the longest word first.
        word_lengths: Of the different words.
        lengths: Of the sentences.
    """

    words: torch.Tensor
    deltas: torch.Tensor
    spelt: torch.Tensor
    letters: torch.Tensor
    word_lengths: torch.Tensor
    lengths: torch.Tensor


def turned(lengths: torch.Tensor, steps: int) -> torch.Tensor:
    """For each sequence the places from its last to its first; what is behind stays."""
    import torch

    places = torch.arange(steps)
    back: torch.Tensor = torch.where(
        places < lengths[:, None], lengths[:, None] - 1 - places, places
    )
    return back


def read_both(
    lstm: Any, rows: torch.Tensor, lengths: torch.Tensor, first: Sequence[torch.Tensor]
) -> tuple[torch.Tensor, torch.Tensor]:
    """What a layer says of each step, from the left and from the right.

    Args:
        lstm: A `torch.nn.LSTM` of one layer and two directions.
        rows: By sequence and step.
        lengths: Of the sequences.
        first: Output and cell before the first step, by direction.
    """
    import torch

    order = turned(lengths, rows.shape[1])
    rows = even(rows.bfloat16())
    sides = []
    for side, end in enumerate(("", "_reverse")):
        weights = [
            getattr(lstm, f"{kind}_l0{end}").bfloat16()
            for kind in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
        ]
        weights[0] = even(weights[0])
        begin = tuple(
            state[side][None].expand(1, len(rows), -1).contiguous().bfloat16() for state in first
        )
        given = pick(rows, order) if side else rows
        said = torch.lstm(given.contiguous(), begin, weights, True, 1, 0.0, True, False, True)[0]
        sides.append(pick(said, order) if side else said)
    return sides[0], sides[1]


def even(rows: torch.Tensor) -> torch.Tensor:
    """Noughts behind each row: rows of 256 numbers are multiplied twice as fast as of 233."""
    import torch

    return torch.nn.functional.pad(rows, (0, -rows.shape[-1] % _EVEN))


def pick(rows: torch.Tensor, places: torch.Tensor) -> torch.Tensor:
    """Of each sequence the rows at these places."""
    return rows.gather(1, places[:, :, None].expand(-1, -1, rows.shape[2]))


def spell(model: Any, batch: Batch) -> torch.Tensor:
    """What the letters of each different word of a batch say."""
    import torch

    chars = model.charmodel
    first = (chars.charlstm_h_init, chars.charlstm_c_init)
    parts = []
    for start in range(0, len(batch.letters), _TOGETHER):
        lengths = batch.word_lengths[start : start + _TOGETHER]
        letters = batch.letters[start : start + _TOGETHER, : int(lengths.max())]
        rows = chars.dropout(chars.char_emb(letters))
        ahead, behind = read_both(chars.charlstm.lstm, rows, lengths, first)
        last = pick(ahead, lengths[:, None] - 1)[:, 0]
        parts.append(torch.cat([last, behind[:, 0]], dim=1))
    return torch.cat(parts)


def read_words(
    model: Any, batch: Batch, drop_input: Any = None
) -> tuple[torch.Tensor, torch.Tensor]:
    """What both directions of the BiLSTM say of each place.

    Args:
        model: Stanza's `NERTagger`.
        batch: The sentences.
        drop_input: Hides a part of the input; none for the model's own way.
    """
    import torch

    vectors = model.word_emb(batch.words) + model.delta_emb(batch.deltas)
    spelt = torch.nn.functional.embedding(batch.spelt, spell(model, batch))
    rows = torch.cat([vectors.bfloat16(), spelt], dim=2)
    rows = drop_input(rows) if drop_input else model.drop(model.worddrop(rows))
    transform = model.input_transform
    rows = torch.nn.functional.linear(rows, transform.weight.bfloat16(), transform.bias.bfloat16())
    first = (model.taggerlstm_h_init, model.taggerlstm_c_init)
    return read_both(model.taggerlstm.lstm, rows, batch.lengths, first)
