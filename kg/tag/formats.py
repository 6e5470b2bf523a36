"""Writes tagged sentences and documents as BIO columns, JSON or CoNLL-U."""

from __future__ import annotations

import json
from collections.abc import Sequence

from kg.model import Document, Mention, Sentence


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
    """CoNLL-U with the tag as `NER=` in the last column, as Stanza writes it.

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
