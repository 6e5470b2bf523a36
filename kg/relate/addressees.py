"""Whom a denial answers."""

from __future__ import annotations

from kg.relate.conditions import bases
from kg.relate.search import Filler, Search, taken
from kg.relate.tables import status_words

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
