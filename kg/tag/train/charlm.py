"""Character language models, by Stanza's own trainer (Akbik, Blythe and Vollgraf 2018).

They read a text letter by letter, forward and backward, and give the NER model what it
knows of a word from all that stands around it. A model for news takes hours on one core
and minutes on a graphics card; without them the NER model reads letters of its own.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.errors import InputError
from kg.language import canonical
from kg.tag.store import CHARLM_FILES

#: Every so many paragraphs one is kept to tell when training has had its effect.
_HELD_OUT = 100

#: Letters that occur less often than once in so many are unknown to the model.
_RARE = 1_000_000


def train_charlms(
    texts: Iterable[str],
    output: Path,
    seed: int = 1234,
    epochs: int = 8,
    hidden: int = 512,
    batch: int = 100,
) -> tuple[Path, Path]:
    """Learns a forward and a backward model from raw text.

    A graphics card is used where PyTorch finds one.

    Args:
        texts: Paragraphs or articles.
        output: Folder of a model; the files go where `load_tagger` and Stanza look.
        seed: Of the random numbers; on a processor a run can be repeated.
        epochs: How often the text is read.
        hidden: Numbers that the state of a model holds; Stanza's own have 1,024.
        batch: Stretches of text that are read side by side.

    Returns:
        The files of the forward and of the backward model.

    Raises:
        InputError: There is too little text to learn from.
    """
    with tempfile.TemporaryDirectory() as scratch:
        train, dev = _write(texts, Path(scratch))
        for direction, file in CHARLM_FILES.items():
            name = f"{direction}.pt"
            _run(
                train,
                dev,
                direction=direction,
                save_name=name,
                char_hidden_dim=hidden,
                batch_size=batch,
                epochs=epochs,
                seed=seed,
            )
            (output / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.move(Path(scratch) / name, output / file)
    forward, backward = (output / file for file in CHARLM_FILES.values())
    return forward, backward


def _run(train: Path, dev: Path, **settings: object) -> None:
    from stanza.models import charlm

    settings |= {
        "train_file": train,
        "eval_file": dev,
        "save_dir": train.parent,
        "shorthand": "bn_barta",
        "eval_steps": -1,
        "cutoff": 1 + train.stat().st_size // _RARE,
    }
    words = [word for key, value in settings.items() for word in (f"--{key}", str(value))]
    charlm.main([*words, "--no_checkpoint"])


def _write(texts: Iterable[str], folder: Path) -> tuple[Path, Path]:
    """The text to learn from and the text held out, a paragraph a line."""
    train, dev = folder / "train.txt", folder / "dev.txt"
    held = kept = 0
    with train.open("w", encoding="utf-8") as learnt, dev.open("w", encoding="utf-8") as measured:
        for number, line in enumerate(_lines(texts)):
            (measured if number % _HELD_OUT == 0 else learnt).write(line + "\n")
            held, kept = held + (number % _HELD_OUT == 0), kept + (number % _HELD_OUT != 0)
    if not held or kept < _HELD_OUT:
        what = f"{held + kept} paragraphs are too few to learn letters from"
        raise InputError(what, hint=f"Give it {2 * _HELD_OUT} at least, better a million")
    return train, dev


def _lines(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for line in canonical(text).splitlines():
            if line.strip():
                yield " ".join(line.split())
