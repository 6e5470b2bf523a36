"""Runs a Stanza NER model with Stanza itself: whatever network it has, and seconds to load."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kg.errors import ModelError
from kg.tag.batches import Words, batches
from kg.tag.store import LANGUAGE, PACKAGE, SHIPPED, charlm_files

#: Words in a batch: enough to keep matrix products large, small enough for caches.
_BATCH = 3_000


class StanzaNetwork:
    """A loaded Stanza pipeline and its NER model."""

    def __init__(self, pipeline: Any) -> None:
        self._processor = pipeline.processors["ner"]

    def frequent(self, count: int) -> list[str]:
        """The most frequent words: those of the vectors stand by falling frequency."""
        vocab = self._processor.trainers[0].vocab
        if "word" not in vocab:
            return []
        words = vocab["word"]
        return [words.id2unit(index) for index in range(min(count, len(words)))]

    def knows(self, word: str) -> bool:
        """Whether a word has a vector of its own, or one was learnt from tagged sentences.

        All are known to a model without word vectors.
        """
        vocab = self._processor.trainers[0].vocab
        kinds = [kind for kind in ("word", "delta") if kind in vocab]
        return not kinds or any(word.lower() in vocab[kind] for kind in kinds)

    @property
    def tag_sets(self) -> int:
        """How many customs of tagging the model knows."""
        return len(self._processor.trainers[0].vocab["tag"].lens())

    def tag(self, sentences: Sequence[Words], tag_set: int = 0) -> list[list[str]]:
        """Tags sentences.

        Args:
            sentences: Words, the longest sentence first; no sentence and no word empty.
            tag_set: By which custom.

        Returns:
            The tags of each sentence, as Stanza writes them (BIOES).
        """
        self._processor.trainers[0].args["predict_tagset"] = tag_set
        return [tags for batch in batches(sentences, _BATCH) for tags in self._batch(batch)]

    def _batch(self, batch: list[Words]) -> list[list[str]]:
        import torch
        from stanza.models.ner.data import DataLoader

        trainer, config = self._processor.trainers[0], self._processor.configs[0]
        with torch.no_grad():
            (loaded,) = DataLoader(
                _Document(batch),
                len(batch),
                config,
                vocab=trainer.vocab,
                evaluation=True,
                preprocess_tags=False,
                bert_tokenizer=trainer.model.bert_tokenizer,
            )
            predicted: list[list[str]] = trainer.predict(loaded)
        return predicted


class _Document:
    """The one question that Stanza's loader asks of a document.

    A `stanza.Document` makes an object of every word, which takes as long as the model.
    """

    def __init__(self, sentences: Sequence[Words]) -> None:
        self._sentences = sentences

    def get(self, fields: Sequence[str], **_: bool) -> list[list[list[str | None]]]:
        """The words with no value for all fields but the first, the text."""
        empty = [None] * (len(fields) - 1)
        return [[[word, *empty] for word in sentence] for sentence in self._sentences]


def load_stanza(model: Path, vectors: Path) -> StanzaNetwork:
    """Loads a model into a Stanza pipeline; nothing is downloaded.

    Args:
        model: The model.
        vectors: Its word vectors.

    Raises:
        ModelError: This is no Stanza NER model, or does not fit its word vectors.
    """
    import stanza

    from kg.tag import stanza_tokenise  # noqa: F401  registers our tokenizer

    try:
        pipeline = stanza.Pipeline(
            LANGUAGE,
            dir=str(SHIPPED),
            processors={"tokenize": PACKAGE, "ner": PACKAGE},
            package=None,
            ner_model_path=str(model),
            ner_pretrain_path=str(vectors),
            **{f"ner_{side}_charlm_path": str(file) for side, file in charlm_files(model).items()},
            tokenize_with_barta=True,
            download_method=None,
            use_gpu=False,
            logging_level="ERROR",
        )
    except (
        *(OSError, RuntimeError, LookupError, ValueError, EOFError, AssertionError),
        pickle.UnpicklingError,
    ) as error:
        raise ModelError(
            f"Stanza cannot load this NER model ({error})",
            str(model),
            "It must be a model of stanza.models.ner_tagger with its own word vectors",
        ) from error
    return StanzaNetwork(pipeline)
