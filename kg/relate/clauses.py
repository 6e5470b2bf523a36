"""Clauses of a Bengali sentence: where each verb stands and what belongs to it.

Bengali puts the verb last; participles (করে, করতে, করলে) close a segment that shares its
subject with the finite verb that follows, and newspapers often put the subject after the
finite verb. A *domain* is the stretch of one finite verb; its *segments* end at a verb each.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.language import canonical
from kg.model import Token
from kg.relate.verbs import VerbForm, verb_forms

CLAUSES = Path(__file__).parent / "data" / "clauses.toml"


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
            and self.stems[-1] == BE
        )


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of tokens that one verb group closes (or that has no verb)."""

    first: int
    last: int
    verb: VerbGroup | None


@dataclass(frozen=True, slots=True)
class Domain:
    """The stretch of one finite verb.

    Attributes:
        first: Index of its first token; `last` exclusive.
        segments: Its segments in order, the finite verb's last; words after the finite
            verb belong to its segment's domain but to no segment.
        opened_by: What stands before it: `that` (যে), a mark, or empty.
        closed_by: What stands after it: `say` (বলে), a mark, or empty.
        quoted: It lies inside quotation marks.
    """

    first: int
    last: int
    segments: tuple[Segment, ...]
    opened_by: str
    closed_by: str
    quoted: bool

    @property
    def verb(self) -> VerbGroup | None:
        """Its finite verb group, if it has one."""
        last = self.segments[-1].verb if self.segments else None
        return last if last is not None and last.form.finite else None


@dataclass(frozen=True, slots=True)
class _Words:
    boundary: frozenset[str]
    complementizer: frozenset[str]
    marks: frozenset[str]
    opening: frozenset[str]
    closing: frozenset[str]
    plain: frozenset[str]
    postpositions: frozenset[str]
    negation: frozenset[str]
    adverbs: frozenset[tuple[str, ...]]


BE = "\u09b9"
ALSO = "\u0993"
CAN = "\u09aa\u09be\u09b0"


@cache
def limits() -> frozenset[str]:
    """Words after a date that make it a bound: ২০১৯ সালের পর, এপ্রিল থেকে."""
    data = tomllib.loads(CLAUSES.read_text(encoding="utf-8"))
    return frozenset(canonical(w) for w in data["limits"]["words"])


@cache
def control_nouns() -> frozenset[str]:
    """Nouns after a verbal noun whose owner is its subject: করার পরিকল্পনা, করার পর."""
    data = tomllib.loads(CLAUSES.read_text(encoding="utf-8"))
    return frozenset(canonical(w) for w in data["control"]["words"])


@cache
def request_nouns() -> frozenset[str]:
    """Nouns of asking: who is asked, not who asks, is to do the verb before them."""
    data = tomllib.loads(CLAUSES.read_text(encoding="utf-8"))
    return frozenset(canonical(w) for w in data["control"]["request"])


@cache
def light(kind: str) -> frozenset[str]:
    """Words about light verbs, see `[light]` in clauses.toml.

    Args:
        kind: `between`, `vectors`, `nouns`, `locative`, `joining` or `without`.
    """
    data = tomllib.loads(CLAUSES.read_text(encoding="utf-8"))
    return frozenset(canonical(w) for w in data["light"][kind])


@cache
def words() -> _Words:
    """The table of clause words."""
    data = tomllib.loads(CLAUSES.read_text(encoding="utf-8"))
    edge = data["boundary"]
    return _Words(
        *(
            frozenset(canonical(w) for w in edge[k])
            for k in (
                "words",
                "complementizer",
                "marks",
                "quotes_open",
                "quotes_close",
                "quotes_plain",
            )
        ),
        frozenset(canonical(w) for w in data["postpositions"]["words"]),
        frozenset(canonical(w) for w in data["negation"]["words"]),
        frozenset(tuple(canonical(w).split()) for w in edge["adverbs"]),
    )


def verb_groups(tokens: Sequence[Token], taken: frozenset[int]) -> tuple[VerbGroup, ...]:
    """The verb groups of a sentence, in order.

    Args:
        tokens: The sentence's tokens.
        taken: Indices of tokens that belong to names and their postpositions.
    """
    found: list[VerbGroup] = []
    i = 0
    while i < len(tokens):
        if not _verbal(tokens, i, taken):
            i += 1
            continue
        end = i + 1
        while end < len(tokens) and end not in taken:
            if _verbal(tokens, end, taken, inside=True) or (
                tokens[end].text in words().negation
                and end + 1 < len(tokens)
                and _verbal(tokens, end + 1, taken, inside=True)
            ):
                end += 1
            else:
                break
        found += _groups(tokens, i, end)
        i = end
    return tuple(found)


