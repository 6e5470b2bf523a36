"""How well names are found in whole articles: `python benchmarks/mentions.py GOLD ARTICLES…`.

GOLD is a folder of annotations as `kg score` takes it, ARTICLES the texts that they annotate.
Where an annotated surface stands in the text as whole words, the longest one first, there is
a name of its entity's type; the whole tagger, gazetteer included, has to find it with the
same first and last character and the same type (`GPE` for states, `LOC` for places).
What stands outside the sentences that are read (a page's menus) does not count.
Precision is told twice: of all names found, and of those that touch an annotated one, for
annotations leave some names out (a paper that is quoted once) and some endings of a name.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import regex

from kg.model import Article, Document
from kg.read import read_articles
from kg.tag import load_tagger

_LABELS = {"Person": "PER", "Country": "GPE", "Place": "LOC", "Organization": "ORG"}

Span = tuple[int, int]


def surfaces(gold: Mapping[str, list[dict[str, list[str]]]]) -> dict[str, set[str]]:
    """The labels that each annotated surface may have; one form may name two things."""
    labels: dict[str, set[str]] = {}
    for entity in gold["entities"]:
        for surface in entity["surfaces"]:
            labels.setdefault(surface, set()).add(_LABELS[str(entity["type"])])
    return labels


def occurrences(text: str, labels: Mapping[str, set[str]]) -> Iterator[tuple[Span, set[str]]]:
    """Where surfaces stand in a text as whole words, a longer one before a shorter."""
    if not labels:
        return
    longest = sorted(labels, key=lambda surface: (-len(surface), surface))
    words = "|".join(map(regex.escape, longest))
    for match in regex.finditer(
        rf"(?<![\p{{L}}\p{{M}}\p{{N}}])(?:{words})(?![\p{{L}}\p{{M}}\p{{N}}])", text
    ):
        yield match.span(), labels[match.group()]


def count(document: Document, labels: Mapping[str, set[str]], show: bool) -> Counter[str]:
    """Names annotated, found, touching and right, by label and in all."""
    counts: Counter[str] = Counter()
    read = [(sentence.begin, sentence.end) for sentence in document.sentences]
    wanted = {
        (begin, end): allowed
        for (begin, end), allowed in occurrences(document.article.text, labels)
        if any(first <= begin and end <= last for first, last in read)
    }
    found = {(m.begin, m.end): m.label for m in document.mentions if m.label in _LABELS.values()}
    taken = {place for span in wanted for place in range(*span)}
    for span, allowed in wanted.items():
        label = found.get(span) if found.get(span) in allowed else min(allowed)
        counts[f"gold {label}"] += 1
        counts[f"right {label}"] += found.get(span) in allowed
    for span, label in found.items():
        counts[f"found {label}"] += 1
        counts[f"touching {label}"] += not taken.isdisjoint(range(*span))
    if show:
        _print_misses(document.article, wanted, found)
    return counts


def _print_misses(
    article: Article, wanted: Mapping[Span, set[str]], found: Mapping[Span, str]
) -> None:
    for span, allowed in wanted.items():
        if found.get(span) not in allowed:
            near = [
                f"{article.text[begin:end]} {label}"
                for (begin, end), label in found.items()
                if begin < span[1] and span[0] < end
            ]
            print(article.id, "MISSED", article.text[slice(*span)], *sorted(allowed), "|", *near)
    for span, label in found.items():
        if label not in wanted.get(span, ()):
            print(article.id, "ADDED", article.text[slice(*span)], label)


def table(counts: Mapping[str, int]) -> Iterator[str]:
    """A line for each label and one for all."""
    yield f"{'':6}{'names':>7}{'recall':>8}{'precision':>11}{'of touching':>13}"
    labels = sorted(_LABELS.values())
    for name, parts in [*((label, [label]) for label in labels), ("all", labels)]:
        gold, right, found, touching = (
            sum(counts[f"{kind} {part}"] for part in parts)
            for kind in ("gold", "right", "found", "touching")
        )
        shares = [right / (of or 1) for of in (gold, found, touching)]
        yield f"{name:6}{gold:7}{shares[0]:8.3f}{shares[1]:11.3f}{shares[2]:13.3f}"


def measure(gold: Path, articles: Iterable[Path], model: Path | None, show: bool) -> Counter[str]:
    """Tags the annotated articles and adds up the counts of each."""
    by_article: dict[str, dict[str, set[str]]] = {}
    for path in sorted(gold.glob("*.json")):
        annotation = json.loads(path.read_text(encoding="utf-8"))
        by_article[annotation.get("file") or path.stem] = surfaces(annotation)
    texts = [
        article
        for article in read_articles(list(articles))
        if isinstance(article, Article) and article.id in by_article
    ]
    total: Counter[str] = Counter()
    for document in load_tagger(model).tag(texts):
        total += count(document, by_article[document.article.id], show)
    print(f"{len(texts)} of {len(by_article)} annotated articles")
    return total


def main() -> None:
    """Prints recall and precision by label."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("articles", type=Path, nargs="+")
    parser.add_argument("--model", type=Path, help="a model of your own")
    parser.add_argument("--misses", action="store_true", help="list what differs")
    options = parser.parse_args()
    counts = measure(options.gold, options.articles, options.model, options.misses)
    print(*table(counts), sep="\n")


if __name__ == "__main__":
    main()
