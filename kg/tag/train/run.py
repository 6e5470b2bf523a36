"""Trains a Stanza NER model and lays it out as a folder that `load_tagger` reads."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from kg.tag.store import NER_FILE, SHIPPED, VECTORS_FILE, charlm_files
from kg.tag.train.company import add_company
from kg.tag.train.corpus import Example
from kg.tag.train.foretell import foretell, letters
from kg.tag.train.loop import fit, new_trainer
from kg.tag.train.packing import pack
from kg.tag.train.school import School, learn_without_news, with_timed_news
from kg.tag.train.score import Score, entity_scores
from kg.tag.train.sentences import Sentences, read_sentences
from kg.tag.train.split import Split, load_split
from kg.tag.train.stages import finished, load_model, save_model, stages_folder
from kg.tag.train.taught import read_teacher, taught_sentences
from kg.tag.train.texts import has_text
from kg.tag.train.vectors import train_vectors

#: Some two rounds of the training sentences.
_STEPS = 1800

#: Models that tag news for the one that is kept, which is the first of them.
_TEACHERS = 2

_TABLES = Path(__file__).parent / "data"

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Course:
    """How a model is to be trained.

    Attributes:
        seed: Of the random numbers; one thread, so that a run can be repeated.
        steps: Batches of 64 sentences, of each model that is trained, and of the last part.
        keep_vectors: Take the word vectors of the shipped model; else they are learnt
            anew from raw text. Only then may the raw text be missing; the network learns
            from the tagged sets alone, and less.
        teachers: Models that say what they think of the news beside the one that learns;
            with none, two are trained for it.
        workers: Processes in which models learn side by side; the weights do not depend
            on it.
    """

    seed: int = 1234
    steps: int = _STEPS
    keep_vectors: bool = False
    teachers: tuple[Path, ...] = ()
    workers: int = 1


def train_ner(
    data: Path, output: Path, course: Course = Course(), say: Say = lambda part: None
) -> dict[str, dict[str, Score]]:
    """Trains Stanza's model (BiLSTM-CRF, Qi et al. 2018) and measures it.

    Word vectors first, then the network reads raw text, then it learns names, from the
    tagged sets and at last also from news, of which it and others say what they think.
    Each part lies in `output` when it is finished: the same call goes on after an
    interruption, and the folder of the parts is removed at the end.

    Args:
        data: The folder of the training sets (see `kg.tag.train.split.load_split`) and
            of the raw text (`kg.tag.train.texts`).
        output: Folder for the model; `load_tagger(output)` reads it. Character language
            models that lie there (`train_charlms`) become part of the model.
        course: How.
        say: Is told of each part before it starts.

    Returns:
        Scores by held-out set and label.

    Raises:
        InputError: A training file is missing.
    """
    say("reading the training sets")
    split = load_split(data)
    settings = (course.seed, course.steps, course.keep_vectors, list(map(str, course.teachers)))
    stages = stages_folder(output, data, _TABLES, settings)
    vectors = SHIPPED / VECTORS_FILE if course.keep_vectors else _vectors(data, stages, say)
    charlms = charlm_files(output / NER_FILE)
    if charlms or not has_text(data):
        say("learning names")
        trainer = new_trainer(split.train, vectors, course.seed, charlms=charlms)
        fit(trainer, split.train, course.steps, course.seed)
    else:
        school = _school(data, split, vectors, stages, course, say)
        trainer, vectors = _taught(data, school, course, say), school.vectors
    _save(trainer, vectors, output)
    shutil.rmtree(stages.parent, ignore_errors=True)
    return measure(output, split)


def _vectors(data: Path, stages: Path, say: Say) -> Path:
    say("learning word vectors from raw text")
    return finished(stages / "vectors.pt", partial(train_vectors, data))


def _school(
    data: Path, split: Split, vectors: Path, stages: Path, course: Course, say: Say
) -> School:
    """Where models start that have read raw text, and know what company words keep in it."""
    read, richer, seed = stages / "read.pt", stages / "company.pt", course.seed
    enrich = not course.keep_vectors
    if not (read.is_file() and (richer.is_file() or not enrich)):
        say("reading raw text")
        text = read_sentences(data, seed)
        finished(read, lambda file: save_model(_reader(split.train, vectors, text, seed), file))
        if enrich:
            say("asking what company words keep")
            reader = load_model(read, vectors)
            ask = partial(add_company, reader.model, reader.vocab, split.train, text, seed)
            finished(richer, ask)
    return School(split, vectors, richer if enrich else vectors, read, stages, course.steps)


def _reader(examples: Sequence[Example], vectors: Path, text: Sentences, seed: int) -> Any:
    """A model that has read raw text."""
    reader = new_trainer(examples, vectors, seed, letters(text))
    foretell(reader.model, reader.vocab, text, seed)
    return reader


def _taught(data: Path, school: School, course: Course, say: Say) -> Any:
    """A model that starts from what was read and learns what several hold likely of the news."""
    split, seed = school.split, course.seed
    known = {e.key for part in (split.train, split.dev, *split.tests.values()) for e in part}
    say("learning names without the annotated news, which has no times")
    timing = school.model("times", learn_without_news, seed)
    seeds = [seed] if course.teachers else list(range(seed, seed + _TEACHERS))
    say(f"models that learn names: {len(seeds)}")
    own = school.side_by_side(timing, seeds, course.workers)
    say("asking them about news")
    asked = [*own, *map(read_teacher, course.teachers)]
    more = taught_sentences(data, asked, known, seed)
    say("learning names, and from news what they hold likely")
    sentences = with_timed_news(split.train, timing)
    return fit(own[0], sentences, school.steps, seed + _TEACHERS, more)


def _save(trainer: Any, vectors: Path, output: Path) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        trained = Path(scratch) / "trained.pt"
        trainer.save(str(trained))
        pack(trained, vectors, output)


def measure(model: Path, split: Split) -> dict[str, dict[str, Score]]:
    """Scores a model on the held-out sets, without gazetteer.

    Args:
        model: A folder that `load_tagger` reads.
        split: The parted data.

    Returns:
        Scores by held-out set and label.
    """
    from kg.tag.stanza_ner import load_ner

    ner = load_ner(model)
    return {
        name: entity_scores(
            [example.tags for example in examples],
            ner.predict([list(example.words) for example in examples]),
        )
        for name, examples in split.tests.items()
    }
