"""On whose word each clause stands: reports, sources, quotations, and what goes on from them."""

from __future__ import annotations

from dataclasses import dataclass

from kg.language import inflections
from kg.model import Case, EntityType
from kg.relate.obligations import must
from kg.relate.quotations import opens
from kg.relate.saying import accuses, points_back, said, thinks
from kg.relate.scene import Memory, Scene
from kg.relate.spans import Chunk
from kg.relate.tables import clause_words, paradigms, speech_words
from kg.relate.verbs import verb_forms

#: Below this a subject is too unsure to be taken at its word.
SURE = 0.5

Ids = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """On whose word the clauses of a sentence stand, and what the next sentence must know.

    Attributes:
        speakers: The speakers of each clause (none: the article itself).
        last: Who spoke last.
        report: Whose report, statement or paper was quoted last.
        person: Which person spoke last.
        told: Who was still speaking, without quotation marks, as the sentence ended.
        back: Whose word the sentence before was: এ তথ্য জানিয়েছেন ….
        reports: Whose statement each clause tells of in the passive, if of one.
    """

    speakers: tuple[Ids, ...]
    last: Ids
    report: Ids
    person: Ids
    told: Ids
    back: Ids
    reports: tuple[Ids, ...] = ()


def find_speakers(scene: Scene, memory: Memory) -> Spoken:
    """Whose word each clause is.

    Args:
        scene: The sentence, with `saying` and `subjects`.
        memory: What the sentences before say.
    """
    out, source = _given(scene, memory), _source(scene)
    last, report = source or memory.speaker, source or memory.report
    person = memory.person
    back: Ids = ()
    for i in range(len(scene.domains)):
        if accuses(scene, i) and (accuser := _speaker(scene, i, source, memory)):
            for j in said(scene, i):
                out[j] = out[j] or accuser
        speaker = _speaker(scene, i, source, memory) if scene.saying[i] else ()
        speaker = _another(scene, i, speaker, memory)
        # What somebody is said to hope is still the word of who says so.
        if not speaker or (out[i] and thinks(scene, scene.domains[i])):
            continue
        last = speaker
        if len(speaker) == 1 and speaker[0].startswith("person/"):
            person = speaker
        if _passive(scene, i) or any(not e.startswith("person/") for e in speaker):
            report = speaker
        if points_back(scene, scene.domains[i]):
            # … সফর করবেন, এমনটাই জানিয়েছেন X: of the same sentence, where one stands before it.
            earlier = [j for j in range(i) if not scene.saying[j]]
            back = () if earlier else speaker
            for j in earlier:
                out[j] = out[j] or speaker
            continue
        for j in said(scene, i):
            out[j] = speaker
    told = () if not out or scene.domains[-1].quoted else out[-1]
    reports = tuple(
        _reported(scene, i, memory) or source
        if _passive(scene, i) and spoken in ((), source)
        else ()
        for i, spoken in enumerate(out)
    )
    return Spoken(tuple(out), last, report, person, told, back, reports)


def _given(scene: Scene, memory: Memory) -> list[Ids]:
    """The speakers that the sentences before, or a source named for the whole sentence, give."""
    source = _source(scene)
    if source:
        return [source] * len(scene.domains)
    if memory.quoting or (memory.quoted and opens(scene.tokens)):
        return [memory.speaker if d.quoted or memory.quoting else () for d in scene.domains]
    if len(memory.told) != 1 or memory.block != scene.sentence.block or any(scene.saying):
        return [()] * len(scene.domains)
    # Two who declare something together are not quoted further.
    return [memory.told if _goes_on(scene, i) else () for i in range(len(scene.domains))]


