"""Forms of verbs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import DataError
from kg.language import canonical
from kg.relate.tables import paradigms
from kg.relate.verbs import VerbForm, conjugate, stems, verb_forms


def only(word: str) -> VerbForm:
    """The one reading of a word."""
    (form,) = verb_forms(canonical(word))
    return form


@pytest.mark.parametrize(
    ("word", "stem", "tense", "honorific"),
    [
        ("করেছে", "কর", "perfect", False),
        ("করেছেন", "কর", "perfect", True),
        ("করবেন", "কর", "future", True),
        ("লিখেছেন", "লিখ", "perfect", True),
        ("লেখেন", "লিখ", "present", True),
        ("চালিয়েছে", "চালা", "perfect", False),
        ("দিচ্ছে", "দে", "progressive", False),
        ("গেছেন", "যা", "perfect", True),
        ("এসেছে", "আস", "perfect", False),
        ("রেখেছে", "রাখ", "perfect", False),
        ("এনেছিলেন", "আন", "pluperfect", True),
        ("হোক", "হ", "imperative", False),
    ],
)
def test_a_finite_form_tells_stem_tense_and_respect(
    word: str, stem: str, tense: str, honorific: bool
) -> None:
    """Regular, causative and irregular forms give stem, tense and honorific."""
    form = only(word)

    assert (form.stem, form.tense, form.honorific) == (stem, tense, honorific)


@pytest.mark.parametrize(
    ("word", "form", "case"),
    [
        ("করা", "noun", ""),
        ("করার", "noun", "genitive"),
        ("চালানোর", "noun", "genitive"),
        ("যাওয়ায়", "noun", "locative"),
        ("করতে", "infinitive", ""),
        ("করলে", "conditional", ""),
        ("গিয়ে", "participle", ""),
    ],
)
def test_forms_that_end_no_sentence(word: str, form: str, case: str) -> None:
    """Verbal nouns tell their case; infinitives, conditionals and participles are not finite."""
    found = only(word)

    assert (found.form, found.case, found.finite) == (form, case, False)


@pytest.mark.parametrize("word", ["করে", "বলে"])
def test_a_participle_that_is_a_present_too_has_both_readings(word: str) -> None:
    """করে is 'does' and 'having done'; the finite reading comes first."""
    assert [f.form for f in verb_forms(word)] == ["finite", "participle"]


@pytest.mark.parametrize("word", ["করেনি", "করেননি", "হয়নি", "দেননি", "চালায়নি", "নেই"])
def test_a_form_may_carry_its_negation(word: str) -> None:
    """-নি after a perfect, and নেই, negate."""
    assert only(word).negated


def test_an_emphatic_particle_is_looked_through() -> None:
    """করলেও is করলে with -ও."""
    assert verb_forms("করলেও") == verb_forms("করলে")


def test_first_person_is_told() -> None:
    """করেছি is the speaker's own act."""
    assert only("করেছি").first


@given(st.text(alphabet="কখগঘচছজটডতদনপবমরলসহািীুেো্ঁংঃ ", max_size=12))
def test_every_reading_has_a_known_stem(word: str) -> None:
    """Whatever the word, a reading names a stem of the table."""
    assert {f.stem for f in verb_forms(canonical(word))} <= stems()


def test_an_unknown_feature_is_refused() -> None:
    """A form described by a word that is no feature says which."""
    wrong = paradigms().model_copy(update={"irregular": {"কর": {"prefect": ("করেছে",)}}})

    with pytest.raises(DataError, match="prefect"):
        list(conjugate(wrong))
