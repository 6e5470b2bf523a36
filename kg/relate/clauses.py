"""Clauses of a Bengali sentence: where each verb stands and what belongs to it.

Bengali puts the verb last; participles (করে, করতে, করলে) close a segment that shares its
subject with the finite verb that follows, and newspapers often put the subject after the
finite verb. A *domain* is the stretch of one finite verb; its *segments* end at a verb each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.model import Token
from kg.relate.tables import clause_words, paradigms, speech_words
from kg.relate.verbgroups import VerbGroup

#: How far after a quotation the verb of saying may stand, a mark and a name between them.
QUOTED = 5

#: So many words after a finite verb a verb of saying that takes it up has its own, one for
#: its noun (দাবি করে).
COMPLEMENT = 3


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
        opened_by: What stands before it: `say` (বলে), `that` (যে), a mark, or empty.
        closed_by: What stands after it, likewise.
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

    Returns:
        Domains in order; stretches of marks alone are left out.
    """
    out: list[Domain] = []
    ends = {g.last for g in groups if g.form.finite}
    runs_on = dict.fromkeys(_after_saying(tokens, groups), "that")
    runs_on |= dict.fromkeys(_taken_up(tokens, groups), "say")
    closes = _before_saying(tokens, groups) | _quoted_before_saying(tokens, groups)
    start, opened, inside, pending = 0, "", quoted, False
    for i in range(len(tokens)):
        pending = pending or i in ends or i in closes
        if i in runs_on:
            out.append(Domain(start, i, _segments(start, i, groups), opened, runs_on[i], inside))
            start, opened, pending = i, runs_on[i], False
        if i in whole:
            continue
        quote = _quote(tokens[i].text, inside)
        cut = _cut(tokens, start, i, pending, quote)
        if cut:
            out.append(Domain(start, i, _segments(start, i, groups), opened, cut, inside))
            start, opened, pending = i + 1, cut, False
        inside = quote == "open" if quote else inside
    if start < len(tokens):
        segments = _segments(start, len(tokens), groups)
        out.append(Domain(start, len(tokens), segments, opened, "", inside))
    edge = clause_words().boundary
    marks = edge.marks | edge.quotes_open | edge.quotes_close | edge.quotes_plain
    return tuple(d for d in out if any(t.text not in marks for t in tokens[d.first : d.last]))


def _after_saying(tokens: Sequence[Token], groups: Sequence[VerbGroup]) -> frozenset[int]:
    """Where what is said or wished begins without a mark: ট্রাম্প বলেছেন | ইরান চুক্তি চায়."""
    edge = clause_words().boundary
    stop = edge.marks | edge.words | edge.complementizer | edge.quotes_open | edge.quotes_plain
    found: set[int] = set()
    for g in groups:
        end = next((i for i in range(g.last, len(tokens)) if tokens[i].text in stop), len(tokens))
        to_come = [h for h in groups if h.form.finite and g.last < h.first < end]
        wishes = _wants(g) and any(h.form.tense == "imperative" for h in to_come)
        if to_come and (_tells(g) or wishes) and end > g.last:
            found.add(g.last)
    return frozenset(found)


def _taken_up(tokens: Sequence[Token], groups: Sequence[VerbGroup]) -> frozenset[int]:
    """Where a clause ends that the next words say was said: … চালিয়েছে | দাবি করে X বলেন."""
    return frozenset(
        g.last
        for g, h in pairwise(groups)
        if g.form.finite and h.first - g.last < COMPLEMENT and spoken(tokens, h)
        if not any(t.text in clause_words().boundary.marks for t in tokens[g.last : h.first])
    )


def spoken(tokens: Sequence[Token], verb: VerbGroup) -> bool:
    """Whether a verb with the words before it is one of saying: দাবি করে, জানিয়ে.

    Args:
        tokens: The sentence's tokens.
        verb: One of its verb groups.
    """
    before = tuple(t.text for t in tokens[max(0, verb.first - 2) : verb.first])
    keys = {(*before[len(before) - n :], verb.stems[-1]) for n in range(min(2, len(before)) + 1)}
    told = verb.form.finite or verb.form.form == "participle"
    return told and not verb.negated and bool(keys & speech_words().verbs.say)


def _before_saying(tokens: Sequence[Token], groups: Sequence[VerbGroup]) -> frozenset[int]:
    """A বলে without a finite verb before it that a verb of saying follows: উদ্বিগ্ন | বলে জানান."""
    edge = clause_words().boundary
    inside = {i for g in groups for i in range(g.first, g.last)}
    found: set[int] = set()
    for g in groups:
        back = range(g.first - 1, -1, -1)
        first = next((i for i in back if i in inside or tokens[i].text in edge.marks), -1) + 1
        closing = [i for i in range(first, g.first) if tokens[i].text in edge.complementizer]
        found.update(closing if _tells(g) else ())
    return frozenset(found)


def _quoted_before_saying(tokens: Sequence[Token], groups: Sequence[VerbGroup]) -> frozenset[int]:
    """Where a quotation without a verb ends that a verb of saying follows: ‘…’, বললেন ট্রাম্প."""
    edge = clause_words().boundary
    closing = edge.quotes_close | edge.quotes_plain
    told = [g.first for g in groups if _tells(g)]
    return frozenset(
        i
        for i in range(1, len(tokens) - 1)
        if tokens[i].text in closing and tokens[i + 1].text in edge.marks
        if any(i + 1 < at <= i + QUOTED for at in told)
    )


def _tells(verb: VerbGroup) -> bool:
    """The verb is finite, not negated, and one of saying by itself: বলেছেন, জানায়."""
    said = verb.stems[-1:] in speech_words().verbs.say
    return verb.form.finite and not verb.negated and said


def _wants(verb: VerbGroup) -> bool:
    """The verb says by itself that somebody wants something: চান, চায়."""
    return verb.form.finite and verb.stems == (paradigms().auxiliary.want,)


def _quote(text: str, inside: bool) -> str:
    """Whether a token opens or closes a quotation; a plain mark does what is due."""
    edge = clause_words().boundary
    if text in edge.quotes_open or (text in edge.quotes_plain and not inside):
        return "open"
    return "close" if text in edge.quotes_close | edge.quotes_plain else ""


def _cut(tokens: Sequence[Token], start: int, at: int, pending: bool, quote: str) -> str:
    """What ends a domain at a token, as `Domain` names it, or the empty string."""
    edge, text = clause_words().boundary, tokens[at].text
    if pending and text in edge.complementizer:
        return "say"
    if pending and text in edge.words:
        return "that"
    # A quotation after a mark is a sentence of its own: তিনি বলেন, “…”.
    sentence = quote == "open" and at > start and tokens[at - 1].text in edge.marks
    ends = pending and (bool(quote) or text in edge.marks)
    return text if ends or sentence else ""


def _segments(first: int, last: int, groups: Sequence[VerbGroup]) -> tuple[Segment, ...]:
    out: list[Segment] = []
    start = first
    for g in groups:
        if first <= g.first and g.last <= last:
            out.append(Segment(start, g.last, g))
            start = g.last
            if g.form.finite:
                return tuple(out)
    if start < last:
        out.append(Segment(start, last, None))
    return tuple(out)
