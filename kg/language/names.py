"""Latin spellings of Bengali names, and how alike two names are in either script."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

import regex
from rapidfuzz.distance import Indel, JaroWinkler

from kg.language.normal import canonical
from kg.language.tables import DATA, read_table

_WORD = regex.compile(r"[\u0980-\u09fe\u200c\u200d]+")
_DIGIT = regex.compile(r"\p{Nd}")
_BENGALI = regex.compile(r"[\u0980-\u09fe]")
_VIRAMA = "\u09cd"
# Between a vowel with one consonant, and one consonant with a vowel, no vowel is heard.
_BEFORE = regex.compile(r"[aeiou*](?:[kgcjtdbp]h|sh|ng|[^aeiou*])$")
_AFTER = regex.compile(r"(?:[kgcjtdbp]h|sh|[^aeiou*])[aeiou*]")


@lru_cache(maxsize=1 << 14)
def romanise(text: str) -> str:
    """Return a readable Latin spelling of a Bengali name.

    Letters are read one by one; the inherent vowel is silent at the end of a word and
    between two syllables that have a vowel (Ohala 1983 for Hindi; Bengali names follow).
    Names of Latin letters give an abbreviation, established spellings come from a table.

    Args:
        text: A name; Latin parts stay as they are.

    Returns:
        The name in Latin letters, each word with a capital.

    >>> romanise("পুতিন"), romanise("পেসকভ"), romanise("ডিপিআরকে"), romanise("ঢাকা-৮")
    ('Putin', 'Peskov', 'DPRK', 'Dhaka-8')
    """
    numbered = _DIGIT.sub(lambda digit: str(int(digit.group())), canonical(text))
    return _WORD.sub(lambda match: _word(match.group()), numbered)


@lru_cache(maxsize=1 << 14)
def skeleton(text: str) -> str:
    """Return the consonants of a name, alike-sounding ones as one, for either script.

    Args:
        text: A name in Bengali or Latin letters.

    Returns:
        Lower-case consonants of each word; a word's first vowel is kept as `a`.

    >>> skeleton("ভ্লাদিমির পুতিন") == skeleton("Vladimir Putin")
    True
    """
    return " ".join(filter(None, (_consonants(word) for word in _words(text))))


@lru_cache(maxsize=1 << 16)
def name_similarity(a: str, b: str) -> float:
    """Say how alike two names sound, whatever their scripts.

    Names of as many words are compared word by word and the worst pair counts most, so that
    কিম জং উন is not কিম জং ইল; others as one run of letters.

    Args:
        a: A name in Bengali or Latin letters.
        b: Another.

    Returns:
        0 (nothing in common) to 1 (the same spelling or sound).

    >>> name_similarity("পুতিন", "Putin")
    1.0
    """
    left, right = _words(a), _words(b)
    if not left or not right:
        return float(canonical(a) == canonical(b))
    across = bool(_BENGALI.search(a)) != bool(_BENGALI.search(b))
    if len(left) != len(right):
        return _alike("".join(left), "".join(right), across)
    scores = [_alike(one, two, across) for one, two in zip(left, right, strict=True)]
    return 0.4 * sum(scores) / len(scores) + 0.6 * min(scores)


def _alike(a: str, b: str, across: bool) -> float:
    """Alike as spelt and, across scripts, as their consonants."""
    spelt = (Indel.normalized_similarity(a, b) + JaroWinkler.similarity(a, b)) / 2
    one, two = _sounds(a), _sounds(b)
    heard = (Indel.normalized_similarity(one, two) + JaroWinkler.similarity(one, two)) / 2
    if not across:
        return max(spelt, heard)
    bones = Indel.normalized_similarity(_consonants(a), _consonants(b))
    return max(spelt, (heard + bones) / 2)


def _words(text: str) -> list[str]:
    # Accents of Latin names are not heard in Bengali: Curaçao, Erdoğan.
    latin = regex.sub(r"\p{Mn}", "", unicodedata.normalize("NFD", romanise(text)))
    return regex.findall(r"\p{L}+", latin.casefold())


def _word(word: str) -> str:
    established = _established().get(word)
    if established is not None:
        return established
    return _abbreviation(word) or _spell(word).capitalize()


def _abbreviation(word: str) -> str:
    """The Latin letters, if the whole word is made of two or more letter names."""
    letters = []
    place = 0
    while place < len(word):
        name = next((name for name in _letter_names() if word.startswith(name, place)), None)
        if name is None:
            return ""
        letters.append(_letter_names()[name])
        place += len(name)
    return "".join(letters) if len(letters) > 1 else ""


def _spell(word: str) -> str:
    """Spell a word letter by letter: sounds and, after bare consonants, silent-able vowels."""
    parts: list[str] = []
    place = 0
    while place < len(word):
        ends = range(place + _longest_letters(), place, -1)
        group = next((g for end in ends if (g := word[place:end]) in _letters()), None)
        if group is None:
            place += 1
            continue
        latin, kind = _letters()[group]
        place += len(group)
        parts.append(latin)
        if kind == "consonant" and not _has_vowel(word, place):
            parts.append("*")
    return _silence(parts)


def _has_vowel(word: str, place: int) -> bool:
    following = word[place : place + 1]
    return following == _VIRAMA or _letters().get(following, ("", ""))[1] == "sign"


def _silence(parts: list[str]) -> str:
    """Write the inherent vowels (`*`) or leave them out, the last one first."""
    text = "".join(parts)
    # It is silent at the end, but for clusters in -r and -y (Narendra).
    text = regex.sub(r"(?<![^aeiou*][ry])\*$", "", text)
    text = regex.sub(r"\*v$", "ov", text)
    for place in range(len(text) - 1, 0, -1):
        if (
            text[place] == "*"
            and _BEFORE.search(text, max(0, place - 3), place)
            and _AFTER.match(text, place + 1)
        ):
            text = text[:place] + text[place + 1 :]
    return regex.sub(r"iy(?=[aeo])", "i", text.replace("*", "a"))


@lru_cache(maxsize=1 << 14)
def _sounds(word: str) -> str:
    """Fold spellings that sound alike and long vowels."""
    for latin, sound in _sound_rows():
        word = word.replace(latin, sound)
    word = regex.sub(r"[eiy]+", "i", word)
    word = regex.sub(r"[ouaw]+", "o", word)
    return regex.sub(r"(.)\1+", r"\1", word)


@lru_cache(maxsize=1 << 14)
def _consonants(word: str) -> str:
    bones = _sounds(word)
    return bones[:1].replace("i", "a").replace("o", "a") + regex.sub(r"[aeiouhy]", "", bones[1:])


@cache
def _letters() -> dict[str, tuple[str, str]]:
    rows = read_table(DATA / "letters.tsv", ("letters", "latin", "kind"), "letters")
    ordered = sorted(rows, key=lambda row: -len(row["letters"]))
    return {row["letters"]: (row["latin"], row["kind"]) for row in ordered}


@cache
def _longest_letters() -> int:
    return max(map(len, _letters()))


@cache
def _letter_names() -> dict[str, str]:
    rows = read_table(DATA / "letter_names.tsv", ("name", "latin"), "name")
    return {row["name"]: row["latin"] for row in sorted(rows, key=lambda row: -len(row["name"]))}


@cache
def _established() -> dict[str, str]:
    rows = read_table(DATA / "name_words.tsv", ("word", "latin"), "word")
    return {row["word"]: row["latin"] for row in rows}


@cache
def _sound_rows() -> tuple[tuple[str, str], ...]:
    rows = read_table(DATA / "sounds.tsv", ("latin", "sound"), "latin")
    return tuple((row["latin"], row["sound"]) for row in rows)
