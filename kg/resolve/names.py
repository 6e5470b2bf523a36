"""The names of an article and the entities that they name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.language import canonical
from kg.model import Document, Entity, Link, Mention, MentionType
from kg.resolve.acronyms import acronyms, uses
from kg.resolve.bases import inside_compounds, mended
from kg.resolve.bodies import body_in_name, find_bodies, state_in_name
from kg.resolve.junk import TYPE_OF_LABEL, is_common, is_name, without_titles
from kg.resolve.known import (
    Choice,
    choose,
    form_of,
    full_names,
    names_of,
    respelled,
    spoken_for,
    states_spoken_of,
)
from kg.resolve.tables import body_nouns, words_of
from kg.resolve.unknown import Name, group, new_entity
from kg.world import FormKind, World


@dataclass(frozen=True, slots=True)
class Named:
    """The links of an article's names, and their entities by id."""

    links: tuple[Link, ...]
    entities: Mapping[str, Entity]


def link_names(document: Document, world: World) -> Named:
    """Links every name of the article that can be told.

    Args:
        document: The article with its mentions.
        world: The gazetteer.

    Returns:
        Links by offset; a name that could mean several things has none.
    """
    first = _names(document, world)
    short = acronyms(document, first)
    more = (*uses(document, short), *inside_compounds(document, first, world))
    mentions = tuple(sorted((*first, *more), key=lambda each: each.begin))
    choices = _choices(document, mentions, short, world)
    names = [_name(each, choices.get(each), world) for each in mentions]
    name_of = dict(zip(mentions, names, strict=True))
    meant = [
        name if each in choices or each.base not in short else name_of[short[each.base]]
        for each, name in zip(mentions, names, strict=True)
    ]
    ids = group(meant, world.verdicts)
    made = (
        _link(mention, choices.get(mention), ids.get(name), _may_be_new(mention, name, ids, world))
        for mention, name in zip(mentions, meant, strict=True)
    )
    links = _without_bare_adjectives([link for link in made if link is not None], world)
    entities = _entities(links, name_of, world)
    return _with_bodies(document, tuple(links), entities, world)


def _without_bare_adjectives(links: Sequence[Link], world: World) -> list[Link]:
    """The links without parts of the world that one adjective names in passing (এশীয় বংশোদ্ভূত)."""
    told = Counter(link.entities[0] for link in links)
    named = {link.entities[0] for link in links if not _is_adjective(link, world)}
    return [
        link
        for link in links
        if told[link.entities[0]] > 1
        or link.entities[0] in named
        or not link.entities[0].startswith("place/")
    ]


def _is_adjective(link: Link, world: World) -> bool:
    return form_of(link.entities[0], link.mention.base, world).kind is FormKind.ADJECTIVE


def _names(document: Document, world: World) -> tuple[Mention, ...]:
    """The mentions that are names, with what the whole article says of them."""
    found = [
        each
        for each in mended(names_of(document))
        if is_name(each, world) and not _in_compound(document, each)
    ]
    parts = frozenset(
        word for each in found if len(words := each.base.split()) > 1 for word in words
    )
    return tuple(each for each in found if not is_common(each, parts))


def _in_compound(document: Document, mention: Mention) -> bool:
    """Whether a name is the beginning of a noun for something else (জাতীয় সংসদ নির্বাচন)."""
    compounds = [each for each in words_of("compound") if each.startswith(f"{mention.base} ")]
    if not compounds:
        return False
    longest = max(map(len, compounds))
    words = canonical(document.article.text[mention.begin : mention.begin + 2 * longest])
    return words.startswith(tuple(compounds))


def _choices(
    document: Document, mentions: Sequence[Mention], short: Mapping[str, Mention], world: World
) -> dict[Mention, Choice]:
    """What the world file says of each mention, and of the short forms in brackets."""
    full = full_names(tuple(mentions), world)
    spoken = spoken_for(document, tuple(mentions), world)
    found: dict[Mention, Choice] = {}
    states = states_spoken_of(mentions, world)
    before: Mention | None = None
    for mention in mentions:
        beside = before if before and _adjacent(document, before, mention) else None
        choice = _choice(mention, beside, full, spoken, world)
        if choice is not None and not _of_another(mention, beside, choice, states, world):
            found[mention] = choice
        before = mention
    return found | _lent(mentions, short, found)


def _choice(
    mention: Mention,
    before: Mention | None,
    full: Mapping[str, int],
    spoken: frozenset[str],
    world: World,
) -> Choice | None:
    if mention.candidates:
        return choose(mention, before, full, spoken, world)
    if mention.label == "ORG":
        if (state := state_in_name(mention.base, world)) is not None:
            return Choice(state.id, "government-of-state", 0.8)
        if (body := body_in_name(mention.base, world)) is not None:
            return Choice(body.id, "body-of-owner", 0.8)
    return respelled(_text(mention, world), mention.label, world)