def _goes_on(scene: Scene, i: int) -> bool:
    """After a report the article does not foretell or explain on its own: that goes on.

    তিনি আলোচনা করতে চান. কারণ, ….
    """
    table = speech_words().continued
    start = tuple(t.text for t in scene.tokens[:2])
    if {start, start[:1]} & table.breaks:
        return False
    if {start, start[:1]} & table.openers:
        return True
    verb, auxiliary = scene.domains[i].verb, paradigms().auxiliary
    if verb is None:
        return False
    wish = {auxiliary.can, auxiliary.want} & {*verb.stems}
    going = verb.stems[-1] == auxiliary.go and any(f.form == "infinitive" for f in verb.forms)
    return bool(wish) or going or verb.form.tense == "future" or verb.form.first or must(verb)


def _label(scene: Scene) -> Ids:
    """The name beside the sentence, before or after a colon: … চালিয়েছে: রয়টার্স, …, দাবি তালেবানের."""
    tokens, marks = scene.tokens, clause_words().boundary.marks
    words = [t.text for t in tokens]
    end = next((i + 1 for i in reversed(range(len(words))) if words[i] not in marks), 0)
    table, said_before = speech_words().label, clause_words().boundary.complementizer
    for c in scene.chunks:
        before, after = words[: c.first], words[c.head_end : end]
        named = not after and c.marker == "bare" and bool(table.marks & {*before[-1:]})
        first = (c.marker == "bare" and _opens(scene, c)) or _claims(scene, c)
        heard = not after and c.marker == "bare" and _to_somebody(scene, c)
        if named or first or heard:
            return c.entities
        noun, owned = after or before[-1:], before if after else before[:-1]
        claimed = c.marker in {"genitive", "according"} and {*noun} <= table.nouns and noun
        if claimed and len(noun) == 1 and owned and owned[-1] in marks | said_before:
            return c.entities
    return ()


def _to_somebody(scene: Scene, c: Chunk) -> bool:
    """At the end who says it follows to whom: একসঙ্গে লড়ব, পুতিনকে কিম."""
    to = next((o for o in scene.chunks if o.last == c.first and o.marker == "objective"), None)
    mark = scene.tokens[to.first - 1].text if to is not None and to.first else ""
    return mark in clause_words().boundary.marks and scene.domains[-1].verb is None


def _opens(scene: Scene, c: Chunk) -> bool:
    """A name that opens the sentence, before a colon: জেলেনস্কি: …, ইকোনমিস্টকে জেলেনস্কি: …."""
    colon = scene.tokens[c.head_end : c.head_end + 1]
    mark = bool(colon) and colon[0].text in speech_words().label.marks
    return mark and all(i in scene.named for i in range(c.first))


def _claims(scene: Scene, c: Chunk) -> bool:
    """A name that opens the sentence with what it is the word of: তালেবানের ভাষ্য, …."""
    after = [t.text for t in scene.tokens[c.head_end : c.head_end + 2]]
    noun = len(after) > 1 and after[0] in speech_words().label.nouns and after[1] == ","
    return noun and c.marker == "genitive" and all(i in scene.named for i in range(c.first))


def _source(scene: Scene) -> Ids:
    """The source named for the whole sentence (রয়টার্সের মতে, …), not inside a quotation."""
    if label := _label(scene):
        return label
    spoken = [d for d in scene.domains if not d.quoted]
    return next(
        (
            c.entities
            for c in scene.chunks
            if c.marker == "according" and any(d.first <= c.first < d.last for d in spoken)
        ),
        (),
    )


def _passive(scene: Scene, i: int) -> bool:
    verb = scene.domains[i].verb
    return verb is not None and verb.passive


def _speaker(scene: Scene, i: int, source: Ids, memory: Memory) -> Ids:
    if _passive(scene, i):
        return source or _reported(scene, i, memory)
    own = _nearest(scene, i)
    if own is not None and source and EntityType.PERSON not in own.types:
        # An agency that quotes somebody only passes on his word.
        return source
    if own is not None:
        return own.entities
    subject = scene.subjects[i]
    if subject is not None and subject.confidence >= SURE:
        return subject.entities
    return source or (_anaphor(scene, i, memory) if subject is None else ())


