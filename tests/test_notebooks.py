"""The notebooks run from top to bottom and say the same as their paired sources."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from conftest import ROOT

jupytext = pytest.importorskip("jupytext")
nbclient = pytest.importorskip("nbclient")

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
_LARGEST = 180_000
#: The one with the whole page inside it.
_WITH_PAGE, _LARGEST_WITH_PAGE = "01_build_and_look", 600_000


def each() -> pytest.MarkDecorator:
    """Run a test once for each notebook."""
    return pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def _cells(notebook: object) -> list[tuple[str, str]]:
    return [(cell.cell_type, cell.source) for cell in notebook.cells]  # type: ignore[attr-defined]


@each()
def test_a_notebook_is_its_source(path: Path) -> None:
    """The notebook holds the cells of the `.py` file beside it, and has been run."""
    notebook = jupytext.read(path)
    assert _cells(notebook) == _cells(jupytext.read(path.with_suffix(".py")))
    assert all(cell.execution_count for cell in notebook.cells if cell.cell_type == "code")
    largest = _LARGEST_WITH_PAGE if path.stem == _WITH_PAGE else _LARGEST
    assert path.stat().st_size < largest
    saved = path.read_text(encoding="utf-8")
    assert "stderr" not in saved
    assert "/site-packages/" not in saved


@pytest.mark.model
@each()
def test_a_notebook_runs(path: Path, seeds_built: Path, tmp_path: Path) -> None:
    """Every cell runs, on the graph of the seeds."""
    for name, place in (("seeds", ROOT / "seeds"), ("output", seeds_built)):
        (tmp_path / name).symlink_to(place, target_is_directory=True)
    notebook = jupytext.read(path.with_suffix(".py"))
    client = nbclient.NotebookClient(
        notebook,
        timeout=120,
        kernel_name="python3",
        resources={"metadata": {"path": os.fspath(tmp_path)}},
    )
    client.execute()
    kinds = [
        output.output_type
        for cell in notebook.cells
        if cell.cell_type == "code"
        for output in cell.outputs
    ]
    assert len(kinds) > 5
    assert "error" not in kinds
