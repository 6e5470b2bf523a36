"""Where a happening was: the place that its clause names, and not any place in the sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.language import inflections
from kg.model import Case, EntityType
from kg.relate.chunks import topics
from kg.relate.frames import DECLARED, VERBAL
from kg.relate.scene import Scene
from kg.relate.search import Filler
from kg.relate.sites import unnamed_sites
from kg.relate.spans import Chunk
from kg.relate.tables import clause_words, noun_words, status_words
from kg.relate.triggers import Trigger

#: Cases and postpositions of what happens at a place.
AT = frozenset({"locative", "near"})

#: What people speak at: জাতিসংঘে এক বৈঠকে, হোয়াইট হাউসে সাংবাদিকদের.
VENUES = frozenset({EntityType.PLACE, EntityType.ORGANIZATION})

#: How many words after a place the gathering there may be named.
REACH = 5


def places(
    scene: Scene, trigger: Trigger, place: Filler | None, used: frozenset[Chunk]
) -> tuple[str, ...]:
    """Where it happened: what the frame found, else a place in the locative in its clause.

    Args:
        scene: The sentence.
        trigger: The trigger.
        place: What fills the frame's role of the place, if anything.
        used: Phrases that fill other roles.

    Returns:
        Ids, the most specific first; a town that the text puts before its site is one, too.
    """
    chunk = place.chunk if place is not None else None
    if chunk is not None and (on_nobodys_ground(scene, chunk) or dwelling(scene, chunk)):
        return ()
    if place is not None and not (chunk and elsewhere(scene, trigger, chunk)):
        return (*place.entities, *(_town(scene, chunk) if chunk else ()))
    clause = scene.domains[trigger.domain]
    found = [c for c in scene.within(clause.first, clause.last) if c not in used]
    if trigger.frame.place:
        own = next(_at_places(scene, trigger, found), ())
        own = own or _in_site(scene, trigger) or next(_aimed_at(trigger, used), ())
        return own or next(_at_court(scene, trigger, used), ())
    return _venue(scene, trigger, found) if trigger.frame.event in VERBAL | DECLARED else ()


def _at_places(scene: Scene, trigger: Trigger, found: list[Chunk]) -> Iterator[tuple[str, ...]]:
    for c in found:
        if c.marker not in AT or EntityType.PLACE not in c.types or dwelling(scene, c):
            continue
        if not elsewhere(scene, trigger, c):
            yield (*c.entities, *_town(scene, c))


def _in_site(scene: Scene, trigger: Trigger) -> tuple[str, ...]:
    """The place that owns a site without a name: কিয়েভের একটি আবাসিক ভবনে হামলা."""
    sites = (c for c in unnamed_sites(scene, trigger) if not elsewhere(scene, trigger, c))
    return next((c.entities for c in sites), ())


def _aimed_at(trigger: Trigger, used: frozenset[Chunk]) -> Iterator[tuple[str, ...]]:
    """The town that is fired at is where it hits: তেল আবিব শহর লক্ষ্য করে রকেট ছুড়েছে."""
    for c in used:
        if trigger.frame.event == "Attack" and c.marker == "target" and EntityType.PLACE in c.types:
            yield c.entities


def on_nobodys_ground(scene: Scene, c: Chunk) -> bool:
    """What acts for a state or belongs to it, unless that is its ground: রুশ ভূখণ্ডে is in Russia.

    Args:
        scene: The sentence.
        c: A phrase.
    """
    grounds = noun_words().representatives.grounds
    head = scene.tokens[c.head_end - 1].text
    return c.acting and not (c.thing and any(f.base in grounds for f in inflections(head)))


def _at_court(scene: Scene, trigger: Trigger, used: frozenset[Chunk]) -> Iterator[tuple[str, ...]]:
    """The town whose court it is that judges: নিউইয়র্কের একটি আদালত তাঁকে কারাদণ্ড দেন."""
    words = noun_words().sites.custody
    for c in used:
        head = inflections(scene.tokens[c.head_end - 1].text)
        court = c.acting and any(f.base in words for f in head)
        if trigger.frame.event == "Coercion" and court and EntityType.PLACE in c.types:
            yield c.entities


def elsewhere(scene: Scene, trigger: Trigger, c: Chunk) -> bool:
    """A place of something else in the clause: what is spoken of, or what went before.

    গাজায় যুদ্ধবিরতি নিয়ে আলোচনা, পেহেলগামে হামলার পর আক্রমণ; after a noun that no verb makes
    the clause's act, a place is that of the act: যুদ্ধ বন্ধে বার্লিনে আলোচনা.

    Args:
        scene: The sentence.
        trigger: The trigger.
        c: A phrase that names a place.
    """
    if c.first >= trigger.last:
        # হামলায় খারকিভে ১০ জন নিহত: what came of it was where it was.
        if trigger.verb is None:
            return trigger.case is not Case.LOCATIVE or _led_to(scene, trigger, c)
        # হামলা চালিয়ে ২০ জনকে গাজায় নিয়ে যায়: what comes after a participle is of the next verb.
        return trigger.verb.form.form == "participle" and c.first > trigger.verb.last
    edges = clause_words().limits.bounds | topics()
    between = range(c.last, min(c.last + REACH, trigger.first))
    return any(scene.tokens[i].text in edges for i in between if i not in scene.named)


def _led_to(scene: Scene, trigger: Trigger, c: Chunk) -> bool:
    """Whether a place right before a verb of going is where to: হামলার পর বন্দীদের মস্কোতে নিয়ে যায়."""
    verb = scene.domains[trigger.domain].verb
    moves = verb is not None and verb.stems[-1] in status_words().purpose.words
    return moves and verb is not None and 0 <= verb.first - c.last <= 1


def _town(scene: Scene, site: Chunk) -> tuple[str, ...]:
    """What holds a site, right before it: ভ্লাদিভস্তক শহরের স্পেস সেন্টারে, আমুরে অবস্থিত …."""
    before = [c for c in scene.chunks if c.last <= site.first]
    if not before or EntityType.PLACE not in site.types or before[-1].types != {EntityType.PLACE}:
        return ()
    town, between = before[-1], [t.text for t in scene.tokens[before[-1].last : site.first]]
    beside = not between and town.marker in {"modifier", "genitive", "near"}
    lying = len(between) == 1 and between[0] in noun_words().sites.lying
    return town.entities if beside or (lying and town.marker == "locative") else ()


def dwelling(scene: Scene, c: Chunk) -> bool:
    """A place that says where somebody lives or serves: ঢাকায় নিযুক্ত জাপানের রাষ্ট্রদূত.

    Args:
        scene: The sentence.
        c: A phrase in the locative.
    """
    sites = noun_words().sites
    after = [t.text for t in scene.tokens[c.last : c.last + REACH]]
    if not after or after[0] in sites.dwelling:
        return bool(after)
    guest = next((g for g in scene.chunks if g.first == c.last), None)
    return guest is not None and any(
        f.base in sites.envoys
        for t in scene.tokens[guest.first : guest.last + 1]
        for f in inflections(t.text)
    )


def _venue(scene: Scene, trigger: Trigger, found: list[Chunk]) -> tuple[str, ...]:
    """Where something was said: মিউনিখে দলের এক সম্মেলনে, মস্কোতে সাংবাদিকদের."""
    told = scene.saying[trigger.domain]
    here = [c for c in found if told or c.first < trigger.first] if trigger.verb else []
    opening = scene.domains[0]
    said = scene.within(opening.first, opening.last) if trigger.domain and scene.saying[0] else ()
    return next(venues(scene, (*here, *said)), ())


def venues(scene: Scene, found: Iterable[Chunk]) -> Iterator[tuple[str, ...]]:
    """Of phrases of a clause the places where something is said in it.

    Args:
        scene: The sentence.
        found: The phrases.

    Yields:
        Ids of each such place.
    """
    for c in found:
        at = c.marker in AT and c.types & VENUES and not c.acting and not dwelling(scene, c)
        if at and _gathers(scene, c):
            yield c.entities


def _gathers(scene: Scene, c: Chunk) -> bool:
    """Whether a gathering or those spoken to are named after a place, in one breath."""
    sites = noun_words().sites
    held = sites.gatherings | (sites.interviews if EntityType.PLACE in c.types else frozenset())
    # Who is met there may stand between: বঙ্গভবনে রাষ্ট্রপতি X-এর সঙ্গে বৈঠকে.
    after = [i for i in range(c.last, len(scene.tokens)) if i not in scene.named][:REACH]
    return any(
        f.base in (held if f.case is Case.LOCATIVE else sites.audience)
        for i in after
        for f in inflections(scene.tokens[i].text)
    )
