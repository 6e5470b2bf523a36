"""Who undergoes what a noun in the locative names: killed in an attack, gone on an invitation."""

from __future__ import annotations

from kg.language import inflections
from kg.model import Case, EntityType
from kg.relate.chunks import postpositions
from kg.relate.frames import event_nouns
from kg.relate.search import Filler, Search, taken
from kg.relate.spans import Chunk
from kg.relate.tables import clause_words

#: How many words after a nationality its people may be named, and they after an arrest.
PEOPLE = 3

#: How many words may stand between whose it is and what is done to it.
OWNED = 4

#: How many words may stand between a name and the postposition of what is its.
UPON = 3

#: How many words after a land the word of entering or leaving it may stand.
ENTERED = 3

#: How many words after a name the word of protest may stand.
REACH = 4


def victim(search: Search) -> Filler | None:
    """Who was killed or hurt in it: ইসরায়েলি হামলায় ইসমাইল হানিয়া নিহত হয়েছেন.

    Args:
        search: The sentence and the trigger.
    """
    at = _hurt_at(search)
    if at is None or search.trigger.active:
        return None
    domain = search.scene.domains[search.trigger.domain]
    # … নিহত হওয়ার কথা জানিয়েছেন জেলেনস্কি: who tells of it was not hurt.
    own, saying = search.subject, search.scene.saying[search.trigger.domain]
    telling = own.chunk if saying and own is not None else None
    within = search.scene.within(search.trigger.last, domain.last)
    inside = [c for c in within if _free(search, c) and c is not telling]
    # The nearest before; else who follows: … নিহত হয়েছেন সালেহ আল-আরৌরি; else whose it is
    # that was hit: … বিধ্বস্ত ইউক্রেনের হাসপাতাল.
    nearest = sorted(inside, key=lambda c: (c.marker != "bare", c.first > at, abs(c.first - at)))
    return taken(nearest[0] if nearest else None, "who was hurt in it", 0.9)


def guest(search: Search) -> Filler | None:
    """Who goes on an invitation: শি জিনপিংয়ের আমন্ত্রণে চীন গেছেন পুতিন.

    Args:
        search: The sentence and the trigger.
    """
    acting = search.subject
    if search.trigger.case is not Case.LOCATIVE or acting is None or acting.chunk is None:
        return None
    free = EntityType.PERSON in acting.types and acting.chunk not in search.used
    return taken(acting.chunk if free else None, "who comes", 0.9)


def sufferer(search: Search) -> Filler | None:
    """Who faces what the noun names: হামলার মুখে ইউক্রেন, চাপের মুখে আছেন জেলেনস্কি.

    Args:
        search: The sentence and the trigger.
    """
    acting = search.subject
    if search.trigger.case is not Case.LOCATIVE or acting is None or acting.chunk is None:
        return None
    return taken(None if acting.chunk in search.used else acting.chunk, "who faces it", 0.9)


def protested(search: Search) -> Filler | None:
    """Whom a protest is against: ভারতের হস্তক্ষেপের প্রতিবাদে বিক্ষোভ.

    Args:
        search: The sentence and the trigger.
    """
    tokens, against = search.scene.tokens, clause_words().light.opposing
    for c in search.near:
        after = [t.text for t in tokens[c.last : min(c.last + REACH, search.trigger.first)]]
        named = search.scene.tokens[c.last].text if c.last < search.trigger.first else ""
        if c.marker == "bare" and any(f.base in event_nouns() for f in inflections(named)):
            # হাদি হত্যার প্রতিবাদে: it is not against him.
            return None
        if c.first < search.trigger.first and against & {*after}:
            return taken(c if c.marker in {"genitive", "bare"} else None, "protested against", 0.8)
    return None


def national(search: Search) -> Filler | None:
    """Whose national undergoes it: বাংলাদেশি যুবককে হত্যা করেছে.

    Args:
        search: The sentence and the trigger.
    """
    tokens, first = search.scene.tokens, search.trigger.first
    domain = search.scene.domains[search.trigger.domain]
    free = [c for c in search.scene.within(domain.first, first) if c not in search.used]
    for c in reversed(free):
        after = tokens[c.last : min(c.last + PEOPLE, first)]
        cases = {f.case for t in after for f in inflections(t.text)[:1]}
        if search.adjective(c) and Case.OBJECTIVE in cases:
            return taken(c, "whose national it is", 0.8)
    return None


