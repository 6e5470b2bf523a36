"""A sentence laid out for the frames: phrases, clauses, who acts in each, and on whose word."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from kg.language import canonical, inflections
from kg.model import Case, Entity, EntityType, Link, Sentence, Token
from kg.relate.chunks import Chunk, chunk
from kg.relate.clauses import Domain, VerbGroup, split_domains, verb_groups, words
from kg.world import load_world

SPEECH = Path(__file__).parent / "data" / "speech.toml"
#: A quotation that lasts longer has lost its closing mark.
LONGEST_QUOTATION = 6

ACTORS = frozenset({EntityType.PERSON, EntityType.COUNTRY, EntityType.ORGANIZATION})


@dataclass(frozen=True, slots=True)
class Subject:
    """Who acts in a clause, how that was seen, and how sure it is (0..1)."""

    entities: tuple[str, ...]
    types: frozenset[EntityType]
    how: str
    confidence: float
    chunk: Chunk | None = None


@dataclass(frozen=True, slots=True)
class Memory:
    """What the sentences before say about this one.

    Attributes:
        subject: Who acted in the last main clause.
        speaker: Who spoke last.
        quoting: The sentence begins inside a quotation, whose speaker is `speaker`.
        quoted: The sentence before ended with a quotation.
        length: How many sentences the quotation has lasted.
    """

    subject: Subject | None = None
    speaker: tuple[str, ...] = ()
    quoting: bool = False
    quoted: bool = False
    length: int = 0


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence, taken apart.

    `subjects` and `speakers` run parallel to `domains`.
    """

    sentence: Sentence
    links: tuple[Link, ...]
    chunks: tuple[Chunk, ...]
    groups: tuple[VerbGroup, ...]
    domains: tuple[Domain, ...]
    subjects: tuple[Subject | None, ...] = ()
    speakers: tuple[tuple[str, ...], ...] = ()
    saying: tuple[bool, ...] = field(default=())

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The sentence's tokens."""
        return self.sentence.tokens


@cache
def _speech() -> tuple[frozenset[tuple[str, ...]], frozenset[tuple[str, ...]]]:
    data = tomllib.loads(SPEECH.read_text(encoding="utf-8"))
    verbs = frozenset(
        tuple(canonical(v).split()) for kind in ("say", "think") for v in data["verbs"][kind]
    )
    return verbs, frozenset(tuple(canonical(n).split()) for n in data["reports"]["nouns"])


def lay_out(
    sentence: Sentence,
    links: Iterable[Link],
    entities: Mapping[str, Entity],
    posts: Iterable[tuple[int, int]],
    memory: Memory,
    silent: frozenset[tuple[str, ...]],
) -> tuple[Scene, Memory]:
    """Take a sentence apart.

    Args:
        sentence: The sentence.
        links: The links of its mentions.
        entities: Entities by id.
        posts: Words for posts before names, see `chunk`.
        memory: What the sentences before say.
        silent: Complement + stem of verbs that look like speech and are acts
            (নিন্দা জানা).

    Returns:
        The scene and the memory for the next sentence.
    """
    chunks = chunk(sentence, links, entities, posts)
    taken = frozenset(i for c in chunks for i in range(c.first, c.last))
    groups = verb_groups(sentence.tokens, taken)
    whole = frozenset(i for c in chunks for i in range(c.first, c.head_end))
    domains = split_domains(sentence.tokens, groups, memory.quoting, whole)
    scene = Scene(sentence, tuple(links), chunks, groups, domains)
    scene = replace(scene, saying=tuple(_says(scene, d, silent) for d in domains))
    scene = replace(scene, subjects=_subjects(scene, memory))
    speakers, last = _speakers(scene, memory)
    scene = replace(scene, speakers=speakers)
    return scene, _remember(scene, memory, last)


def _subjects(scene: Scene, memory: Memory) -> tuple[Subject | None, ...]:
    out: list[Subject | None] = []
    carried = replace_confidence(memory.subject, 0.7, "carried from the sentence before")
    speaker = memory.speaker
    for says, domain in zip(scene.saying, scene.domains, strict=True):
        own = _own_subject(scene, domain)
        if domain.verb is not None and domain.verb.form.first and speaker:
            own = Subject(speaker, ACTORS, "the speaker, first person", 0.6)
        elif own is None and speaker and domain.opened_by and _pronoun(scene, domain):
            own = Subject(speaker, ACTORS, "pronoun of the speaker", 0.75)
        elif says and own is not None:
            speaker = own.entities
        if (
            own is None
            and carried is not None
            and _agrees(domain.verb, carried.types, False)
            and not _strangers(scene, domain)
        ):
            own = carried
        out.append(own)
        if own is not None:
            reports = says and EntityType.PERSON not in own.types
            carried = (
                None if reports else replace_confidence(own, 0.85, "carried from the clause before")
            )
    return tuple(out)


