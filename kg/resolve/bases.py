"""Mends what a tagger cannot know of a mention alone: its base, its label, its edges."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.language import canonical, compound_head, inflections
from kg.model import Case, Document, Mention
from kg.resolve.edges import trimmed
from kg.resolve.spans import Spans
from kg.world import FormKind, World

_LABELS = ("PER", "ORG", "GPE", "LOC")


def mended(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions with the base and label that the whole article speaks for.

    শোইগুর alone may be a name or a genitive; beside সের্গেই শোইগু it is the genitive. A
    name that is mostly tagged as a person is one throughout.

    Args:
        mentions: The names of an article.

    Returns:
        The mentions in the same order; those with candidates are left alone, and one
        that is no name at all is missing.
    """
    mentions = [
        kept
        for each in mentions
        if (kept := each if each.candidates else trimmed(each)) is not None
    ]
    bases = {mention.base for mention in mentions}
    bases |= {mention.base.split()[-1] for mention in mentions if mention.base}
    rebased = [each if each.candidates else _rebased(each, bases) for each in mentions]
    votes: dict[str, Counter[str]] = {}
    for mention in rebased:
        votes.setdefault(mention.base, Counter())[mention.label] += 1
    return tuple(
        each if each.candidates else replace(each, label=_elected(votes[each.base]))
        for each in rebased
    )


def _rebased(mention: Mention, bases: set[str]) -> Mention:
    for each in inflections(canonical(mention.text)):
        if each.base in bases and each.base != mention.base and each.case is not Case.NONE:
            return replace(mention, base=each.base, case=each.case, plural=each.plural)
    return mention


def _elected(votes: Counter[str]) -> str:
    return min(votes, key=lambda label: (-votes[label], _LABELS.index(label)))


def inside_compounds(
    document: Document, names: Sequence[Mention], world: World
) -> Iterator[Mention]:
    """Names of states and places in compounds that no tagger marks: কাতারভিত্তিক.

    Args:
        document: The article.
        names: The names that are known already.
        world: The gazetteer, which must know the name without doubt.

    Yields:
        A mention of the name alone, its base without the second part.
    """
    taken = Spans((each.begin, each.end) for each in names)
    for sentence in document.sentences:
        for token in sentence.tokens:
            head = compound_head(token.text)
            ids = world.named(head) if head else ()
            if not head or not ids or not _sure(head, ids[0], world):
                continue
            end = token.begin + len(head)
            if canonical(document.article.text[token.begin : end]) != head:
                end = token.begin + len(head.replace("\u09bc", ""))
            if taken.touching(token.begin, end):
                continue
            text = document.article.text[token.begin : end]
            label = "GPE" if ids[0].startswith("country/") else "LOC"
            yield Mention(
                *(token.begin, end, text, label, sentence.index, head, Case.GENITIVE),
                found_by="compound",
                candidates=ids,
                score=0.8,
            )


def _sure(form: str, id_: str, world: World) -> bool:
    entry = world.entry(id_)
    return entry is not None and any(
        each.text == form and each.kind in (FormKind.NAME, FormKind.SHORT) and not each.cautious
        for each in entry.forms
        if id_.startswith(("country/", "place/"))
    )
