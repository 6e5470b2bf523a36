"""Bodies that have a name only with their owner's: রাশিয়ার প্রতিরক্ষা মন্ত্রণালয়."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.language import canonical, inflect
from kg.model import Document, Entity, EntityType, Link, Mention, MentionType
from kg.resolve.tables import Body, bodies, body_nouns, words_of
from kg.resolve.text import Line, base_in, lines, owns, phrase_at
from kg.world import World


@dataclass(frozen=True, slots=True)
class Bodies:
    """The bodies that an article names: their entities by id, and the links to them."""

    entities: Mapping[str, Entity]
    links: tuple[Link, ...]


def body_entity(owner: Entity, body: Body, seen: str, world: World) -> Entity:
    """The entity of an owner's body, the world's where it has one.

    Args:
        owner: A country, or a person for an administration.
        body: What it is.
        seen: Owner and body as the article writes them, without ending.
        world: The gazetteer.

    Returns:
        The entity; its id is made of the English names of both.
    """
    known = _listed(world).get((owner.id, body.english))
    if known is not None:
        return known
    of_country = body.owner is EntityType.COUNTRY
    slug = f"{owner.id.partition('/')[2]}-{'-'.join(body.english.lower().split())}"
    listed = world.entry(f"organization/{slug}")
    if listed is not None:
        return listed.entity
    return Entity(
        f"organization/{slug}",
        EntityType.ORGANIZATION,
        seen,
        f"{body.english} of {owner.label_en}" if of_country else f"{owner.label_en} {body.english}",
        located_in=owner.id if of_country else None,
        source="article",
    )


@lru_cache(maxsize=4)
def _listed(world: World) -> Mapping[tuple[str, str], Entity]:
    """The bodies that the world file lists, by whose they are and what they are."""
    found: dict[tuple[str, str], Entity] = {}
    for entry in world.entries:
        if entry.entity.type is not EntityType.ORGANIZATION:
            continue
        for form in (entry.entity.label_bn, *(each.text for each in entry.forms)):
            for owner, body in _readings(form, world):
                found.setdefault((owner.id, body.english), entry.entity)
    return found


def _readings(name: str, world: World) -> Iterator[tuple[Entity, Body]]:
    """The owner and the body that a name may be made of."""
    words = name.split()
    for size in range(1, len(words)):
        body = bodies().get(" ".join(words[size:]))
        owner = _owner(" ".join(words[:size]), world) if body else None
        if body and owner and owner.type is body.owner:
            yield owner, body


def body_in_name(name: str, world: World) -> Entity | None:
    """The body that a name of owner and body together means (রুশ নৌবাহিনী).

    Args:
        name: Canonical, without ending.
        world: The gazetteer.

    Returns:
        Its entity, or None when the name is something else.
    """
    for owner, body in _readings(name, world):
        return body_entity(owner, body, name, world)
    return None


def state_in_name(name: str, world: World) -> Entity | None:
    """The state for which a name of it and its government stands (বাংলাদেশ সরকারের).

    Args:
        name: Canonical.
        world: The gazetteer.

    Returns:
        The state, or None when the name is something else.
    """
    head, _, last = name.rpartition(" ")
    if not head or base_in(last, words_of("government")) is None:
        return None
    owner = _owner(head, world)
    return owner if owner and owner.type is EntityType.COUNTRY else None


def _owner(words: str, world: World) -> Entity | None:
    base = inflect(words, lambda form: bool(world.named(form))).base
    entry = world.entry(world.named(base)[0]) if world.named(base) else None
    return entry.entity if entry else None


def find_bodies(
    document: Document, links: tuple[Link, ...], entities: Mapping[str, Entity], world: World
) -> Bodies:
    """Every body that stands after its owner, and later without one.

    A body noun alone is linked where the article names exactly one such body, or
    exactly one state.

    Args:
        document: The article.
        links: The names in it with their entities.
        entities: These entities by id.
        world: The gazetteer.

    Returns:
        The bodies; their mentions are the body's words without the owner's.
    """
    found: dict[str, Entity] = {}
    nouns: dict[str, set[str]] = {}
    made: list[Link] = []
    alone: list[tuple[Mention, Body]] = []
    for line in lines(document, links):
        for owner, mention, body in phrases(document, line):
            holder = entities.get(owner.entities[0]) if owner else None
            if owner is None or holder is None or holder.type is not body.owner:
                alone.append((mention, body))
                continue
            seen = canonical(f"{owner.mention.text} {mention.base}")
            entity = body_entity(holder, body, seen, world)
            found[entity.id] = _also_called(found.get(entity.id, entity), seen)
            nouns.setdefault(body.noun, set()).add(entity.id)
            made.append(Link(mention, (entity.id,), MentionType.NAME, "body-of-owner", 0.8))
    states = [each for each in entities.values() if each.type is EntityType.COUNTRY]
    for mention, body in alone:
        ids = nouns.get(body.noun) or _of_sole_state(body, states, found, world)
        if len(ids) == 1:
            made.append(Link(mention, tuple(ids), MentionType.NAME, "body-alone", 0.6))
    return Bodies(found, tuple(made))


def _also_called(entity: Entity, seen: str) -> Entity:
    """The entity with one more form of its name, as the article writes it."""
    forms = {entity.label_bn, *entity.aliases, seen} - {entity.label_bn}
    return replace(entity, aliases=tuple(sorted(forms)))


def _of_sole_state(
    body: Body, states: Sequence[Entity], found: dict[str, Entity], world: World
) -> set[str]:
    """The body of the only state in the article, which is added to the bodies found."""
    if len(states) != 1 or body.owner is not EntityType.COUNTRY or not body.alone:
        return set()
    entity = body_entity(states[0], body, f"{states[0].label_bn} {body.noun}", world)
    found.setdefault(entity.id, entity)
    return {entity.id}


def phrases(document: Document, line: Line) -> list[tuple[Link | None, Mention, Body]]:
    """The body nouns of a sentence that no link covers, with the link before each.

    Args:
        document: The article.
        line: The sentence with its links.

    Returns:
        Whose it is, when that stands before it; the noun's words; the body.
    """
    found: list[tuple[Link | None, Mention, Body]] = []
    start = 0
    while start < len(line.words):
        phrase = phrase_at(line.words, start, body_nouns()) if line.links[start] is None else None
        if phrase is None:
            start += 1
            continue
        end, inflection = phrase
        first = start
        while first and line.links[first - 1] is None and line.words[first - 1] in _central():
            first -= 1
        before = line.links[first - 1] if first else None
        owner = before if before and owns(before.mention.case) else None
        whole = " ".join((*line.words[first:start], inflection.base))
        named = replace(inflection, base=whole)
        mention = line.mention(document, first, end, named, "ORG")
        if not _describes(line, end):
            found.append((owner, mention, bodies()[inflection.base]))
        start = end
    return found


def _central() -> frozenset[str]:
    """Words between a state and its body: ইউক্রেনের কেন্দ্রীয় নির্বাচন কমিশন."""
    return words_of("body-modifier")


def _describes(line: Line, end: int) -> bool:
    """Whether the body itself is named next: ইসরায়েলের গোয়েন্দা সংস্থা মোসাদ, … (সিআইএ)."""
    at = end + (line.words[end : end + 1] == ("(",))
    named = line.links[at] if at < len(line.links) else None
    return named is not None and named.mention.label == "ORG"
