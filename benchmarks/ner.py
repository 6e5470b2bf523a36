"""Scores of the NER model by set and label: `python benchmarks/ner.py DATA [--model DIR]`.

DATA is the folder that `kg train ner` takes. Entity F1 of the model alone, without the
gazetteer, through the same call as `kg tag --pretokenized`: adjacent tokens of one label
are one name in gold and prediction alike, `GPE` is read as `LOC`. The range holds the F1 of
95 in 100 samples of the sentences, drawn with replacement.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

from kg.tag import load_tagger
from kg.tag.train.score import Score, entities
from kg.tag.train.split import load_split

_SAMPLES = 1000

Counts = tuple[int, int, int]


def sentence_counts(gold: Sequence[str], found: Sequence[str], label: str | None) -> Counts:
    """Names in the gold, found and right in one sentence; of all labels when none is said."""
    wanted, got = (
        {span for span in entities(tags) if label in (None, span[0])} for tags in (gold, found)
    )
    return len(wanted), len(got), len(wanted & got)


def spread(counts: Sequence[Counts]) -> tuple[float, float]:
    """The range of F1 over samples of the sentences (Efron 1979)."""
    draw = random.Random(1)
    scores = []
    for _ in range(_SAMPLES):
        sample = draw.choices(counts, k=len(counts))
        scores.append(Score(*(sum(column) for column in zip(*sample, strict=True))).f1)
    scores.sort()
    return scores[int(0.025 * _SAMPLES)], scores[int(0.975 * _SAMPLES)]


def main() -> None:
    """Prints a row for each set and label."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--model", type=Path, help="a model of your own")
    parser.add_argument("--dev", action="store_true", help="the dev part instead of the tests")
    options = parser.parse_args()
    split, tagger = load_split(options.data), load_tagger(options.model)
    parts = {
        source: tuple(e for e in split.dev if e.source == source)
        for source in ("daffodil", "headlines")
    }
    print("| set | label | names | precision | recall | F1 | 95 in 100 |\n|" + " --- |" * 7)
    for name, examples in (parts if options.dev else split.tests).items():
        found = tagger.tag_tokens([list(example.words) for example in examples])
        pairs = [(e.tags, tags) for e, tags in zip(examples, found, strict=True)]
        named: dict[str, Sequence[str | None]] = {
            **{label: [label] for label in ("PER", "LOC", "ORG", "TIME")},
            "PER LOC ORG": ["PER", "LOC", "ORG"],
            "all": [None],
        }
        for title, labels in named.items():
            counts = [
                tuple(
                    map(sum, zip(*(sentence_counts(*pair, label) for label in labels), strict=True))
                )
                for pair in pairs
            ]
            gold, got, right = (sum(column) for column in zip(*counts, strict=True))
            low, high = spread(counts)
            f1 = Score(gold, got, right).f1
            print(
                f"| {name} | {title} | {gold} | {100 * right / got:.1f} | {100 * right / gold:.1f} "
                f"| {100 * f1:.1f} | {100 * low:.1f}–{100 * high:.1f} |"
            )


if __name__ == "__main__":
    main()
