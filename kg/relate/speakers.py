"""On whose word each clause stands: reports, sources, quotations."""

from __future__ import annotations

from kg.language import inflections
from kg.relate.clauses import Domain
from kg.relate.frames import speech_acts
from kg.relate.quotations import opens
from kg.relate.scene import Memory, Scene
from kg.relate.tables import speech_words

#: Below this a subject is too unsure to be taken at its word.
SURE = 0.5


def says(scene: Scene, domain: Domain) -> bool:
    """Whether a clause reports somebody's words or thoughts.

    Args:
        scene: The sentence.
        domain: One of its domains.
    """
    verbs = speech_words().verbs
    for segment in domain.segments:
        verb = segment.verb
        if verb is None:
            continue
        before = tuple(t.text for t in scene.tokens[max(0, verb.first - 2) : verb.first])
        keys = {(*before[len(before) - n :], s) for s in verb.stems for n in range(3)}
        if keys & speech_acts():
            continue
        if keys & (verbs.say | verbs.think):
            return True
    return False


def find_speakers(
    scene: Scene, memory: Memory
) -> tuple[tuple[tuple[str, ...], ...], tuple[str, ...]]:
    """Whose word each clause is, and who spoke last.

    Args:
        scene: The sentence, with `saying` and `subjects`.
        memory: What the sentences before say.

    Returns:
        Ids of the speakers of each domain (none: the article itself), and the last speaker's.
    """
    count = len(scene.domains)
    out: list[tuple[str, ...]] = [()] * count
    source = _source(scene)
    last = source or memory.speaker
    if memory.quoting or (memory.quoted and opens(scene.tokens)):
        out = [memory.speaker if d.quoted or memory.quoting else () for d in scene.domains]
    if source:
        out = [source] * count
    for i in range(count):
        speaker = _speaker(scene, i, source, memory) if scene.saying[i] else ()
        if speaker:
            last = speaker
            for j in _said(scene, i):
                out[j] = speaker
    return tuple(out), last


def _said(scene: Scene, i: int) -> range:
    """The clauses whose words a clause reports: those before it, or those after it."""
    here = scene.domains[i]
    if here.opened_by == "say" or (i > 0 and _spoken_before(scene, i)):
        return range(max((j + 1 for j in range(i) if scene.saying[j]), default=0), i)
    return range(i + 1, len(scene.domains))


def _spoken_before(scene: Scene, i: int) -> bool:
    """The words stand before 'he said' where that ends the sentence or follows a quotation."""
    before, here = scene.domains[i - 1], scene.domains[i]
    return before.quoted and not here.quoted and i == len(scene.domains) - 1


def _source(scene: Scene) -> tuple[str, ...]:
    """The source named for the whole sentence: রয়টার্সের মতে, …."""
    return next((c.entities for c in scene.chunks if c.marker == "according"), ())


def _speaker(scene: Scene, i: int, source: tuple[str, ...], memory: Memory) -> tuple[str, ...]:
    verb = scene.domains[i].verb
    subject = scene.subjects[i]
    if verb is not None and verb.passive:
        return source or _reported(scene, i, memory)
    if subject is not None and subject.confidence >= SURE:
        return subject.entities
    return source


def _reported(scene: Scene, i: int, memory: Memory) -> tuple[str, ...]:
    """Who is behind 'in a statement it was said': the genitive before, or who spoke last."""
    domain = scene.domains[i]
    reports = speech_words().reports.nouns
    texts = [t.text for t in scene.tokens]
    for at in range(domain.first, domain.last):
        bases = {f.base for f in inflections(texts[at])}
        ends = [phrase for phrase in reports if phrase[-1] in bases]
        if any((*texts[at + 1 - len(p) : at], p[-1]) == p for p in ends):
            owners = [c for c in scene.chunks if c.last <= at and c.marker == "genitive"]
            return owners[-1].entities if owners else memory.speaker
    return ()
