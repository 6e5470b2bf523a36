"""Reads tokenised sentences; writes tagged ones and documents as BIO columns, JSON, CoNLL-U."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from kg.model import Document, Mention, Sentence

_LINE_END = re.compile(r"\r\n?|\n")
_BETWEEN = re.compile(r"[ \t]+")


def read_tokens(text: str) -> list[list[str]]:
    r"""Reads sentences that are tokenised already: one a line, spaces between the tokens.

    Only space, tab and the ends of lines part anything: a no-break space or another
    invisible character belongs to its token.

    Args:
        text: The lines; empty ones are left out.

    Returns:
        The tokens as given.

    >>> read_tokens("কিম  এলেন ।\r\n\nউ.\u00a0কোরিয়া\n")
    [['কিম', 'এলেন', '।'], ['উ.\xa0কোরিয়া']]
    """
    lines = ([token for token in _BETWEEN.split(line) if token] for line in _LINE_END.split(text))
    return [tokens for tokens in lines if tokens]


def document_tags(document: Document) -> list[list[str]]:
    """BIO tags of a document's tokens; a token that holds two names has the first's.

    Args:
        document: A tagged article.

    Returns:
        For each sentence a tag for each token.
    """
    mentions: dict[int, list[Mention]] = {}
    for mention in document.mentions:
        if mention.label:
            mentions.setdefault(mention.sentence, []).append(mention)
    return [_tags(s, mentions.get(s.index, ())) for s in document.sentences]


def _tags(sentence: Sentence, mentions: Sequence[Mention]) -> list[str]:
    tags, last = [], None
    for token in sentence.tokens:
        over = (m for m in mentions if m.begin < token.end and token.begin < m.end)
        mention = next(over, None)
        if mention is None:
            tags.append("O")
        else:
            tags.append(f"{'I' if mention is last else 'B'}-{mention.label}")
        last = mention
    return tags


def to_bio(sentences: Sequence[Sequence[str]], tags: Sequence[Sequence[str]]) -> str:
    """Two columns, token and tag, with a blank line after each sentence.

    Args:
        sentences: Tokens.
        tags: As many tags.

    Returns:
        The text.

    >>> print(to_bio([["পুতিন", "এলেন"]], [["B-PER", "O"]]), end="")
    পুতিন	B-PER
    এলেন	O
    <BLANKLINE>
    """
    return "".join(
        "".join(f"{word}\t{tag}\n" for word, tag in zip(words, own, strict=True)) + "\n"
        for words, own in zip(sentences, tags, strict=True)
    )


def to_conllu(sentences: Sequence[Sequence[str]], tags: Sequence[Sequence[str]]) -> str:
    """CoNLL-U with the tag as `NER=` in the last column.

    Args:
        sentences: Tokens.
        tags: As many tags.

    Returns:
        The text.
    """
    blocks = []
    for number, (words, own) in enumerate(zip(sentences, tags, strict=True), 1):
        lines = [f"# sent_id = {number}", f"# text = {' '.join(words)}"]
        for index, (word, tag) in enumerate(zip(words, own, strict=True), 1):
            lines.append(f"{index}\t{word}" + "\t_" * 7 + f"\tNER={tag}")
        blocks.append("\n".join(lines) + "\n\n")
    return "".join(blocks)


def to_json_lines(sentences: Sequence[Sequence[str]], tags: Sequence[Sequence[str]]) -> str:
    """A line of JSON for each sentence: its tokens and their tags.

    Args:
        sentences: Tokens.
        tags: As many tags.

    Returns:
        The text.

    >>> print(to_json_lines([["পুতিন", "এলেন"]], [["B-PER", "O"]]), end="")
    {"tokens": ["পুতিন", "এলেন"], "tags": ["B-PER", "O"]}
    """
    rows = (
        {"tokens": list(words), "tags": list(own)}
        for words, own in zip(sentences, tags, strict=True)
    )
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def to_json(document: Document) -> str:
    """One line of JSON: the article's id and its mentions.

    Args:
        document: A tagged article.

    Returns:
        The line, without its end.
    """
    rows = [
        {
            "begin": mention.begin,
            "end": mention.end,
            "text": mention.text,
            "label": mention.label,
            "sentence": mention.sentence,
            "base": mention.base,
            "case": mention.case.value,
            "found_by": mention.found_by,
            "candidates": list(mention.candidates),
            "score": mention.score,
        }
        for mention in document.mentions
    ]
    return json.dumps({"id": document.article.id, "mentions": rows}, ensure_ascii=False)
