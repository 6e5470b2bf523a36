"""Who comes where a vehicle arrives: ভ্লাদিমির পুতিনকে বহনকারী বিমানটি বেইজিংয়ে অবতরণ করেছে."""

from __future__ import annotations

from kg.language import inflections
from kg.model import Case, EntityType
from kg.relate.search import Filler, Search, taken
from kg.relate.spans import Chunk
from kg.relate.tables import noun_words


def carried(search: Search) -> Filler | None:
    """Whose vehicle it is, or whom it carries.

    Args:
        search: The sentence and the trigger.
    """
    domain = search.scene.domains[search.trigger.domain]
    people = [
        c
        for c in search.scene.within(domain.first, domain.last)
        if EntityType.PERSON in c.types and not c.pronoun and _aboard(search, c)
    ]
    return taken(people[0] if people else None, "who is aboard", 0.9)


def _aboard(search: Search, c: Chunk) -> bool:
    words, tokens = noun_words().representatives, search.scene.tokens
    after = [t.text for t in tokens[c.last : c.last + 1]]
    if c.marker == "objective":
        return any(word in words.carrying for word in after)
    # A vehicle that has become the head of the phrase stands at its end: পুতিনের বিমান.
    vehicle = [tokens[c.head_end - 1].text] if c.thing else after * (c.marker == "genitive")
    return any(
        f.base in words.vehicles and f.case is Case.NONE for w in vehicle for f in inflections(w)
    )
