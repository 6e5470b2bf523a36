"""Trains a Stanza NER model and lays it out as a folder that `load_tagger` reads."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from kg.tag.store import NER_FILE, SHIPPED, VECTORS_FILE, write_resources
from kg.tag.train.corpus import Example
from kg.tag.train.score import Score, entity_scores
from kg.tag.train.split import Split, load_split

#: Steps (batches) between two looks at the dev part.
_EVAL_INTERVAL = 300

_TRAINED = "trained.pt"


def train_ner(
    data: Path,
    output: Path,
    seed: int = 1234,
    epochs: float = 12,
    vectors: Path | None = None,
) -> dict[str, dict[str, Score]]:
    """Trains a model with Stanza's own trainer (BiLSTM-CRF, Qi et al. 2018) and measures it.

    Args:
        data: The folder of the training sets (see `kg.tag.train.split.load_split`).
        output: Folder for the model; `load_tagger(output)` reads it.
        seed: Of Stanza's random numbers.
        epochs: How often the training sentences are seen at most; training stops
            earlier when the dev part does not get better.
        vectors: Word vectors in Stanza's pretrain form; those of the shipped model
            when nothing is said.

    Returns:
        Scores by held-out set and label.

    Raises:
        InputError: A training file is missing.
    """
    split = load_split(data)
    pretrain = vectors or SHIPPED / VECTORS_FILE
    with tempfile.TemporaryDirectory() as scratch:
        _run_trainer(split, Path(scratch), pretrain, seed, epochs)
        pack(Path(scratch) / _TRAINED, pretrain, output)
    return measure(output, split)


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


def _run_trainer(split: Split, scratch: Path, pretrain: Path, seed: int, epochs: float) -> None:
    from stanza.models import ner_tagger

    train = _write(scratch / "train.json", split.train)
    dev = _write(scratch / "dev.json", split.dev)
    steps = int(epochs * len(split.train) / 32)
    settings = {
        "train_file": train,
        "eval_file": dev,
        "wordvec_pretrain_file": pretrain,
        "save_dir": scratch,
        "save_name": _TRAINED,
        "shorthand": "bn_barta",
        "seed": seed,
        "max_steps": steps,
        "eval_interval": _EVAL_INTERVAL,
        "max_steps_no_improve": 8 * _EVAL_INTERVAL,
        "scheme": "bioes",
        "train_scheme": "bio",
    }
    settings |= _HYPERPARAMETERS
    arguments = [word for key, value in settings.items() for word in (f"--{key}", str(value))]
    ner_tagger.main(["--mode", "train", "--cpu", *arguments])


#: Small enough for five thousand words a second on one core; the learning rate is
#: halved when the dev part has stood still twice.
_HYPERPARAMETERS = {
    "optim": "adam",
    "lr": 0.001,
    "patience": 1,
    "hidden_dim": 192,
    "char_hidden_dim": 64,
    "char_emb_dim": 48,
    "word_dropout": 0.05,
    "dropout": 0.5,
    "max_batch_words": 1500,
}


def _write(path: Path, examples: Iterable[Example]) -> Path:
    sentences = [
        [{"text": w, "ner": t} for w, t in zip(e.words, e.tags, strict=True)] for e in examples
    ]
    path.write_text(json.dumps(sentences, ensure_ascii=False), encoding="utf-8")
    return path
