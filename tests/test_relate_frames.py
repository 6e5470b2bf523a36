"""Each frame's own example and counter-example."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

from kg.errors import DataError
from kg.relate.frames import Frame, load_frames

FRAMES = load_frames()


@pytest.mark.parametrize("frame", FRAMES, ids=lambda f: f.name)
def test_a_frame_catches_its_example(frame: Frame) -> None:
    """The sentence under `catch` gives a claim with the roles it lists."""
    claims, _ = told(frame.catch.text)

    found = [c for c in claims if c.found_by == frame.name]

    assert found, [c.found_by for c in claims]
    assert (frame.catch.agent, frame.catch.recipient) in [
        (tuple(sorted(c.agent)), tuple(sorted(c.recipient))) for c in found
    ]
    if frame.catch.status is not None:
        assert frame.catch.status in {c.status for c in found}


@pytest.mark.parametrize("frame", FRAMES, ids=lambda f: f.name)
def test_a_frame_leaves_its_counter_example(frame: Frame) -> None:
    """The sentence under `miss` gives no claim of the frame."""
    claims, _ = told(frame.miss)

    assert frame.name not in {c.found_by for c in claims}


@pytest.mark.parametrize(
    "text",
    [
        "জাপানের উপকূলে শক্তিশালী ভূমিকম্প আঘাত হানার পর সতর্ক থাকতে বলেছে দেশটি।",
        "ঘূর্ণিঝড়টি ভারতের উপকূলে আঘাত হেনেছে।",
    ],
)
def test_what_nature_does_is_no_attack(text: str) -> None:
    """A word of `not_by` in the clause, with or without a classifier, acts itself."""
    assert "Attack" not in {claim.event_type for claim in told(text)[0]}


def test_an_unknown_key_is_refused_with_file_and_frame(tmp_path: Path) -> None:
    """A frame file with a misspelt key says which frame and key is wrong."""
    text = '[[frame]]\nname = "x.y"\nevnt = "Meeting"\n'
    (tmp_path / "wrong.toml").write_text(text, encoding="utf-8")

    with pytest.raises(DataError, match=r"wrong\.toml: frame “x\.y”"):
        load_frames(tmp_path)
