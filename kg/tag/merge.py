"""Joins what the NER model and the gazetteer found in a sentence into name mentions.

The rules, in the order in which they apply:

1. A match of a `given` form counts where the article has the full name; a `cautious`
   one where the NER model names the same place or the article has the full name.
2. A span of the model ends where a known name inside it carries a case ending, a
   person's where any word carries the objective one; names joined by a hyphen
   (কিম-পুতিন) are parted.
3. A person's span loses titles, states, organisations, and places in the locative.
4. A known name wins over a span inside it or across its edge. A longer span wins over
   the known name inside it when it is a person's (কিম ইয়ো জং over কিম), or when the name
   is the beginning of an organisation or place (বাংলাদেশ কমিউনিস্ট পার্টি over বাংলাদেশ).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import regex

from kg.language import canonical, inflect
from kg.model import Case, EntityType, Mention, Sentence
from kg.tag.titles import body_end, without_titles
from kg.world import Form, FormKind, Match, World

NER, GAZETTEER, BOTH = "stanza-ner", "gazetteer", "gazetteer+stanza-ner"

#: Not probabilities but an order: Stanza's CRF gives none. Two finders agreeing are
#: right most often; a known name found by the table alone may be a homonym; the model
#: alone is right about three times in four, less often on single words.
_SCORES = {BOTH: 0.9, GAZETTEER: 0.8, NER: 0.7}
_UNSURE = 0.6

_LABELS = {
    EntityType.PERSON: "PER",
    EntityType.COUNTRY: "GPE",
    EntityType.PLACE: "LOC",
    EntityType.ORGANIZATION: "ORG",
}

#: What the model, which knows no GPE, calls the thing.
_NER_LABELS = {"GPE": "LOC"}

_LETTER = regex.compile(r"[\p{L}\p{N}]")
_JOINT = regex.compile(r"[-\u2010-\u2015/]")
_EDGE = regex.compile(r"^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}.]+$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, or the part of a word on one side of a known name's edge."""

    begin: int
    end: int
    text: str
    label: str


_Placed = TypeVar("_Placed", Piece, Match)


def full_names(matches: Iterable[Match]) -> frozenset[str]:
    """The ids that an article names in full and beyond doubt.

    Args:
        matches: Every match in the article.

    Returns:
        Ids of world entries.
    """
    return frozenset(
        id_
        for match in matches
        if match.form.kind is FormKind.NAME and not match.form.cautious
        for id_ in match.ids
    )


def merge(
    text: str,
    sentence: Sentence,
    tags: Sequence[str],
    matches: Sequence[Match],
    named: frozenset[str],
    world: World,
) -> tuple[Mention, ...]:
    """The name mentions of a sentence.

    Args:
        text: The article's text.
        sentence: One of its sentences.
        tags: A BIO tag for each token.
        matches: What the gazetteer found in the sentence.
        named: What `full_names` says of the whole article.
        world: Gives types and titles.

    Returns:
        Mentions by offset, none overlapping.
    """
    pieces = _cut(text, sentence, tags, matches)
    known = [match for match in matches if _counts(match, pieces, named)]
    cut = [match for match in matches if match in known or match.inflection.case is Case.LOCATIVE]
    spans = [
        part
        for span in _spans(pieces)
        for part in _parts(span, cut, world)
        if not any(_beats(match, part, known, world) for match in _near(known, part))
    ]
    held = {match for span in spans for match in _near(known, span) if _within(match, span)}
    kept = [match for match in known if match not in held]
    mentions = [_known_mention(text, sentence, match, pieces, world) for match in kept]
    mentions += [_span_mention(text, sentence, span, known, world) for span in spans]
    return tuple(sorted(mentions, key=lambda mention: mention.begin))


def _cut(
    text: str, sentence: Sentence, tags: Sequence[str], matches: Sequence[Match]
) -> list[Piece]:
    edges = sorted({edge for match in matches for edge in (match.begin, match.end)})
    pieces = []
    for token, tag in zip(sentence.tokens, tags, strict=True):
        label = tag.rpartition("-")[2]
        inside = edges[bisect_right(edges, token.begin) : bisect_left(edges, token.end)]
        if not inside:
            pieces.append(Piece(token.begin, token.end, token.text, label))
            continue
        for begin, end in zip([token.begin, *inside], [*inside, token.end], strict=True):
            pieces.append(Piece(begin, end, canonical(text[begin:end]), label))
    return pieces


def _counts(match: Match, pieces: Sequence[Piece], named: frozenset[str]) -> bool:
    if match.form.kind is not FormKind.GIVEN and not match.form.cautious:
        return True
    if any(id_ in named for id_ in match.ids):
        return True
    return match.form.kind is not FormKind.GIVEN and bool(_ner_labels(match, pieces))


def _ner_labels(match: Match, pieces: Sequence[Piece]) -> set[str]:
    return {piece.label for piece in _touching(pieces, match.begin, match.end)} - {"O", "TIME"}


def _touching(ordered: Sequence[_Placed], begin: int, end: int) -> Sequence[_Placed]:
    """Those of a sentence's pieces or matches, which stand in order, that touch a span."""
    first = bisect_right(ordered, begin, key=lambda one: one.end)
    return ordered[first : bisect_left(ordered, end, key=lambda one: one.begin)]


