"""News sentences annotated for this model: labels over hashes here, the text in the reader's hands.

No text of a newspaper is shipped. Each row of the tables names an article, tells one of its
sentences by a hash of its words, and says which of the words are names; whoever has the
articles can join the two. One table has sentences as they stand, names by Daffodil's custom,
the other titles and short sentences written like headlines, names by the custom of those.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kg.errors import DataError, InputError
from kg.language import split_sentences
from kg.tag.headline import HEADLINE, TEXT, headline_words, tag_set
from kg.tag.labels import MODEL_LABELS
from kg.tag.train.corpus import Example
from kg.tag.words import model_word

TABLE = Path(__file__).parent / "data" / "news_names.tsv"
HEADLINE_TABLE = Path(__file__).parent / "data" / "headline_names.tsv"

#: The end of a paragraph's sentence, and what stands for a token with nothing visible.
_BLANK = "\u0964"

Names = tuple[tuple[int, int, str], ...]


def read_annotated(
    articles: Path, table: Path = TABLE, headlines: Path = HEADLINE_TABLE
) -> Iterator[Example]:
    """Joins the shipped labels with the articles that they were made on.

    Args:
        articles: Articles as JSON lines with `id`, `title` and `text`; those that no
            table names are passed over.
        table: Labels by article and sentence.
        headlines: Labels of what is written like a headline.

    Yields:
        The sentences that are found, in the order of the articles.

    Raises:
        InputError: The articles cannot be read.
        DataError: A table is malformed.
    """
    tables = (
        (TEXT, article_words, _table(table)),
        (HEADLINE, article_headlines, _table(headlines)),
    )
    wanted = [{article for article, _ in labels} for *_, labels in tables]
    try:
        with articles.open(encoding="utf-8") as stream:
            for line in stream:
                record = json.loads(line)
                for (custom, parted, labels), articles_of in zip(tables, wanted, strict=True):
                    if record["id"] in articles_of:
                        yield from _joined(record["id"], parted(record), labels, custom)
    except OSError as error:
        raise InputError(f"cannot read the articles ({error.strerror})", str(articles)) from error


def article_words(record: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """The sentences of an article's title and paragraphs as the model's words."""
    for paragraph in (record["title"], *record["text"].split("\n")):
        for sentence in split_sentences(paragraph):
            yield tuple(model_word(token.text) or _BLANK for token in sentence.tokens)


def article_headlines(record: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """An article's title and sentences as words without marks, like headlines."""
    yield headline_words(record["title"])
    for paragraph in record["text"].split("\n"):
        for sentence in split_sentences(paragraph):
            yield headline_words(" ".join(token.text for token in sentence.tokens))


def sentence_hash(words: Iterable[str]) -> str:
    """What tells a sentence without repeating it: sixteen hexadecimal digits.

    >>> sentence_hash(["a", "b"]) == sentence_hash(["a", "c"])
    False
    """
    return hashlib.sha256(" ".join(words).encode()).hexdigest()[:16]


def bio(length: int, names: Names) -> tuple[str, ...]:
    """BIO tags of a sentence with these names.

    >>> bio(4, ((1, 3, "PER"),))
    ('O', 'B-PER', 'I-PER', 'O')
    """
    tags = ["O"] * length
    for first, last, label in names:
        tags[first:last] = [f"B-{label}", *[f"I-{label}"] * (last - first - 1)]
    return tuple(tags)


def _joined(
    article: str,
    sentences: Iterable[tuple[str, ...]],
    labels: Mapping[tuple[str, str], Names],
    custom: int,
) -> Iterator[Example]:
    for words in sentences:
        names = labels.get((article, sentence_hash(words)))
        # A sentence without marks would teach the custom of another set.
        if (
            names is not None
            and tag_set(words) == custom
            and all(last <= len(words) for _, last, _ in names)
        ):
            yield Example("news", words, bio(len(words), names))


def _table(path: Path) -> dict[tuple[str, str], Names]:
    labels: dict[tuple[str, str], Names] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != 3:
            raise DataError("a row needs article, hash and names", f"{path}:{number}")
        try:
            names = tuple(_name(cell) for cell in cells[2].split())
        except ValueError as error:
            raise DataError(
                f"no names: {cells[2]!r}", f"{path}:{number}", "Write them as 0-2:PER 5-6:LOC"
            ) from error
        labels[cells[0], cells[1]] = names
    return labels


def _name(cell: str) -> tuple[int, int, str]:
    place, _, label = cell.partition(":")
    first, last = map(int, place.split("-"))
    if label not in MODEL_LABELS or not 0 <= first < last:
        raise ValueError(cell)
    return first, last, label
