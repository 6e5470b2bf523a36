"""What reading claims costs: `python benchmarks/claims.py [ARTICLES…]`; without any, the seeds.

Claims a second after tagging, on one core; and the time per article as the frames become
four times as many, with nouns and complements made up: a ratio within one run, which
compares across machines.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from kg.model import Article, Document, Resolution
from kg.read import read_articles
from kg.relate import frames, relate, triggers
from kg.resolve import resolve
from kg.tag import load_tagger
from kg.world import World, load_world

_SEEDS = Path(__file__).parent.parent / "seeds"
_TIMES = 4
_ROUNDS = 3


@dataclass(frozen=True)
class Work:
    """Articles tagged and resolved, and the gazetteer."""

    pairs: Sequence[tuple[Document, Resolution]]
    world: World

    def seconds(self) -> float:
        """The least time in which all claims are read, of a few rounds."""
        spent = []
        for _ in range(_ROUNDS):
            begin = time.process_time()
            for document, found in self.pairs:
                relate(document, found, self.world)
            spent.append(time.process_time() - begin)
        return min(spent)


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("articles", nargs="*", type=Path, default=[_SEEDS])
    world = load_world()
    found = (a for a in read_articles(options.parse_args().articles) if isinstance(a, Article))
    documents = list(load_tagger(world=world).tag(found))
    work = Work([(d, resolve(d, world)) for d in documents], world)
    once = work.seconds()
    claims = sum(len(relate(d, r, world)[0]) for d, r in work.pairs)
    tokens = sum(len(s.tokens) for d in documents for s in d.sentences)
    print(f"{len(documents)} articles, {tokens} tokens, {claims} claims")
    print(f"{claims / once:,.0f} claims and {tokens / once:,.0f} tokens a second on one core")
    ratio = _with_more_frames(work) / once
    verdict = "no more than" if ratio <= _TIMES else "MORE THAN"
    print(f"frames x{_TIMES}: time per article x{ratio:.2f} ({verdict} x{_TIMES})")


def _with_more_frames(work: Work) -> float:
    known = frames.load_frames()
    more = [
        frame.model_copy(
            update={
                "name": f"{frame.name}.{copy}",
                "nouns": tuple(noun + frame.nouns[0] * copy for noun in frame.nouns),
                "verbs": tuple(f"{verb.split()[0] * (copy + 1)} {verb}" for verb in frame.verbs),
            }
        )
        for frame in known
        for copy in range(1, _TIMES)
    ]
    triggers._index.cache_clear()
    with patch.object(triggers, "load_frames", lambda: (*known, *more)):
        spent = work.seconds()
    triggers._index.cache_clear()
    return spent


if __name__ == "__main__":
    main()
