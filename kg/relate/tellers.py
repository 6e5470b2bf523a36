"""Who acts by what is told: on whose word a clause stands, and of whom the content speaks."""

from __future__ import annotations

from kg.relate.search import Filler, Search

#: How an agent is found that says what its clause holds.
SPEAKER = "speaker"


def speaker(search: Search) -> Filler | None:
    """On whose word the clause stands; who says that it is not done accuses nobody.

    Args:
        search: The sentence and the trigger.
    """
    verb = search.trigger.verb
    speakers = search.scene.speakers[search.trigger.domain]
    said = bool(speakers) and not (verb is not None and verb.negated)
    return Filler(speakers, SPEAKER, 0.9) if said else None


def content_subject(search: Search) -> Filler | None:
    """Who acts in the clause that says what is meant: অভিযোগ করেছেন, রাশিয়া ….

    Only a phrase of that clause itself counts.

    Args:
        search: The sentence and the trigger.
    """
    t = search.trigger
    own = search.subject
    told = any(c.marker == "according" and c.first <= t.first < c.last for c in search.scene.chunks)
    if told and own is not None and own.chunk is not None and own.chunk not in search.used:
        return Filler(own.entities, "subject of what is said", 0.7, own.chunk)
    following = t.domain + 1
    domains = search.scene.domains
    if following >= len(domains) or not domains[following - 1].closed_by:
        return None
    acting = search.scene.subjects[following]
    if acting is None or acting.chunk is None:
        return None
    return Filler(acting.entities, "subject of what is said", 0.7, acting.chunk)
