"""Bengali in the figures of a notebook."""

from __future__ import annotations

from pathlib import Path

_FONT = Path(__file__).parent / "assets" / "fonts" / "noto-sans-bengali-bengali-400-normal.woff2"


def use_bengali_font() -> None:
    """Let matplotlib write Bengali with the font of the page, on machines without any.

    From version 3.11 matplotlib shapes what it writes (with libraqm), so that vowel signs and
    conjuncts stand as they should. It reads no WOFF2: the font is unpacked for it.

    Raises:
        ImportError: `pip install "barta[notebooks]"` brings what is missing.
    """
    from fontTools.ttLib import TTFont
    from matplotlib import font_manager, get_cachedir, rcParams

    unpacked = Path(get_cachedir()) / "barta-noto-sans-bengali.ttf"
    with TTFont(_FONT) as font:
        font.flavor = None
        font.save(unpacked)
        family = font["name"].getBestFamilyName()
    font_manager.fontManager.addfont(unpacked)
    rcParams["font.family"] = [family, "DejaVu Sans"]
