"""Where a Stanza model lies on disk: the shipped one, or a user's own.

A model folder has the layout that `stanza.Pipeline(dir=…)` reads::

    resources.json           what there is, in Stanza's own terms
    bn/ner/barta.pt          the NER model
    bn/pretrain/barta.pt     the word vectors that it reads words with
    bn/forward_charlm/…      character language models, if it was trained with them
    bn/backward_charlm/…
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from kg.errors import ModelError

#: The model that comes with the package.
SHIPPED = Path(__file__).parent / "model"

LANGUAGE = "bn"
PACKAGE = "barta"
NER_FILE = f"{LANGUAGE}/ner/{PACKAGE}.pt"
VECTORS_FILE = f"{LANGUAGE}/pretrain/{PACKAGE}.pt"
CHARLM_FILES = {
    direction: f"{LANGUAGE}/{direction}_charlm/{PACKAGE}.pt"
    for direction in ("forward", "backward")
}
_RESOURCES_FILE = "resources.json"


def model_files(model: Path | None) -> tuple[Path, Path]:
    """The NER model and the word vectors of a model folder, or of a single file.

    Args:
        model: A folder as `kg train ner` writes it, a `.pt` file (its vectors then
            stand beside it as `NAME.pretrain.pt`, else the shipped ones serve), or
            nothing for the shipped model.

    Returns:
        The two files; both exist.

    Raises:
        ModelError: A file is missing.
    """
    chosen = model or SHIPPED
    if chosen.is_dir():
        files = chosen / NER_FILE, chosen / VECTORS_FILE
    else:
        beside = chosen.with_suffix(".pretrain.pt")
        files = chosen, beside if beside.is_file() else SHIPPED / VECTORS_FILE
    for file in files:
        if not file.is_file():
            raise ModelError(
                "there is no Stanza NER model here",
                str(file),
                "Name a folder that `kg train ner` wrote, or leave the option out",
            )
    return files


def charlm_files(ner_file: Path) -> dict[str, Path]:
    """The character language models of the folder that holds an NER model.

    Args:
        ner_file: The model.

    Returns:
        Their files by direction; empty where there are none.
    """
    folder = ner_file.parents[2] if len(ner_file.parents) > 2 else ner_file.parent
    files = {direction: folder / file for direction, file in CHARLM_FILES.items()}
    return files if all(file.is_file() for file in files.values()) else {}


def fingerprint(model: Path | None, *texts: str) -> str:
    """A short hash of a model's files and of texts, to key caches with.

    Args:
        model: As for `model_files`.
        texts: What else the tagging depends on.

    Returns:
        Sixteen hexadecimal digits.

    Raises:
        ModelError: A file is missing.
    """
    digest = hashlib.sha256()
    files = model_files(model)
    for file in (*files, *charlm_files(files[0]).values()):
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    for text in texts:
        digest.update(hashlib.sha256(text.encode()).digest())
    return digest.hexdigest()[:16]


def write_resources(folder: Path) -> None:
    """Writes the `resources.json` by which Stanza finds the models of a folder."""
    kinds = ["pretrain", *(f"{direction}_charlm" for direction in charlm_files(folder / NER_FILE))]
    needs = [{"model": kind, "package": PACKAGE} for kind in kinds]
    resources = {
        LANGUAGE: {
            "lang_name": "Bengali",
            "ner": {PACKAGE: {"dependencies": needs}},
            **{kind: {PACKAGE: {}} for kind in kinds},
            "tokenize": {PACKAGE: {}},
            "packages": {"default": {"tokenize": PACKAGE, "ner": PACKAGE}},
        }
    }
    text = json.dumps(resources, indent=2, sort_keys=True) + "\n"
    (folder / _RESOURCES_FILE).write_text(text, encoding="utf-8")
