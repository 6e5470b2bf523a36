"""How identity grows with the gazetteer and the article: `python benchmarks/identity.py`.

The seeds are read with the shipped gazetteer and with ten times as many entries, whose
names are made up; then as one article, and as one ten times as long. What is printed are
ratios within one run: they compare across machines, seconds do not.
"""

from __future__ import annotations

import random
import sys
import time
import tracemalloc
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.language import split_sentences
from kg.model import Article, Block, BlockKind, Document, Entity, EntityType, Mention
from kg.resolve import resolve
from kg.world import Entry, Form, FormKind, World, load_world
from kg.world.finding import Limits

_SEEDS = Path(__file__).parent.parent / "seeds"
_ONSETS = [chr(code) for code in range(0x0995, 0x09A9)]
_VOWELS = [chr(code) for code in (0x09BE, 0x09BF, 0x09C1, 0x09C7, 0x09CB)]
_LABELS = {"person": "PER", "country": "GPE", "place": "LOC", "organization": "ORG"}
_TIMES = 10


def main() -> None:
    """Print the ratios."""
    small, small_bytes = _weighed(())
    count = len(small.entries)
    large, large_bytes = _weighed(tuple(_made_up(count * (_TIMES - 1))))
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(_SEEDS.glob("*.txt")))
    once, often = _seconds(text, small), _seconds(text, large)
    long = _seconds("\n".join([text] * _TIMES), small)
    mentions = len(_document(text, small).mentions)
    rows = [
        (f"entries {count} -> {len(large.entries)}, time per article", often / once, 1.5),
        (f"entries {count} -> {len(large.entries)}, memory", large_bytes / small_bytes, _TIMES),
        (f"mentions {mentions} -> {mentions * _TIMES}, time", long / once, _TIMES * 1.3),
    ]
    for what, ratio, most in rows:
        verdict = "no more than" if ratio <= most else "MORE THAN"
        sys.stdout.write(f"{what}: x{ratio:.2f} ({verdict} x{most:g})\n")


def _weighed(more: Sequence[Entry]) -> tuple[World, int]:
    """The shipped gazetteer with more entries, and the memory that it takes."""
    shipped = load_world()
    tracemalloc.start()
    world = World((*shipped.entries, *more), (shipped.roles, {}), Limits())
    _document("", world)
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return world, taken


def _made_up(count: int) -> Iterator[Entry]:
    """Entries of people with names of two made-up words."""
    chance = random.Random(0)
    for number in range(count):
        name = " ".join(
            "".join(chance.choice(_ONSETS) + chance.choice(_VOWELS) for _ in range(3))
            for _ in range(2)
        )
        entity = Entity(f"person/made-up-{number}", EntityType.PERSON, name, f"Made Up {number}")
        yield Entry(entity, (Form(name, FormKind.NAME),))


def _seconds(text: str, world: World) -> float:
    """The time for finding names and resolving them, the best of five."""
    resolve(_document(text, world), world)
    best = float("inf")
    for _ in range(5):
        begin = time.perf_counter()
        resolve(_document(text, world), world)
        best = min(best, time.perf_counter() - begin)
    return best


def _document(text: str, world: World) -> Document:
    """The text with the names that the gazetteer finds, without a model."""
    sentences = tuple(split_sentences(text, 0, 0, 0))
    mentions = [
        Mention(
            *(match.begin, match.end, text[match.begin : match.end]),
            *(_LABELS[match.ids[0].partition("/")[0]], sentence.index, match.form.text),
            *(match.inflection.case, match.inflection.plural, "gazetteer", match.ids, 0.8),
        )
        for sentence in sentences
        for match in world.find(sentence.tokens)
    ]
    article = Article("benchmark", text, (Block(BlockKind.BODY, 0, len(text)),))
    return Document(article, sentences, tuple(mentions))


if __name__ == "__main__":
    main()
