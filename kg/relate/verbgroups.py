"""Neighbouring verb words that say one thing: করতে পারেন, বলা হয়েছে, মেনে নেবে না."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from kg.model import Token
from kg.relate.frames import speech_acts
from kg.relate.tables import clause_words, paradigms, speech_words
from kg.relate.verbs import VerbForm, verb_forms


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """Neighbouring verb words that say one thing: করতে পারেন, বলা হয়েছে.

    `first` and `last` are token indices (last exclusive), `stems` the stems in order and
    `form` the reading of its last word; a concessive group (জানালেও) says what did happen.
    """

    first: int
    last: int
    stems: tuple[str, ...]
    forms: tuple[VerbForm, ...]
    negated: bool
    concessive: bool = False

    @property
    def form(self) -> VerbForm:
        """The reading of the group's last word: its tense, mood and person."""
        return self.forms[-1]

    @property
    def passive(self) -> bool:
        """A verbal noun with 'to be': করা হয়েছে, বলা হচ্ছে."""
        return (
            len(self.forms) > 1
            and self.forms[-2].form == "noun"
            and not self.forms[-2].case
            and self.stems[-1] == paradigms().auxiliary.be
        )


def verb_groups(tokens: Sequence[Token], taken: frozenset[int]) -> tuple[VerbGroup, ...]:
    """The verb groups of a sentence, in order.

    Args:
        tokens: The sentence's tokens.
        taken: Indices of tokens that belong to names and their postpositions.

    Returns:
        Groups that do not overlap.
    """
    found: list[VerbGroup] = []
    i = 0
    while i < len(tokens):
        if not _verbal(tokens, i, taken):
            i += 1
            continue
        end = i + 1
        while _goes_on(tokens, end, taken):
            end += 1
        found += _groups(tokens, i, end)
        i = end
    return tuple(found)


def _goes_on(tokens: Sequence[Token], at: int, taken: frozenset[int]) -> bool:
    """A verb word, or a negation with a verb word after it, belongs to the verb before."""
    if at >= len(tokens) or at in taken:
        return False
    if _verbal(tokens, at, taken, inside=True):
        return True
    return (
        tokens[at].text in clause_words().negation.words
        and at + 1 < len(tokens)
        and _verbal(tokens, at + 1, taken, inside=True)
    )


def _verbal(tokens: Sequence[Token], i: int, taken: frozenset[int], inside: bool = False) -> bool:
    table = clause_words()
    word, following = tokens[i].text, _text(tokens, i + 1)
    if i in taken or word in table.light.nouns or not verb_forms(word):
        return False
    if (_text(tokens, i - 1), word) in table.light.adverbs:
        return False
    if word in table.boundary.complementizer:
        # After a finite verb, and before a verb of saying (প্রস্তুত বলে জানিয়েছেন), বলে closes
        # what is said; else it is 'saying' (বলে আসছেন).
        finite = i > 0 and any(f.finite for f in verb_forms(tokens[i - 1].text))
        forms = verb_forms(following)
        said = any((f.stem,) in speech_words().verbs.say for f in forms)
        return not finite and bool(forms) and not said
    if word not in table.postpositions.words:
        return True
    if any(f.form == "noun" for f in verb_forms(word)):
        return bool(verb_forms(following))
    tells = any(f.stem == paradigms().auxiliary.tell for f in verb_forms(following))
    if tells and i and i - 1 not in taken:
        # সংযত হতে বলেছে; not ঢাকা হতে বলেছেন.
        return any(f.form == "infinitive" for f in verb_forms(word))
    imperative = any(f.tense == "imperative" for f in verb_forms(word))
    if imperative and (not following or following in table.boundary.marks):
        # অস্ত্র দিক; not সব দিক থেকে.
        return True
    if inside and any(f.finite for f in verb_forms(word)):
        # করে আসছে; not the 'coming' of আসছে সপ্তাহ.
        return any(f.form == "participle" for f in verb_forms(_text(tokens, i - 1)))
    if inside:
        finite = any(f.finite for f in verb_forms(following))
        return finite or (
            bool(verb_forms(following)) and following not in table.postpositions.words
        )
    # চাপ দিয়ে যাচ্ছেন: after a noun that is no name, before a verb that only adds aspect;
    # হুঁশিয়ারি দিয়ে বলেন: after the noun that makes one act with it.
    if i == 0 or i - 1 in taken:
        return False
    # থেকে যাচ্ছে after a noun is 'going from', never an aspect.
    light = any(f.stem in table.light.stems and f.tense != "imperative" for f in verb_forms(word))
    aspect = light and any(f.stem in table.light.vectors for f in verb_forms(following))
    before = tokens[i - 1].text
    return aspect or any((before, f.stem) in speech_acts() for f in verb_forms(word))


def _text(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) else ""


def _groups(tokens: Sequence[Token], first: int, end: int) -> list[VerbGroup]:
    """Cut a run of verb words where one thing ends: বলেছেন | করতে পারেন."""
    out: list[VerbGroup] = []
    start = first
    run = [i for i in range(first, end) if verb_forms(tokens[i].text)]
    for i, following in zip_longest(run, run[1:]):
        form = _reading(tokens, i)
        if following is not None and not _closes(form, _reading(tokens, following)):
            continue
        forms = tuple(_reading(tokens, j) for j in run if start <= j <= i)
        concessive = form.form == "conditional" and tokens[i].text.endswith(
            paradigms().particles.also
        )
        out.append(
            VerbGroup(
                start,
                i + 1,
                tuple(f.stem for f in forms),
                forms,
                _negated(tokens, start, i, forms),
                concessive,
            )
        )
        start = i + 1
    return out


def _negated(tokens: Sequence[Token], first: int, final: int, forms: Sequence[VerbForm]) -> bool:
    """Bengali negates after a finite verb (করেনি, করে না) and before others (না করার)."""
    negation = clause_words().negation.words
    around = {t.text for t in tokens[first : final + 2]}
    # In যেন হামলা না চালায় the negation before a finite verb is its own, if no verb is before it.
    other = any(f.finite for f in verb_forms(_text(tokens, first - 2)))
    before = _text(tokens, first - 1) in negation and not (forms[-1].finite and other)
    return before or bool(around & negation) or any(f.negated for f in forms)


def _closes(form: VerbForm, after: VerbForm) -> bool:
    """Whether a verb word ends its group although another follows."""
    if form.form in {"participle", "infinitive"}:
        return False
    if form.form == "noun":
        return bool(form.case) or after.stem != paradigms().auxiliary.be
    return True


def _reading(tokens: Sequence[Token], i: int) -> VerbForm:
    """Finite where a clause ends after the word, else participle (করে is both)."""
    forms = verb_forms(tokens[i].text)
    if len(forms) == 1:
        return forms[0]
    after, table = _text(tokens, i + 1), clause_words()
    edges = table.boundary.marks | table.boundary.quotes_close | table.boundary.complementizer
    ends = not after or after in edges or after in table.negation.words
    # … বলে জানায় রয়টার্স: the verb that বলে is for; আহ্বান জানায় রাশিয়া: nobody knows by anything.
    ends = ends or _text(tokens, i - 1) in table.boundary.complementizer
    says = any(f.finite and (f.stem,) in speech_words().verbs.say for f in forms)
    ends = ends or (says and not any(f.form == "participle" for f in forms))
    return next((f for f in forms if f.finite == ends), forms[0])
