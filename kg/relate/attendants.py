"""Who was at a gathering: all whom a list of those present names, whatever says who each is."""

from __future__ import annotations

from kg.model import EntityType
from kg.relate.scene import ACTORS
from kg.relate.search import Filler, Search
from kg.relate.spans import Chunk

#: How those stand who were there: জেলেনস্কির পাশাপাশি রুবিও উপস্থিত ছিলেন.
PRESENT = frozenset({"bare", "joined", "with", "besides"})


def attending(search: Search) -> Filler | None:
    """All who are named as present: উপস্থিত ছিলেন X, দলের সভাপতি Y ও সদস্যসচিব Z.

    Args:
        search: The sentence and the trigger.

    Returns:
        The people of the clause and of the list after its verb, bodies where there are no people;
        None unless there are two.
    """
    t, scene = search.trigger, search.scene
    if not t.active:
        return None
    domain = scene.domains[t.domain]
    after = (g.first for g in scene.groups if g.first >= t.last and g.form.finite)
    end = next(after, len(scene.tokens))
    listed = [c for c in scene.within(domain.first, end) if _present(search, c)]
    people = [c for c in listed if EntityType.PERSON in c.types]
    found = people or listed
    names = tuple(dict.fromkeys(e for c in found for e in c.entities))
    if len(names) < 2:
        return None
    return Filler(names, "named among those present", 0.9, found[0])


def _present(search: Search, c: Chunk) -> bool:
    """A name that can act, bare or beside another."""
    acts = bool(c.types & ACTORS) or c.acting
    return acts and c.marker in PRESENT and not (c.thing or search.adjective(c))
