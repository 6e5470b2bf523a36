"""Whom a denial answers, and of whom it is that something is said to be bad or good."""

from __future__ import annotations

from collections.abc import Iterator

from kg.language import inflections
from kg.model import Case, EntityType
from kg.relate.chunks import topics
from kg.relate.conditions import bases
from kg.relate.scene import ACTORS, Scene
from kg.relate.search import Filler, Search, taken
from kg.relate.spans import Chunk
from kg.relate.tables import clause_words, speech_words, status_words
from kg.relate.triggers import Trigger

#: How many words after a name what somebody is concerned about may end: পরিস্থিতি নিয়ে.
ABOUT = 6

#: How those stand to whom somebody says something.
HEARD = frozenset({"objective", "to"})

#: How those stand about whose doings it is.
CONCERNING = frozenset({"genitive", "about", "locative"})

#: What is given to or asked of whoever hears it.
GIVEN = frozenset({"Promise", "Appeal", "Warning", "Support", "Invitation"})

#: How many words may stand between an accuser and the charge: পাকিস্তানের এসব অভিযোগ.
CHARGED = 1


def accuser(search: Search) -> Filler | None:
    """Whose charge, claim or report it is: পাকিস্তানের অভিযোগ অস্বীকার করেছে.

    Args:
        search: The sentence and the trigger.
    """
    t, scene = search.trigger, search.scene
    nouns = status_words().denial.nouns
    for at in range(t.last - 1, scene.domains[t.domain].first - 1, -1):
        if not any(base in nouns for base, _ in bases(scene.tokens[at].text)):
            continue
        owners = [
            c
            for c in scene.chunks
            if c.marker == "genitive" and not c.thing and 0 <= at - c.last <= CHARGED
        ]
        mine = owners and owners[-1] not in search.used
        return taken(owners[-1] if mine else None, "whose charge it is", 0.8)
    return None


def judged_party(search: Search) -> Filler | None:
    """Who is bad or good, or whose deed: ইসরায়েল সন্ত্রাসী রাষ্ট্র, রাশিয়ার এই পদক্ষেপ অবৈধ.

    What is spoken of comes first in its clause; who speaks is not spoken of.

    Args:
        search: The sentence and the trigger.
    """
    t, scene = search.trigger, search.scene
    domain, speakers = scene.domains[t.domain], {*scene.speakers[t.domain]}
    spoken_of = [
        c
        for c in scene.within(domain.first, domain.last)
        if c.marker in {"bare", "genitive"} and c.types & ACTORS
        if not (c.thing and c.marker == "bare") and not speakers & {*c.entities}
        if c not in search.used and (c.last <= t.first or c.first == t.last)
    ]
    first = next((c for c in spoken_of if not _aside(search, c, spoken_of)), None)
    own, opening = search.subject, scene.tokens[domain.first].text
    if first is None and own is not None and opening in clause_words().judging.relative:
        return Filler(own.entities, "who acts right before", own.confidence)
    if first is None or (first.marker == "genitive" and not _deed(search, first)):
        return None
    return taken(first, "of whom it is said", 0.8)


def spoken_to(scene: Scene, trigger: Trigger, agent: Filler) -> Filler | None:
    """To whom it is said: পুতিন কিমকে বলেন, ‘… আমন্ত্রণ গ্রহণের জন্য ধন্যবাদ’.

    Args:
        scene: The sentence.
        trigger: The trigger of what is said.
        agent: Who does by saying it what it names.
    """
    speakers = {*scene.speakers[trigger.domain]}
    if trigger.frame.event not in GIVEN or not {*agent.entities} <= speakers:
        return None
    heard = [
        c
        for c in _heard(scene, trigger)
        # Who speaks to a newspaper gives it nothing.
        if EntityType.ORGANIZATION not in c.types and not c.thing and not {*c.entities} & speakers
    ]
    return taken(heard[0] if heard else None, "to whom it is said", 0.8)


def _heard(scene: Scene, trigger: Trigger) -> Iterator[Chunk]:
    """To whom the clauses of saying around a trigger say it."""
    for says, domain in zip(scene.saying, scene.domains, strict=True):
        if says and not domain.first <= trigger.first < domain.last:
            yield from (c for c in scene.within(domain.first, domain.last) if c.marker in HEARD)


def _aside(search: Search, c: Chunk, others: list[Chunk]) -> bool:
    """It only says where or about what another does something: ইরানের বিষয়ে রাশিয়ার নীতি."""
    after = next((o for o in others if c.last <= o.first < search.trigger.first), None)
    if c.marker != "genitive" or after is None:
        return False
    words = [t.text for t in search.scene.tokens[c.last : after.first]]
    aside = {Case.LOCATIVE, Case.OBJECTIVE}
    return any(w in topics() or inflections(w)[0].case in aside for w in words)


def matter(search: Search) -> Filler | None:
    """Whose doings it is about: বাংলাদেশের নিরাপত্তা পরিস্থিতি নিয়ে উদ্বিগ্ন ভারত.

    Args:
        search: The sentence and the trigger.
    """
    tokens, at = search.scene.tokens, search.trigger.first
    for c in search.near:
        if c.first >= at or c.marker not in CONCERNING or not c.types & ACTORS:
            continue
        words = [t.text for t in tokens[c.last : min(at, c.last + ABOUT)]]
        if c.marker == "about" or any(w in topics() for w in words):
            return taken(c, "what it is about", 0.8)
    return None


def _deed(search: Search, c: Chunk) -> bool:
    """What somebody does, not where or to whom it is bad: তার পদক্ষেপ, not দেশের সার্বভৌমত্ব."""
    scene, words = search.scene, clause_words().judging.no_deed
    for token in scene.tokens[c.last : search.trigger.first]:
        forms = inflections(token.text)
        if any(f.base in words for f in forms):
            return False
        if forms[0].case is Case.NONE:
            return True
    return False


def addressed(search: Search) -> Filler | None:
    """Who is meant by আপনাকে: to whom the clause of saying is said (পুতিন কিমকে বলেন, …).

    Args:
        search: The sentence and the trigger.
    """
    t, scene = search.trigger, search.scene
    start = scene.domains[t.domain].first
    if not speech_words().obligation.you & {w.text for w in scene.tokens[start : t.first]}:
        return None
    return taken(next(_heard(scene, t), None), "to whom it is said", 0.8)
