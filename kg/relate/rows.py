"""Names in a row: A, B ও C act and are acted on together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from kg.language import inflections
from kg.model import Case, EntityType, Token
from kg.relate.companions import accompanied, beside
from kg.relate.spans import Chunk, plain
from kg.relate.tables import noun_words, speech_words
from kg.relate.verbs import verb_forms

DASHES = frozenset("-–—")

#: How many words a post may have that stands before a name in a row.
POST = 8


def people_in_a_row(found: Sequence[Chunk], tokens: Sequence[Token]) -> list[Chunk]:
    """Join people who are listed with their posts: সভাপতি A, জেলা দলের সম্পাদক B ও নেতা C.

    Args:
        found: The phrases of a sentence.
        tokens: Its tokens.

    Returns:
        The phrases; each such row is one, with the ending of its last name.
    """
    out = list(found)
    people = [c for c in found if c.types == {EntityType.PERSON} and not c.pronoun]
    row: list[Chunk] = []
    for c, after in zip_longest(people, people[1:]):
        row.append(c)
        if after is not None and _listed(c, after, found, tokens):
            continue
        if _complete(row, tokens):
            first, last = row[0].first, row[-1].last
            inside = [o for o in out if first <= o.first and o.last <= last]
            at = out.index(inside[0])
            out[at : at + len(inside)] = [_joined(row)]
        row = []
    return out


def _joined(row: Sequence[Chunk]) -> Chunk:
    ids = tuple(dict.fromkeys(e for c in row for e in c.entities))
    sure = min(c.confidence for c in row)
    return replace(row[-1], first=row[0].first, entities=ids, plural=True, confidence=sure)


def _listed(c: Chunk, after: Chunk, found: Sequence[Chunk], tokens: Sequence[Token]) -> bool:
    """Whether a person is named right after another, but for a post: A, জেলা দলের সম্পাদক B."""
    if c.marker != "bare" or c.last != c.head_end:
        return False
    if _clauses_apart(_start(c, found), after, tokens):
        return False
    between = _outside_brackets(_words(tokens, c.last, after.first))
    if (
        not between
        or len(between) > POST
        or between[0] not in noun_words().conjunctions.words | {","}
    ):
        return False
    held = [o for o in found if c.last <= o.first and o.last <= after.first]
    if any(o.marker not in {"genitive", "modifier", "bare"} or o.pronoun for o in held):
        return False
    named = {tokens[i].text for o in held for i in range(o.first, o.last)}
    return all(word in named or _of_a_post(word) for word in between[1:])


def _of_a_post(word: str) -> bool:
    return plain(word) and inflections(word)[0].case in {Case.NONE, Case.GENITIVE}


def _outside_brackets(words: Sequence[str]) -> tuple[str, ...]:
    out: list[str] = []
    depth = 0
    for word in words:
        depth += word == "("
        if not depth:
            out.append(word)
        depth -= word == ")"
    return tuple(out)


def _complete(row: Sequence[Chunk], tokens: Sequence[Token]) -> bool:
    """Whether people are a row: three of them, or two that an "and" or "and others" ends."""
    if len(row) < 2:
        return False
    last = row[-1]
    joined = {*_words(tokens, row[-2].last, last.first)} & noun_words().conjunctions.words
    others = _words(tokens, last.last, last.last + 1)
    return (
        len(row) > 2
        or bool(joined)
        or accompanied(last, tokens)
        or ({*others} <= noun_words().company.closing and bool(others))
    )


def coordinate(found: Sequence[Chunk], tokens: Sequence[Token]) -> list[Chunk]:
    """Join A, B ও C: the last one's ending counts for all.

    Args:
        found: The phrases of a sentence.
        tokens: Its tokens.
    """
    out: list[Chunk] = []
    for c in reversed(people_in_a_row(found, tokens)):
        after = out[-1] if out else None
        if after is not None and c.marker == "bare" and c.last == c.head_end:
            between = _words(tokens, c.head_end, after.first)
            among = not between and beside(c, tokens)
            listed = between == (",",) and accompanied(after, tokens)
            if _clauses_apart(_start(c, found), after, tokens):
                out.append(c)
                continue
            if among or listed or _joins(between, after) or _lists(c, between, after, tokens):
                pair = tuple(dict.fromkeys(c.entities + after.entities))
                dash = all(w in DASHES for w in between)
                marker = "joined" if dash and after.marker == "bare" else after.marker
                out[-1] = replace(
                    after,
                    first=c.first,
                    entities=pair,
                    types=c.types | after.types,
                    marker=marker,
                    plural=True,
                    confidence=min(c.confidence, after.confidence),
                )
                continue
        out.append(c)
    return out[::-1]


def _start(c: Chunk, found: Sequence[Chunk]) -> int:
    """Where a phrase begins with those right before it: জাতিসংঘ | মহাসচিব."""
    before = next((o for o in found if o.last == c.first and o is not c), None)
    return _start(before, found) if before is not None else c.first


def _clauses_apart(start: int, after: Chunk, tokens: Sequence[Token]) -> bool:
    """An "and" between clauses, not names: … প্রকাশ করেন ট্রাম্প এবং পুতিনকে … অনুরোধ জানান."""
    if not start or after.marker in {"bare", "joined", "modifier"}:
        return False
    before, later = _words(tokens, start - 1, start), _words(tokens, after.last, len(tokens))
    ends = any(f.form == "finite" for w in later for f in verb_forms(w))
    return ends and any(_finite(w) for w in before)


def _finite(word: str) -> bool:
    """A word that is nothing but a finite verb (করে may be a participle), and none of saying."""
    forms, says = verb_forms(word), speech_words().verbs.say
    return bool(forms) and all(f.form == "finite" and (f.stem,) not in says for f in forms)


def _lists(c: Chunk, between: tuple[str, ...], after: Chunk, tokens: Sequence[Token]) -> bool:
    """A, B before an "and" that others without a name follow: A, B এবং বাহিনীপ্রধানেরা."""
    goes_on = _words(tokens, after.last, after.last + 1)
    and_more = bool(goes_on) and goes_on[0] in noun_words().conjunctions.words
    # One word may be a title that is no post: A, সেনাপ্রধান B.
    apart = between[:1] == (",",) and len(between) <= 2 and all(map(plain, between[1:]))
    alike = c.types == after.types and after.marker == "bare"
    return apart and alike and (and_more or after.plural)


def _joins(between: tuple[str, ...], after: Chunk) -> bool:
    words = noun_words().conjunctions.words
    if not between or len(between) > 2:
        return False
    if between[-1] in words and all(w in words or w == "," for w in between):
        return True
    if between[0] in words and between[-1] in noun_words().relatives.whose and after.acting:
        return True
    if all(w in DASHES for w in between):
        return True
    return between == (",",) and after.plural and len(after.entities) > 1


def _words(tokens: Sequence[Token], first: int, last: int) -> tuple[str, ...]:
    return tuple(t.text for t in tokens[first:last])
