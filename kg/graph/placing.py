"""A folder's files are replaced together or not at all, whenever the process dies.

New files are written to a hidden folder beside the old ones. One rename, which the
file system does whole or not at all, makes that folder the new set; its files are then
put into place one by one. A process that dies before the rename leaves the old set; one
that dies after it leaves work that the next one finishes (`mend`).
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from kg.errors import GraphError

#: The new set: from the moment that a folder has this name, it counts.
_READY = ".ready"
_PARTIAL = ".partial-"
_LOCK = ".lock"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep a folder for one writer, and clean up after one that was killed.

    Args:
        folder: The folder; made when missing.

    Raises:
        GraphError: Another process writes to the folder.
    """
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(folder / _LOCK, timeout=0):
            for left in folder.glob(f"{_PARTIAL}*"):
                shutil.rmtree(left)
            _place(folder)
            yield
    except Timeout:
        what = "another process is writing here"
        raise GraphError(what, str(folder), "Wait for it, or name another folder") from None


@contextmanager
def all_at_once(folder: Path) -> Iterator[Path]:
    """A scratch folder whose files come into place together when the block ends well.

    Args:
        folder: Where the files are to be; made when missing.

    Yields:
        The folder to write them to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=_PARTIAL) as name:
        scratch = Path(name) / "files"
        scratch.mkdir()
        yield scratch
        for path in _files(scratch):
            with path.open("rb+") as file:
                os.fsync(file.fileno())
        scratch.rename(folder / _READY)
    _place(folder)


def mend(folder: Path) -> None:
    """Put into place what a writer that was killed had ready; for those who read.

    Where another process writes, or this one may not, nothing is done: each file that
    is in place is whole.

    Args:
        folder: The folder of a graph.
    """
    if (folder / _READY).is_dir():
        with suppress(OSError), FileLock(folder / _LOCK, timeout=0):
            _place(folder)


def _place(folder: Path) -> None:
    ready = folder / _READY
    if ready.is_dir():
        for path in _files(ready):
            place = folder / path.relative_to(ready)
            place.parent.mkdir(parents=True, exist_ok=True)
            path.replace(place)
        shutil.rmtree(ready)


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())