def replace_confidence(subject: Subject | None, factor: float, how: str) -> Subject | None:
    """The subject as another clause's, less sure by `factor`."""
    if subject is None:
        return None
    return replace(subject, confidence=subject.confidence * factor, how=how, chunk=None)


def _own_subject(scene: Scene, domain: Domain) -> Subject | None:
    verb = domain.verb
    inside = [c for c in scene.chunks if domain.first <= c.first and c.last <= domain.last]
    bare = [c for c in inside if _nominative(c) and (c.types & ACTORS or c.acting) and not c.thing]
    agreeing = [c for c in bare if _agrees(verb, c.types, c.acting or c.plural)]
    # The subject of জিমি লাই দোষী সাব্যস্ত হওয়ার পর … is that of the verbal noun alone.
    outside = [c for c in agreeing if not _in_nominal(domain, c)]
    agreeing = outside or agreeing
    after = [c for c in agreeing if verb is not None and c.first >= verb.last]
    if after:
        return _subject(after[0], "after the verb", 1.0)
    owed = [c for c in inside if c.marker == "genitive" and verb and c.first >= verb.last]
    # A town may act for its state, but beside another actor it is where things happen.
    actors = [c for c in agreeing if EntityType.PLACE not in c.types] or ([] if owed else agreeing)
    if actors:
        return _subject(actors[0], "before the verb", 1.0)
    if owed:
        return _subject(owed[0], "genitive after the verb", 0.9)
    if bare:
        return _subject(bare[0], "against agreement", 0.6)
    return None


def _pronoun(scene: Scene, domain: Domain) -> bool:
    """A subject pronoun that nothing was found for: … জানিয়েছে, তারা …."""
    named = {i for c in scene.chunks for i in range(c.first, c.last)}
    return any(
        scene.tokens[i].text in pronouns()
        for i in range(domain.first, domain.last)
        if i not in named
    )


@cache
def pronouns() -> frozenset[str]:
    """Subject pronouns of the third person."""
    data = tomllib.loads(SPEECH.read_text(encoding="utf-8"))
    return frozenset(canonical(w) for w in data["strangers"]["pronouns"])


def _in_nominal(domain: Domain, c: Chunk) -> bool:
    return any(
        s.verb is not None and s.verb.form.form == "noun" and s.first <= c.first < s.last
        for s in domain.segments
    )


def _strangers(scene: Scene, domain: Domain) -> bool:
    """Somebody without a name acts: বিশ্লেষকেরা, পুলিশ; no subject is carried over them."""
    named = {i for c in scene.chunks for i in range(c.first, c.last)}
    verb = domain.verb
    for i in range(domain.first, domain.last):
        if i in named or (verb is not None and verb.first <= i < verb.last):
            continue
        forms = inflections(scene.tokens[i].text)
        if any(f.plural and f.case is Case.NONE and len(f.base) > 2 for f in forms[:2]):
            return True
        if any(f.base in strangers() and f.case is Case.NONE for f in forms):
            return True
    return False


@cache
def strangers() -> frozenset[str]:
    """Nouns of people and bodies that act without being named."""
    data = tomllib.loads(SPEECH.read_text(encoding="utf-8"))
    titles = {noun for noun, role in load_world().roles.items() if role.person_title}
    return frozenset(canonical(w) for w in data["strangers"]["words"]) | titles


def _nominative(c: Chunk) -> bool:
    """A bare phrase; of joined names only people (ব্রিটিশ-বাংলাদেশি describes)."""
    return c.marker == "bare" or (c.marker == "joined" and c.types == {EntityType.PERSON})


def _subject(c: Chunk, how: str, confidence: float) -> Subject:
    return Subject(c.entities, c.types, how, confidence * c.confidence, c)


def _agrees(verb: VerbGroup | None, types: frozenset[EntityType], loose: bool) -> bool:
    """Bengali verbs honour persons (করেছেন); states and bodies take the plain form."""
    if verb is None or loose:
        return True
    person = EntityType.PERSON in types
    return person if verb.form.honorific else not person or verb.form.first


