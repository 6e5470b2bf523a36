"""A recurrent layer (LSTM, Hochreiter and Schmidhuber 1997) run over many sequences at once.

The arithmetic is that of `torch.nn.LSTM`. Sequences stand side by side, the longest first,
so that at each step those that are not yet over are the first columns. What a layer makes
of an input row does not depend on the row's place; it is computed once for each different
row and looked up at each step.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Lstm:
    """One direction of one layer.

    The gates stand in the order input, forget, output, candidate; the weights of the first
    three are halved, for sigmoid(x) is (1 + tanh(x/2)) / 2, and so one tanh serves all four.

    Attributes:
        inputs: Weights of the input, input size by four times the hidden size.
        bias: Four times the hidden size.
        recurrent: Weights of the last output, hidden size by four times that.
        first_output: What stands for the output before the first step.
        first_cell: And for the cell.
    """

    inputs: Floats
    bias: Floats
    recurrent: Floats
    first_output: Floats
    first_cell: Floats

    def gates(self, rows: Floats) -> Floats:
        """The part of the gates that depends on an input row alone."""
        gates: Floats = rows @ self.inputs
        gates += self.bias
        return gates

    def run(self, gates: Floats, places: Ints, lengths: Ints) -> tuple[Floats, Floats]:
        """Reads sequences from left to right.

        Args:
            gates: What `gates` gave for each different row.
            places: For each step and sequence the index of its row; what stands after the
                end of a sequence is not looked at.
            lengths: Of the sequences, falling.

        Returns:
            The outputs of each step and sequence, and the last output of each sequence.
        """
        steps, width = places.shape
        size = len(self.first_output)
        output = np.repeat(self.first_output[None], width, axis=0)
        cell = np.repeat(self.first_cell[None], width, axis=0)
        outputs = np.zeros((steps, width, size), np.float32)
        # One place for all steps: it stays in the processor's cache.
        given, said = np.empty((2, width, 4 * size), np.float32)
        for step, count in enumerate(going(lengths, steps)):
            now, add = given[:count], said[:count]
            np.take(gates, places[step, :count], axis=0, out=now, mode="clip")
            now += np.matmul(output[:count], self.recurrent, out=add)
            output = outputs[step]
            _step(now, output[:count], cell[:count])
        return outputs, outputs[lengths - 1, np.arange(width)]


def going(lengths: Ints, steps: int) -> list[int]:
    """How many sequences are not yet over at each step.

    >>> going(np.array([3, 1]), 3)
    [2, 1, 1]
    """
    counts: list[int] = np.searchsorted(-lengths, -np.arange(steps), side="left").tolist()
    return counts


def _step(gates: Floats, output: Floats, cell: Floats) -> None:
    """Changes cells by a step and writes the outputs."""
    size = output.shape[1]
    np.tanh(gates, out=gates)
    gates[:, : 3 * size] += 1
    cell *= gates[:, size : 2 * size]
    gates[:, :size] *= gates[:, 3 * size :]
    cell += gates[:, :size]
    cell *= 0.5
    np.tanh(cell, out=output)
    output *= gates[:, 2 * size : 3 * size]
    output *= 0.5


def at_once(
    directions: Sequence[Lstm], gates: Sequence[Floats], places: Sequence[Ints], lengths: Ints
) -> list[tuple[Floats, Floats]]:
    """Both directions of a layer, each in a thread: NumPy lets others run while it reckons.

    Args:
        directions: From left to right, and from right to left.
        gates: Of each direction, what its `gates` gave for each different row.
        places: For each direction the rows by step and sequence.
        lengths: Of the sequences, falling.

    Returns:
        What each direction reads, as `Lstm.run` gives it.
    """
    with ThreadPoolExecutor(len(directions)) as pool:
        return list(pool.map(Lstm.run, directions, gates, places, repeat(lengths)))


def side_by_side(rows: Sequence[int] | Ints, lengths: Sequence[int]) -> tuple[Ints, Ints]:
    """Sequences that stand one after the other, put side by side.

    Args:
        rows: The rows of all sequences.
        lengths: Of the sequences, falling.

    Returns:
        The rows by step and sequence, and the lengths.
    """
    every = np.asarray(lengths)
    places = np.zeros((len(every), every[0]), np.int64)
    places[np.arange(every[0]) < every[:, None]] = rows
    return places.T, every


def reversed_places(places: NDArray[Any], lengths: Ints) -> NDArray[Any]:
    """Each sequence from its last step to its first; done twice, as it was.

    Args:
        places: By step and sequence, of whatever stands there.
        lengths: Of the sequences; what is beyond them stays.
    """
    steps = np.arange(len(places))[:, None]
    turned = np.where(steps < lengths, lengths - 1 - steps, steps)
    return places[turned, np.arange(len(lengths))]


def read_directions(weights: Mapping[str, Floats], name: str) -> tuple[Lstm, Lstm]:
    """Both directions of a layer of Stanza's (`stanza.models.common.packed_lstm.PackedLSTM`).

    Args:
        weights: All weights of the model.
        name: Of the layer.

    Returns:
        The layer from left to right, and from right to left.
    """
    forward, backward = (
        Lstm(
            inputs=_ordered(weights[f"{name}.lstm.weight_ih_l0{end}"]).T.copy(),
            bias=_ordered(
                weights[f"{name}.lstm.bias_ih_l0{end}"] + weights[f"{name}.lstm.bias_hh_l0{end}"]
            ),
            recurrent=_ordered(weights[f"{name}.lstm.weight_hh_l0{end}"]).T.copy(),
            first_output=weights[f"{name}_h_init"][index, 0],
            first_cell=weights[f"{name}_c_init"][index, 0],
        )
        for index, end in enumerate(("", "_reverse"))
    )
    return forward, backward


def _ordered(gates: Floats) -> Floats:
    """From torch's order (input, forget, candidate, output) to ours, three of them halved."""
    one, two, candidate, three = np.split(gates, 4)
    return np.concatenate([one / 2, two / 2, three / 2, candidate])
