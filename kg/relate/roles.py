"""Who fills a frame's roles: one small function for each place where a role may stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from kg.language import inflections
from kg.model import EntityType
from kg.relate.chunks import Chunk
from kg.relate.clauses import VerbGroup, control_nouns, request_nouns, words
from kg.relate.frames import VERBAL, RoleSource
from kg.relate.scene import Scene, Subject
from kg.relate.triggers import Trigger

#: How far before its noun a genitive may stand, in tokens.
GENITIVE_REACH = 5


#: The types of each entity: one, or two for a capital that acts for its state.
Types = Mapping[str, frozenset[EntityType]]


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
            return tuple(before)
        return (*before, *(c for c in inside if c.first >= t.first))

    @property
    def wider(self) -> tuple[Chunk, ...]:
        """Unused phrases of the trigger's segment, then of the rest of its clause.

        What stands before a participle belongs to that; before a verbal noun or an
        infinitive (ইসরায়েলকে সংযত হওয়ার আহ্বান) whoever is asked may stand.
        """
        near = self.near
        domain = self.scene.domains[self.trigger.domain]
        open_ = [
            (s.first, s.last)
            for s in domain.segments
            if s.verb is not None and s.verb.form.form in {"noun", "infinitive"}
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
                or (c.marker in {"objective", "to"} and any(a <= c.first < b for a, b in open_))
            )
        ]
        return (*near, *rest)


def fill(source: RoleSource, search: Search, types: Types) -> Filler | None:
    """What stands at one place of a role and is of the right type, or nothing.

    Args:
        source: Where to look, and the types wanted.
        search: The sentence and the trigger.
        types: The type of each entity.
    """
    filler = _FINDERS[source.where](search)
    acting = filler is not None and filler.chunk is not None and filler.chunk.acting
    if filler is None or not source.types or acting:
        return filler
    kept = tuple(e for e in filler.entities if types.get(e, frozenset()) & source.types)
    if not kept:
        return None
    return Filler(kept, filler.how, filler.confidence, filler.chunk)


def _filler(c: Chunk | None, how: str, factor: float = 1.0) -> Filler | None:
    return None if c is None else Filler(c.entities, how, factor * c.confidence, c)


def _subject(search: Search) -> Filler | None:
    t = search.trigger
    subject = search.subject
    if not t.active:
        return None
    own = [
        c
        for c in search.near
        if c.marker == "bare" and c.first < t.first and _may_act(c) and not _adjective(c, search)
    ]
    if t.verb is not None and not _controlled(search, t.verb):
        return _nominal_subject(search, own, t.verb)
    verb = t.verb
    if verb is not None and not verb.form.finite and own and own[-1].first >= t.segment.first:
        first = own[-1]
        if subject is None or subject.chunk is not first:
            agrees = first.last < t.first
            return _filler(first, "subject of the participle", 0.9) if agrees else None
    if subject is None or (t.frame.own_subject and subject.chunk is None):
        return None
    if subject.chunk is not None and subject.chunk in search.used:
        return None
    if subject.chunk is not None and _adjective(subject.chunk, search):
        return None
    return Filler(subject.entities, f"subject {subject.how}", subject.confidence, subject.chunk)


def _nominal_subject(search: Search, own: Sequence[Chunk], verb: VerbGroup) -> Filler | None:
    """Who does it in রাশিয়া হামলা চালানোর আগে: a state or body right before, in one breath."""
    if verb.form.form != "noun" or not own or EntityType.PERSON in own[0].types:
        return None
    if _broken(search, own[0].last, search.trigger.first):
        return None
    return _filler(own[0], "subject of the verbal noun", 0.7)


def _controlled(search: Search, verb: VerbGroup) -> bool:
    """The clause's subject also does what a verbal noun names: সফর করার পরিকল্পনা, করার পর."""
    if verb.form.form not in {"noun", "infinitive"}:
        return True
    domain = search.scene.domains[search.trigger.domain]
    after = search.scene.tokens[verb.last : domain.last]
    bases = [{f.base for f in inflections(t.text)} for t in after]
    if any(b & request_nouns() for b in bases):
        return False
    if not verb.form.case:
        return True
    return any(b & control_nouns() for b in bases[:2])


def _may_act(c: Chunk) -> bool:
    return EntityType.PLACE not in c.types or EntityType.COUNTRY in c.types


def _adjective(c: Chunk, search: Search) -> bool:
    """রুশ, মার্কিন: the phrase's only word is an adjective of the country."""
    if c.acting or c.head_end - c.first != 1:
        return False
    return search.scene.tokens[c.first].text in search.adjectives