def slain(search: Search) -> Filler | None:
    """Who stands bare right before what was done to him: হাদি হত্যা মামলা, ইমরান খান আহত হন.

    Args:
        search: The sentence and the trigger.
    """
    right = [c for c in search.near if c.last == search.trigger.first and c.marker == "bare"]
    whole = [c for c in right if not c.thing and not search.adjective(c)]
    return taken(whole[0] if whole else None, "who stands right before it", 0.9)


def stricken(search: Search) -> Filler | None:
    """Whose house or office it is done to: ইমরান খানের বাড়িতে হামলা, দলের কার্যালয় ভাঙচুর.

    Args:
        search: The sentence and the trigger.
    """
    tokens, first = search.scene.tokens, search.trigger.first
    bounds = clause_words().limits.bounds
    for c in search.near:
        between = [t.text for t in tokens[c.last : first]]
        if c.first >= first or len(between) > OWNED or bounds & {*between}:
            return None
        if c.marker == "genitive" and between and EntityType.PLACE not in c.types:
            case = inflections(between[-1])[0].case
            return taken(c if case is not Case.GENITIVE else None, "whose it is that was hit", 0.8)
    return None


def blockaded(search: Search) -> Filler | None:
    """Whose ports it is that ships may not enter or leave: ইরানে প্রবেশকারী জাহাজ অবরোধ.

    Args:
        search: The sentence and the trigger.
    """
    first, entering = search.trigger.first, clause_words().light.entering
    for c in search.scene.within(search.scene.domains[search.trigger.domain].first, first):
        after = search.scene.tokens[c.last : c.last + ENTERED]
        goes = any(f.base in entering for t in after for f in inflections(t.text))
        if goes and c.marker in {"bare", "locative", "near"} and c not in search.used:
            return taken(c, "where ships go to or come from", 0.9)
    return None


def following(search: Search) -> Filler | None:
    """Who undergoes it, after what names it: আর্মির হাতে আটক ১২ বাংলাদেশি জেলে.

    Args:
        search: The sentence and the trigger.
    """
    last = search.trigger.last
    near = search.scene.within(last, last + PEOPLE)
    free = [c for c in near if c not in search.used and c.marker in {"bare", "genitive"}]
    return taken(free[0] if free else None, "who follows", 0.8)


def _free(search: Search, c: Chunk) -> bool:
    return c.marker in {"bare", "genitive"} and c not in search.used


def _hurt_at(search: Search) -> int | None:
    """Where the clause says that somebody was killed or hurt, after the trigger."""
    if search.trigger.case is not Case.LOCATIVE:
        return None
    tokens, domain = search.scene.tokens, search.scene.domains[search.trigger.domain]
    victims = clause_words().light.victims
    places = range(search.trigger.last, domain.last)
    return next((i for i in places if tokens[i].text in victims), None)


def border(search: Search) -> Filler | None:
    """Those whose border it was at: থাইল্যান্ড ও কম্বোডিয়ার সীমান্তে সংঘাত.

    Args:
        search: The sentence and the trigger.
    """
    both = [c for c in search.near if c.marker == "near" and len(c.entities) > 1]
    return taken(both[0] if both else None, "at their border", 0.8)


def upon(search: Search) -> Filler | None:
    """Whose it is that it is on or for: রাশিয়ার তেল কোম্পানির ওপর, শ্রীলঙ্কার দুর্গতদের জন্য.

    Args:
        search: The sentence and the trigger.
    """
    t, tokens = search.trigger, search.scene.tokens
    words = postpositions("on") | postpositions("against") | postpositions("for")
    ends = [i for i in range(t.segment.first, t.first) if tokens[i].text in words]
    for at in reversed(ends):
        for c in search.near:
            whose = c.marker == "genitive" or search.adjective(c)
            if whose and 0 < at - c.last <= UPON and not search.broken(c.last, at):
                return taken(c, "whose it is that it is on or for", 0.8)
    return None
