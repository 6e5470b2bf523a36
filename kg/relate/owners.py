"""Whose a happening is: the genitive that its noun belongs to, before it or at a headline's end."""

from __future__ import annotations

from kg.language import inflections
from kg.model import Case, EntityType
from kg.relate.search import Filler, Search, taken
from kg.relate.spans import Chunk, plain
from kg.relate.tables import clause_words, noun_words

#: How far before its noun a genitive may stand, in tokens.
GENITIVE_REACH = 5


def headline(search: Search) -> Filler | None:
    """Whose act a headline without a verb names: যুক্তরাজ্যের নিন্দা, … নির্দেশ ট্রাম্পের.

    Args:
        search: The sentence and the trigger.
    """
    t = search.trigger
    domain = search.scene.domains[t.domain]
    if domain.verb is not None or t.verb is not None:
        return None
    return genitive(search) if t.last >= domain.last - 1 or _headline(search) else None


def _headline(search: Search) -> Chunk | None:
    """The genitive that ends a clause without a verb: … অবরোধের নির্দেশ ট্রাম্পের."""
    t = search.trigger
    domain = search.scene.domains[t.domain]
    after = search.scene.within(t.last, domain.last)
    # আহ্বান জাতিসংঘ মহাসচিবের: whose body he heads stands before him.
    row = [c for c, before in zip(after, (None, *after), strict=False) if _next(before, c)]
    last = row[-1] if len(row) == len(after) and row else None
    if domain.verb is not None or last is None or last in search.used:
        return None
    between = [w.text for w in search.scene.tokens[t.last : row[0].first]]
    ends = last.marker == "genitive" and last.last >= domain.last - 1
    return last if ends and set(between) <= clause_words().light.plans else None


def _next(before: Chunk | None, c: Chunk) -> bool:
    return before is None or before.last == c.first


def headlined(search: Search) -> Filler | None:
    """Whom a headline without a verb has there: চীন সফরে পুতিন.

    Args:
        search: The sentence and the trigger.
    """
    t, scene = search.trigger, search.scene
    domain = scene.domains[t.domain]
    if domain.verb is not None:
        return None
    last = [
        c
        for c in scene.within(t.last, domain.last)
        if c.marker == "bare" and EntityType.PLACE not in c.types
    ]
    return taken(last[-1] if last else None, "whom the headline has there", 0.9)


def owner(search: Search) -> Filler | None:
    """Whose doing it is: not where the clause has a subject of its own, named or not.

    Args:
        search: The sentence and the trigger.
    """
    found = genitive(search)
    if found is None or (found.chunk is not None and found.chunk.thing):
        return None
    t = search.trigger
    if t.frame.event == "Coercion" and t.verb and t.verb.passive and t.last == t.verb.last:
        # লীগের আন্দোলন দমন করা হয়েছে: whose it is undergoes it.
        return None
    finite = search.trigger.active and search.trigger.verb and search.trigger.verb.form.finite
    return None if finite and "after" not in found.how else found


def _owned_by_another(search: Search, first: int, last: int) -> bool:
    """A noun with a case ending stands between: লীগের কার্যক্রমে সমর্থন is not the league's."""
    named = {i for c in search.scene.chunks for i in range(c.first, c.last)}
    between = [search.scene.tokens[i].text for i in range(first, last) if i not in named]
    # হাসিনার পতনের পর হামলা: what went before is hers.
    if clause_words().limits.bounds & {*between}:
        return True
    cases = {inflections(word)[0].case for word in between}
    return bool(cases & {Case.LOCATIVE, Case.OBJECTIVE})


def _goes_on(search: Search, c: Chunk) -> bool:
    """It belongs to the noun after it: … আনা হয়েছে আফ্রিকার কয়েকটি দেশকে."""
    return c.last < len(search.scene.tokens) and plain(search.scene.tokens[c.last].text)


def _counted(search: Search, c: Chunk) -> bool:
    """One of his is what the happening is: তাঁর একটি গোপন চুক্তি."""
    return search.scene.tokens[c.last].text in noun_words().representatives.counting


def _holds(search: Search, c: Chunk) -> bool:
    """It owns the place after it, not the happening: পাকিস্তানের রাজধানী ইসলামাবাদে হামলা."""
    after = next((o for o in search.scene.chunks if c.last < o.first < search.trigger.first), None)
    words = search.scene.tokens[c.last : after.first] if after is not None else ()
    regions = noun_words().sites.regions
    return bool(words) and all(
        any(f.base in regions for f in inflections(word.text)) for word in words
    )


def genitive(search: Search) -> Filler | None:
    """The genitive that the trigger belongs to, before it or after the finite verb.

    Args:
        search: The sentence and the trigger.
    """
    t = search.trigger
    if (last := _headline(search)) is not None:
        return taken(last, "genitive at the headline's end", 0.9)
    for c in search.near:
        if c.first >= t.first:
            break
        if t.first - c.last > GENITIVE_REACH or search.broken(c.last, t.first):
            return None
        if c.marker == "genitive" or (c.last == t.first and search.adjective(c)):
            gap = t.first - c.last
            if c.pronoun and gap > 1 and not _counted(search, c):
                # তাঁর দপ্তর সম্প্রতি হামলার …: it is the office that is his.
                return None
            if _owned_by_another(search, c.last, t.first) or _holds(search, c):
                return None
            return taken(c, "genitive", 0.9 if gap <= 1 else 0.75)
        if c.marker not in {"locative", "bare", "objective", "with", "against", "on", "to"}:
            return None
    owners = [c for c in search.content if c.marker == "genitive" and not c.thing]
    if owners:
        return taken(owners[0], "genitive before what is promised", 0.7)
    after = t.verb.last if t.verb else t.last
    late = [c for c in search.wider if c.first >= after and c.marker == "genitive"]
    late = [c for c in late if not _goes_on(search, c)]
    owed = late and t.verb is not None and t.verb.form.finite
    return taken(late[0], "genitive after the verb", 0.7) if owed else None
