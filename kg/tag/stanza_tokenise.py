"""Our tokens and sentences as a processor of a Stanza pipeline.

Stanza has no Bengali tokenizer. Importing this module registers ours, so that
`stanza.Pipeline("bn", processors={"tokenize": "barta", "ner": "barta"}, …)` works.
"""

from __future__ import annotations

from typing import Any

from stanza.models.common import doc
from stanza.pipeline.processor import ProcessorVariant, register_processor_variant

from kg.language import split_sentences
from kg.model import Sentence
from kg.tag.store import PACKAGE
from kg.tag.words import model_word


@register_processor_variant("tokenize", PACKAGE)
class BartaTokenizer(ProcessorVariant):  # type: ignore[misc]
    """Sentences and tokens of `kg.language`, character offsets into the given text."""

    def __init__(self, config: dict[str, Any]) -> None:
        del config  # our tokenizer has no settings; Stanza passes them to every variant

    def process(self, document: Any) -> doc.Document:
        """Splits a text.

        Args:
            document: A string or a Stanza document.

        Returns:
            A Stanza document with sentences.
        """
        text = document.text if isinstance(document, doc.Document) else document
        return doc.Document([_rows(s) for s in split_sentences(text) if s.tokens], text)


def _rows(sentence: Sentence) -> list[dict[str, str]]:
    return [
        {
            doc.TEXT: model_word(token.text) or token.text,
            doc.MISC: f"{doc.START_CHAR}={token.begin}|{doc.END_CHAR}={token.end}",
        }
        for token in sentence.tokens
    ]