def _adjacent(document: Document, before: Mention, mention: Mention) -> bool:
    between = canonical(document.article.text[before.end : mention.begin]).split()
    return set(between) <= words_of("body-modifier")


def _of_another(
    mention: Mention, owner: Mention | None, choice: Choice, states: frozenset[str], world: World
) -> bool:
    """Whether a body that every state has is not that of the state that the world file means.

    It is the body of whose name stands before it (ইউক্রেনের কেন্দ্রীয় নির্বাচন কমিশন), and of none that
    the article does not speak of, where it speaks of others.
    """
    entry = world.entry(choice.entity)
    if mention.base not in body_nouns() or entry is None:
        return False
    own = entry.part_of or entry.entity.located_in
    named = {id_ for id_ in (owner.candidates if owner else ()) if id_.startswith("country/")}
    spoken_of = named or states
    return bool(spoken_of) and own not in spoken_of


def _lent(
    mentions: Sequence[Mention], short: Mapping[str, Mention], found: Mapping[Mention, Choice]
) -> dict[Mention, Choice]:
    """A full name and its short form in brackets lend each other what is known of one."""
    lent: dict[Mention, Choice] = {}
    by_base: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_base.setdefault(mention.base, []).append(mention)
    for form, full in short.items():
        both = [*by_base.get(form, ()), *by_base.get(full.base, ())]
        same = sorted(both, key=lambda each: each.begin)
        known = [found[each] for each in same if each in found]
        if known:
            choice = replace(known[0], found_by="acronym")
            lent |= {each: choice for each in same if each not in found}
    return lent


def _name(mention: Mention, choice: Choice | None, world: World) -> Name:
    kind = TYPE_OF_LABEL[mention.label]
    if choice is None:
        return Name(_text(mention, world), kind)
    entry = world.entry(choice.entity)
    return Name(mention.base, entry.entity.type if entry else kind, choice.entity)


def _text(mention: Mention, world: World) -> str:
    """The name without titles, or without the noun that says what sort of place it is."""
    if mention.label == "PER":
        return without_titles(mention.base, world)
    words = mention.base.split()
    if mention.label in ("LOC", "GPE") and len(words) > 1 and words[-1] in words_of("place-noun"):
        return " ".join(words[:-1])
    return mention.base


def _may_be_new(mention: Mention, name: Name, ids: Mapping[Name, str], world: World) -> bool:
    """Whether a name that nothing decides may make a new entity.

    What the world file lists may not, but for full names of people: they are namesakes.
    """
    if not mention.candidates or name.entity is not None:
        return True
    namesake = mention.label == "PER" and " " in mention.base
    return namesake and world.entry(ids.get(name, "")) is None


def _link(mention: Mention, choice: Choice | None, id_: str | None, new: bool) -> Link | None:
    if choice is not None:
        sure = min(choice.confidence, max(mention.score, 0.5))
        return Link(mention, (choice.entity,), MentionType.NAME, choice.found_by, sure)
    if id_ is None or not new:
        return None
    found_by = "acronym" if mention.found_by == "acronym" else "name-in-article"
    return Link(mention, (id_,), MentionType.NAME, found_by, min(0.8, mention.score))


def _entities(
    links: Sequence[Link], names: Mapping[Mention, Name], world: World
) -> dict[str, Entity]:
    seen: dict[str, list[Name]] = {}
    for link in links:
        seen.setdefault(link.entities[0], []).append(names[link.mention])
    return {id_: _entity(id_, forms, world) for id_, forms in seen.items()}


def _entity(id_: str, forms: list[Name], world: World) -> Entity:
    entry = world.entry(id_)
    if entry is not None:
        return entry.entity
    body = body_in_name(forms[0].text, world)
    if body is not None and body.id == id_:
        return body
    counts = Counter(forms)
    longest = sorted(counts, key=lambda name: (-len(name.words), -counts[name]))
    return new_entity(id_, longest[0].type, [name.text for name in longest])


def _with_bodies(
    document: Document, links: tuple[Link, ...], entities: dict[str, Entity], world: World
) -> Named:
    found = find_bodies(document, links, entities, world)
    used = {id_ for link in (*links, *found.links) for id_ in link.entities}
    both = {**found.entities, **entities}
    ordered = sorted((*links, *found.links), key=lambda link: link.mention.begin)
    return Named(tuple(ordered), {id_: both[id_] for id_ in sorted(used)})
