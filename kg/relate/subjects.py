"""Who acts in each clause: the agreeing phrase, the speaker, or whoever acted before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.language import inflections
from kg.model import Case, EntityType
from kg.relate.clauses import Domain
from kg.relate.scene import ACTORS, Memory, Scene, Subject
from kg.relate.spans import Chunk, plain
from kg.relate.tables import speech_words
from kg.relate.verbgroups import VerbGroup

#: How a subject is found that the sentence before had.
BEFORE = "carried from the sentence before"

#: How those stand in a clause to whom or with whom its subject does something.
BESIDE = frozenset({"objective", "with", "to", "against"})

#: How a name is taken for the subject whose kind the verb does not fit.
AGAINST = "against agreement"


def find_subjects(
    scene: Scene, memory: Memory, titles: frozenset[str]
) -> tuple[Subject | None, ...]:
    """Who acts in each clause of a sentence.

    A Bengali clause needs no subject of its own where it shares that of the clause before.

    Args:
        scene: The sentence, with `saying`.
        memory: What the sentences before say.
        titles: Nouns for posts: who is meant by one acts, and is not who acted before.

    Returns:
        A subject or None for each domain.
    """
    out: list[Subject | None] = []
    carried = _carry(memory.subject, 0.6, BEFORE)
    speaker = memory.speaker
    outer: Chunk | None = None
    for says, domain in zip(scene.saying, scene.domains, strict=True):
        own = _own_subject(scene, domain)
        if own is not None and own.how == AGAINST and _others(scene, domain, titles):
            own = None
        if own is None and outer is not None and _agrees(domain.verb, outer.types, outer.acting):
            own = _subject(outer, "before what is said", 0.9)
        outer = _outer(scene, domain, own)
        if says and own is not None and own.chunk is not None and own.chunk.authority:
            own = None
        if own is not None and _named_beside(scene, domain, own):
            own = _carry(memory.subject, 0.6, "pronoun of who acted before")
        if domain.verb is not None and domain.verb.form.first and speaker:
            own = Subject(speaker, ACTORS, "the speaker, first person", 0.6)
        elif own is None and domain.opened_by and _himself(scene, domain, speaker):
            own = Subject(speaker, ACTORS, "pronoun of the speaker", 0.75)
        elif says and own is not None:
            speaker = own.entities
        if own is None and carried is not None and _goes_on(scene, domain, carried):
            own = None if _strangers(scene, domain, titles) else carried
        out.append(own)
        if own is not None:
            # Who reports is not who acts next, unless it is a person: তিনি জানান, … গিয়েছিলেন.
            reports = says and EntityType.PERSON not in own.types
            carried = None if reports else _carry(own, 0.85, "carried from the clause before")
    return tuple(out)


def _himself(scene: Scene, domain: Domain, speaker: tuple[str, ...]) -> bool:
    """Whether a pronoun means who speaks: তিনি one person, তারা no one person."""
    if not speaker or not _pronoun(scene, domain):
        return False
    person = len(speaker) == 1 and speaker[0].startswith("person/")
    return not (person and _several(scene, domain))


def _outer(scene: Scene, domain: Domain, own: Subject | None) -> Chunk | None:
    """Who says it, standing before the subject of what is said: X Y আসবে না বলে জানিয়েছেন."""
    if own is None or own.chunk is None or domain.closed_by != "say":
        return None
    before = [c for c in scene.within(domain.first, own.chunk.first) if _nominative(c)]
    actors = [c for c in before if (c.types & ACTORS or c.acting) and not c.thing]
    return actors[0] if actors else None


def _named_beside(scene: Scene, domain: Domain, own: Subject) -> bool:
    """A pronoun is nobody whom its clause names in another role: X-কে সমর্থন দেন তিনি."""
    if own.chunk is None or not own.chunk.pronoun:
        return False
    # ট্রাম্পকে প্রশ্ন করা হলে তিনি …: before another verb it may well be the same person.
    own_verb = next((s.first for s in domain.segments if s.verb is domain.verb), domain.first)
    others = [c for c in scene.within(own_verb, domain.last) if c.marker in BESIDE]
    return any({*own.entities} & {*c.entities} for c in others if not c.pronoun)


def _goes_on(scene: Scene, domain: Domain, carried: Subject) -> bool:
    """Whether a clause without a subject may be about who acted before.

    Over a full stop only people go on unnamed, bodies where a pronoun stands for them (তারা …
    করেছে), and nobody who is in the clause in another role.
    """
    people = carried.people and domain.verb is not None and domain.verb.form.honorific
    if not (people or _agrees(domain.verb, carried.types, False)):
        return False
    if carried.how != BEFORE:
        return True
    if _several(scene, domain) and not (carried.people or _many(carried)):
        return False
    named = {e for c in scene.within(domain.first, domain.last) for e in c.entities}
    free = not named & {*carried.entities}
    return free and (people or EntityType.PERSON in carried.types or _pronoun(scene, domain))


def _many(carried: Subject) -> bool:
    """Whether তাঁরা may be meant: several people, or a body."""
    return len(carried.entities) > 1 or EntityType.PERSON not in carried.types


def _carry(subject: Subject | None, factor: float, how: str) -> Subject | None:
    """The subject as another clause's, less sure by `factor`."""
    if subject is None:
        return None
    return replace(subject, confidence=subject.confidence * factor, how=how, chunk=None)


