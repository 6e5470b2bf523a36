"""The worked example of docs/relate.md is what the code gives."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import regex
from told import scenes, told, words

from kg.relate.scene import Scene

PAGE = (Path(__file__).parents[1] / "docs" / "relate.md").read_text(encoding="utf-8")


def described(text: str) -> Iterator[str]:
    """What the steps make of a sentence, a line each."""
    (scene,) = scenes(text)
    yield from chunks(scene)
    yield from domains(scene)
    for claim in told(text)[0]:
        yield f"claim    {claim.event_type}, found by {claim.found_by} in “{claim.trigger}”"
        yield f"         agent {', '.join(claim.agent)}; recipient {', '.join(claim.recipient)}"
        yield f"         {claim.status}, {claim.begin} to {claim.end}"
        yield f"         on the word of {', '.join(claim.attributed_to)}"


def chunks(scene: Scene) -> Iterator[str]:
    """The phrases of a scene."""
    for c in scene.chunks:
        yield f"phrase   {words(scene, c.first, c.last)} = {', '.join(c.entities)}, {c.marker}"


def domains(scene: Scene) -> Iterator[str]:
    """The clauses of a scene, with who acts and on whose word."""
    rows = zip(scene.domains, scene.subjects, scene.speakers, strict=True)
    for domain, subject, speakers in rows:
        yield f"clause   {words(scene, domain.first, domain.last)}"
        if subject is not None:
            yield f"         subject {', '.join(subject.entities)} ({subject.how})"
        yield f"         on the word of {', '.join(speakers) or 'the article'}"


def test_the_worked_example_is_what_the_code_gives() -> None:
    """The sentence of the page is taken apart as the page shows."""
    example = regex.search(r"```text\n(?P<sentence>.+)\n\n(?P<lines>(?:.+\n)+)```", PAGE)
    assert example

    assert example["lines"].splitlines() == list(described(example["sentence"]))