def _near(known: Sequence[Match], span: Sequence[Piece]) -> Sequence[Match]:
    return _touching(known, span[0].begin, span[-1].end)


def _spans(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Runs of pieces of one label; the training sets part adjacent names no better."""
    run: list[Piece] = []
    for piece in pieces:
        if run and piece.label != run[-1].label:
            yield run
            run = []
        if piece.label != "O":
            run.append(piece)
    if run:
        yield run


def _parts(span: list[Piece], known: Sequence[Match], world: World) -> Iterator[list[Piece]]:
    """The names in a span (rules 2 and 3)."""
    label = span[0].label
    run: list[Piece] = []
    for piece in span:
        around = (m for m in _near(known, [piece]) if m.begin <= piece.begin and piece.end <= m.end)
        match = next(around, None)
        if _JOINT.match(piece.text):
            yield from _names(run, world)
            run = []
        if match and label == "PER" and _label(match, world) != "PER":
            yield from _names(run, world)
            run = []
            continue
        run.append(piece)
        if _ends_name(piece, match):
            yield from _names(run, world)
            run = []
    yield from _names(run, world)


def _ends_name(piece: Piece, match: Match | None) -> bool:
    """Whether a word's ending shows that the next word belongs to another name.

    Only the last word of a name carries an ending. Outside the gazetteer the objective
    one alone is sure enough: many names end like a genitive (উমর, পিটার).
    """
    if match is not None:
        return match.inflection.case is not Case.NONE and piece.end == match.end
    return piece.label == "PER" and inflect(piece.text).case is Case.OBJECTIVE


def _names(run: list[Piece], world: World) -> Iterator[list[Piece]]:
    if not run:
        return
    parts, words = [run], [piece.text for piece in run]
    if run[0].label == "PER":
        parts = [run[first:last] for first, last in without_titles(words, world)]
    if run[0].label == "ORG":
        parts = [run[: body_end(words, world)]]
    for part in parts:
        while part and not _LETTER.search(part[0].text):
            part = part[1:]
        while part and not _LETTER.search(part[-1].text):
            part = part[:-1]
        if len("".join(piece.text for piece in part)) > 1:
            yield part


def _beats(match: Match, span: list[Piece], known: Sequence[Match], world: World) -> bool:
    """Whether a known name takes the place of a span that it touches (rule 4)."""
    begin, end, label = span[0].begin, span[-1].end, span[0].label
    if match.end <= begin or end <= match.begin:
        return False
    if match.begin < begin or end < match.end or (match.begin, match.end) == (begin, end):
        return True
    if label == "TIME" or sum(_within(other, span) for other in _near(known, span)) > 1:
        return True
    if label == "PER":
        return _label(match, world) != "PER"
    return match.begin != begin or _label(match, world) in ("ORG", "PER")


def _within(match: Match, span: list[Piece]) -> bool:
    return span[0].begin <= match.begin and match.end <= span[-1].end


def _label(match: Match, world: World, ner: Iterable[str] = ()) -> str:
    """The label of a known name; of several entries the first that the model agrees with."""
    entries = [entry for entry in map(world.entry, match.ids) if entry is not None]
    labels = [_LABELS[entry.entity.type] for entry in entries]
    agreed = [label for label in labels if _NER_LABELS.get(label, label) in ner]
    return (agreed or labels or ["LOC"])[0]


def _known_mention(
    text: str, sentence: Sentence, match: Match, pieces: Sequence[Piece], world: World
) -> Mention:
    ner = _ner_labels(match, pieces)
    found_by = BOTH if ner else GAZETTEER
    doubtful = not ner and (match.form.cautious or match.form.kind is FormKind.GIVEN)
    return Mention(
        begin=match.begin,
        end=match.end,
        text=text[match.begin : match.end],
        label=_label(match, world, ner),
        sentence=sentence.index,
        base=match.form.text,
        case=match.inflection.case,
        plural=match.inflection.plural,
        found_by=found_by,
        candidates=match.ids,
        score=_UNSURE if doubtful else _SCORES[found_by],
    )


def _span_mention(
    text: str, sentence: Sentence, span: list[Piece], known: Sequence[Match], world: World
) -> Mention:
    begin, end = _trimmed(text, span[0].begin, span[-1].end)
    inflection = inflect(canonical(text[begin:end]), lambda base: bool(world.named(base)))
    near = _near(known, span)
    full = [match for match in near if _within(match, span) and _is_full(match.form)]
    candidates = full[0].ids if full else world.named(inflection.base)
    return Mention(
        begin=begin,
        end=end,
        text=text[begin:end],
        label=span[0].label,
        sentence=sentence.index,
        base=inflection.base,
        case=inflection.case,
        plural=inflection.plural,
        found_by=NER,
        candidates=candidates,
        score=_SCORES[NER] if len(span) > 1 else _UNSURE,
    )


def _is_full(form: Form) -> bool:
    """Whether a longer name around this one still means the same person."""
    return form.kind is FormKind.NAME and " " in form.text and not form.cautious


def _trimmed(text: str, begin: int, end: int) -> tuple[int, int]:
    word = text[begin:end]
    left = _EDGE.match(word)
    begin += left.end() if left else 0
    right = next((m for m in _EDGE.finditer(word) if m.end() == len(word)), None)
    return begin, end - (len(right.group()) if right else 0)
