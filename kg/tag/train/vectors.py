"""Word vectors for the NER model: skip-gram (Mikolov et al. 2013) on raw news text.

gensim is needed here and nowhere else; it comes with the extra `train`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from kg.errors import InputError
from kg.language import split_sentences
from kg.tag.words import model_word

#: How many of the most frequent words get a vector: a tenth of the running words of
#: held-out news is not among them, and twice as many words change that little.
_WORDS = 100_000
_DIMENSIONS = 100

#: The vector of an unknown word is the mean of this many of the rarest known ones.
_RAREST = 5_000


def train_vectors(texts: Iterable[str], output: Path, seed: int = 1) -> int:
    """Learns vectors from raw text and writes them in Stanza's pretrain form.

    Args:
        texts: Paragraphs or articles.
        output: The `.pt` file to write.
        seed: Of the random numbers; one thread, so that a run can be repeated.

    Returns:
        The number of words that have a vector.

    Raises:
        InputError: gensim is not installed.
    """
    try:
        from gensim.models import Word2Vec  # type: ignore[import-not-found,unused-ignore]
    except ImportError as error:
        raise InputError("gensim is not installed", hint="pip install 'barta[train]'") from error
    sentences = [
        [model_word(token.text) for token in sentence.tokens]
        for text in texts
        for sentence in split_sentences(text)
    ]
    model = Word2Vec(
        sentences,
        vector_size=_DIMENSIONS,
        window=4,
        min_count=4,
        sg=1,
        negative=5,
        sample=1e-4,
        epochs=4,
        workers=1,
        seed=seed,
    )
    words = model.wv.index_to_key[:_WORDS]
    write_vectors(words, [model.wv[word].tolist() for word in words], output)
    return len(words)


def write_vectors(words: Sequence[str], rows: Sequence[Sequence[float]], output: Path) -> None:
    """Writes vectors in Stanza's pretrain form, at half precision.

    Args:
        words: The most frequent first.
        rows: A vector for each word.
        output: The `.pt` file.
    """
    import torch
    from stanza.models.common.pretrain import PretrainedWordVocab
    from stanza.models.common.vocab import UNK_ID, VOCAB_PREFIX

    matrix = torch.zeros(len(VOCAB_PREFIX) + len(words), len(rows[0]))
    matrix[len(VOCAB_PREFIX) :] = torch.tensor(rows)
    matrix[UNK_ID] = matrix[-_RAREST:].mean(dim=0)
    vocab = PretrainedWordVocab(list(words))
    output.parent.mkdir(parents=True, exist_ok=True)
    state = {"vocab": vocab.state_dict(), "emb": matrix.half()}
    torch.save(state, output, _use_new_zipfile_serialization=False)
