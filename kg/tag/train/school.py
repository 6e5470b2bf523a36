"""Models that learn names from one start, each with random numbers of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from kg.tag.train.corpus import Example
from kg.tag.train.loop import fit, new_trainer, take_over
from kg.tag.train.names import Taught
from kg.tag.train.split import Split
from kg.tag.train.stages import finished, load_model, save_model
from kg.tag.train.timed import with_times


@dataclass(frozen=True, slots=True)
class School:
    """What the models have in common.

    Attributes:
        split: The parted data.
        read_vectors: The vectors with which raw text was read.
        vectors: The vectors with which names are learnt.
        read: The model that has read.
        stages: The folder of what is finished.
        steps: Batches of 64 sentences for each model.
    """

    split: Split
    read_vectors: Path
    vectors: Path
    read: Path
    stages: Path
    steps: int

    def beginner(self, seed: int) -> Any:
        """A model that has read and knows no names yet."""
        reader = load_model(self.read, self.read_vectors)
        trainer = new_trainer(self.split.train, self.vectors, seed, reader.vocab["char"])
        take_over(trainer, reader.model)
        return trainer

    def model(self, name: str, learn: Learn, seed: int) -> Any:
        """A model that has learnt, from disk if it is there."""
        file = self.stages / f"{name}.pt"
        finished(file, lambda scratch: save_model(learn(self, seed), scratch))
        return load_model(file, self.vectors)

    def side_by_side(self, timing: Any, seeds: Sequence[int], workers: int) -> list[Any]:
        """Models that learn from all sentences, in several processes if there are workers."""
        learn = partial(learn_all, timing)
        names = [f"teacher-{seed}" for seed in seeds]
        if workers > 1:
            with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
                wanted = [
                    pool.submit(_in_process, self, name, seed)
                    for name, seed in zip(names, seeds, strict=True)
                ]
                for each in wanted:
                    each.result()
        return [self.model(name, learn, seed) for name, seed in zip(names, seeds, strict=True)]


Learn = Callable[[School, int], Any]


def learn_without_news(school: School, seed: int) -> Any:
    """Learns from all but annotated news, in which times are not marked: half as much."""
    others = [example for example in school.split.train if example.source != "news"]
    return fit(school.beginner(seed), others, max(school.steps // 2, 1), seed)


def learn_all(timing: Any, school: School, seed: int) -> Any:
    """Learns from all sentences; the model `timing` says where times may stand in news."""
    sentences = with_timed_news(school.split.train, timing)
    return fit(school.beginner(seed), sentences, school.steps, seed)


def with_timed_news(examples: Sequence[Example], timing: Any) -> Sequence[Example | Taught]:
    """Annotated news has no times: who learnt from all else says where they may stand.

    Args:
        examples: Training sentences.
        timing: Stanza's trainer of a model that has not learnt from the annotated news.
    """
    news = [example for example in examples if example.source == "news"]
    others = [example for example in examples if example.source != "news"]
    return [*others, *with_times(news, timing)] if news else examples


def _in_process(school: School, name: str, seed: int) -> None:
    timing = load_model(school.stages / "times.pt", school.vectors)
    school.model(name, partial(learn_all, timing), seed)
