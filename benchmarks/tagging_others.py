"""Two other taggers, trained on the sentences that our names model learns from."""

from __future__ import annotations

import pickle
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from kg.tag.train.corpus import Example
from kg.tag.train.score import entity_scores

#: Epochs that spaCy may take; the best on the dev part is kept.
_EPOCHS = 8

Sentences = Sequence[Sequence[str]]


def features(words: Sequence[str]) -> list[list[str]]:
    """What a linear-chain CRF sees of each word: the usual features for names.

    The word, its first and last letters, its kind of letters and its length; the two words
    before and after it with their endings, and the pairs that it makes with its neighbours.
    """
    padded = ["<s>", "<s>", *words, "</s>", "</s>"]
    return [_features(padded, place) for place in range(2, len(words) + 2)]


def _features(words: Sequence[str], place: int) -> list[str]:
    word = words[place]
    found = ["bias", f"w={word}", f"kind={_kind(word)}", f"length={min(len(word), 10)}"]
    found += [f"first{n}={word[:n]}" for n in range(1, 6)]
    found += [f"last{n}={word[-n:]}" for n in range(1, 6)]
    for step in (-2, -1, 1, 2):
        near = words[place + step]
        found += [f"{step}w={near}", f"{step}last={near[-2:]}", f"{step}kind={_kind(near)}"]
    found.append(f"pair={words[place - 1]}|{word}")
    found.append(f"next={word}|{words[place + 1]}")
    return found


def _kind(word: str) -> str:
    if word.isdecimal():
        return "digits"
    if word.isascii():
        return "Latin" if word.isalnum() else "mark"
    return "mixed" if any(letter.isdecimal() for letter in word) else "word"


class Crf:
    """sklearn-crfsuite's CRF, read from a file."""

    def __init__(self, path: Path) -> None:
        self._crf = pickle.loads(path.read_bytes())

    def predict(self, sentences: Sentences) -> list[list[str]]:
        """Tags sentences."""
        tags: list[list[str]] = self._crf.predict([features(words) for words in sentences])
        return tags


def train_crf(train: Sequence[Example], path: Path) -> None:
    """Trains a CRF with L-BFGS and elastic net."""
    from sklearn_crfsuite import CRF

    crf = CRF(algorithm="lbfgs", c1=0.05, c2=0.05, max_iterations=100)
    crf.fit([features(e.words) for e in train], [list(e.tags) for e in train])
    path.write_bytes(pickle.dumps(crf))


class Spacy:
    """A spaCy pipeline, read from a folder."""

    def __init__(self, path: Path) -> None:
        import spacy

        self._nlp = spacy.load(path)

    def predict(self, sentences: Sentences) -> list[list[str]]:
        """Tags sentences."""
        return _spacy_tags(self._nlp, sentences)


def _spacy_tags(nlp: Any, sentences: Sentences) -> list[list[str]]:
    from spacy.tokens import Doc

    documents = (Doc(nlp.vocab, words=list(words)) for words in sentences)
    return [
        [
            token.ent_iob_ if token.ent_iob_ == "O" else f"{token.ent_iob_}-{token.ent_type_}"
            for token in document
        ]
        for document in nlp.pipe(documents, batch_size=1000)
    ]


def train_spacy(train: Sequence[Example], dev: Sequence[Example], path: Path) -> None:
    """Trains spaCy's transition parser for names on a blank Bengali pipeline."""
    import spacy

    spacy.util.fix_random_seed(1)
    shuffled = random.Random(1)
    nlp = spacy.blank("bn")
    nlp.add_pipe("ner")
    examples = list(_spacy_examples(nlp, train))
    optimizer = nlp.initialize(lambda: examples)
    best = 0.0
    for epoch in range(_EPOCHS):
        shuffled.shuffle(examples)
        for batch in spacy.util.minibatch(examples, size=64):
            nlp.update(batch, sgd=optimizer, drop=0.2)
        tags = _spacy_tags(nlp, [example.words for example in dev])
        score = entity_scores([example.tags for example in dev], tags)["all"].f1
        print(f"spaCy, epoch {epoch + 1}: F1 {score:.4f} on the dev part", flush=True)
        if score > best:
            best = score
            nlp.to_disk(path)


def _spacy_examples(nlp: Any, sentences: Sequence[Example]) -> Iterator[Any]:
    from spacy.tokens import Doc
    from spacy.training import Example as SpacyExample
    from spacy.training import iob_to_biluo

    for sentence in sentences:
        document = Doc(nlp.vocab, words=list(sentence.words))
        yield SpacyExample.from_dict(document, {"entities": iob_to_biluo(list(sentence.tags))})
