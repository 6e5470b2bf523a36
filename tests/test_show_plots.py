"""Bengali in figures."""

from __future__ import annotations

import io

import pytest

pytest.importorskip("fontTools")
matplotlib = pytest.importorskip("matplotlib")


@pytest.mark.filterwarnings("error:Glyph")
def test_figures_shape_bengali_with_the_font_of_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """A conjunct is narrower than its letters in a row, and no glyph is missing."""
    from kg.show import use_bengali_font

    monkeypatch.setitem(matplotlib.rcParams, "font.family", ["sans-serif"])
    use_bengali_font()
    assert matplotlib.rcParams["font.family"] == ["Noto Sans Bengali", "DejaVu Sans"]
    from matplotlib.figure import Figure

    figure = Figure()
    joined, apart = (figure.text(0, 0, words) for words in ("ক্ষ", "ক্\u200cষ"))
    figure.savefig(io.BytesIO(), format="png")  # a glyph that is missing warns, and fails here
    assert joined.get_window_extent().width < apart.get_window_extent().width