def _says(scene: Scene, domain: Domain, silent: frozenset[tuple[str, ...]]) -> bool:
    """Whether the clause's finite verb reports somebody's words or thoughts."""
    verbs, _ = _speech()
    for segment in domain.segments:
        verb = segment.verb
        if verb is None:
            continue
        before = _before(scene.tokens, verb.first, 2)
        stems = verb.stems
        keys = [(s,) for s in stems] + [(*before[-n:], s) for s in stems for n in (1, 2)]
        if any(k in silent for k in keys):
            continue
        if any(k in verbs for k in keys):
            return True
    return False


def _before(tokens: Sequence[Token], at: int, count: int) -> tuple[str, ...]:
    return tuple(t.text for t in tokens[max(0, at - count) : at])


def _speakers(scene: Scene, memory: Memory) -> tuple[tuple[tuple[str, ...], ...], tuple[str, ...]]:
    """Whose word each clause is, and who spoke last."""
    count = len(scene.domains)
    out: list[tuple[str, ...]] = [()] * count
    source = _source(scene)
    last = source or memory.speaker
    if memory.quoting or (memory.quoted and _opens(scene.tokens)):
        out = [memory.speaker if d.quoted or memory.quoting else () for d in scene.domains]
    if source:
        out = [source] * count
    for i, domain in enumerate(scene.domains):
        if not scene.saying[i]:
            continue
        speaker = _speaker(scene, i, source, memory)
        if not speaker:
            continue
        last = speaker
        before = domain.opened_by == "say" or (i > 0 and _spoken_before(scene, i))
        if before:
            start = max((j + 1 for j in range(i) if scene.saying[j]), default=0)
            for j in range(start, i):
                out[j] = speaker
        else:
            for j in range(i + 1, count):
                out[j] = speaker
    return tuple(out), last


def _spoken_before(scene: Scene, i: int) -> bool:
    """The words stand before 'he said' where that ends the sentence or follows a quotation."""
    before, here = scene.domains[i - 1], scene.domains[i]
    return before.quoted and not here.quoted and i == len(scene.domains) - 1


def _opens(tokens: Sequence[Token]) -> bool:
    table = words()
    return bool(tokens) and tokens[0].text in table.opening | table.plain


def _source(scene: Scene) -> tuple[str, ...]:
    """The source named for the whole sentence: রয়টার্সের মতে, ….

    A clause may stand before it only as its own report.
    """
    for c in scene.chunks:
        if c.marker == "according":
            return c.entities
    return ()


def _speaker(scene: Scene, i: int, source: tuple[str, ...], memory: Memory) -> tuple[str, ...]:
    verb = scene.domains[i].verb
    subject = scene.subjects[i]
    if verb is not None and verb.passive:
        return source or _reported(scene, i, memory)
    if subject is not None and subject.confidence >= 0.5:
        return subject.entities
    return source


def _reported(scene: Scene, i: int, memory: Memory) -> tuple[str, ...]:
    """Who is behind 'in a statement it was said': the genitive before, or who spoke last."""
    domain = scene.domains[i]
    _, reports = _speech()
    for at in range(domain.first, domain.last):
        bases = {f.base for f in inflections(scene.tokens[at].text)}
        if not any((b,) in reports for b in bases):
            continue
        owners = [c for c in scene.chunks if c.last <= at and c.marker == "genitive"]
        return owners[-1].entities if owners else memory.speaker
    return ()


def _remember(scene: Scene, memory: Memory, last: tuple[str, ...]) -> Memory:
    quoting, ended = _quotation(scene, memory.quoting)
    main = [s for s, d in zip(scene.subjects, scene.domains, strict=True) if s and not d.quoted]
    first = next((s for s in main if s.chunk is not None), None)
    subject = memory.subject if first is None or (quoting and memory.quoting) else first
    length = memory.length + 1 if quoting else 0
    return Memory(subject, last, quoting and length <= LONGEST_QUOTATION, ended, length)


def _quotation(scene: Scene, quoting: bool) -> tuple[bool, bool]:
    """Whether a quotation goes on after the sentence, and whether one ends with it.

    A right single mark inside a word is an apostrophe (জং’কে) unless a left one is open.
    """
    table = words()
    ended = False
    for token in scene.tokens:
        for at, mark in enumerate(token.text):
            inside = 0 < at < len(token.text) - 1
            if mark in table.opening or (mark in table.plain and not quoting and not inside):
                quoting, ended = True, False
            elif mark in table.closing | table.plain and (quoting or not inside):
                quoting, ended = False, quoting
            elif mark not in table.marks:
                ended = False
    return quoting, ended