def _speaker(search: Search) -> Filler | None:
    speakers = search.scene.speakers[search.trigger.domain]
    return Filler(speakers, "speaker", 0.9) if speakers else None


def _content_subject(search: Search) -> Filler | None:
    """Who acts in the clause that says what is meant: অভিযোগ করেছেন, রাশিয়া ….

    Only a phrase of that clause itself counts.
    """
    following = search.trigger.domain + 1
    domains = search.scene.domains
    if following >= len(domains) or not domains[following - 1].closed_by:
        return None
    subject = search.scene.subjects[following]
    if subject is None or subject.chunk is None:
        return None
    return Filler(subject.entities, "subject of what is said", 0.7, subject.chunk)


def _owner(search: Search) -> Filler | None:
    """Whose doing it is: not where the clause has a subject of its own, named or not."""
    found = _genitive(search)
    if found is None or (found.chunk is not None and found.chunk.thing):
        return None
    finite = search.trigger.active and search.trigger.verb and search.trigger.verb.form.finite
    return None if finite and "after" not in found.how else found


def _genitive(search: Search) -> Filler | None:
    t = search.trigger
    for c in search.near:
        if c.first >= t.first:
            break
        if t.first - c.last > GENITIVE_REACH or _broken(search, c.last, t.first):
            return None
        if c.marker == "genitive" or (c.last == t.first and _adjective(c, search)):
            gap = t.first - c.last
            return _filler(c, "genitive", 1.0 if gap <= 1 else 0.85)
        if c.marker not in {"locative", "bare", "objective", "with", "against", "on", "to"}:
            return None
    after = t.verb.last if t.verb else t.last
    late = [c for c in search.wider if c.first >= after and c.marker == "genitive"]
    owed = late and t.verb is not None and t.verb.form.finite
    return _filler(late[0], "genitive after the verb", 0.7) if owed else None


def _broken(search: Search, first: int, last: int) -> bool:
    """A mark stands between: what is before it belongs to something else."""
    return any(t.text in words().marks for t in search.scene.tokens[first:last])


def _possessor(search: Search) -> Filler | None:
    before = [c for c in search.near if c.first < search.trigger.first and c.marker == "genitive"]
    return _filler(before[-1] if before else None, "owner of what was hit", 0.8)


def _adjective_role(search: Search) -> Filler | None:
    before = [c for c in search.near if c.first < search.trigger.first and _adjective(c, search)]
    return _filler(before[0] if before else None, "adjective", 0.8)


def _bare_object(search: Search) -> Filler | None:
    subject = search.subject.chunk if search.subject else None
    before = [
        c
        for c in search.near
        if c.marker == "bare" and c.first < search.trigger.first and c is not subject
    ]
    return _filler(before[0] if before else None, "bare object", 0.7)


def _destination(search: Search) -> Filler | None:
    t = search.trigger
    subject = search.subject.chunk if search.subject else None
    for c in search.near:
        if c.first >= t.first or c is subject or _adjective(c, search):
            continue
        if c.types & {EntityType.PLACE, EntityType.COUNTRY} and c.marker in {
            "bare",
            "locative",
            "near",
        }:
            return _filler(c, "destination")
    return None


def _marked(marker: str) -> Callable[[Search], Filler | None]:
    def fits(c: Chunk) -> bool:
        # The plural -দের is genitive and objective alike.
        people = marker == "objective" and c.plural and c.marker == "genitive"
        return c.marker == marker or people

    def find(search: Search) -> Filler | None:
        for c in search.near:
            if fits(c):
                return _filler(c, marker)
        verb = search.trigger.verb
        if verb is None or not verb.form.finite or marker in {"locative", "near", "genitive"}:
            return None
        for c in search.wider:
            if fits(c) and search.trigger.active:
                return _filler(c, f"{marker}, in the same clause", 0.8)
        return None

    return find


def _joined(search: Search) -> Filler | None:
    t = search.trigger
    for c in search.near:
        if c.marker == "joined" and c.last <= t.first and t.first - c.last <= 2:
            return _filler(c, "joined names")
    return None


_FINDERS: Mapping[str, Callable[[Search], Filler | None]] = MappingProxyType(
    {
        "subject": _subject,
        "speaker": _speaker,
        "content-subject": _content_subject,
        "genitive": _genitive,
        "owner": _owner,
        "possessor": _possessor,
        "adjective": _adjective_role,
        "bare-object": _bare_object,
        "destination": _destination,
        "joined": _joined,
        **{
            m: _marked(m)
            for m in (
                "objective",
                "locative",
                "near",
                "with",
                "against",
                "to",
                "on",
                "among",
                "for",
                "by",
                "from",
                "about",
                "target",
            )
        },
    }
)
