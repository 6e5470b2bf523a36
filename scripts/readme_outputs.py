"""Runs the commands in the README's console blocks anew and writes down what they print.

Usage: python scripts/readme_outputs.py [GRAPH]   (a built graph of the seeds; output/)
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"
_BLOCK = re.compile(r"(?<=```console\n)\$ kg (.*)\n(?s:.*?)(?=```)")

#: A reader of the README sees this much of an answer.
_LINES = 20


def refreshed(text: str, graph: str) -> str:
    """The README with the answers of today.

    Args:
        text: What it says now.
        graph: Folder of the graph to ask.
    """

    def answered(match: re.Match[str]) -> str:
        command = [str(Path(sys.executable).parent / "kg"), *shlex.split(match[1])]
        done = subprocess.run([*command, "--graph", graph], capture_output=True, check=True)
        lines = done.stdout.decode("utf-8").splitlines()
        shown = [line.rstrip() for line in lines[:_LINES]] + ["…"] * (len(lines) > _LINES)
        return "\n".join([f"$ kg {match[1]}", *shown, ""])

    return _BLOCK.sub(answered, text)


if __name__ == "__main__":
    graph = sys.argv[1] if len(sys.argv) > 1 else "output"
    README.write_text(refreshed(README.read_text(encoding="utf-8"), graph), encoding="utf-8")
