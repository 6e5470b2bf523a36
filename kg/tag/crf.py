"""Finds the best row of tags for many sentences at once (Viterbi 1967)."""

from __future__ import annotations

import numpy as np

from kg.tag.lstm import Floats, Ints, going


def best_paths(scores: Floats, transitions: Floats, lengths: Ints) -> list[list[int]]:
    """The tags with the highest sum of scores and transitions, as Stanza's CRF decodes.

    Args:
        scores: Of each step, sentence and tag.
        transitions: From each tag to each tag.
        lengths: Of the sentences, falling, none zero.

    Returns:
        The tags of each sentence.
    """
    steps, width, _ = scores.shape
    into = np.ascontiguousarray(transitions.T)
    best = scores[0].copy()
    back = np.zeros(scores.shape, np.int8)
    for step, count in enumerate(going(lengths, steps)):
        if step:
            reached = best[:count, None, :] + into
            back[step, :count] = came = reached.argmax(axis=2)
            best[:count] = np.take_along_axis(reached, came[:, :, None], axis=2)[:, :, 0]
            best[:count] += scores[step, :count]
    paths = np.zeros((steps, width), np.int64)
    each = np.arange(width)
    tag = best.argmax(axis=1)
    for step in range(steps - 1, -1, -1):
        paths[step] = tag
        tag = np.where(step < lengths, back[step, each, tag], tag)
    return [paths[:length, index].tolist() for index, length in enumerate(lengths)]
