"""What lies where and which body is whose: জার্মানির বার্লিন, রুশ নৌবাহিনী."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from kg.language import inflections
from kg.model import Case, Entity, EntityType, Relation
from kg.relate.scene import Scene
from kg.relate.spans import Chunk, plain
from kg.relate.tables import noun_words
from kg.world import World

#: How the ids begin of what lies in a place, and of what is part of something.
_KIND = {"locatedIn": "place/", "capitalOf": "place/", "partOf": "organization/"}

#: How a body's owner may stand, and how many words may come between.
_OWNING = frozenset({Case.GENITIVE, Case.NONE})
_DESCRIPTION = 4


def described(scene: Scene, world: World) -> Iterator[Relation]:
    """A genitive directly before a place or body: জার্মানির বার্লিন, রাশিয়ার TASS.

    Args:
        scene: The sentence.
        world: The gazetteer: what it knows to lie elsewhere is not said to lie here.

    Yields:
        `locatedIn`, `capitalOf` and `partOf`, in order.
    """
    # Seas lie between a country and its town: রাশিয়ার প্রশান্ত মহাসাগরীয় উপকূলে ভ্লাদিভোস্টক.
    shown = [c for c in scene.chunks if not _is_open(c.entities[0], world)]
    for owner, thing in pairwise(shown):
        predicate = _predicate(scene, owner, thing, world) if len(owner.entities) == 1 else ""
        for subject in thing.entities if predicate else ():
            object_ = owner.entities[0]
            fits = subject.startswith(_KIND[predicate]) and not _is_open(subject, world)
            if fits and subject != object_ and _agrees(subject, object_, world):
                how = "genitive before the name"
                yield Relation(subject, predicate, object_, scene.evidence, how, 0.75)
            # Of কিয়েভ ও সুমি after রাজধানী the first alone is the capital.
            predicate = "locatedIn" if predicate == "capitalOf" else predicate


def capitals(scene: Scene, entities: Mapping[str, Entity], world: World) -> Iterator[Relation]:
    """A seat of government that is called the capital: রাজধানী কিয়েভে.

    Args:
        scene: The sentence.
        entities: Entities of the article by id.
        world: The gazetteer: whose capital it is.

    Yields:
        `capitalOf`, where the article names the country, too.
    """
    for c in scene.chunks:
        entry = world.entry(c.entities[0])
        country = entry.entity.seat_of if entry else None
        called = c.first and scene.tokens[c.first - 1].text in noun_words().sites.capital
        if called and country in entities and entry is not None and _is_place(entry.entity):
            yield Relation(
                entry.entity.id, "capitalOf", str(country), scene.evidence, "called capital", 0.8
            )


def _is_place(entity: Entity) -> bool:
    return entity.type is EntityType.PLACE


def _is_open(id_: str, world: World) -> bool:
    """A sea or a part of the world: it lies in no country and holds many."""
    entry = world.entry(id_)
    place = entry is not None and entry.entity.type is EntityType.PLACE
    return place and entry is not None and not entry.entity.located_in


def _predicate(scene: Scene, owner: Chunk, thing: Chunk, world: World) -> str:
    passed = {i for c in scene.chunks if owner.last <= c.first < thing.first for i in _words(c)}
    between = [scene.tokens[i].text for i in range(owner.head_end, thing.first) if i not in passed]
    genitive = owner.marker == "genitive" or _ends_in_genitive(scene, owner)
    if EntityType.PLACE in thing.types and owner.types & {EntityType.COUNTRY, EntityType.PLACE}:
        return "" if owner.acting else _lies(owner, thing, between, genitive, world)
    owns = owner.types <= {EntityType.COUNTRY, EntityType.ORGANIZATION} and not owner.thing
    if thing.types != {EntityType.ORGANIZATION} or thing.acting or between or not owns:
        return ""
    # ইসরায়েলের গোয়েন্দা সংস্থা মোসাদ: the noun before the name says whose body it is.
    return "partOf" if genitive or owner.acting else ""


def _lies(owner: Chunk, thing: Chunk, between: list[str], genitive: bool, world: World) -> str:
    """What a place is to the place before it, by the words between them."""
    sites = noun_words().sites
    if genitive and between[-1:] and between[-1] in sites.capital:
        return "capitalOf" if EntityType.COUNTRY in owner.types else ""
    on_the_way = all(any(f.base in sites.regions for f in inflections(w)) for w in between)
    within = (genitive or owner.marker == "near") and on_the_way
    known = all(world.entry(id_) is not None for id_ in thing.entities)
    # অস্ট্রেলিয়ায় সিডনির …: two places side by side are one only if that is known.
    beside = not between and (not known or _holds(thing.entities[0], owner.entities[0], world))
    stands = len(between) == 1 and between[0] in sites.lying
    lying = owner.marker == "locative" and (beside or stands)
    return "locatedIn" if within or lying else ""


def _words(c: Chunk) -> range:
    return range(c.first, c.last)


def _ends_in_genitive(scene: Scene, c: Chunk) -> bool:
    found = inflections(scene.tokens[c.head_end - 1].text)
    return c.marker == "modifier" and found[0].case is Case.GENITIVE


def _agrees(subject: str, object_: str, world: World) -> bool:
    """Whether nothing is known that holds the subject, or the object is what does.

    A body that the world file knows is part of nothing but what it says: NATO is not
    Ukraine's after ইউক্রেনের.
    """
    holders = above(subject, world)
    if world.entry(subject) is not None and subject.startswith("organization/"):
        return object_ in holders
    return not holders or object_ in holders or not object_.startswith("country/")


def _holds(subject: str, object_: str, world: World) -> bool:
    return object_ in above(subject, world)


def above(subject: str, world: World) -> list[str]:
    """What holds a place or body, as far as the world file knows, the nearest first.

    Args:
        subject: Id of the place or body.
        world: The gazetteer.
    """
    at, holders = world.entry(subject), []
    while at is not None and (at.part_of or at.entity.located_in):
        holders.append(str(at.part_of or at.entity.located_in))
        at = world.entry(holders[-1]) if holders[-1] not in holders[:-1] else None
    return holders


def bodies(scene: Scene, entities: Mapping[str, Entity], world: World) -> Iterator[Relation]:
    """The bodies of states, where the article names the state, too: রুশ নৌবাহিনী.

    Args:
        scene: The sentence.
        entities: Entities of the article by id.
        world: The gazetteer: which body is whose.

    Yields:
        `partOf` for each body that the sentence names.
    """
    for number, link in enumerate(scene.links):
        entity = entities.get(link.entities[0])
        if entity is None or entity.type is not EntityType.ORGANIZATION or not _of_state(entity):
            continue
        entry = world.entry(entity.id)
        parent = entry.part_of if entry else entity.located_in
        if parent not in entities:
            continue
        first = next(t.text for t in scene.tokens if t.end > link.mention.begin)
        names = {id_ for f in inflections(first) for id_ in world.named(f.base)}
        # An administration bears the name of who leads the state: ট্রাম্প প্রশাসন.
        owned = parent in names or any(id_.startswith("person/") for id_ in names)
        if owned or _follows(scene, number, str(parent)):
            yield Relation(entity.id, "partOf", str(parent), scene.evidence, "owner in name", 0.8)


def _follows(scene: Scene, number: int, owner: str) -> bool:
    """Whether the name before is that of the owner, with a description or bracket between.

    পাকিস্তানি আইএসআই, ইউক্রেনের গোয়েন্দা সংস্থা (এসবিইউ).
    """
    before, name = scene.links[number - 1] if number else None, scene.links[number]
    if before is None or before.entities != (owner,) or before.mention.case not in _OWNING:
        return False
    between = [
        t.text
        for t in scene.tokens
        if before.mention.end <= t.begin and t.end <= name.mention.begin
    ]
    return len(between) <= _DESCRIPTION and all(plain(word) or word == "(" for word in between)


def _of_state(entity: Entity) -> bool:
    """A ministry, an army, a court: not a party, a newspaper or a firm."""
    words = entity.label_en.lower().replace("-", " ").split()
    return any(word in noun_words().state.words for word in words)
