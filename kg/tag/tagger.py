"""Articles in, documents with name mentions out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from pathlib import Path

from kg.language import split_sentences
from kg.model import Article, Document, Sentence
from kg.tag.heads import go_on
from kg.tag.introduced import add_introduced
from kg.tag.kinds import add_by_kind
from kg.tag.merge import full_names, merge
from kg.tag.ordinary import without_ordinary
from kg.tag.repeat import add_repeated
from kg.tag.rows import add_in_rows
from kg.tag.stanza_ner import StanzaNer, load_ner
from kg.tag.store import fingerprint
from kg.tag.things import without_things
from kg.world import World, load_world

#: Articles that are tagged together: their sentences fill the model's batches.
_BULK = 64

#: Code and tables on which the mentions of an article depend, besides model and world.
_ROOMS = ("language/*.py", "language/data/*", "tag/*.py")


class Tagger:
    """Finds names in Bengali articles; made by `load_tagger`."""

    def __init__(self, ner: StanzaNer, world: World, model: Path | None) -> None:
        self._ner = ner
        self._world = world
        self._model = model

    @cached_property
    def fingerprint(self) -> str:
        """Changes whenever the same article might be tagged differently."""
        return tagger_fingerprint(self._model, self._world)

    def tag(self, articles: Iterable[Article]) -> Iterator[Document]:
        """Splits articles into sentences and tokens and finds the names in them.

        Sentences of many articles go through the model together, which is several
        times faster than one article after the other.

        Args:
            articles: They are read a few dozen at a time.

        Yields:
            A document for each article, in order.
        """
        rest = iter(articles)
        while bulk := list(islice(rest, _BULK)):
            sentences = [article_sentences(article) for article in bulk]
            words = [[token.text for token in s.tokens] for each in sentences for s in each]
            tags = iter(self._ner.predict(words))
            for article, own in zip(bulk, sentences, strict=True):
                yield self._document(article, own, list(islice(tags, len(own))))

    def tag_tokens(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        """Tags sentences that are tokenised already, with the Stanza model alone.

        Args:
            sentences: Words in any tokenisation; exactly these are tagged.

        Returns:
            BIO tags with the labels `PER`, `LOC`, `ORG` and `TIME`.
        """
        return self._ner.predict(sentences)

    def _document(
        self, article: Article, sentences: tuple[Sentence, ...], tags: list[list[str]]
    ) -> Document:
        matches = [self._world.find(sentence.tokens) for sentence in sentences]
        named = full_names(match for each in matches for match in each)
        mentions = [
            mention
            for sentence, own, found in zip(sentences, tags, matches, strict=True)
            for mention in merge(article.text, sentence, own, found, named, self._world)
        ]
        mentions = without_ordinary(mentions, self._ner.is_common)
        mentions = list(without_things(mentions, self._world))
        for add in (go_on, add_introduced, add_by_kind, add_in_rows):
            mentions = list(add(article.text, sentences, mentions, self._world))
        complete = add_repeated(article.text, sentences, mentions, self._ner.is_common)
        return Document(article, sentences, complete)


def load_tagger(model: Path | None = None, world: World | None = None) -> Tagger:
    """Loads the Stanza model and the gazetteer.

    Args:
        model: A model folder or `.pt` file of your own (see `kg train ner`); the
            shipped model when nothing is said.
        world: A gazetteer; the package's own when nothing is said.

    Returns:
        The tagger.

    Raises:
        ModelError: The model is missing or does not load.
    """
    world = world or load_world()
    return Tagger(load_ner(model), world, model)


def tagger_fingerprint(model: Path | None, world: World) -> str:
    """The fingerprint that a tagger would have, without loading its model.

    Args:
        model: As for `load_tagger`.
        world: The gazetteer.

    Raises:
        ModelError: The model is missing.
    """
    known = [repr(world.entries), repr(sorted(world.roles.items()))]
    return fingerprint(model, *known, *_sources())


def _sources() -> list[str]:
    package = Path(__file__).parents[1]
    paths = sorted(path for pattern in _ROOMS for path in package.glob(pattern))
    return [path.read_text(encoding="utf-8") for path in paths]


def article_sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences of an article's blocks in reading order, empty ones left out."""
    sentences: list[Sentence] = []
    for index, block in enumerate(article.blocks):
        found = split_sentences(
            article.text[block.begin : block.end], index, block.begin, len(sentences)
        )
        sentences += found
    return tuple(sentences)
