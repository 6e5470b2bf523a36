"""Standing relations: posts, families, bodies of states, places within places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.language import inflections
from kg.model import Entity, EntityType, Evidence, MentionType, Relation
from kg.relate.scene import Scene
from kg.relate.spans import Chunk
from kg.relate.tables import kin_words, noun_words
from kg.resolve import Apposition
from kg.world import World


def read_relations(
    scenes: Sequence[Scene],
    posts: Iterable[Apposition],
    entities: Mapping[str, Entity],
    world: World,
) -> tuple[Relation, ...]:
    """The standing relations that an article states, each once with all its evidence.

    Args:
        scenes: Its sentences, laid out.
        posts: The posts beside names.
        entities: Entities of the article by id.
        world: The gazetteer: which body belongs to which state.

    Returns:
        Relations in the order in which they are first stated, posts beside names first.
    """
    by_sentence = {s.sentence.index: s for s in scenes}
    found = [r for post in posts for r in _position(post, by_sentence, entities)]
    for scene in scenes:
        found += _described(scene)
        found += _family(scene)
        found += _part_of_name(scene, entities, world)
        found += _nominal_posts(scene, entities, world)
    return _once(found)


def _evidence(scene: Scene) -> tuple[Evidence, ...]:
    return (Evidence(scene.sentence.index, scene.sentence.begin, scene.sentence.end),)


def _position(
    post: Apposition, scenes: Mapping[int, Scene], entities: Mapping[str, Entity]
) -> Iterator[Relation]:
    # A body that only the world file tells of is not what the article states.
    if post.of is None or post.of not in entities or post.sentence not in scenes:
        return
    yield Relation(
        post.person_id,
        "holdsPosition",
        post.of,
        _evidence(scenes[post.sentence]),
        post.found_by,
        post.confidence,
        post.role,
        post.role_type,
    )


def _described(scene: Scene) -> Iterator[Relation]:
    """জার্মানির বার্লিন, রাশিয়ার TASS: a genitive directly before a place or body."""
    for owner, thing in pairwise(scene.chunks):
        if len(owner.entities) != 1 or len(thing.entities) != 1:
            continue
        subject, object_ = thing.entities[0], owner.entities[0]
        predicate = _predicate(scene, owner, thing)
        if predicate and subject != object_:
            yield Relation(
                subject, predicate, object_, _evidence(scene), "genitive before the name", 0.75
            )


def _predicate(scene: Scene, owner: Chunk, thing: Chunk) -> str:
    sites = noun_words().sites
    between = [t.text for t in scene.tokens[owner.head_end : thing.first]]
    described = owner.marker == "modifier" or (owner.marker == "genitive" and not between)
    regional = owner.marker in {"genitive", "near", "modifier"} and all(
        any(f.base in sites.regions for f in inflections(w)) for w in between
    )
    lying = owner.marker == "locative" and len(between) == 1 and between[0] in sites.lying
    holder = owner.types & {EntityType.COUNTRY, EntityType.PLACE}
    if EntityType.PLACE in thing.types and holder and not owner.acting:
        return "locatedIn" if described or regional or lying else ""
    if thing.types == {EntityType.ORGANIZATION} and not thing.acting and described:
        return "partOf"
    return ""


def _part_of_name(scene: Scene, entities: Mapping[str, Entity], world: World) -> Iterator[Relation]:
    """A body whose own name begins with its state or parent: রুশ নৌবাহিনী."""
    for c in scene.chunks:
        if c.types != {EntityType.ORGANIZATION} or len(c.entities) != 1:
            continue
        entity = entities[c.entities[0]]
        entry = world.entry(entity.id)
        parent = entry.part_of if entry else entity.located_in
        first = inflections(scene.tokens[c.name_first].text)
        if parent in entities and any(parent in world.named(f.base) for f in first):
            yield Relation(entity.id, "partOf", str(parent), _evidence(scene), "owner in name", 0.8)


def _nominal_posts(
    scene: Scene, entities: Mapping[str, Entity], world: World
) -> Iterator[Relation]:
    """A person meant by a post alone: মার্কিন প্রেসিডেন্ট, when it is clear who that is."""
    nominal = {k.mention.begin for k in scene.links if k.type is MentionType.NOMINAL}
    for owner, person in pairwise(scene.chunks):
        word = scene.tokens[person.name_first]
        held = owner.marker == "modifier" and len(owner.entities) == len(person.entities) == 1
        if not held or person.types != {EntityType.PERSON} or word.begin not in nominal:
            continue
        named = [(f.base, r) for f in inflections(word.text) if (r := world.role(f.base))]
        if named and entities[owner.entities[0]].type is not EntityType.PERSON:
            yield Relation(
                person.entities[0],
                "holdsPosition",
                owner.entities[0],
                _evidence(scene),
                "post without a name",
                0.65,
                named[0][0],
                named[0][1].role_type,
            )


def _family(scene: Scene) -> Iterator[Relation]:
    """ছোট বোন কিম ইয়ো জং: a word for kin directly before a name, and whose kin it is."""
    for c in scene.chunks:
        if c.types != {EntityType.PERSON} or c.pronoun or len(c.entities) != 1:
            continue
        kin = _kin_before(scene, c)
        if kin is None:
            continue
        role, first = kin
        owner = _owner(scene, first, c)
        if owner is not None and owner != c.entities[0]:
            yield Relation(
                c.entities[0],
                "familyOf",
                owner,
                _evidence(scene),
                "kin word before the name",
                0.7,
                role,
            )


def _kin_before(scene: Scene, c: Chunk) -> tuple[str, int] | None:
    for length in (2, 1):
        first = c.first - length
        words = " ".join(t.text for t in scene.tokens[max(0, first) : c.first])
        if first >= 0 and words in kin_words():
            return words, first
    return None


def _owner(scene: Scene, first: int, c: Chunk) -> str | None:
    before = [o for o in scene.chunks if o.last <= first and o.types == {EntityType.PERSON}]
    if before and before[-1].last == first and before[-1].marker in {"genitive", "modifier"}:
        return before[-1].entities[0]
    for domain, subject in zip(scene.domains, scene.subjects, strict=True):
        inside = domain.first <= c.first < domain.last
        if inside and subject is not None and subject.types == {EntityType.PERSON}:
            return subject.entities[0]
    return None


def _once(found: Iterable[Relation]) -> tuple[Relation, ...]:
    """Each relation once, with the evidence of all; the surest one's words."""
    out: dict[tuple[str, str, str], Relation] = {}
    for r in found:
        key = (r.subject, r.predicate, r.object)
        known = out.get(key)
        if known is None:
            out[key] = r
            continue
        best = known if known.confidence >= r.confidence else r
        evidence = tuple(sorted({*known.evidence, *r.evidence}, key=lambda e: e.sentence))
        out[key] = replace(best, evidence=evidence)
    return tuple(out.values())
