"""Forms of Bengali verbs: which verb a word is a form of, and its tense and mood."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.errors import DataError
from kg.language import canonical

VERBS = Path(__file__).parent / "data" / "verbs.toml"
NON_FINITE = frozenset({"participle", "infinitive", "conditional", "noun"})
TENSES = frozenset(
    {"present", "progressive", "perfect", "pluperfect", "past", "future", "habitual", "imperative"}
)
MARKS = frozenset({"honorific", "first", "negated", "genitive", "locative", "objective"})


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One reading of a word as a form of a verb.

    Attributes:
        stem: The stem as the table lists it: `কর`, `দে`, and `চালা` for causatives.
        form: `finite`, `participle`, `infinitive`, `conditional` or `noun`.
        tense: For finite forms, one of `TENSES`; else empty.
        honorific: The subject is a person spoken of with respect.
        first: First person.
        negated: The form carries its own negation (করেনি).
        case: For verbal nouns: `genitive`, `locative`, `objective` or empty.
    """

    stem: str
    form: str
    tense: str = ""
    honorific: bool = False
    first: bool = False
    negated: bool = False
    case: str = ""

    @property
    def finite(self) -> bool:
        """Whether the form can end a sentence."""
        return self.form == "finite"


def verb_forms(word: str) -> tuple[VerbForm, ...]:
    """All readings of a canonical word as a verb form, finite ones first.

    Emphatic -ও and -ই are looked through.

    >>> [(f.stem, f.form, f.tense) for f in verb_forms(canonical("জানিয়েছেন"))]
    [('জানা', 'finite', 'perfect')]
    >>> sorted(f.form for f in verb_forms("করে"))
    ['finite', 'participle']
    >>> verb_forms("রাশিয়া")
    ()
    """
    table = _table()
    found = table.get(word)
    if found is None and len(word) > 2 and word[-1] in _particles():
        found = table.get(word[:-1])
    return found or ()


@cache
def stems() -> frozenset[str]:
    """All stems of the table, as `VerbForm.stem` gives them."""
    return frozenset(form.stem for forms in _table().values() for form in forms)


@cache
def _particles() -> frozenset[str]:
    return frozenset("\u0993\u0987")


@cache
def _table() -> dict[str, tuple[VerbForm, ...]]:
    table: dict[str, list[VerbForm]] = {}
    for word, form in _read(VERBS):
        readings = table.setdefault(word, [])
        if form not in readings:
            readings.append(form)
    return {word: tuple(sorted(f, key=lambda r: not r.finite)) for word, f in table.items()}


def _read(path: Path) -> Iterator[tuple[str, VerbForm]]:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    for name in ("consonant", "causative"):
        for entry in data["stems"][name]:
            high, _, low = entry.partition("/")
            if name == "causative":
                low, high = high, low or high
            low = low or high
            for template, features in data[name].items():
                stem = low + "\u09be" if name == "causative" else high
                word = canonical(template.format(h=high, l=low))
                yield word, _form(canonical(stem), features, path)
    for stem, forms in data["irregular"].items():
        for features, words in forms.items():
            for word in words:
                yield canonical(word), _form(canonical(stem), features, path)


def _form(stem: str, features: str, path: Path) -> VerbForm:
    head, *marks = features.split()
    unknown = [m for m in marks if m not in MARKS]
    if head not in NON_FINITE | TENSES or unknown:
        raise DataError(f"unknown verb features “{features}”", str(path), "See the file's head")
    case = next((m for m in marks if m in {"genitive", "locative", "objective"}), "")
    return VerbForm(
        stem=stem,
        form=head if head in NON_FINITE else "finite",
        tense="" if head in NON_FINITE else head,
        honorific="honorific" in marks,
        first="first" in marks,
        negated="negated" in marks,
        case=case,
    )
