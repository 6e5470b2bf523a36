"""Lays a trained model out as Stanza's files, small."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from kg.tag.store import NER_FILE, VECTORS_FILE, write_resources

#: Corrections of word vectors that are kept: each costs 260 bytes, and the smallest, of
#: words that have a vector, change next to nothing.
_CORRECTIONS = 27_400


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
    _drop_small_corrections(state)
    for key, value in state["config"].items():
        if isinstance(value, (str, Path)) and key.endswith(("_file", "_dir", "_load_name")):
            state["config"][key] = ""
    (output / NER_FILE).parent.mkdir(parents=True, exist_ok=True)
    torch.save(state, output / NER_FILE, _use_new_zipfile_serialization=False)
    if vectors.resolve() != (output / VECTORS_FILE).resolve():
        (output / VECTORS_FILE).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(vectors, output / VECTORS_FILE)
    write_resources(output)


def _drop_small_corrections(state: dict[str, Any]) -> None:
    """Leaves the smallest corrections out; those of words without a vector stay."""
    from stanza.models.common.vocab import VOCAB_PREFIX_SIZE

    vocab, rows = state["vocab"].get("delta"), state["model"].get("delta_emb.weight")
    if vocab is None or len(rows) <= _CORRECTIONS:
        return
    known = state["vocab"]["word"]["_unit2id"]
    sizes = rows.float().norm(dim=1).tolist()

    def weight(index: int) -> tuple[bool, float]:
        must_stay = index < VOCAB_PREFIX_SIZE or vocab["_id2unit"][index] not in known
        return must_stay, sizes[index]

    kept = sorted(sorted(range(len(rows)), key=weight, reverse=True)[:_CORRECTIONS])
    state["model"]["delta_emb.weight"] = rows[kept].clone()
    vocab["_id2unit"] = [vocab["_id2unit"][index] for index in kept]
    vocab["_unit2id"] = {word: index for index, word in enumerate(vocab["_id2unit"])}
