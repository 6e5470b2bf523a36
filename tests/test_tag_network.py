"""The network as we run it beside the same model in Stanza."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import ModelError
from kg.language import split_sentences
from kg.tag.crf import best_paths
from kg.tag.lstm import read_directions, reversed_places, side_by_side
from kg.tag.network import OtherNetworkError, read_network
from kg.tag.stanza_ner import StanzaNer, load_ner
from kg.tag.stanza_network import load_stanza
from kg.tag.store import NER_FILE, SHIPPED, VECTORS_FILE, model_files

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
_WORDS = st.lists(st.text(alphabet="কখপুতিন।রজে-aİZ1", min_size=1, max_size=9), max_size=9)


@pytest.fixture(scope="module")
def ours() -> StanzaNer:
    """The shipped model as we run it."""
    return load_ner()


@pytest.fixture(scope="module")
def stanzas() -> StanzaNer:
    """The same model, run by Stanza."""
    return StanzaNer(load_stanza(*model_files(None)))


@pytest.mark.model
def test_tags_of_stanza_on_the_seeds(ours: StanzaNer, stanzas: StanzaNer) -> None:
    """Every sentence of the seeds has the tags that Stanza gives it."""
    texts = [path.read_text(encoding="utf-8") for path in SEEDS]
    words = [[t.text for t in s.tokens] for text in texts for s in split_sentences(text)]
    assert ours.predict(words) == stanzas.predict(words)


@pytest.mark.model
@settings(max_examples=25, deadline=None)
@given(sentences=st.lists(_WORDS, max_size=5))
def test_tags_of_stanza_on_anything(
    ours: StanzaNer, stanzas: StanzaNer, sentences: list[list[str]]
) -> None:
    """Words that no text has are tagged as Stanza tags them."""
    assert ours.predict(sentences) == stanzas.predict(sentences)


@pytest.mark.model
def test_frequent_words_are_those_of_stanza(ours: StanzaNer, stanzas: StanzaNer) -> None:
    """Both know the same ordinary words."""
    assert all(ours.is_common(word) == stanzas.is_common(word) for word in ("করে", "উইটকফ"))


@pytest.mark.model
def test_loading_and_tagging_need_no_torch() -> None:
    """The shipped model tags without PyTorch and Stanza being imported."""
    code = (
        "import sys; from kg.tag import load_tagger; load_tagger().tag_tokens([['পুতিন']]);"
        "print({'torch', 'stanza'} & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"


def test_lstm_is_that_of_torch() -> None:
    """Outputs of both directions, of sequences of several lengths, are those of torch."""
    torch.manual_seed(1)
    layer = torch.nn.LSTM(5, 4, bidirectional=True)
    first = torch.randn(2, 2, 1, 4)
    names = {f"l.lstm.{name}": value.detach().numpy() for name, value in layer.named_parameters()}
    names |= {"l_h_init": first[0].numpy(), "l_c_init": first[1].numpy()}
    rows, lengths = torch.randn(9, 5), [4, 3, 2]
    packed = torch.nn.utils.rnn.pack_sequence(rows.split(lengths))
    start = tuple(each.repeat(1, 3, 1) for each in first)
    wanted, _ = torch.nn.utils.rnn.pad_packed_sequence(layer(packed, start)[0])
    forward, backward = read_directions(names, "l")
    places, every = side_by_side(range(9), lengths)
    ahead, _ = forward.run(forward.gates(rows.numpy()), places, every)
    turned = reversed_places(places, every)
    behind, last = backward.run(backward.gates(rows.numpy()), turned, every)
    both = np.concatenate([ahead, reversed_places(behind, every)], axis=2)
    assert np.abs(both - wanted.detach().numpy()).max() < 1e-6
    assert np.abs(last - wanted.detach().numpy()[0, :, 4:]).max() < 1e-6


def test_best_paths_are_those_of_stanza() -> None:
    """The best tags of sentences side by side are those of each sentence alone."""
    from stanza.models.common.crf import viterbi_decode

    random = np.random.default_rng(1)
    scores = random.normal(size=(6, 3, 4)).astype(np.float32)
    transitions = random.normal(size=(4, 4)).astype(np.float32)
    lengths = np.array([6, 4, 1])
    wanted = [
        [int(tag) for tag in viterbi_decode(scores[:length, index], transitions)[0]]
        for index, length in enumerate(lengths)
    ]
    assert best_paths(scores, transitions, lengths) == wanted


def test_vectors_of_another_model(tmp_path: Path) -> None:
    """Vectors of other words are refused: with them a model tags nonsense."""
    from kg.tag.train.vectors import write_vectors

    write_vectors(["ক", "খ"], [[0.0] * 100] * 2, tmp_path / "v.pt")
    with pytest.raises(ModelError, match="other word vectors"):
        read_network(SHIPPED / NER_FILE, tmp_path / "v.pt")


def test_another_network_is_left_to_stanza(tmp_path: Path) -> None:
    """A model with other weights is not misread."""
    model = torch.load(SHIPPED / NER_FILE, weights_only=True)
    model["model"]["taggerlstm.lstm.weight_ih_l1"] = torch.zeros(2)
    torch.save(model, tmp_path / "m.pt", _use_new_zipfile_serialization=False)
    with pytest.raises(OtherNetworkError, match="weight_ih_l1"):
        read_network(tmp_path / "m.pt", SHIPPED / VECTORS_FILE)