def _verbal(tokens: Sequence[Token], i: int, taken: frozenset[int], inside: bool = False) -> bool:
    word = tokens[i].text
    if i in taken or word in light("nouns") or not verb_forms(word):
        return False
    if word in words().complementizer:
        # After a finite verb বলে closes what is said; else it is 'saying' (বলে আসছেন).
        finite = i > 0 and any(f.finite for f in verb_forms(tokens[i - 1].text))
        return not finite and i + 1 < len(tokens) and bool(verb_forms(tokens[i + 1].text))
    if word not in words().postpositions:
        return True
    following = tokens[i + 1].text if i + 1 < len(tokens) else ""
    if any(f.form == "noun" for f in verb_forms(word)):
        return bool(verb_forms(following))
    if inside:
        return bool(verb_forms(following)) and following not in words().postpositions
    # চাপ দিয়ে যাচ্ছেন: after a noun that is no name, before a verb that only adds aspect.
    return (
        i > 0
        and i - 1 not in taken
        and any(f.stem in light("vectors") for f in verb_forms(following))
    )


def _groups(tokens: Sequence[Token], first: int, end: int) -> list[VerbGroup]:
    """Cut a run of verb words where one thing ends: বলেছেন | করতে পারেন."""
    out: list[VerbGroup] = []
    start = first
    run = [i for i in range(first, end) if verb_forms(tokens[i].text)]
    for at, i in enumerate(run):
        form = _reading(tokens, i)
        closes = at + 1 == len(run) or _closes(form, _reading(tokens, run[at + 1]))
        if not closes:
            continue
        part = [j for j in run if start <= j <= i]
        forms = tuple(_reading(tokens, j) for j in part)
        after = tokens[i + 1].text if i + 1 < len(tokens) else ""
        before = tokens[start - 1].text if start else ""
        inner = {tokens[j].text for j in range(start, i + 1)} & words().negation
        negated = (
            any(f.negated for f in forms)
            or after in words().negation
            or bool(inner)
            or (before in words().negation and not forms[-1].finite)
        )
        concessive = forms[-1].form == "conditional" and tokens[i].text.endswith(ALSO)
        out.append(
            VerbGroup(start, i + 1, tuple(f.stem for f in forms), forms, negated, concessive)
        )
        start = i + 1
    return out


def _closes(form: VerbForm, after: VerbForm) -> bool:
    """Whether a verb word ends its group although another follows."""
    if form.form in {"participle", "infinitive"}:
        return False
    if form.form == "noun":
        return bool(form.case) or after.stem != BE
    return True


def _reading(tokens: Sequence[Token], i: int) -> VerbForm:
    """Finite where a clause ends after the word, else participle (করে is both)."""
    forms = verb_forms(tokens[i].text)
    if len(forms) == 1:
        return forms[0]
    after = tokens[i + 1].text if i + 1 < len(tokens) else ""
    ends = not after or after in words().marks or after in words().closing
    ends = ends or after in words().complementizer or after in words().negation
    wanted = [f for f in forms if f.finite == ends]
    return (wanted or list(forms))[0]


def split_domains(
    tokens: Sequence[Token],
    groups: Sequence[VerbGroup],
    quoted: bool,
    whole: frozenset[int] = frozenset(),
) -> tuple[Domain, ...]:
    """Cut a sentence into the stretches of its finite verbs.

    Args:
        tokens: The sentence's tokens.
        groups: Its verb groups.
        quoted: The sentence begins inside a quotation.
        whole: Indices of tokens inside a phrase (the commas of A, B ও C): no clause ends there.
    """
    table = words()
    cuts: list[tuple[int, int, str, str, bool]] = []
    start, opened, inside, pending = 0, "", quoted, False
    ends = {g.last: g for g in groups}
    for i, token in enumerate(tokens):
        group = ends.get(i)
        pending = pending or (group is not None and group.form.finite)
        text = token.text
        opening = text in table.opening or (text in table.plain and not inside)
        closing = not opening and (text in table.closing or text in table.plain)
        sentence_quote = opening and i > start and tokens[i - 1].text in table.marks
        cut = closing_word = ""
        if i in whole:
            continue
        if pending and text in table.complementizer:
            cut, closing_word = "say", text
        elif pending and text in table.boundary:
            cut, closing_word = "that", text
        elif (pending and (text in table.marks or opening or closing)) or sentence_quote:
            cut = text
        if cut:
            cuts.append((start, i, opened, cut, inside))
            start, opened, pending = i + 1, cut, False
        if opening:
            inside = True
        elif closing:
            inside = False
    if start < len(tokens):
        cuts.append((start, len(tokens), opened, "", inside))
    domains = (
        Domain(a, b, _segments(a, b, groups), before, after, q) for a, b, before, after, q in cuts
    )
    return tuple(
        d for d in domains if any(t.text not in table.marks for t in tokens[d.first : d.last])
    )


def _segments(first: int, last: int, groups: Sequence[VerbGroup]) -> tuple[Segment, ...]:
    out: list[Segment] = []
    start = first
    for g in groups:
        if first <= g.first and g.last <= last:
            out.append(Segment(start, g.last, g))
            start = g.last
            if g.form.finite:
                break
    if not out or not (out[-1].verb and out[-1].verb.form.finite):
        if start < last:
            out.append(Segment(start, last, None))
    return tuple(out)
