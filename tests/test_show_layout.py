"""Where things stand on the page depends on the graph alone."""

from __future__ import annotations

import os
import subprocess
import sys

from conftest import ROOT

#: A connected part that is less than half of the graph: networkx then goes through a set.
SCRIPT = """
import random
import networkx as nx
from kg.show.layout import layout
dice = random.Random(1)
names = [f"n{number}" for number in range(1100)]
graph = nx.Graph()
graph.add_nodes_from(names)
for number in range(1, 400):
    graph.add_edge(names[number], names[dice.randrange(number)], weight=1 + number % 3, lines=1)
for _ in range(160):
    graph.add_edge(*dice.sample(names[:400], 2), weight=2, lines=2)
print(sorted(layout(graph, dict.fromkeys(names, 60)).items()))
"""


def test_a_part_of_a_graph_is_laid_out_alike_in_every_process() -> None:
    """Two processes that hash otherwise place every node at the same pixels."""
    command = [sys.executable, "-c", SCRIPT]
    told = {
        subprocess.run(
            command, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1
    assert b"n1099" in told.pop()
