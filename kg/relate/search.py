"""Where a role of a trigger may be looked for: the phrases near it and in its clause."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.model import Case
from kg.relate.clauses import Segment
from kg.relate.frames import VERBAL
from kg.relate.scene import Scene, Subject
from kg.relate.spans import Chunk
from kg.relate.tables import clause_words
from kg.relate.triggers import Trigger

#: Cases and postpositions of who and where may follow what something came by.
LATE = frozenset({"locative", "near", "among"})

#: How those may stand to whom or against whom something is said.
ADDRESSED = frozenset({"objective", "to", "against", "on"})

#: How they stand where what is said of them follows.
CHARGED = frozenset({"against", "objective"})

#: Acts of speech that are named after who utters them and what is to be done.
PLEDGES = frozenset({"Promise", "Warning", "Appeal"})


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a role: entities, the phrase if there is one, how it was found."""

    entities: tuple[str, ...]
    how: str
    confidence: float
    chunk: Chunk | None = None


@dataclass(frozen=True, slots=True)
class Search:
    """The sentence, the trigger, and which phrases other roles have used."""

    scene: Scene
    trigger: Trigger
    adjectives: frozenset[str]
    used: frozenset[Chunk]

    @property
    def subject(self) -> Subject | None:
        """The subject of the trigger's clause."""
        return self.scene.subjects[self.trigger.domain]

    def without(self, *chunks: Chunk | None) -> Search:
        """The same search with more phrases used.

        Args:
            chunks: Phrases that fill other roles; None where a role has none.
        """
        return replace(self, used=self.used | {c for c in chunks if c is not None})

    @property
    def near(self) -> tuple[Chunk, ...]:
        """Unused phrases of the trigger's segment, the nearest before the trigger first."""
        t = self.trigger
        end = t.verb.last if t.verb else max(t.segment.last, t.last)
        inside = [
            c
            for c in self.scene.chunks
            if t.segment.first <= c.first and c.first < end and c not in self.used
        ]
        before = sorted((c for c in inside if c.first < t.first), key=lambda c: -c.first)
        if not t.active:
            # হামলায় গাজায় ২০ জন নিহত: where and to whom may follow what it came by.
            late = [c for c in inside if c.first >= t.last and c.marker in LATE]
            return (*before, *late) if t.case is Case.LOCATIVE else tuple(before)
        return (*before, *(c for c in inside if c.first >= t.first))

    @property
    def wider(self) -> tuple[Chunk, ...]:
        """Unused phrases of the trigger's segment, then of the rest of its clause.

        Of acts of speech whoever they are addressed to may stand before a participle
        (মোদিকে ফোন করে অভিনন্দন জানিয়েছেন), a verbal noun or an
        infinitive (ইসরায়েলকে সংযত হওয়ার আহ্বান) whoever is asked may stand.
        """
        near = self.near
        domain = self.scene.domains[self.trigger.domain]
        open_ = [
            (s.first, s.last)
            for s in domain.segments
            if s.verb is not None and s.verb.form.form in {"noun", "infinitive", "participle"}
            if self.trigger.frame.event in VERBAL
        ]
        rest = [
            c
            for c in self.scene.chunks
            if domain.first <= c.first < domain.last
            and c not in near
            and c not in self.used
            and (
                c.first >= self.trigger.segment.last
                or (c.marker in ADDRESSED and any(a <= c.first < b for a, b in open_))
            )
        ]
        return (*near, *rest)

    @property
    def _deeds(self) -> tuple[Segment, ...]:
        """The segments of the clause that end in a verbal noun in the genitive: হামলা চালানোর."""
        return tuple(
            s
            for s in self.scene.domains[self.trigger.domain].segments
            if s.verb is not None and s.verb.form.form == "noun" and s.verb.form.case == "genitive"
        )

    @property
    def content(self) -> tuple[Chunk, ...]:
        """Phrases of what is promised or threatened: ইরানের হামলা চালানোর হুমকি, in order."""
        t = self.trigger
        held = [s for s in self._deeds if 0 <= t.first - s.last <= 1]
        if not held or t.frame.event not in PLEDGES:
            return ()
        return tuple(
            c for c in self.scene.within(held[0].first, held[0].last) if c not in self.used
        )

    @property
    def charged(self) -> tuple[Chunk, ...]:
        """To or against whom, before a verbal noun in the genitive: ইরানের বিরুদ্ধে … করার অভিযোগ."""
        t = self.trigger
        held = [s for s in self._deeds if s.last <= t.first]
        inside = [(c, s) for s in held for c in self.scene.within(s.first, s.last)]
        return tuple(
            c
            for c, s in inside
            if c not in self.used
            if c.marker == "among" or (c.marker in CHARGED and s.last == t.first)
        )

    def adjective(self, c: Chunk) -> bool:
        """Whether a phrase is only an adjective of its country: রুশ, মার্কিন.

        Args:
            c: A phrase of the sentence.
        """
        alone = not c.acting and c.head_end - c.first == 1
        return alone and self.scene.tokens[c.first].text in self.adjectives

    def broken(self, first: int, last: int) -> bool:
        """Whether a mark stands between: what is before it belongs to something else.

        Args:
            first: Index of the first token of a stretch.
            last: Index after its last.
        """
        marks = clause_words().boundary.marks
        return any(t.text in marks for t in self.scene.tokens[first:last])


def taken(c: Chunk | None, how: str, factor: float = 1.0) -> Filler | None:
    """A phrase as what fills a role.

    Args:
        c: The phrase, or None.
        how: How it was found.
        factor: How sure that is, 0..1; the phrase's own confidence counts, too.

    Returns:
        The filler, or None without a phrase.
    """
    return None if c is None else Filler(c.entities, how, factor * c.confidence, c)
