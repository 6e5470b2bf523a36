"""Rewrite the package's tables in canonical Unicode: `python scripts/canonical_tables.py FILE…`."""

from __future__ import annotations

import sys
from pathlib import Path

from kg.language import canonical

#: Stands for the bar of regular expressions meanwhile: between Bengali words a bar is a danda.
_BAR = "\ue000"


def main() -> None:
    """Rewrite each file named on the command line, line by line."""
    for name in sys.argv[1:]:
        path = Path(name)
        text = path.read_text(encoding="utf-8")
        kept = text.replace("|", _BAR)
        fixed = "\n".join(canonical(line) for line in kept.split("\n")).replace(_BAR, "|")
        if fixed != text:
            path.write_text(fixed, encoding="utf-8")


if __name__ == "__main__":
    main()
