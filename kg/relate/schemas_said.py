"""What speech.toml and status.toml must hold: whose word it is, and whether it happened."""

from __future__ import annotations

from typing import Literal

from kg.model import Status
from kg.relate.schemas import Phrases, Strict, WordList, Words


class SpeechVerbs(Strict):
    """Stems, with complement, whose subject is the source of what is said."""

    say: Phrases
    think: Phrases


class Reports(Strict):
    """Nouns in which something is said, and words that lead back to it: বিবৃতি, এতে."""

    nouns: Phrases
    content: Words
    anaphors: Words
    papers: Words


class Back(Strict):
    """What tells whose word the sentence before was: এ তথ্য জানান."""

    phrases: Phrases


class Continued(Strict):
    """First words of a sentence that goes on with a report and of one that does not.

    `often` are words of a sentence that tells of no one occasion, `more` of one that goes on
    with what was said.
    """

    openers: Phrases
    breaks: Phrases
    often: Words
    more: Words


class Label(Strict):
    """Nouns and marks with which a name at the end of a sentence says whose word it is."""

    nouns: Words
    marks: Words


class Strangers(Strict):
    """Who acts without a name, and pronouns of the third person, with those of several."""

    words: Words
    pronouns: Words
    several: Words


class Obligation(Strict):
    """Words that oblige, and those that say that the speakers oblige themselves.

    `otherwise` begins what follows unless something is done; `calls` are stems whose
    imperative only turns to the hearer (দেখুন, ধরুন); `you` is who is spoken to, `need`
    begins a threat (প্রয়োজনে …), `past` ends what is no longer to be done (উচিত ছিল),
    `stress` what will be in any case (হবেই), and
    with `hope` one asks others.
    """

    words: Words
    adjectives: Words
    ours: Words
    otherwise: Words
    calls: Words
    you: Words
    need: Phrases
    past: Words
    stress: str
    hope: Words


class Disowning(Strict):
    """Words by which a speaker says that nothing is so with himself, see `[disowning]`."""

    none: Words
    own: Words
    ties: Words


class Blaming(Strict):
    """Words that call wrong what is told, and deeds that are wrongs to the speaker."""

    words: Words
    deeds: Words
    upon: Words


class SpeechWords(Strict):
    """speech.toml: who says what."""

    verbs: SpeechVerbs
    reports: Reports
    back: Back
    continued: Continued
    label: Label
    obligation: Obligation
    strangers: Strangers
    disowning: Disowning
    blaming: Blaming


class VerdictWords(Strict):
    """verdicts.toml: words of praise, of blame, and for what is not true."""

    bad: Phrases
    good: Phrases
    untrue: Phrases


class Shown(Strict):
    """A rule with a sentence that it must catch, one that it must miss, and the event in both."""

    event: str
    catch: str
    miss: str


class Sign(Shown):
    """Phrases that tell a status, where they stand, and of which events they do not tell it."""

    where: Literal["before", "head", "verbal", "compound", "after", "infinitive", "clause", "outer"]
    status: Status
    words: Phrases
    unless: frozenset[str] = frozenset()


class Stop(Shown):
    """Words for ending something, for refraining from it, and of asking or promising it."""

    words: Words
    lest: Words
    refrain: Words
    request: Words
    promise: Words


class Cancel(Shown):
    """Words for calling something off, and the events that can be."""

    words: Words
    events: frozenset[str]


class Cease(Shown):
    """Words for ceasing to do something, and the events that are done again and again."""

    words: Words
    events: frozenset[str]


class Approach(Shown):
    """Stems of setting out, and the events that are then yet to come: সফরে যাচ্ছেন."""

    words: Words
    events: frozenset[str]


class Begin(Shown):
    """Words and stems of beginning: what has begun goes on."""

    words: Words


class Denial(Shown):
    """Nouns for what is denied, words that lead back to it, and words of denying."""

    nouns: Words
    such: Words
    words: Words


class StatusWords(Strict):
    """status.toml: signs of whether something happened."""

    sign: tuple[Sign, ...]
    stop: Stop
    cancel: Cancel
    cease: Cease
    approach: Approach
    begin: Begin
    denial: Denial
    condition: WordList
    purpose: WordList
