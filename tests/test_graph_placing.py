"""A folder's files are replaced together: real processes are killed, at every moment."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from filelock import FileLock

from kg.graph import all_at_once, locked, mend

NAMES = ("a", "b", "c/d")

#: Writes new files and is killed, as by `kill -9`, at the call of `os.rename` and its like
#: whose number is given: before, while and after the files are put into place.
KILLED = """
import os, signal, sys
from pathlib import Path
from kg.graph import all_at_once, locked
left = [int(sys.argv[2])]
def counted(method):
    def call(self, *rest):
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)
        left[0] -= 1
        return method(self, *rest)
    return call
Path.rename, Path.replace = counted(Path.rename), counted(Path.replace)
folder = Path(sys.argv[1])
with locked(folder), all_at_once(folder) as scratch:
    for name in ("a", "b", "c/d"):
        (scratch / name).parent.mkdir(exist_ok=True)
        (scratch / name).write_text("new " * 1000)
"""


def contents(folder: Path) -> list[str]:
    """The first word of each file."""
    return [(folder / name).read_text(encoding="utf-8").split()[0] for name in NAMES]


def write(folder: Path, word: str) -> None:
    """Write every file."""
    with locked(folder), all_at_once(folder) as scratch:
        for name in NAMES:
            (scratch / name).parent.mkdir(exist_ok=True)
            (scratch / name).write_text(f"{word} " * 1000, encoding="utf-8")


def killed(folder: Path, moment: int) -> int:
    """The exit code of a process that was killed while it wrote."""
    command = [sys.executable, "-c", KILLED, str(folder), str(moment)]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


@pytest.mark.parametrize(("moment", "left"), [(0, "old"), (1, "new"), (2, "new"), (3, "new")])
def test_a_killed_writer_leaves_all_old_or_all_new(moment: int, left: str, tmp_path: Path) -> None:
    """Whenever it dies, whoever reads next finds one whole set."""
    write(tmp_path, "old")
    assert killed(tmp_path, moment) == -9
    assert set(contents(tmp_path)) <= {"old", "new"}
    mend(tmp_path)
    assert contents(tmp_path) == [left] * 3


@pytest.mark.parametrize("moment", range(4))
def test_the_next_writer_cleans_up(moment: int, tmp_path: Path) -> None:
    """After a kill the next writer writes as ever, and leaves nothing of the killed one."""
    write(tmp_path, "old")
    killed(tmp_path, moment)
    write(tmp_path, "newest")
    assert contents(tmp_path) == ["newest"] * 3
    assert {path.name for path in tmp_path.iterdir()} <= {"a", "b", "c", ".lock"}


def test_a_writer_that_fails_leaves_the_old_files(tmp_path: Path) -> None:
    """An error while writing is passed on, and no file has changed."""
    write(tmp_path, "old")
    with pytest.raises(ZeroDivisionError), all_at_once(tmp_path) as scratch:
        (scratch / "a").write_text("new")
        raise ZeroDivisionError
    assert contents(tmp_path) == ["old"] * 3
    assert {path.name for path in tmp_path.iterdir()} <= {"a", "b", "c", ".lock"}


def test_two_writers_do_not_meet(tmp_path: Path) -> None:
    """The second is told to wait; the first goes on."""
    with locked(tmp_path):
        code = "from pathlib import Path; from kg.graph import locked; import sys\n"
        code += "with locked(Path(sys.argv[1])): pass"
        command = [sys.executable, "-c", code, str(tmp_path)]
        ran = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert "GraphError" in ran.stderr
    assert "another process is writing here" in ran.stderr
    with locked(tmp_path):
        pass


def test_a_reader_leaves_a_writers_work_alone(tmp_path: Path) -> None:
    """While a writer has the folder, a reader puts nothing into place."""
    (tmp_path / ".ready").mkdir()
    (tmp_path / ".ready" / "a").write_text("new")
    script = "import sys; from pathlib import Path; from kg.graph import mend\n"
    script += "mend(Path(sys.argv[1]))"
    with FileLock(tmp_path / ".lock"):
        subprocess.run([sys.executable, "-c", script, str(tmp_path)], cwd=ROOT, check=True)
        assert not (tmp_path / "a").exists()
    mend(tmp_path)
    assert (tmp_path / "a").read_text() == "new"
