"""Who acts by what is told: on whose word a clause stands, and of whom the content speaks."""

from __future__ import annotations

from kg.relate.frames import VERBAL
from kg.relate.search import Filler, Search
from kg.relate.suppositions import warned
from kg.relate.tables import clause_words

#: How an agent is found that says what its clause holds.
SPEAKER = "speaker"

#: How the other side of what is said is found.
CONTENT = "subject of what is said"


def speaker(search: Search) -> Filler | None:
    """On whose word the clause stands; who says that it is not done accuses nobody.

    Args:
        search: The sentence and the trigger.
    """
    verb, form = search.trigger.verb, search.trigger.frame.form
    speakers = search.scene.speakers[search.trigger.domain]
    said = bool(speakers) and (verb is None or not verb.negated or "negated" in form)
    return Filler(speakers, SPEAKER, 0.9) if said and not _supposed(search) else None


def own_account(search: Search) -> Filler | None:
    """Who says it of himself: nobody else acts in the clause (আমরা ছাড় দেব না, ছাড় দেওয়া হবে না).

    Args:
        search: The sentence and the trigger.
    """
    own, found = search.subject, speaker(search)
    if found is None or (own is not None and not {*own.entities} & {*found.entities}):
        return None
    # What will be if others do something is told them as a warning.
    return None if warned(search.scene, search.trigger.domain) is not None else found


def _supposed(search: Search) -> bool:
    """It is only a condition: রাশিয়া যদি চুক্তি ভাঙে, রাশিয়া চুক্তি ভাঙার চেষ্টা করলে."""
    t, domain = search.trigger, search.scene.domains[search.trigger.domain]
    words = {w.text for w in search.scene.tokens[domain.first : t.last]}
    if words & clause_words().judging.supposing:
        return True
    ends = (s.verb for s in domain.segments if s.last > t.first and s.verb is not None)
    return any(v.form.form == "conditional" and not v.concessive for v in ends)


def content_subject(search: Search) -> Filler | None:
    """Who acts in what is said: অভিযোগ করেছেন, রাশিয়া …; রাশিয়া … বলে অভিযোগ করেছেন.

    Only a phrase of that clause itself counts.

    Args:
        search: The sentence and the trigger.
    """
    t, scene, own = search.trigger, search.scene, search.subject
    told = any(c.marker == "according" and c.first <= t.first < c.last for c in scene.chunks)
    if told and own is not None and own.chunk is not None and own.chunk not in search.used:
        return Filler(own.entities, CONTENT, 0.7, own.chunk)
    before = t.domain - 1
    if before >= 0 and scene.domains[before].closed_by == "say":
        return _acting(search, before)
    return _acting(search, t.domain + 1) if scene.domains[t.domain].closed_by else None


def _acting(search: Search, number: int) -> Filler | None:
    """Who acts in another clause, by a phrase of its own."""
    subjects = search.scene.subjects
    found = subjects[number] if number < len(subjects) else None
    if found is None or found.chunk is None or found.chunk in search.used:
        return None
    return Filler(found.entities, CONTENT, 0.7, found.chunk)


def statement(search: Search) -> Filler | None:
    """Whose statement it is in which an act of speech is done: বিবৃতিতে আহ্বান জানানো হয়.

    Args:
        search: The sentence and the trigger.
    """
    t, scene = search.trigger, search.scene
    if t.verb is None or not t.verb.passive or t.frame.event not in VERBAL:
        return None
    # Charges that a paper says were brought (অভিযোগ আনা হয়েছে) are not its own.
    if t.verb.stems[0] not in clause_words().light.stems:
        return None
    ids = scene.reports[t.domain] if scene.reports else ()
    return Filler(ids, "whose statement it is", 0.8) if ids else None
