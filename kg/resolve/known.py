"""Which entry of the world a mention names, weighed by what else the article names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from kg.language import name_similarity, skeleton
from kg.model import Case, Document, EntityType, Mention
from kg.resolve.keys import alike, new_id, spelling_key, type_of
from kg.world import Form, FormKind, World

#: What a label of the tagger may be in the world file, the likeliest first.
FITTING = {
    "PER": (EntityType.PERSON,),
    "GPE": (EntityType.COUNTRY, EntityType.PLACE),
    "LOC": (EntityType.PLACE, EntityType.COUNTRY),
    "ORG": (EntityType.ORGANIZATION,),
}

_SAME_NAME = 0.93
_LONG_NAME = 6


@dataclass(frozen=True, slots=True)
class Choice:
    """The entity that a mention names, what decided it, and how sure that is."""

    entity: str
    found_by: str
    confidence: float


def full_names(mentions: tuple[Mention, ...], world: World) -> Counter[str]:
    """How often the article gives each entry its full name.

    Args:
        mentions: The names in the article.
        world: The gazetteer.

    Returns:
        Counts by id; a full name is one that no other entry bears, or one of several
        words.
    """
    counts: Counter[str] = Counter()
    for mention in mentions:
        for id_ in mention.candidates:
            form = form_of(id_, mention.base, world)
            sole = len(mention.candidates) == 1 or " " in mention.base
            if form.kind is FormKind.NAME and not form.cautious and sole:
                counts[id_] += 1
    return counts


def spoken_for(document: Document, mentions: tuple[Mention, ...], world: World) -> frozenset[str]:
    """The people of whom the article names a body that they serve, or a post in a state.

    Args:
        document: The article.
        mentions: The names in it.
        world: The gazetteer.

    Returns:
        Ids of those candidates whose names many bear.
    """
    named = {id_ for mention in mentions for id_ in mention.candidates}
    doubtful = {
        id_
        for mention in mentions
        for id_ in mention.candidates
        if _is_person(id_) and _is_doubtful(form_of(id_, mention.base, world))
    }
    if not doubtful:
        return frozenset()
    words = " ".join(token.text for each in document.sentences for token in each.tokens)
    return frozenset(
        id_
        for id_ in doubtful
        if (entry := world.entry(id_))
        and any(
            each.role_bn in words if each.of.startswith("country/") else each.of in named
            for each in entry.positions
        )
    )


def states_spoken_of(mentions: Sequence[Mention], world: World) -> frozenset[str]:
    """The states of an article: those it names, and those of the people and places it names.

    Args:
        mentions: The names in it.
        world: The gazetteer.

    Returns:
        Ids of countries; bodies do not count, for their nouns may be any state's.
    """
    named = {id_ for mention in mentions for id_ in mention.candidates}
    bodies = {id_ for id_ in named if type_of(id_) is EntityType.ORGANIZATION}
    entries = [entry for id_ in named - bodies if (entry := world.entry(id_))]
    homes = {home for e in entries for home in (e.part_of, e.entity.located_in)}
    served = {each.of for e in entries for each in e.positions}
    return frozenset(i for i in named | homes | served if i and i.startswith("country/"))


def _is_person(id_: str) -> bool:
    return type_of(id_) is EntityType.PERSON


def _is_doubtful(form: Form) -> bool:
    """Whether a full name is one that many people bear."""
    return form.kind is FormKind.NAME and form.cautious


def choose(
    mention: Mention,
    before: Mention | None,
    full: Mapping[str, int],
    spoken: frozenset[str],
    world: World,
) -> Choice | None:
    """The entry that a mention with candidates names.

    Args:
        mention: The mention.
        before: The name just before it, when it says whose (উত্তর কোরিয়ার কিম).
        full: How often the article gives each entry its full name.
        spoken: People of whom the article says more than a name that many bear.
        world: The gazetteer.

    Returns:
        The choice, or None where nothing in the article decides.
    """
    ids = _fitting(mention, world)
    named = sorted((id_ for id_ in ids if full.get(id_)), key=lambda id_: -full[id_])
    if named:
        return Choice(named[0], "world-full-name", 0.95)
    if before is not None and before.case in (Case.GENITIVE, Case.NONE):
        of = [id_ for id_ in ids if _belongs_to(id_, before.candidates, world)]
        if len(of) == 1:
            return Choice(of[0], "world-context", 0.85)
    forms = {id_: form_of(id_, mention.base, world) for id_ in ids}
    alone = [
        id_
        for id_, form in forms.items()
        if id_ in spoken
        or (_counts_alone(form, mention) and not (_is_person(id_) and _is_doubtful(form)))
    ]
    if not alone:
        return None
    return Choice(alone[0], "world-name", 0.9 if len(alone) == 1 else 0.7)


def _fitting(mention: Mention, world: World) -> tuple[str, ...]:
    """The candidates of the label's types; all of them where none is."""
    types = FITTING.get(mention.label, ())
    entries = {id_: world.entry(id_) for id_ in mention.candidates}
    known = {id_: entry.entity.type for id_, entry in entries.items() if entry}
    fit = tuple(id_ for type_ in types for id_ in known if known[id_] is type_)
    return fit or tuple(known)


