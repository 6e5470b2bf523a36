"""What a training has finished lies on disk: one that was interrupted goes on from there."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

#: The folder beside the model while it is being made.
_FOLDER = "unfinished"

#: The files of the training data, in their folder.
_DATA = ("*.txt", "*.tsv", "ner/*.txt", "news/*.jsonl", "text/*.xz")


def stages_folder(output: Path, data: Path, tables: Path, settings: Iterable[object]) -> Path:
    """The folder of what is finished: another one for other data, tables or settings.

    Args:
        output: Where the model will lie.
        data: The folder of training data.
        tables: The folder of our own tables.
        settings: Whatever else the weights depend on.
    """
    digest = hashlib.sha256(repr(tuple(settings)).encode())
    for folder in (data, tables):
        for file in sorted({file for form in _DATA for file in folder.glob(form)}):
            with file.open("rb") as stream:
                digest.update(hashlib.file_digest(stream, "sha256").digest())
    return output / _FOLDER / digest.hexdigest()[:16]


def finished(file: Path, make: Callable[[Path], object]) -> Path:
    """Makes a file unless it is there; it is there as a whole or not at all.

    Args:
        file: The file.
        make: Writes it to the path that it is given.

    Returns:
        The file.
    """
    if not file.is_file():
        file.parent.mkdir(parents=True, exist_ok=True)
        scratch = file.with_name(f"{file.name}.part")
        make(scratch)
        scratch.replace(file)
    return file


def save_model(trainer: Any, file: Path) -> None:
    """Writes a model that is not yet the last one, with its vocabularies.

    Args:
        trainer: Stanza's trainer.
        file: The file.
    """
    trainer.save(str(file))


def load_model(file: Path, vectors: Path) -> Any:
    """Reads what `save_model` wrote.

    Args:
        file: The file.
        vectors: The word vectors that the model reads.

    Returns:
        Stanza's trainer.
    """
    from stanza.models.common.pretrain import Pretrain
    from stanza.models.ner.trainer import Trainer

    return Trainer(model_file=str(file), pretrain=Pretrain(str(vectors)), device="cpu")
