"""One canonical form for Bengali text, with a map back to the original offsets."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import regex

# Characters that carry no letter: zero-width space, word joiner, direction marks,
# byte-order mark, soft hyphen. ZWNJ and ZWJ are not among them: they shape conjuncts.
_INVISIBLE = "\u00ad\u200b\u200e\u200f\u2060\ufeff"
_JOINERS = "\u200c\u200d"
_TRAIL = rf"[\p{{M}}\u1160-\u11ff{_INVISIBLE}{_JOINERS}]"

# A base with what hangs on it; a consonant after a virama belongs to the same cluster,
# because a joiner before it may have to stay.
_CLUSTER = regex.compile(
    rf"(?s:.){_TRAIL}*(?:(?<=\u09cd[{_INVISIBLE}{_JOINERS}]*)[\u0995-\u09b9\u09ce\u09f0\u09f1]{_TRAIL}*)*"
)
_TROUBLE = regex.compile(
    rf"[{_INVISIBLE}{_JOINERS}\u00a0\u2007\u202f|]"
    r"|\u0981[\u09be-\u09cc]|([\u09be-\u09cd])\1"
)
# Repairs stay inside a run without blanks, so that runs can be repaired one by one.
_RUN = regex.compile(r"[^ \n]+")
# A pipe after a Bengali word that ends there is a danda typed on a Latin keyboard.
_PIPE = regex.compile(
    rf"(?<=[\u0980-\u09fe][{_INVISIBLE}{_JOINERS}]*)\|"
    rf"(?=[{_INVISIBLE}{_JOINERS}]*(?:\s|$|[\u2019\u201d\"')]))"
)
_REPAIRS = tuple(
    (regex.compile(pattern), replacement)
    for pattern, replacement in (
        (rf"[{_INVISIBLE}]", ""),
        (r"[\u00a0\u2007\u202f]", " "),
        # RA + ZWNJ + ya-phala is the pre-Unicode-5 spelling of RA + ZWJ + ya-phala.
        (r"\u09b0\u200c(?=\u09cd\u09af)", "\u09b0\u200d"),
        # TA + virama + ZWJ is the pre-Unicode-4.1 spelling of khanda ta.
        (r"\u09a4\u09cd\u200d", "\u09ce"),
        (r"\u0981([\u09be-\u09cc])", "\\1\u0981"),
        (r"([\u09be-\u09cd])\1+", r"\1"),
        # A joiner means something only before ya-phala on RA or after a virama.
        (r"(?<!\u09b0(?=\u200d\u09cd\u09af))(?<!\u09cd(?=[\u200c\u200d]\p{L}))[\u200c\u200d]", ""),
    )
)


@dataclass(frozen=True, slots=True)
class Normalised:
    """Canonical text and where each of its characters stood in the original.

    Attributes:
        text: The canonical text.
        begins: For each character of `text` where its source begins in the original;
            empty, as is `ends`, when the original was canonical already.
        ends: For each character of `text` where its source ends.
        length: Length of the original.
    """

    text: str
    begins: tuple[int, ...]
    ends: tuple[int, ...]
    length: int

    def original(self, begin: int, end: int) -> tuple[int, int]:
        """Map a span of `text` to the smallest span of the original that holds it.

        Args:
            begin: First character, an index into `text`.
            end: Index after the last character.

        Returns:
            Begin and end in the original; an empty span stays empty.
        """
        if not self.begins:
            return begin, end
        first = self.begins[begin] if begin < len(self.begins) else self.length
        return first, self.ends[end - 1] if end > begin else first


def canonical(text: str) -> str:
    r"""Return NFC with the repairs that cannot change what is read.

    Precomposed and decomposed letters become one form, invisible characters and doubled
    signs go, legacy spellings of khanda ta and ya-phala become today's, a pipe typed for a
    danda becomes one. Quotes, digits, dashes and conjuncts stay as they are.

    Args:
        text: Any text.

    Returns:
        The canonical form; canonical text is returned unchanged.

    >>> canonical("রাশি\u09dfা") == "রাশি\u09af\u09bcা"
    True
    >>> canonical("হঠাত্\u200d")
    'হঠাৎ'
    """
    if _is_canonical(text):
        return text
    return _RUN.sub(lambda run: _repair_run(run.group())[0], _PIPE.sub("\u0964", text))


def normalise(text: str) -> Normalised:
    r"""Return the canonical text together with its offset map.

    Args:
        text: Any text.

    Returns:
        Its `text` equals `canonical(text)`.

    >>> normalise("রাশি\u09dfা").original(4, 7)
    (4, 6)
    """
    if _is_canonical(text):
        return Normalised(text, (), (), len(text))
    source = _PIPE.sub("\u0964", text)
    pieces: list[str] = []
    begins: list[int] = []
    ends: list[int] = []
    done = 0
    for run in _RUN.finditer(source):
        piece, run_begins, run_ends = _repair_run(run.group())
        if piece == run.group():
            continue
        at = run.start()
        pieces += source[done:at], piece
        begins += range(done, at)
        begins += [at + begin for begin in run_begins]
        ends += range(done + 1, at + 1)
        ends += [at + end for end in run_ends]
        done = run.end()
    rest = len(source)
    pieces.append(source[done:])
    return Normalised(
        "".join(pieces), (*begins, *range(done, rest)), (*ends, *range(done + 1, rest + 1)), rest
    )


def _is_canonical(text: str) -> bool:
    return unicodedata.is_normalized("NFC", text) and not _TROUBLE.search(text)


@lru_cache(maxsize=1 << 16)
def _repair_run(run: str) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """Canonical form of a run without blanks; its characters' begins and ends if it changes."""
    if _is_canonical(run):
        return run, (), ()
    pieces: list[str] = []
    spans: list[tuple[int, int]] = []
    for match in _CLUSTER.finditer(run):
        piece = _repair(match.group())
        pieces.append(piece)
        spans += _align(match.group(), piece, match.start())
    return "".join(pieces), tuple(b for b, _ in spans), tuple(e for _, e in spans)


def _repair(cluster: str) -> str:
    before = ""
    while before != cluster:
        before = cluster
        for pattern, replacement in _REPAIRS:
            cluster = pattern.sub(replacement, cluster)
        cluster = unicodedata.normalize("NFC", cluster)
    return cluster


def _align(source: str, target: str, offset: int) -> list[tuple[int, int]]:
    """Spans of `target`'s characters: equal ends one to one, the middle as one lump."""
    limit = min(len(source), len(target))
    head = 0
    while head < limit and source[head] == target[head]:
        head += 1
    tail = 0
    while tail < limit - head and source[-1 - tail] == target[-1 - tail]:
        tail += 1
    lump = (offset + head, offset + len(source) - tail)
    spans = [(offset + i, offset + i + 1) for i in range(head)]
    spans += [lump] * (len(target) - head - tail)
    return spans + [(lump[1] + i, lump[1] + i + 1) for i in range(tail)]