def _another(scene: Scene, i: int, speaker: Ids, memory: Memory) -> Ids:
    """Who is not named by himself: in X পালিয়েছেন বলে মন্তব্য করেন তিনি X says nothing."""
    subject = scene.subjects[i]
    pronoun = subject is not None and subject.chunk is not None and subject.chunk.pronoun
    told = {s.chunk for j in said(scene, i) if (s := scene.subjects[j]) and s.chunk}
    own = any(not c.pronoun and c.entities == speaker for c in told)
    if not (pronoun and own and scene.domains[i].opened_by == "say"):
        return speaker
    return memory.person if memory.person != speaker else ()


def _anaphor(scene: Scene, i: int, memory: Memory) -> Ids:
    """Who is meant by তিনি or পত্রিকাটি that no name was found for: who spoke last."""
    domain, named = scene.domains[i], scene.named
    words = {scene.tokens[j].text for j in range(domain.first, domain.last) if j not in named}
    if words & speech_words().reports.papers:
        return memory.report
    verb = domain.verb
    person = verb is not None and verb.form.honorific
    again = speech_words().strangers.pronouns | speech_words().continued.more
    return memory.person if person and words & again else ()


def _nearest(scene: Scene, i: int) -> Chunk | None:
    """The subject, or a name between it and the verb: মার্কিন সংবাদমাধ্যম সিএনএন জানায়."""
    subject, domain = scene.subjects[i], scene.domains[i]
    if subject is None or subject.chunk is None or subject.confidence < SURE:
        return None
    first, verb = subject.chunk, domain.verb
    if verb is None or first.first >= verb.first or first.acting:
        return first
    closer = [
        c
        for c in scene.within(first.last, verb.first)
        if c.marker == "bare" and c.types & {EntityType.PERSON, EntityType.ORGANIZATION}
    ]
    person = EntityType.PERSON in first.types
    return closer[-1] if closer and not person else first


def _reported(scene: Scene, i: int, memory: Memory) -> Ids:
    """Who is behind 'in a statement it was said': the genitive before, or who spoke last."""
    domain = scene.domains[i]
    table = speech_words().reports
    texts = [t.text for t in scene.tokens]
    for at in range(domain.first, domain.last):
        bases = {f.base for f in inflections(texts[at])}
        starts = [
            at + 1 - len(phrase)
            for phrase in table.nouns
            if phrase[-1] in bases and tuple(texts[at + 1 - len(phrase) : at]) == phrase[:-1]
        ]
        if starts and _anonymous(scene, starts[0]):
            return ()
        if starts:
            owners = [c for c in scene.chunks if c.last <= at and c.marker == "genitive"]
            return owners[-1].entities if owners else memory.report or memory.speaker
        if texts[at] in table.anaphors:
            return memory.report or memory.speaker
    return ()


def _anonymous(scene: Scene, at: int) -> bool:
    """The report is that of somebody without a name: ভারতীয় সংবাদমাধ্যমের খবরে."""
    before = at - 1
    if before < 0 or before in scene.named:
        return False
    forms = inflections(scene.tokens[before].text)
    return forms[0].case is Case.GENITIVE and forms[0].base in speech_words().strangers.words


def stated_by(scene: Scene, number: int, last: int) -> Ids:
    """Whose word a happening is that a clause of saying names: দখলে নেওয়ার কথা জানিয়েছে রাশিয়া.

    Args:
        scene: The sentence.
        number: Index of a clause.
        last: The token after the words that name the happening.

    Returns:
        The subject of a clause that reports, if a noun for what is reported stands there.
    """
    subject, verb = scene.subjects[number], scene.domains[number].verb
    if subject is None or subject.chunk is None or verb is None or not scene.saying[number]:
        return ()
    content = speech_words().reports.content
    for i in range(last, max(last, min(verb.first, len(scene.tokens)))):
        named = any(f.base in content for f in inflections(scene.tokens[i].text))
        # হামলায় ১০ জন নিহত হওয়ার কথা জানিয়েছে: after what came of it, too.
        near = i < last + 2 or any(f.form == "noun" for f in verb_forms(scene.tokens[i - 1].text))
        if named and near:
            return subject.entities
    return ()
