"""Sort more lines than memory should hold: output is the same bytes on every run."""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

#: About 200 MB of N-Quads.
_RUN_LINES = 500_000


class Sorter:
    """Takes lines in any order and writes them sorted, each once.

    Args:
        scratch: A folder for sorted runs.
        run_lines: How many lines to hold in memory.
    """

    def __init__(self, scratch: Path, run_lines: int = _RUN_LINES) -> None:
        self._scratch, self._run_lines = scratch, run_lines
        self._lines: set[bytes] = set()
        self._runs: list[Path] = []

    def add(self, lines: Iterable[bytes]) -> None:
        """Take in lines, each with its line feed."""
        self._lines.update(lines)
        if len(self._lines) >= self._run_lines:
            path = self._scratch / f"run-{len(self._runs)}"
            with path.open("wb") as file:
                file.writelines(sorted(self._lines))
            self._runs.append(path)
            self._lines.clear()

    def write(self, path: Path) -> int:
        """Write all lines in the order of their bytes; the runs are removed.

        Args:
            path: The file to write.

        Returns:
            The number of lines written.
        """
        count, last = 0, b""
        with ExitStack() as stack, path.open("wb") as file:
            runs = [stack.enter_context(run.open("rb")) for run in self._runs]
            for line in heapq.merge(*runs, sorted(self._lines)):
                if line != last:
                    file.write(line)
                    count += 1
                last = line
        for run in self._runs:
            run.unlink()
        return count
