"""Names that an article introduces in full and uses in part."""

from __future__ import annotations

from kg.language import split_sentences
from kg.model import Mention
from kg.tag.merge import NER
from kg.tag.repeat import ARTICLE_NAME, add_repeated


def _mention(text: str, name: str, label: str, base: str = "", sentence: int = 0) -> Mention:
    begin = text.index(name)
    return Mention(
        begin, begin + len(name), name, label, sentence, base or name, found_by=NER, score=0.7
    )


def _found(
    text: str, *mentions: Mention, common: frozenset[str] = frozenset()
) -> list[tuple[str, str, str]]:
    added = add_repeated(text, split_sentences(text), mentions, common.__contains__)
    return [(m.label, m.text, m.base) for m in added]


def test_surname_with_ending() -> None:
    """A surname of a person named in full is found with any ending."""
    text = "স্টিভ উইটকফ এলেন। পরে উইটকফের দল গেল।"
    found = _found(text, _mention(text, "স্টিভ উইটকফ", "PER"))
    assert found[1] == ("PER", "উইটকফের", "উইটকফ")


def test_common_word_is_no_name() -> None:
    """A surname that is also a frequent word is not looked for."""
    text = "যদুনাথ সরকার এলেন। পরে সরকার গেল।"
    full = _mention(text, "যদুনাথ সরকার", "PER")
    assert len(_found(text, full, common=frozenset({"সরকার"}))) == 1


def test_acronym_after_an_organisation() -> None:
    """An acronym in brackets after an organisation is that organisation everywhere."""
    text = "পাকিস্তান বিমান কর্তৃপক্ষ (পিএএ) জানায়। পিএএর মুখপাত্র বলেন।"
    found = _found(text, _mention(text, "পাকিস্তান বিমান কর্তৃপক্ষ", "ORG"))
    assert [(label, name) for label, name, _ in found[1:]] == [("ORG", "পিএএ"), ("ORG", "পিএএর")]


def test_brackets_after_a_person_are_no_acronym() -> None:
    """What stands in brackets after a person is not taken for a name."""
    text = "স্টিভ উইটকফ (পিএএ) জানায়। পিএএ বলে।"
    assert len(_found(text, _mention(text, "স্টিভ উইটকফ", "PER"))) == 1


def test_wrong_label_is_mended() -> None:
    """A single word to which the model gave another label gets the person's."""
    text = "স্টিভ উইটকফ এলেন। উইটকফের দল গেল।"
    full = _mention(text, "স্টিভ উইটকফ", "PER")
    wrong = _mention(text, "উইটকফের", "ORG", "উইটকফ", 1)
    added = add_repeated(text, split_sentences(text), (full, wrong), lambda word: False)
    assert [(m.label, m.found_by) for m in added] == [("PER", NER), ("PER", ARTICLE_NAME)]


def test_nothing_known_changes_nothing() -> None:
    """Without full names the mentions stay as they are."""
    text = "পুতিন এলেন।"
    mention = _mention(text, "পুতিন", "PER")
    assert add_repeated(text, split_sentences(text), (mention,), lambda word: False) == (mention,)
