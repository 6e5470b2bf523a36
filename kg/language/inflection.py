"""Take case endings, plurals and particles off nouns and names.

Bengali marks case, plural and emphasis by endings in a fixed order: base, classifier or
plural, case, particle (S. K. Chatterji, *The Origin and Development of the Bengali
Language*, 1926, part II). Which form an ending takes depends on the last sound of the base,
so an ending is taken off only where the base that remains licenses it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from kg.language.normal import canonical
from kg.language.tables import DATA, Row, read_table
from kg.model import Case, Inflection

_LINKS = "-\u2010\u2011\u2013'\u2019"
_VOWELS = regex.compile(r"[\u0985-\u0994\u09be-\u09cc]\u0981?\Z")
_AA = regex.compile(r"[\u0986\u0993\u09be\u09cb]\u0981?\Z")
#: A final h after aa is silent, and the name ends like one in a vowel: আল্লাহর.
_SILENT = regex.compile(r"\u09be\u09b9\Z")
_NASAL = regex.compile(r"\u0982\Z")
_CONSONANT = regex.compile(
    r"(?:[\u0995-\u09b9\u09ce]\u09bc?\u0981?|\u0983|[A-Za-z0-9\u09e6-\u09ef])\Z"
)


@dataclass(frozen=True, slots=True)
class _Ending:
    text: str
    after: str
    least: int
    linked: bool
    case: Case = Case.NONE
    plural: bool = False
    particle: str = ""


# Endings by their last letter.
_ByLast = dict[str, tuple[_Ending, ...]]


@dataclass(frozen=True, slots=True)
class _Analysis:
    inflection: Inflection
    sure: bool


def inflect(word: str, known: Callable[[str], bool] | None = None) -> Inflection:
    """Take a word, or a name of several words, apart into base and ending.

    With `known`, the longest base that it accepts wins (the bare word first). Where it
    accepts none, or without it, an ending is taken off if a common stem remains or if it can
    hardly belong to the base: -দের can be cut from any long word, -র never from মিলার.

    Args:
        word: A word or a name; only the last word of a name inflects.
        known: Tells whether a canonical base is a known word or name.

    Returns:
        The base with what was taken off.

    >>> inflect("পুতিনকেও").base, inflect("মিলার").base
    ('পুতিন', 'মিলার')
    >>> inflect("রাশিয়ার", {canonical("রাশিয়া")}.__contains__).case
    <Case.GENITIVE: 'genitive'>
    """
    analyses = _analyses(canonical(word))
    if known is not None:
        for analysis in sorted(analyses, key=lambda found: -len(found.inflection.base)):
            if known(analysis.inflection.base):
                return analysis.inflection
    return analyses[0].inflection


@lru_cache(maxsize=1 << 16)
def inflections(word: str) -> tuple[Inflection, ...]:
    """Return every analysis that the sounds of Bengali license.

    Args:
        word: A word or a name; only the last word of a name inflects.

    Returns:
        The analyses, the most likely first; the bare word is among them.

    >>> [found.base for found in inflections("কিমকেও")][:1]
    ['কিম']
    """
    return tuple(analysis.inflection for analysis in _analyses(canonical(word)))


@lru_cache(maxsize=1 << 16)
def _analyses(word: str) -> tuple[_Analysis, ...]:
    """All analyses: common stems, sure ones (shortest base first), bare word, the others."""
    bare = _Analysis(Inflection(word), True)
    if _last(word) in _bare_words() and not _links_ending(word):
        return (bare,)
    found = _strip(word, _endings(), bare)
    for shorter in _strip(word, _particles(), bare):
        found.append(shorter)
        if _last(shorter.inflection.base) not in _bare_words():
            found += _strip(shorter.inflection.base, _endings(), shorter)
    stems = [a for a in (bare, *found) if _last(a.inflection.base) in _stems()]
    sure = [analysis for analysis in found if analysis.sure]
    unsure = [analysis for analysis in found if not analysis.sure]
    stems.sort(key=lambda analysis: -len(analysis.inflection.base))
    sure.sort(key=lambda analysis: len(analysis.inflection.base))
    unsure.sort(key=lambda analysis: -len(analysis.inflection.base))
    return tuple(dict.fromkeys([*stems, *sure, bare, *unsure]))


def _links_ending(word: str) -> bool:
    """Whether a hyphen joins an ending to the word: কে alone is the word for who."""
    rest, last = word[: -len(_last(word))], _last(word)
    return bool(rest) and any(e.linked and e.text == last for e in _endings().get(last[-1:], ()))


def _strip(word: str, endings: _ByLast, outer: _Analysis) -> list[_Analysis]:
    found = []
    for ending in endings.get(word[-1:], ()):
        base = _base(word, ending)
        if base is None:
            continue
        inflection = Inflection(
            base, ending.case, ending.plural, ending.particle or outer.inflection.particle
        )
        # A particle after a vowel is doubtful (Mumbai) unless a whole ending stands before it.
        doubtful = not outer.sure and len(ending.text) == 1
        verbal = any(word.endswith(t) and len(t) > len(ending.text) for t in _verb_tails())
        sure = not doubtful and not verbal and 0 < ending.least <= len(_last(base))
        found.append(_Analysis(inflection, sure))
    return found


def _base(word: str, ending: _Ending) -> str | None:
    """What remains of the word, if it licenses the ending."""
    if not word.endswith(ending.text):
        return None
    base = word[: -len(ending.text)]
    if ending.linked:
        return base[:-1] if len(base) > 1 and base[-1] in _LINKS else None
    return base if base and licenses(base, ending.after) else None


def licenses(base: str, after: str) -> bool:
    """Whether the last sound of a base is one that an ending goes behind.

    Args:
        base: A word, canonical.
        after: The sounds, in the letters of `data/endings.tsv`.

    >>> licenses("পুতিন", "C"), licenses("রাশিয়া", "C")
    (True, False)
    """
    if "A" in after and _AA.search(base):
        return True
    if "V" in after and _VOWELS.search(base):
        return True
    if "N" in after and _NASAL.search(base):
        return True
    if "H" in after and _SILENT.search(base):
        return True
    return after == "*" or ("C" in after and bool(_CONSONANT.search(base)))


def _last(base: str) -> str:
    return base.replace("-", " ").rpartition(" ")[2]


@cache
def _bare_words() -> frozenset[str]:
    return frozenset(row["word"] for row in read_table(DATA / "bare_words.tsv", ("word",), "word"))


@cache
def _verb_tails() -> tuple[str, ...]:
    rows = read_table(DATA / "verb_tails.tsv", ("tail", "example", "kind"), "tail")
    return tuple(row["tail"] for row in rows)


@cache
def _stems() -> frozenset[str]:
    return frozenset(row["stem"] for row in read_table(DATA / "stems.tsv", ("stem",), "stem"))


@cache
def _endings() -> _ByLast:
    columns = ("ending", "case", "plural", "after", "least", "example")
    rows = read_table(DATA / "endings.tsv", columns, *columns[:4])
    return _by_last(
        _ending(row, row["ending"], case=_case(row), plural=row["plural"] == "1") for row in rows
    )


@cache
def _particles() -> _ByLast:
    columns = ("particle", "after", "least", "gloss")
    rows = read_table(DATA / "particles.tsv", columns, "particle", "after")
    return _by_last(
        _ending(row, row["particle"], particle=row["particle"].lstrip("'")) for row in rows
    )


def _by_last(endings: Iterable[_Ending]) -> _ByLast:
    grouped: _ByLast = {}
    for ending in endings:
        last = ending.text[-1]
        grouped[last] = (*grouped.get(last, ()), ending)
    return grouped


def _ending(
    row: Row, text: str, case: Case = Case.NONE, plural: bool = False, particle: str = ""
) -> _Ending:
    after, least = row["after"], row["least"]
    if not least.isdecimal() or set(after) - set("CVANH*"):
        raise row.refuse("the condition is malformed", "Write letters of CVANH* and a number")
    return _Ending(
        text.lstrip("'"), after, int(least), text.startswith("'"), case, plural, particle
    )


def _case(row: Row) -> Case:
    try:
        return Case(row["case"])
    except ValueError as error:
        raise row.refuse(f"{row['case']!r} is not a case", "Use a value of Case") from error
