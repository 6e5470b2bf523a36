"""Reads the files that PyTorch writes, without PyTorch, which takes seconds to import.

Stanza saves models and word vectors with `torch.save` in its older form: a row of pickles
(magic number, version, machine, the object itself, the keys of its storages), then each
storage, its length before it (`torch.serialization._legacy_save`). A pickle may name any
class; here, as in PyTorch's own `weights_only` reader, only tensors and plain containers
are made of it.
"""

from __future__ import annotations

import pickle
from collections import OrderedDict
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

import numpy as np
from numpy.typing import NDArray

Tensor = NDArray[Any]

_MAGIC = 0x1950A86A20F9469CFC6C

#: The elements of a storage by the name of its class.
_ELEMENTS = {
    "DoubleStorage": np.float64,
    "FloatStorage": np.float32,
    "HalfStorage": np.float16,
    "LongStorage": np.int64,
    "IntStorage": np.int32,
    "BoolStorage": np.bool_,
}


def read_torch(path: Path) -> Any:
    """Reads a file of `torch.save`, tensors as arrays.

    Args:
        path: A file in the older form, as Stanza writes it.

    Returns:
        The saved object.

    Raises:
        pickle.UnpicklingError: It is no such file, or holds more than tensors and plain
            containers.
    """
    with path.open("rb") as file:
        try:
            return _read(file)
        except (EOFError, ValueError, TypeError, AttributeError, IndexError) as error:
            raise pickle.UnpicklingError(f"no file of torch.save ({error})") from error


def _read(file: BinaryIO) -> Any:
    if _plain(file) != _MAGIC:
        raise pickle.UnpicklingError("no file of torch.save in its older form")
    for _ in ("version", "machine"):
        _plain(file)
    reader = _Reader(file)
    saved = reader.load()
    # The arrays are made while the object is read and get their numbers only now.
    for key in _plain(file):
        storage = reader.storages[key]
        length = int.from_bytes(file.read(8), "little")
        if length != len(storage) or file.readinto(storage) != storage.nbytes:  # type: ignore[attr-defined]
            raise pickle.UnpicklingError("the file ends before its numbers do")
    return saved


def _plain(file: BinaryIO) -> Any:
    return _Reader(file).load()


class _Reader(pickle.Unpickler):
    """Knows tensors and their storages, and refuses every other class."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__(file)
        self.storages: dict[str, Tensor] = {}

    def find_class(self, module: str, name: str) -> Any:
        """What may stand in the file."""
        if (module, name) == ("collections", "OrderedDict"):
            return OrderedDict
        if (module, name) == ("torch._utils", "_rebuild_tensor_v2"):
            return _tensor
        if module == "torch" and name in _ELEMENTS:
            return _ELEMENTS[name]
        return _refuse(f"{module}.{name}")

    def persistent_load(self, pid: Any) -> Tensor:
        """The storage that a tensor lies in, still empty."""
        kind, elements, key, _, length, view = pid
        if kind != "storage" or view is not None:
            _refuse(f"a {kind}")
        return self.storages.setdefault(key, np.empty(length, elements))


def _refuse(what: str) -> NoReturn:
    raise pickle.UnpicklingError(f"{what} is neither a tensor nor a plain container")


def _tensor(
    storage: Tensor,
    offset: int,
    size: tuple[int, ...],
    stride: tuple[int, ...],
    *_: object,
) -> Tensor:
    """A view of a storage (`torch._utils._rebuild_tensor_v2`)."""
    if min(0, offset, *stride) < 0 or offset + sum(
        (n - 1) * s for n, s in zip(size, stride, strict=True)
    ) >= len(storage):
        raise ValueError("a tensor reaches beyond its storage")
    steps = [each * storage.itemsize for each in stride]
    return np.lib.stride_tricks.as_strided(storage[offset:], size, steps)