def _counts_alone(form: Form, mention: Mention) -> bool:
    if form.kind is FormKind.GIVEN:
        return False
    return not form.cautious or "stanza" in mention.found_by


def _belongs_to(id_: str, owners: tuple[str, ...], world: World) -> bool:
    entry = world.entry(id_)
    if entry is None:
        return False
    places = {entry.part_of, entry.entity.located_in, *(each.of for each in entry.positions)}
    return bool(places & set(owners))


def form_of(id_: str, base: str, world: World) -> Form:
    """The form of an entry that a string is; unlisted spellings count as short forms.

    Args:
        id_: Of an entry.
        base: Canonical, without ending.
        world: The gazetteer.

    Returns:
        The form.
    """
    entry = world.entry(id_)
    listed = [form for form in entry.forms if form.text == base] if entry else []
    return listed[0] if listed else Form(base, FormKind.SHORT)


def respelled(name: str, label: str, world: World) -> Choice | None:
    """The entry whose full name is spelt almost as a name that no entry lists.

    Only names of several words, or of at least six consonants and vowels, are
    compared: short ones are alike by chance. A name is linked where exactly one entry
    has the same consonants and is as good as equal.

    Args:
        name: Canonical, without ending or titles.
        label: Of the tagger.
        world: The gazetteer.

    Returns:
        The choice, or None.
    """
    words = name.split()
    if len(words) == 1 and len(name) < _LONG_NAME:
        return None
    near = {
        id_
        for form, id_ in _by_skeleton(world).get(skeleton(name), ())
        if _same_words(name, form) and name_similarity(name, form) >= _SAME_NAME
    }
    fit = [
        id_
        for id_ in near
        if (entry := world.entry(id_))
        and entry.entity.type in FITTING[label]
        and not world.verdicts.apart(id_, new_id(entry.entity.type, name))
    ]
    return Choice(fit[0], "world-spelling", 0.8) if len(fit) == 1 else None


def _same_words(one: str, other: str) -> bool:
    pairs = zip_longest(spelling_key(one).split(), spelling_key(other).split(), fillvalue="")
    return all(alike(a, b) for a, b in pairs)


@lru_cache(maxsize=4)
def _by_skeleton(world: World) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Full names with their entries by consonant skeleton."""
    index: dict[str, list[tuple[str, str]]] = {}
    for entry in world.entries:
        for form in entry.forms:
            if form.kind is FormKind.NAME and not form.cautious:
                index.setdefault(skeleton(form.text), []).append((form.text, entry.entity.id))
    return {key: tuple(each) for key, each in index.items()}


def names_of(document: Document) -> tuple[Mention, ...]:
    """The mentions of the document that a label of `FITTING` marks as names."""
    return tuple(mention for mention in document.mentions if mention.label in FITTING)
