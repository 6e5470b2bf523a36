"""Trains a Stanza NER model and lays it out as a folder that `load_tagger` reads."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from kg.tag.store import NER_FILE, SHIPPED, VECTORS_FILE, charlm_files, write_resources
from kg.tag.train.company import add_company
from kg.tag.train.corpus import Example
from kg.tag.train.foretell import foretell, letters
from kg.tag.train.loop import fit, new_trainer, take_over
from kg.tag.train.names import Taught
from kg.tag.train.score import Score, entity_scores
from kg.tag.train.sentences import read_sentences
from kg.tag.train.split import Split, load_split
from kg.tag.train.taught import read_teacher, taught_sentences
from kg.tag.train.texts import has_text
from kg.tag.train.timed import with_times
from kg.tag.train.vectors import train_vectors

#: Four rounds of the training sentences, or nearly.
_STEPS = 2000

#: Models that tag news for the one that is kept.
_TEACHERS = 3


def train_ner(
    data: Path,
    output: Path,
    seed: int = 1234,
    steps: int = _STEPS,
    keep_vectors: bool = False,
    teachers: Sequence[Path] = (),
) -> dict[str, dict[str, Score]]:
    """Trains Stanza's model (BiLSTM-CRF, Qi et al. 2018) and measures it.

    Word vectors first, then the network reads raw text, then it learns names, from the
    tagged sets and at last also from news, of which it and others say what they think.

    Args:
        data: The folder of the training sets (see `kg.tag.train.split.load_split`) and
            of the raw text (`kg.tag.train.texts`).
        output: Folder for the model; `load_tagger(output)` reads it. Character language
            models that lie there (`train_charlms`) become part of the model.
        seed: Of the random numbers; one thread, so that a run can be repeated.
        steps: Batches of 64 sentences, of each model that is trained, and of the last part.
        keep_vectors: Take the word vectors of the shipped model; else they are learnt
            anew from raw text. Only then may the raw text be missing; the network learns
            from the tagged sets alone, and less.
        teachers: Models that say what they think of the news beside the one that learns;
            with none, two are trained for it.

    Returns:
        Scores by held-out set and label.

    Raises:
        InputError: A training file is missing.
    """
    split = load_split(data)
    pretrain = (SHIPPED if keep_vectors else output) / VECTORS_FILE
    if not keep_vectors:
        train_vectors(data, pretrain)
    charlms = charlm_files(output / NER_FILE)
    if charlms or not has_text(data):
        trainer = new_trainer(split.train, pretrain, seed, charlms=charlms)
        fit(trainer, split.train, steps, seed)
    else:
        reader = _well_read(data, split.train, pretrain, seed, enrich=not keep_vectors)
        trainer = _taught(data, split, pretrain, reader, steps, seed, teachers)
    _save(trainer, pretrain, output)
    return measure(output, split)


def _taught(
    data: Path,
    split: Split,
    vectors: Path,
    reader: Any,
    steps: int,
    seed: int,
    others: Sequence[Path],
) -> Any:
    """A model that starts from what was read and learns what several hold likely of the news."""
    known = {e.key for part in (split.train, split.dev, *split.tests.values()) for e in part}

    def learnt(sentences: Sequence[Example | Taught], own: int) -> Any:
        trainer = new_trainer(split.train, vectors, own, reader.vocab["char"])
        take_over(trainer, reader.model)
        return fit(trainer, sentences, steps, own)

    sentences = _timed(split.train, learnt, seed)
    teachers = [
        learnt(sentences, own) for own in ([seed] if others else range(seed, seed + _TEACHERS))
    ]
    asked = [*teachers, *map(read_teacher, others)]
    more = taught_sentences(data, asked, known, seed)
    return fit(teachers[0], sentences, steps, seed + _TEACHERS, more)


def _timed(
    examples: Sequence[Example], learnt: Callable[[Sequence[Example], int], Any], seed: int
) -> Sequence[Example | Taught]:
    """Annotated news has no times: who learns from all else says where they may stand."""
    news = [example for example in examples if example.source == "news"]
    if not news:
        return examples
    others = [example for example in examples if example.source != "news"]
    return [*others, *with_times(news, learnt(others, seed))]


def _well_read(
    data: Path, examples: Sequence[Example], vectors: Path, seed: int, enrich: bool
) -> Any:
    """A model that has read raw text; its vectors are changed where they are to be enriched."""
    text = read_sentences(data, seed)
    reader = new_trainer(examples, vectors, seed, letters(text))
    foretell(reader.model, reader.vocab, text, seed)
    if not enrich:
        return reader
    add_company(reader.model, reader.vocab, examples, text, seed, vectors)
    trainer = new_trainer(examples, vectors, seed, reader.vocab["char"])
    take_over(trainer, reader.model)
    return trainer


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


def pack(trained: Path, vectors: Path, output: Path) -> None:
    """Lays a trained model out as a folder that `load_tagger` reads.

    Half precision halves the file; the paths of the machine that trained it are left
    out.

    Args:
        trained: The file that Stanza's trainer saved.
        vectors: The word vectors that it was trained with.
        output: The folder to write.
    """
    import torch

    state = torch.load(trained, map_location="cpu", weights_only=True)
    state["model"] = {
        name: tensor.half() if tensor.is_floating_point() else tensor
        for name, tensor in state["model"].items()
    }
    for key, value in state["config"].items():
        if isinstance(value, (str, Path)) and key.endswith(("_file", "_dir", "_load_name")):
            state["config"][key] = ""
    for file in (NER_FILE, VECTORS_FILE):
        (output / file).parent.mkdir(parents=True, exist_ok=True)
    torch.save(state, output / NER_FILE, _use_new_zipfile_serialization=False)
    if vectors.resolve() != (output / VECTORS_FILE).resolve():
        shutil.copyfile(vectors, output / VECTORS_FILE)
    write_resources(output)
