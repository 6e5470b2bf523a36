"""Cuts sentences into batches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

Words = Sequence[str]


def batches(sentences: Iterable[Words], most: int) -> Iterator[list[Words]]:
    """Runs of sentences that hold no more words than a batch should.

    Args:
        sentences: Words; a sentence that is longer has a batch of its own.
        most: So many words at most.

    Yields:
        The sentences in order.

    >>> list(batches(["ab", "c", "d"], 3))
    [['ab', 'c'], ['d']]
    """
    batch: list[Words] = []
    words = 0
    for sentence in sentences:
        if batch and words + len(sentence) > most:
            yield batch
            batch, words = [], 0
        batch.append(sentence)
        words += len(sentence)
    if batch:
        yield batch
