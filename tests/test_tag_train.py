"""The training data: faults mended, nothing measured is trained on."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import DataError, InputError
from kg.tag.labels import MODEL_LABELS, label_targets
from kg.tag.train.corpus import Example, read_daffodil, read_headlines
from kg.tag.train.fill import filled
from kg.tag.train.score import entities, entity_scores
from kg.tag.train.split import load_split

_TAGS = st.lists(st.sampled_from(["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]), max_size=8)


def _write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_headline_last_token_is_inside(tmp_path: Path) -> None:
    """`O-PER` marks the last token of a person, `0` and `UNIT` are outside."""
    path = _write(tmp_path / "h.txt", "মেলিন্ডা B-PER\nগেটস O-PER\n৩ B-UNIT\nজন 0\n")
    (example,) = read_headlines(path)
    assert example.tags == ("B-PER", "I-PER", "O", "O")


def test_a_blank_that_does_not_break_parts_word_and_tag(tmp_path: Path) -> None:
    """Eleven lines of the set have one."""
    path = _write(tmp_path / "headlines.txt", "জয় 0\nইরানের\u00a0B-LOC\n")
    (example,) = read_headlines(path)
    assert (example.words[1], example.tags) == ("ইরানের", ("O", "B-LOC"))


def test_daffodil_faults(tmp_path: Path) -> None:
    """Byte order marks and empty tokens go, repeated B is one name, TIM gets a position."""
    path = _write(tmp_path / "d.txt", "\ufeffএ\tB-PER\n \tO\nকে\tB-PER\n‘আজ\tTIM\nরাতে\tTIM\n\n")
    (example,) = read_daffodil(path)
    assert example.words == ("এ", "কে", "আজ", "রাতে")
    assert example.tags == ("B-PER", "I-PER", "B-TIME", "I-TIME")


def test_missing_file_is_an_input_error(tmp_path: Path) -> None:
    """A missing training file is named."""
    with pytest.raises(InputError, match=r"none\.txt"):
        list(read_daffodil(tmp_path / "none.txt"))


def test_unknown_set_has_no_labels() -> None:
    """A training set without a row in the table of labels is refused."""
    with pytest.raises(DataError):
        label_targets("nobody")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A small data folder in which one Daffodil sentence is in both splits."""
    headlines = "\n".join(f"পুতিন{n} B-PER\nএলেন 0\n" for n in range(200))
    _write(tmp_path / "neon_p_headlines.txt", headlines)
    train = "\n".join(f"রহিম{n}\tB-PER\nবলেন\tO\n" for n in range(100))
    _write(tmp_path / "daffodil_train_data.txt", train)
    _write(tmp_path / "daffodil_test_data.txt", "রহিম7\tB-PER\nবলেন\tO\n\nকরিম\tB-PER\n")
    return tmp_path


def test_nothing_measured_is_trained_on(data: Path) -> None:
    """No held-out or dev sentence is in the training part."""
    split = load_split(data)
    trained = {" ".join(word for word in e.words if word not in "।?!") for e in split.train}
    measured = {e.key for part in (split.dev, *split.tests.values()) for e in part}
    assert len(split.tests["headlines"]) > 5
    assert not trained & measured


def test_split_does_not_depend_on_the_run(data: Path) -> None:
    """The same data is parted the same way each time."""
    assert load_split(data) == load_split(data)


def test_headlines_keep_their_form(data: Path) -> None:
    """No end mark is set behind a headline: by its want the model tells a headline."""
    headlines = [e for e in load_split(data).train if e.source == "headlines"]
    assert headlines and not any(e.words[-1] in "।?!" for e in headlines)


def test_gaps_are_filled_where_others_agree() -> None:
    """A word that trusted sets always tag is tagged; one that they dispute is not."""
    trusted = [Example("headlines", ("ঢাকায়", "রায়"), ("B-LOC", tag)) for tag in ("O", "O", "B-PER")]
    (example,) = filled([Example("news", ("ঢাকায়", "রায়"), ("O", "O"))], trusted, MODEL_LABELS)
    assert example.tags == ("B-LOC", "O")


def test_only_the_named_labels_are_filled() -> None:
    """What is filled may be kept to some labels: in the news, times."""
    trusted = [Example("headlines", ("ঢাকায়", "আজ"), ("B-LOC", "B-TIME"))] * 3
    (example,) = filled([Example("news", ("ঢাকায়", "আজ"), ("O", "O"))], trusted, ("TIME",))
    assert example.tags == ("O", "B-TIME")


@given(_TAGS)
def test_tags_score_full_against_themselves(tags: list[str]) -> None:
    """Every name of a tagging is found in the same tagging."""
    scores = entity_scores([tags], [tags])
    assert all(score.gold == score.predicted == score.right for score in scores.values())


@given(_TAGS)
def test_entities_cover_the_tagged_tokens(tags: list[str]) -> None:
    """The spans cover exactly the tokens that are not outside."""
    covered = {i for _, first, last in entities(tags) for i in range(first, last)}
    assert covered == {i for i, tag in enumerate(tags) if tag != "O"}


def test_gpe_is_read_as_loc() -> None:
    """A country counts as a place when scored."""
    assert entity_scores([["B-LOC"]], [["B-GPE"]])["LOC"].f1 == 1.0


def test_nothing_right_is_zero() -> None:
    """F1 is zero, not an error, when nothing is right."""
    assert entity_scores([["B-PER"]], [["O"]])["PER"].f1 == 0.0
