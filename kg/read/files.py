"""Which files to read: folders unfolded in a fixed order, everything else explained."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.model import Skipped

SUFFIXES = frozenset({".txt", ".html", ".htm", ".jsonl"})

#: Name of the table that says when and by whom the files beside it were published.
SIDECAR = "metadata.tsv"

_STDIN = "-"


@dataclass(frozen=True, slots=True)
class File:
    """A file to read: where it lies, and its name relative to the folder that was given."""

    path: Path
    name: str


def find_files(paths: Iterable[Path | str]) -> Iterator[File | Skipped]:
    """List the files to read.

    Folders are walked recursively, sorted by name; hidden files and `metadata.tsv` are
    passed over. A path `-` stands for standard input and comes back as it is.

    Args:
        paths: Files and folders, as the user gave them.

    Yields:
        Files in reading order, and what is no article with the reason.
    """
    seen: set[Path] = set()
    for given in paths:
        if str(given) == _STDIN:
            yield File(Path(_STDIN), _STDIN)
            continue
        for found in _walk(Path(given), Path(given).name, ()):
            if isinstance(found, Skipped):
                yield found
            elif (real := found.path.resolve()) in seen:
                yield Skipped(shown(found.path), "was read already; name each file once")
            else:
                seen.add(real)
                yield found


def shown(path: Path | str) -> str:
    """Return a path as text that can be written: bytes that are not UTF-8 become `?`.

    Args:
        path: A path or a name.

    Returns:
        The path with `/` between folders on every system.
    """
    text = path.as_posix() if isinstance(path, Path) else path
    return text.encode("utf-8", "replace").decode("utf-8")


def _walk(path: Path, name: str, above: tuple[Path, ...]) -> Iterator[File | Skipped]:
    try:
        if path.is_dir():
            yield from _walk_folder(path, name, above)
        elif path.is_file():
            yield _file(path, name)
        elif path.is_symlink():
            yield Skipped(shown(path), "is a link that leads nowhere; mend or remove it")
        elif path.exists():
            yield Skipped(shown(path), "is no ordinary file; give a file, a folder or -")
        else:
            yield Skipped(shown(path), "does not exist; check the path")
    except OSError as error:
        yield Skipped(
            str(path), f"cannot be read ({error.strerror}); check the path and its rights"
        )


def _walk_folder(path: Path, name: str, above: tuple[Path, ...]) -> Iterator[File | Skipped]:
    real = path.resolve()
    if real in above:
        yield Skipped(shown(path), "is a link to a folder that holds it; remove the link")
        return
    inside = sorted(p for p in path.iterdir() if not p.name.startswith(".") and p.name != SIDECAR)
    if not inside:
        yield Skipped(shown(path), "is an empty folder; put articles into it")
    for child in inside:
        # The folder that was given is not part of its files' names: a corpus may move.
        below = f"{name}/{child.name}" if above else child.name
        yield from _walk(child, below, (*above, real))


def _file(path: Path, name: str) -> File | Skipped:
    if path.suffix.lower() in SUFFIXES:
        return File(path, shown(name))
    kind = f"of the kind {path.suffix!r}" if path.suffix else "without a suffix"
    return Skipped(shown(path), f"is a file {kind}; give .txt, .html or .jsonl")
