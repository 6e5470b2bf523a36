"""What lies where and which body is whose: জার্মানির বার্লিন, রুশ নৌবাহিনী."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from kg.language import inflections
from kg.model import Case, Entity, EntityType, Relation
from kg.relate.scene import Scene
from kg.relate.spans import Chunk
from kg.relate.tables import noun_words
from kg.world import World


def described(scene: Scene, world: World) -> Iterator[Relation]:
    """A genitive directly before a place or body: জার্মানির বার্লিন, রাশিয়ার TASS.

    Args:
        scene: The sentence.
        world: The gazetteer: what it knows to lie elsewhere is not said to lie here.

    Yields:
        `locatedIn` and `partOf`, in order.
    """
    # Seas lie between a country and its town: রাশিয়ার প্রশান্ত মহাসাগরীয় উপকূলে ভ্লাদিভোস্টক.
    shown = [c for c in scene.chunks if len(c.entities) == 1 and not _open(c, world)]
    for owner, thing in pairwise(shown):
        subject, object_ = thing.entities[0], owner.entities[0]
        predicate = _predicate(scene, owner, thing)
        if predicate and subject != object_ and _agrees(subject, object_, world):
            how = "genitive before the name"
            yield Relation(subject, predicate, object_, scene.evidence, how, 0.75)


def _open(c: Chunk, world: World) -> bool:
    """A sea or a part of the world: it lies in no country and holds many."""
    entry = world.entry(c.entities[0])
    place = entry is not None and entry.entity.type is EntityType.PLACE
    return place and entry is not None and not entry.entity.located_in


def _predicate(scene: Scene, owner: Chunk, thing: Chunk) -> str:
    sites = noun_words().sites
    passed = {i for c in scene.chunks if owner.last <= c.first < thing.first for i in _words(c)}
    between = [scene.tokens[i].text for i in range(owner.head_end, thing.first) if i not in passed]
    genitive = owner.marker == "genitive" or _ends_in_genitive(scene, owner)
    on_the_way = all(any(f.base in sites.regions for f in inflections(w)) for w in between)
    lying = owner.marker == "locative" and len(between) == 1 and between[0] in sites.lying
    if EntityType.PLACE in thing.types and owner.types & {EntityType.COUNTRY, EntityType.PLACE}:
        within = (genitive or owner.marker == "near") and on_the_way
        return "locatedIn" if (within or lying) and not owner.acting else ""
    owns = owner.types <= {EntityType.COUNTRY, EntityType.ORGANIZATION} and not owner.thing
    if thing.types != {EntityType.ORGANIZATION} or thing.acting or between or not owns:
        return ""
    # ইসরায়েলের গোয়েন্দা সংস্থা মোসাদ: the noun before the name says whose body it is.
    return "partOf" if genitive or owner.acting else ""


def _words(c: Chunk) -> range:
    return range(c.first, c.last)


def _ends_in_genitive(scene: Scene, c: Chunk) -> bool:
    found = inflections(scene.tokens[c.head_end - 1].text)
    return c.marker == "modifier" and found[0].case is Case.GENITIVE


def _agrees(subject: str, object_: str, world: World) -> bool:
    """Whether nothing is known that holds the subject, or the object is what does."""
    at, above = world.entry(subject), []
    while at is not None and (at.part_of or at.entity.located_in):
        above.append(str(at.part_of or at.entity.located_in))
        at = world.entry(above[-1]) if above[-1] not in above[:-1] else None
    return not above or object_ in above or not object_.startswith("country/")


def bodies(scene: Scene, entities: Mapping[str, Entity], world: World) -> Iterator[Relation]:
    """The bodies of states, where the article names the state, too: রুশ নৌবাহিনী.

    Args:
        scene: The sentence.
        entities: Entities of the article by id.
        world: The gazetteer: which body is whose.

    Yields:
        `partOf` for each body that the sentence names.
    """
    for link in scene.links:
        entity = entities.get(link.entities[0])
        if entity is None or entity.type is not EntityType.ORGANIZATION or not _of_state(entity):
            continue
        entry = world.entry(entity.id)
        parent = entry.part_of if entry else entity.located_in
        first = next(t.text for t in scene.tokens if t.end > link.mention.begin)
        names = {id_ for f in inflections(first) for id_ in world.named(f.base)}
        # An administration bears the name of who leads the state: ট্রাম্প প্রশাসন.
        owned = parent in names or any(id_.startswith("person/") for id_ in names)
        if owned and parent in entities:
            yield Relation(entity.id, "partOf", str(parent), scene.evidence, "owner in name", 0.8)


def _of_state(entity: Entity) -> bool:
    """A ministry, an army, a court: not a party, a newspaper or a firm."""
    words = entity.label_en.lower().replace("-", " ").split()
    return any(word in noun_words().state.words for word in words)
