"""Forms of Bengali verbs: which verb a word is a form of, and its tense and mood."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kg.errors import DataError
from kg.language import canonical
from kg.relate.schemas import Paradigms
from kg.relate.tables import DATA, paradigms

NON_FINITE = frozenset({"participle", "infinitive", "conditional", "noun"})
TENSES = frozenset(
    {
        "present",
        "progressive",
        "perfect",
        "pluperfect",
        "imperfect",
        "past",
        "future",
        "habitual",
        "imperative",
    }
)
CASES = frozenset({"genitive", "locative", "objective"})
MARKS = frozenset({"honorific", "first", "negated"}) | CASES


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

    Args:
        word: A canonical word.

    Returns:
        Its readings; none when it is no form of a verb in the table.

    >>> [(f.stem, f.form, f.tense) for f in verb_forms(canonical("জানিয়েছেন"))]
    [('জানা', 'finite', 'perfect')]
    >>> sorted(f.form for f in verb_forms("করে"))
    ['finite', 'participle']
    >>> verb_forms("রাশিয়া")
    ()
    """
    found = _forms().get(word)
    particles = paradigms().particles
    if found is None and len(word) > 2 and word[-1] in {particles.also, particles.even}:
        found = _forms().get(word[:-1])
    return found or ()


@cache
def stems() -> frozenset[str]:
    """All stems of the table, as `VerbForm.stem` gives them."""
    return frozenset(form.stem for forms in _forms().values() for form in forms)


@cache
def _forms() -> Mapping[str, tuple[VerbForm, ...]]:
    table: dict[str, list[VerbForm]] = {}
    for word, form in conjugate(paradigms()):
        readings = table.setdefault(word, [])
        if form not in readings:
            readings.append(form)
    return {word: tuple(sorted(f, key=lambda r: not r.finite)) for word, f in table.items()}


def conjugate(table: Paradigms) -> Iterator[tuple[str, VerbForm]]:
    """Every form of every verb of a table.

    Args:
        table: Endings, stems and irregular forms.

    Yields:
        A word and one reading of it.

    Raises:
        DataError: A form is described by an unknown feature.
    """
    for entry in table.stems.consonant:
        high, _, low = entry.partition("/")
        yield from _regular(table, table.consonant, high, low or high, high)
    for entry in table.stems.causative:
        low, _, high = entry.partition("/")
        yield from _regular(table, table.causative, high or low, low, low + table.vowel)
    for stem, forms in table.irregular.items():
        for features, words in forms.items():
            for word in words:
                yield canonical(word), _form(canonical(stem), features)


def _regular(
    table: Paradigms, endings: Mapping[str, str], high: str, low: str, stem: str
) -> Iterator[tuple[str, VerbForm]]:
    raised = "".join(table.raising.get(letter, letter) for letter in high)
    for template, features in endings.items():
        word = template.format(h=high, l=low, p=raised)
        yield canonical(word), _form(canonical(stem), features)


def _form(stem: str, features: str) -> VerbForm:
    head, *marks = features.split()
    if head not in NON_FINITE | TENSES or not set(marks) <= MARKS:
        where = str(DATA / "verbs.toml")
        raise DataError(f"unknown verb features “{features}” of {stem}", where, "See its head")
    return VerbForm(
        stem=stem,
        form=head if head in NON_FINITE else "finite",
        tense="" if head in NON_FINITE else head,
        honorific="honorific" in marks,
        first="first" in marks,
        negated="negated" in marks,
        case=next((m for m in marks if m in CASES), ""),
    )
