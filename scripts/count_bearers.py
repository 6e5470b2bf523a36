"""Counts anew who bears which part of a name: kg/resolve/data/bearers.tsv.

Usage: python scripts/count_bearers.py GRAPH_FOLDER > kg/resolve/data/bearers.tsv

The graph is one built from as many articles as there are.
"""

from __future__ import annotations

import re
import sys
from collections import Counter

from kg.ask import open_graph
from kg.resolve.namesakes import name_parts

_LEAST = 4
_BENGALI = re.compile("[\u0980-\u09ff ]+")
_NAMES = """SELECT DISTINCT ?name
{ ?person a kg:Person ; skos:prefLabel ?name FILTER(LANG(?name) = "bn") }"""
_HEAD = f"""part\tpeople
# How many of the people whom newspaper articles name in full bear a part of a name; the
# first row counts all of them, parts that fewer than {_LEAST} bear are left out. Made by
# scripts/count_bearers.py; parts are in the spelling that stands for all."""


def main(folder: str) -> None:
    """Print the table.

    Args:
        folder: A built graph.
    """
    names = {name_parts(row["name"]) for row in open_graph(folder).sparql(_NAMES, 10**6).dicts()}
    full = [parts for parts in names if len(parts) > 1]
    counts = Counter(part for parts in full for part in set(parts) if _BENGALI.fullmatch(part))
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    rows = [f"{part}\t{people}" for part, people in ordered if people >= _LEAST]
    sys.stdout.write("\n".join((_HEAD, f"-\t{len(full)}", *rows)) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