def _own_subject(scene: Scene, domain: Domain) -> Subject | None:
    verb = domain.verb
    inside = [c for c in scene.chunks if domain.first <= c.first and c.last <= domain.last]
    bare = [c for c in inside if _nominative(c) and (c.types & ACTORS or c.acting) and not c.thing]
    agreeing = [c for c in bare if _agrees(verb, c.types, c.acting or c.plural)]
    # The subject of জিমি লাই দোষী সাব্যস্ত হওয়ার পর … is that of the verbal noun alone, and a
    # condition may have one of its own: রাশিয়া হামলা চালালে ইরান ….
    outside = [c for c in agreeing if not _in_subordinate(domain, c)]
    agreeing = outside or agreeing
    if verb is not None and _stranger_follows(scene, verb):
        return None
    after = [c for c in agreeing if verb is not None and c.first >= verb.last]
    if after:
        return _subject(after[0], "after the verb", 1.0)
    owed = [c for c in inside if _owed(scene, domain, c)]
    # A town may act for its state, but beside another actor it is where things happen.
    actors = [c for c in agreeing if EntityType.PLACE not in c.types] or ([] if owed else agreeing)
    if actors:
        return _subject(actors[0], "before the verb", 1.0)
    if owed:
        return _subject(owed[0], "genitive after the verb", 0.9)
    if bare:
        return _subject(bare[0], AGAINST, 0.6)
    return None


def _owed(scene: Scene, domain: Domain, c: Chunk) -> bool:
    """A genitive after the verb, or at a headline's end, acts: … যাওয়ার কথা রয়েছে উইটকফের.

    Before a noun it belongs to that: হামলা চালান তাঁর সমর্থকরা.
    """
    if c.marker != "genitive":
        return False
    if domain.verb is None:
        return (
            bool(domain.segments[0].verb) and c.last >= domain.last - 1 and c.first > domain.first
        )
    follows = scene.tokens[c.last].text if c.last < domain.last else ""
    return c.first >= domain.verb.last and not (follows and plain(follows))


def _stranger_follows(scene: Scene, verb: VerbGroup) -> bool:
    """Right after the verb stands who acts, without a name: গ্রেপ্তার করেছে পুলিশ."""
    if verb.last >= len(scene.tokens) or verb.last in scene.named:
        return False
    words = speech_words().strangers.words
    forms = inflections(scene.tokens[verb.last].text)
    return any(f.case is Case.NONE and f.base in words for f in forms)


def _pronoun(scene: Scene, domain: Domain) -> bool:
    """A subject pronoun that nothing was found for: … জানিয়েছে, তারা …."""
    pronouns = speech_words().strangers.pronouns
    return any(scene.tokens[i].text in pronouns for i in _unnamed(scene, domain))


def _several(scene: Scene, domain: Domain) -> bool:
    """A subject pronoun of several: তাঁরা."""
    several = speech_words().strangers.several
    return any(scene.tokens[i].text in several for i in _unnamed(scene, domain))


def _others(scene: Scene, domain: Domain, titles: frozenset[str]) -> bool:
    """Whoever acts is not the name that does not fit the verb: তাঁরা জাতিসংঘ মিশনে যান."""
    return _strangers(scene, domain, titles) or _pronoun(scene, domain)


def _unnamed(scene: Scene, domain: Domain) -> Iterator[int]:
    """The clause's words outside phrases and its finite verb."""
    named, verb = scene.named, domain.verb
    for i in range(domain.first, domain.last):
        if i not in named and not (verb is not None and verb.first <= i < verb.last):
            yield i


def _in_subordinate(domain: Domain, c: Chunk) -> bool:
    return any(
        s.verb is not None
        and s.verb.form.form in {"noun", "conditional"}
        and s.first <= c.first < s.last
        for s in domain.segments
    )


def _strangers(scene: Scene, domain: Domain, titles: frozenset[str]) -> bool:
    """Somebody without a name acts: বিশ্লেষকেরা, পুলিশ; no subject is carried over them."""
    words, pronouns = speech_words().strangers.words, speech_words().strangers.pronouns
    for i in _unnamed(scene, domain):
        if scene.tokens[i].text in pronouns:
            continue
        forms = inflections(scene.tokens[i].text)
        if any(f.plural and f.case is Case.NONE and len(f.base) > 2 for f in forms[:2]):
            return True
        if any(f.case is Case.NONE and (f.base in words or f.base in titles) for f in forms):
            return True
    return False


def _nominative(c: Chunk) -> bool:
    """A bare phrase; of joined names only people (ব্রিটিশ-বাংলাদেশি describes)."""
    return c.marker == "bare" or (c.marker == "joined" and c.types == {EntityType.PERSON})


def _subject(c: Chunk, how: str, confidence: float) -> Subject:
    people = c.acting and EntityType.PERSON not in c.types
    return Subject(c.entities, c.types, how, confidence * c.confidence, c, people)


def _agrees(verb: VerbGroup | None, types: frozenset[EntityType], loose: bool) -> bool:
    """Bengali verbs honour persons (করেছেন); states and bodies take the plain form."""
    if verb is None or loose:
        return True
    person = EntityType.PERSON in types
    return person if verb.form.honorific else not person or verb.form.first
