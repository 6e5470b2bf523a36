"""Nouns after a name that become the head of its phrase: রুশ কর্মকর্তারা, রাশিয়ার জাহাজ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from kg.language import inflections
from kg.model import Case, EntityType, Inflection, Token
from kg.relate.frames import openings
from kg.relate.schemas import Phrase
from kg.relate.spans import CASE_MARKER, Chunk, plain
from kg.relate.tables import noun_words
from kg.relate.verbs import verb_forms

#: How many words a site's noun may stand after the place's name.
SITE_REACH = 5

#: How sure it is that a body without a name is one of the article's country.
UNNAMED = 0.5

#: How many words may stand between a name and who acts for it.
GAP = 2


def extend(c: Chunk, tokens: Sequence[Token]) -> Chunk:
    """Extend a phrase by the noun that names who acts for its entity, or a thing of it.

    Args:
        c: The phrase.
        tokens: The sentence's tokens up to the next phrase.

    Returns:
        The phrase with the noun as its head, or the phrase as it is.
    """
    if c.pronoun:
        return _governed(c, tokens)
    if c.marker not in {"bare", "genitive"}:
        return c
    if EntityType.PLACE in c.types and c.marker == "bare":
        site = _site(c, tokens)
        if site is not None:
            return site
    for first in range(c.head_end, c.head_end + GAP + 1):
        for end in (first + 2, first + 1):
            noun = tuple(t.text for t in tokens[first:end])
            if len(noun) == end - first and (found := acting_noun(noun)) is not None:
                case, plural, thing = found
                if c.marker == "bare" and not _describes(c, noun, first > c.head_end):
                    return c
                if case is Case.NONE and _opens(noun[-1], tokens[end : end + 1]):
                    return c
                marker = CASE_MARKER[case]
                wide = replace(c, head_end=end, last=end, marker=marker, plural=plural)
                wide = replace(wide, acting=True, thing=thing)
                # রুশ কর্মকর্তাদের আরেকটি দল: the group is the head.
                return wide if thing or marker != "genitive" else extend(wide, tokens)
        if first >= len(tokens) or not plain(tokens[first].text):
            break
        if c.marker == "bare" and _counts(tokens[first].text):
            break
    return c


def _governed(c: Chunk, tokens: Sequence[Token]) -> Chunk:
    """Whoever is meant with the body that acts for him, where that follows: তাঁর প্রশাসন."""
    form = next((_authority((t.text,)) for t in tokens[c.head_end : c.head_end + 1]), None)
    if form is None or c.marker != "genitive":
        return c
    end = c.head_end + 1
    return replace(c, head_end=end, last=end, marker=CASE_MARKER[form.case], acting=True)


def _fights(word: str) -> bool:
    """A noun for soldiers: ইউক্রেন সেনারা needs no genitive."""
    forces = noun_words().representatives.forces
    return any(f.base in forces for f in inflections(word))


def _describes(c: Chunk, noun: Phrase, apart: bool) -> bool:
    """Whether a name without an ending describes the noun after it, and does not act beside it.

    রুশ শীর্ষ কর্মকর্তারা, ট্রাম্প প্রশাসন and ইউক্রেন সেনারা are phrases; in ট্রাম্প নাগরিকদের সরে যেতে বলেন, ইউনূস
    আহত সৈন্যদের … and উত্তর কোরিয়া নতুন ক্ষেপণাস্ত্রের পরীক্ষা চালিয়েছে the name and the noun are two.
    """
    case, plural, thing = acting_noun(noun) or (Case.NONE, False, False)
    person, body = EntityType.PERSON in c.types, EntityType.ORGANIZATION in c.types
    if apart:
        # দুই দেশ পারস্পরিক বন্দর ফি …: several act.
        return not (person or c.proper or len(c.entities) > 1 or (body and thing))
    if person and (thing or (plural and case is not Case.NONE)):
        return False
    # People of theirs need the genitive.
    return not (plural and not thing and (person or c.proper)) or _fights(noun[-1])


def _counts(word: str) -> bool:
    """A number, an ordinal or a genitive after a bare name begins another phrase."""
    form = inflections(word)[0]
    number = "\u09e6" <= word[:1] <= "\u09ef" or word in noun_words().representatives.counting
    return number or form.case is Case.GENITIVE


def authorities(tokens: Sequence[Token], taken: frozenset[int], country: str) -> tuple[Chunk, ...]:
    """Bodies without a name that act for an article's country: পুলিশ, আদালত, সরকার.

    Args:
        tokens: The sentence's tokens.
        taken: Indices of tokens that belong to other phrases.
        country: Id of the country.

    Returns:
        A phrase for each, as unsure as that reading is.
    """
    found: list[Chunk] = []
    for end in range(1, len(tokens) + 1):
        for first in (end - 2, end - 1):
            if first < 0 or taken & {*range(first, end)}:
                continue
            form = _authority(tuple(t.text for t in tokens[first:end]))
            if form is not None:
                marker = CASE_MARKER[form.case]
                types = frozenset({EntityType.COUNTRY})
                body = Chunk(first, end, end, (country,), types, marker, acting=True)
                found.append(replace(body, name_first=first, authority=True, confidence=UNNAMED))
                break
    return tuple(found)


def _opens(noun: str, after: Sequence[Token]) -> bool:
    """Whether the noun belongs to what happens: ইসরায়েলি ড্রোন হামলা, রাশিয়া ড্রোন ছুড়েছে."""
    bases = {f.base for t in after for f in inflections(t.text)}
    stems = {f.stem for t in after for f in verb_forms(t.text)}
    return any((noun, follows) in openings() for follows in bases | stems)


@cache
def _authority(words: tuple[str, ...]) -> Inflection | None:
    nouns = noun_words().representatives.authorities
    return next((f for f in inflections(words[-1]) if (*words[:-1], f.base) in nouns), None)


def _site(c: Chunk, tokens: Sequence[Token]) -> Chunk | None:
    """Extend a place by the noun that carries its ending: ভোস্তোচনি মহাকাশ কেন্দ্রে."""
    table = noun_words()
    for at in range(c.head_end, min(c.head_end + SITE_REACH, len(tokens))):
        word = tokens[at].text
        for form in inflections(word):
            if form.base in table.sites.nouns:
                marker = CASE_MARKER[form.case]
                return replace(c, head_end=at + 1, last=at + 1, marker=marker)
        if not plain(word) and word not in table.conjunctions.words:
            return None
    return None


@cache
def acting_noun(words: tuple[str, ...]) -> tuple[Case, bool, bool] | None:
    """A noun for who acts for a name or what belongs to it.

    Args:
        words: One or two words.

    Returns:
        The noun's case, whether it is plural, and whether it is a thing; None for other words.
    """
    table = noun_words().representatives
    for form in inflections(words[-1]):
        base = (*words[:-1], form.base)
        if base in table.nouns:
            return form.case, form.plural, False
        if base in table.things:
            return form.case, form.plural, True
        if len(words) == 1 and form.plural and form.base in table.plural:
            return form.case, True, False
    return None
