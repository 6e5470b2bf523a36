"""Standing relations: posts, families, bodies of states, places within places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.language import inflections
from kg.model import Case, Entity, EntityType, Link, MentionType, Relation, RoleType
from kg.relate.containment import bodies, capitals, described
from kg.relate.scene import Scene
from kg.relate.spans import plain
from kg.relate.tables import noun_words
from kg.resolve import Apposition, kin_words, known_post
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
    held = tuple(posts)
    found = [r for post in held for r in _position(post, by_sentence, entities, world)]
    for scene in scenes:
        beside = [p for p in held if p.sentence == scene.sentence.index]
        found += described(scene, world)
        found += capitals(scene, entities, world)
        found += _family(scene, beside)
        found += bodies(scene, entities, world)
        found += _nominal_posts(scene, entities, world)
    return _once(found)


#: Kinds of posts that nobody holds for a country.
TRADES = frozenset({RoleType.OTHER, RoleType.EXECUTIVE, RoleType.JOURNALIST})

#: Kinds of posts whose holders' people are their country's.
GOVERNING = frozenset({RoleType.HEAD_OF_STATE, RoleType.HEAD_OF_GOVERNMENT, RoleType.MINISTER})

#: How many words may stand between whose a post is and the post.
BETWEEN = 2

#: How many may stand between whose somebody is and his name (দুই প্রধান দূত).
PARTNER = 4


def _position(
    post: Apposition, scenes: Mapping[int, Scene], entities: Mapping[str, Entity], world: World
) -> Iterator[Relation]:
    if post.sentence not in scenes:
        return
    of = post.of or _owner_of(post, scenes[post.sentence], world)
    # A body that only the world file tells of is not what the article states.
    if of is None or of not in entities:
        return
    # What somebody is by trade, he is not for the country that he comes from.
    if entities[of].type is EntityType.COUNTRY and post.role_type in TRADES:
        return
    yield Relation(
        post.person_id,
        "holdsPosition",
        of,
        scenes[post.sentence].evidence,
        post.found_by,
        post.confidence,
        post.role,
        post.role_type,
    )


def _owner_of(post: Apposition, scene: Scene, world: World) -> str | None:
    """The genitive before a post with a word or two between: ভারতের কেন্দ্রীয় … প্রতিমন্ত্রী.

    Of a leader's adviser (প্রধানমন্ত্রীর পররাষ্ট্রবিষয়ক উপদেষ্টা) it is the leader's country.
    """
    before = [k for k in scene.links if k.mention.end <= post.begin]
    link = max(before, key=lambda k: k.mention.end, default=None)
    if link is None or link.mention.case is not Case.GENITIVE or len(link.entities) != 1:
        return None
    between = [t.text for t in scene.tokens if link.mention.end <= t.begin and t.end <= post.begin]
    if len(between) > BETWEEN or not all(plain(word) for word in between):
        return None
    owner = link.entities[0]
    return known_post(owner, GOVERNING, world) if owner.startswith("person/") else owner


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
                scene.evidence,
                "post without a name",
                0.65,
                named[0][0],
                named[0][1].role_type,
            )


def _family(scene: Scene, posts: Sequence[Apposition]) -> Iterator[Relation]:
    """ছোট বোন কিম ইয়ো জং: a word for kin directly before a name, and whose kin it is."""
    for link in scene.links:
        ids, begin = link.entities, link.mention.begin
        if len(ids) != 1 or link.type is MentionType.PRONOUN or not ids[0].startswith("person/"):
            continue
        kin = _kin_before(scene, {begin, *(p.begin for p in posts if p.person.begin == begin)})
        # কিমের বোন পুতিনকে বলেন: a single word with an ending is whom the kin does it to.
        single = " " not in link.mention.text and link.mention.case is not Case.NONE
        if kin is None or single:
            continue
        role, first = kin
        owner = _owner(scene, first, begin)
        if owner is not None and owner != ids[0]:
            yield Relation(
                ids[0],
                "familyOf",
                owner,
                scene.evidence,
                "kin word before the name",
                0.7,
                role,
            )


def _kin_before(scene: Scene, starts: Iterable[int]) -> tuple[str, int] | None:
    """The word for kin that ends right before a name or its post, and where it begins."""
    tokens = scene.tokens
    for start in sorted(i for i, t in enumerate(tokens) if t.begin in starts):
        for first in (start - 2, start - 1):
            words = " ".join(t.text for t in tokens[max(0, first) : start])
            if first >= 0 and words in kin_words():
                return words, first
    return None


def _owner(scene: Scene, first: int, begin: int) -> str | None:
    """Whose kin: the genitive before the word, else who the clause is about.

    Of two who are named together (ট্রাম্পের দূত উইটকফ এবং তাঁর জামাতা কুশনার) the second is
    the kin of whose the first is.
    """
    whose = _ending_at(scene, first)
    if whose is not None and whose.mention.case is not Case.GENITIVE:
        whose = None
    if whose is not None and whose.type is not MentionType.PRONOUN:
        return whose.entities[0]
    partner = _owner_of_partner(scene, first - 1 if whose is not None else first)
    if partner is not None:
        return partner
    if whose is not None:
        return whose.entities[0]
    for domain, subject in zip(scene.domains, scene.subjects, strict=True):
        inside = scene.tokens[domain.first].begin <= begin < scene.tokens[domain.last - 1].end
        if inside and subject is not None and subject.types == {EntityType.PERSON}:
            return subject.entities[0]
    return None


def _ending_at(scene: Scene, index: int) -> Link | None:
    """The mention of a person that ends right before a token."""
    if not index:
        return None
    token = scene.tokens[index - 1]
    return next(
        (
            k
            for k in scene.links
            if k.mention.begin < token.end and token.begin < k.mention.end
            if k.entities[0].startswith("person/")
        ),
        None,
    )


def _owner_of_partner(scene: Scene, edge: int) -> str | None:
    """Whose the one is who is named right before 'and': the person in the genitive before him."""
    joins = edge > 1 and scene.tokens[edge - 1].text in noun_words().conjunctions.words
    partner = _ending_at(scene, edge - 1) if joins else None
    if partner is None:
        return None
    before = [
        k
        for k in scene.links
        if k.mention.end < partner.mention.begin and k.entities[0].startswith("person/")
    ]
    if not before or before[-1].mention.case is not Case.GENITIVE:
        return None
    between = [
        t.text
        for t in scene.tokens
        if before[-1].mention.end <= t.begin and t.end <= partner.mention.begin
    ]
    near = len(between) <= PARTNER and all(plain(word) for word in between)
    return before[-1].entities[0] if near else None


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
