"""What each data file of this room must hold: its keys, and lists of canonical words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict

from kg.language import canonical

Phrase = tuple[str, ...]


class Strict(BaseModel):
    """A table, or a part of one, that takes the keys it names and no others."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def checked(words: Iterable[str]) -> tuple[str, ...]:
    """The words as they are, if each is canonical and stands there once.

    Args:
        words: The words of one list.

    Returns:
        The same words.

    Raises:
        ValueError: A word is repeated or not canonical.
    """
    seen: set[str] = set()
    for word in words:
        if word != canonical(word):
            raise ValueError(f"“{word}” is not canonical; write “{canonical(word)}”")
        if word in seen:
            raise ValueError(f"“{word}” stands here twice")
        seen.add(word)
    return tuple(words)


def _single(words: list[str]) -> tuple[str, ...]:
    for word in words:
        if " " in word:
            raise ValueError(f"“{word}” is more than one word, which is never looked for here")
    return checked(words)


def _phrases(entries: list[str]) -> tuple[Phrase, ...]:
    return tuple(tuple(entry.split()) for entry in checked(entries))


#: A list of words, one token each.
Words = Annotated[frozenset[str], BeforeValidator(_single)]
#: A list of phrases, split into words.
Phrases = Annotated[frozenset[Phrase], BeforeValidator(_phrases)]


class WordList(Strict):
    """A section that is one list of words."""

    words: Words


# ---------------------------------------------------------------- clauses.toml
class Boundary(Strict):
    """What begins or ends a clause or a quotation."""

    words: Words
    complementizer: Words
    that: Words
    marks: Words
    quotes_open: Words
    quotes_close: Words
    quotes_plain: Words


class Control(Strict):
    """Nouns after a verbal noun: whose act it is."""

    words: Words
    request: Words
    asking: Words
    orders: Words
    letting: Words
    making: Words
    force: Words


class Light(Strict):
    """Words about light verbs, see the comments of `[light]` in clauses.toml."""

    plans: Words
    stems: Words
    between: Words
    nouns: Words
    locative: Words
    without: Words
    joining: Words
    vectors: Words
    owning: Words
    describing: Words
    going_on: Words
    carrying: Words
    victims: Words
    opposing: Words
    during: Words
    lasting: str
    purpose: Words
    willing: Words
    entering: Words
    handling: Words
    adverbs: Phrases


class Limits(Strict):
    """Words after a date that make it a bound, or the day since when something goes on."""

    bounds: Words
    about: Words
    since: Words
    until_now: Phrases


class EchoWords(Strict):
    """Words that point back to a happening or to what was said."""

    words: Words
    happening: Words
    said: Phrases


class Besides(Strict):
    """Words of what happened besides what was told, and what only counts."""

    former: Words
    openers: Phrases
    more: Words
    also: str
    counting: Words


class Chain(Strict):
    """Phrases for the same day, place, moment, year or month, the next day, an answer."""

    same: Phrases
    there: Words
    at_it: Words
    meanwhile: Phrases
    moment: Phrases
    year: Phrases
    month: Phrases
    following: Phrases
    before: Phrases
    answer: Phrases


class Mutual(Strict):
    """Words for each other."""

    phrases: Phrases


class Blame(Strict):
    """Words of who is blamed or praised for what he did: হামলার জন্য দায়ী করেছে."""

    reasons: Words
    blaming: Words
    praising: Words


class Judging(Strict):
    """Words around what something is called: লজ্জাজনক বলে আখ্যা দেন."""

    between: Words
    naming: Words
    verbs: Phrases
    being: Words
    nothing_but: Phrases
    asking: Words
    no_deed: Words
    supposing: Words
    relative: Words


class Answer(Strict):
    """Words that point back to what is answered, see `[answer]` in clauses.toml."""

    pointing: Words
    replies: Words
    pronouns: Words
    backed: Words
    definite: Words
    nouns: Mapping[str, tuple[str, ...]]


class ClauseWords(Strict):
    """clauses.toml: words that begin, end and order clauses."""

    boundary: Boundary
    postpositions: WordList
    negation: WordList
    control: Control
    light: Light
    limits: Limits
    echo: EchoWords
    besides: Besides
    chain: Chain
    mutual: Mutual
    answer: Answer
    judging: Judging
    blame: Blame


# ---------------------------------------------------------------- markers.toml
class Stems(Strict):
    """Stems by conjugation; two forms of a stem are joined by a slash."""

    consonant: Annotated[tuple[str, ...], BeforeValidator(_single)]
    causative: Annotated[tuple[str, ...], BeforeValidator(_single)]


class Auxiliary(Strict):
    """Stems of the verbs that the grammar itself speaks of."""

    be: str
    can: str
    want: str
    go: str
    tell: str
    keep: str
    proceed: str
    stay: str


class Particles(Strict):
    """Emphatic particles at the end of a verb form: করলেও, করতেই."""

    also: str
    even: str


class Paradigms(Strict):
    """verbs.toml: endings by conjugation, stems, and the forms of irregular verbs."""

    consonant: Mapping[str, str]
    causative: Mapping[str, str]
    vowel: str
    raising: Mapping[str, str]
    stems: Stems
    irregular: Mapping[str, Mapping[str, tuple[str, ...]]]
    auxiliary: Auxiliary
    particles: Particles
