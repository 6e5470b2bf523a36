"""Raw text for the word vectors: one paragraph a line, words parted by blanks."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import regex

from kg.errors import InputError
from kg.tag.words import model_word

_BLOGS, _NEWS = "text/blogs.txt.xz", "news/articles.jsonl"

#: Simpler than `kg.language` and six times as fast: what it cuts otherwise (abbreviations,
#: decimals) is nothing that a vector needs.
_TOKEN = regex.compile(
    r"[\u0964\u0965?!,;:()\[\]\u201c\u201d\"\u2018\u2019\u2026\u2014\u2013/]"
    r"|[^\s\u0964\u0965?!,;:()\[\]\u201c\u201d\"\u2018\u2019\u2026\u2014\u2013/]+"
)

_word = lru_cache(maxsize=None)(model_word)


def write_corpus(data: Path, output: Path) -> int:
    """Writes the raw text that word vectors are learnt from.

    The blogs come first and the news twice: the last words read move the vectors most,
    and news is what the model is for.

    Args:
        data: The folder that holds `text/blogs.txt.xz` and `news/articles.jsonl`.
        output: The file to write.

    Returns:
        The number of words written.

    Raises:
        InputError: A file is missing.
    """
    written = 0
    with output.open("w", encoding="utf-8") as stream:
        for line in paragraphs(data):
            words = text_words(line)
            written += len(words)
            if words:
                stream.write(" ".join(words) + "\n")
    return written


def paragraphs(data: Path) -> Iterator[str]:
    """The paragraphs of the raw text, in the order of `write_corpus`.

    Args:
        data: As there.

    Raises:
        InputError: A file is missing.
    """
    yield from blogs(data)
    for _ in range(2):
        yield from news(data)


def has_text(data: Path) -> bool:
    """Whether the raw text is at hand."""
    return all((data / file).is_file() for file in (_BLOGS, _NEWS))


def blogs(data: Path) -> Iterator[str]:
    """The paragraphs of the blogs."""
    path = data / _BLOGS
    try:
        with lzma.open(path, "rt", encoding="utf-8") as stream:
            yield from stream
    except OSError as error:
        raise _unreadable(path, error) from error


def news(data: Path) -> Iterator[str]:
    """The titles and paragraphs of the news."""
    path = data / _NEWS
    try:
        with path.open(encoding="utf-8") as stream:
            for line in stream:
                article = json.loads(line)
                yield article["title"]
                yield from article["text"].split("\n")
    except OSError as error:
        raise _unreadable(path, error) from error


def text_words(paragraph: str) -> list[str]:
    """The words and marks of a paragraph in the form that the model sees.

    >>> text_words("ব্লগ,লেখা।")
    ['ব্লগ', ',', 'লেখা', '।']
    """
    return [word for token in _TOKEN.findall(paragraph) if (word := _word(token))]


def _unreadable(path: Path, error: OSError) -> InputError:
    return InputError(f"cannot read the raw text ({error.strerror})", str(path))
