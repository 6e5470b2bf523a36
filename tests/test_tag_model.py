"""The shipped Stanza model at work, in our tagger and in plain Stanza."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import ModelError
from kg.model import Article, Block, BlockKind, Document
from kg.tag import Tagger, document_tags, load_tagger
from kg.tag.headline import HEADLINE
from kg.tag.store import SHIPPED

pytestmark = pytest.mark.model

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
_SENTENCE = "রুশ প্রেসিডেন্ট ভ্লাদিমির পুতিন বুধবার মস্কোতে পৌঁছেছেন।"
_WORDS = st.lists(st.text(alphabet="কখপুতিন।,‘-়্\ufeff \u200dA1", max_size=6), max_size=6)


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    """The shipped model with the package's gazetteer."""
    return load_tagger()


def article(id_: str, text: str) -> Article:
    """An article whose lines are paragraphs, the first of them the headline."""
    blocks, begin = [], 0
    for line in text.split("\n"):
        kind = BlockKind.BODY if blocks else BlockKind.HEADLINE
        if line.strip():
            blocks.append(Block(kind, begin, begin + len(line)))
        begin += len(line) + 1
    return Article(id_, text, tuple(blocks))


@pytest.fixture(scope="module")
def documents(tagger: Tagger) -> list[Document]:
    """The seed articles, tagged."""
    texts = [(path.name, path.read_text(encoding="utf-8")) for path in SEEDS]
    return list(tagger.tag(article(name, text) for name, text in texts))


def test_mentions_are_the_text_between_their_offsets(documents: list[Document]) -> None:
    """Every mention's text is what the article as given has between its offsets."""
    assert documents
    for document in documents:
        for mention in document.mentions:
            assert mention.text == document.article.text[mention.begin : mention.end]


def test_mentions_do_not_overlap(documents: list[Document]) -> None:
    """Name mentions stand in order and apart."""
    for document in documents:
        edges = [edge for m in document.mentions for edge in (m.begin, m.end)]
        assert edges == sorted(edges)


def test_mentions_lie_in_their_sentence(documents: list[Document]) -> None:
    """A mention names the sentence that holds it."""
    for document in documents:
        for mention in document.mentions:
            sentence = document.sentences[mention.sentence]
            assert sentence.begin <= mention.begin < mention.end <= sentence.end


def test_a_document_has_a_tag_for_each_token(documents: list[Document]) -> None:
    """Documents are written as BIO without loss of a token."""
    for document in documents:
        lengths = [len(tags) for tags in document_tags(document)]
        assert lengths == [len(sentence.tokens) for sentence in document.sentences]


def test_bulk_and_single_agree(tagger: Tagger, documents: list[Document]) -> None:
    """An article has the same mentions alone and among others."""
    (alone,) = tagger.tag([documents[0].article])
    assert alone == documents[0]


def test_no_articles(tagger: Tagger) -> None:
    """No articles, no documents; an empty article is an empty document."""
    assert list(tagger.tag([])) == []
    (empty,) = tagger.tag([Article("empty", "", ())])
    assert (empty.sentences, empty.mentions) == ((), ())


def test_known_names(tagger: Tagger) -> None:
    """A plain sentence of international news has its names."""
    (document,) = tagger.tag([article("a", _SENTENCE)])
    found = {(m.label, m.base) for m in document.mentions}
    assert {("GPE", "রুশ"), ("PER", "ভ্লাদিমির পুতিন"), ("LOC", "মস্কো")} <= found


def test_names_no_gazetteer_has(tagger: Tagger) -> None:
    """The model finds persons that stand in no table, with their endings."""
    text = "ঢাকায় সাংবাদিক মফিজুর রহমানকে আটক করেছে পুলিশ।"
    (document,) = tagger.tag([article("a", text)])
    assert ("PER", "মফিজুর রহমান") in {(m.label, m.base) for m in document.mentions}


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(sentences=st.lists(_WORDS, max_size=4))
def test_pretokenised_words_keep_their_number(tagger: Tagger, sentences: list[list[str]]) -> None:
    """There is a tag for each word as given, whatever the words are."""
    tags = tagger.tag_tokens(sentences)
    assert [len(own) for own in tags] == [len(words) for words in sentences]


def test_a_very_long_sentence(tagger: Tagger) -> None:
    """A sentence longer than the model takes at once has a tag for each word."""
    assert len(tagger.tag_tokens([["পুতিন"] * 1000])[0]) == 1000


def test_a_very_long_word(tagger: Tagger) -> None:
    """A word of a million letters neither fills the memory nor takes minutes."""
    assert len(tagger.tag_tokens([["ক" * 1_000_000, "পুতিন"]])[0]) == 2


def test_tags_are_bio(tagger: Tagger) -> None:
    """Plain tags are BIO with the model's four labels."""
    (tags,) = tagger.tag_tokens([_SENTENCE.split()])
    labels = {f"{position}-{name}" for position in "BI" for name in ("PER", "LOC", "ORG", "TIME")}
    assert set(tags) <= {"O", *labels}
    assert tags[2:4] == ["B-PER", "I-PER"]


def test_not_a_model(tmp_path: Path) -> None:
    """A file that is no Stanza model is refused with its path."""
    path = tmp_path / "letter.pt"
    path.write_bytes(b"Dear Sir")
    with pytest.raises(ModelError, match=r"letter\.pt"):
        load_tagger(path)


def _plain_stanza(**options: int) -> Any:
    """Stanza itself with the shipped model, for tokenised text."""
    import stanza

    return stanza.Pipeline(
        "bn",
        dir=str(SHIPPED),
        processors="tokenize,ner",
        tokenize_pretokenized=True,
        **options,
        download_method=None,
        use_gpu=False,
        logging_level="ERROR",
    )


def test_plain_stanza_pretokenised() -> None:
    """Plain Stanza runs the shipped model on tokenised text, nothing downloaded."""
    pipeline = _plain_stanza()
    entities = pipeline(_SENTENCE.replace("।", " ।")).ents
    assert ("PER", "ভ্লাদিমির পুতিন") in {(entity.type, entity.text) for entity in entities}


def test_plain_stanza_knows_the_custom_of_headlines() -> None:
    """Its second tag set has মার্কিন as a place."""
    pipeline = _plain_stanza(ner_predict_tagset=HEADLINE)
    entities = pipeline([["মার্কিন", "প্রেসিডেন্ট", "ট্রাম্প", "ঢাকায়"]]).ents
    assert ("LOC", "মার্কিন") in {(entity.type, entity.text) for entity in entities}


def test_plain_stanza_with_our_tokenizer(tagger: Tagger) -> None:
    """Plain Stanza with our tokenizer gives offsets into the text as given."""
    import stanza

    pipeline = stanza.Pipeline(
        "bn",
        dir=str(SHIPPED),
        processors={"tokenize": "barta", "ner": "barta"},
        package=None,
        download_method=None,
        use_gpu=False,
        logging_level="ERROR",
    )
    text = f"  {_SENTENCE}  তিনি ঢাকায় যাবেন।"
    document = pipeline(text)
    assert len(document.sentences) == 2
    for token in (token for sentence in document.sentences for token in sentence.tokens):
        assert text[token.start_char : token.end_char].startswith(token.text[0])
