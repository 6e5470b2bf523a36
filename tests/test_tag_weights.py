"""Files of PyTorch read without PyTorch."""

from __future__ import annotations

import pickle
from collections import OrderedDict
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from kg.tag.weights import read_torch


def _saved(path: Path, what: Any) -> Path:
    torch.save(what, path, _use_new_zipfile_serialization=False)
    return path


@pytest.mark.parametrize("kind", [torch.float16, torch.float32, torch.float64, torch.int64])
def test_numbers_are_those_of_torch(tmp_path: Path, kind: torch.dtype) -> None:
    """A tensor of each kind of number comes back as it was."""
    tensor = torch.arange(6).reshape(2, 3).to(kind)
    read = read_torch(_saved(tmp_path / "a.pt", {"t": tensor, "words": ["ক"]}))
    assert read["words"] == ["ক"]
    assert read["t"].dtype == tensor.numpy().dtype
    assert (read["t"] == tensor.numpy()).all()


def test_views_of_one_storage(tmp_path: Path) -> None:
    """Tensors that share their numbers, a transposed one among them, are told apart."""
    whole = torch.arange(12.0).reshape(3, 4)
    saved = OrderedDict(turned=whole.T, part=whole[1:, 2])
    read = read_torch(_saved(tmp_path / "a.pt", saved))
    for name, tensor in saved.items():
        assert (read[name] == tensor.numpy()).all()


def test_other_classes_are_refused(tmp_path: Path) -> None:
    """A file that would make something else than tensors is not read."""
    with pytest.raises(pickle.UnpicklingError, match=r"pathlib.*Path"):
        read_torch(_saved(tmp_path / "a.pt", {"path": Path("a")}))


@pytest.mark.parametrize("content", [b"", b"Dear Sir", b"PK\3\4", pickle.dumps([1, 2])])
def test_no_file_of_torch(tmp_path: Path, content: bytes) -> None:
    """A file of another kind is refused, whatever it begins with."""
    path = tmp_path / "a.pt"
    path.write_bytes(content)
    with pytest.raises(pickle.UnpicklingError):
        read_torch(path)


def test_torn_file(tmp_path: Path) -> None:
    """A file without its end is refused at every length."""
    path = _saved(tmp_path / "a.pt", {"t": torch.arange(10.0)})
    whole = path.read_bytes()
    for length in range(0, len(whole), 7):
        path.write_bytes(whole[:length])
        with pytest.raises(pickle.UnpicklingError):
            read_torch(path)


def test_numbers_may_be_changed(tmp_path: Path) -> None:
    """The arrays are the reader's own."""
    read = read_torch(_saved(tmp_path / "a.pt", torch.zeros(2)))
    read += 1
    assert read.dtype == np.float32
    assert read.tolist() == [1, 1]
