"""What a pronoun or described name refers to, one rule for each kind of them.

The rules follow what is known of salience in discourse: the subject of the clause
before is taken up first (Grosz, Joshi and Weinstein, "Centering", 1995), a pronoun
that is an object is not the subject of its own clause (Hobbs, "Resolving pronoun
references", 1978). Where two fit equally well, nothing is chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from kg.model import Case, EntityType, Link, Mention, MentionType
from kg.resolve.scene import Found, Scene

#: Nothing is taken up from more sentences back.
NEAR = 2
_ACTORS = frozenset({EntityType.PERSON, EntityType.COUNTRY, EntityType.ORGANIZATION})

_PERSON = frozenset({EntityType.PERSON})
_COUNTRY = frozenset({EntityType.COUNTRY})
_ORGANIZATION = frozenset({EntityType.ORGANIZATION})


def person(anaphor: Mention, scene: Scene) -> Found | None:
    """তিনি, তাঁর: the subject of the clause or of a sentence shortly before.

    Without a subject in its own sentence it takes up the person just asked or told:
    ট্রাম্পকে প্রশ্ন করা হলে তিনি. As the subject of a verb of speech it means who spoke
    before, whomever he spoke of.
    """
    if scene.quotes.around(anaphor.begin):
        return None
    if scene.talker is not None:
        return (scene.talker, 0.75) if scene.talker else None
    here = scene.within(anaphor.sentence)
    return (
        _subject(scene, here, 0.8)
        or _sole(scene.in_case(here, Case.OBJECTIVE), 0.65)
        or _earlier(anaphor, scene, frozenset())
    )


def owner(anaphor: Mention, scene: Scene) -> Found | None:
    """তার, without honorific sign also a state's or body's own: the nearest subject."""
    if scene.quotes.around(anaphor.begin):
        return None
    own = scene.subjects(scene.within(anaphor.sentence), _ACTORS)
    if own and scene.type_of(own[-1]) is not EntityType.PERSON:
        return (own[-1].entities, 0.6) if len(own[-1].entities) == 1 else None
    return person(anaphor, scene)


def object_person(anaphor: Mention, scene: Scene) -> Found | None:
    """তাকে: a person who is not the subject of the same clause.

    Where the clause has no subject, it is the object of the sentence before, if that
    has one, for roles are kept more often than changed.
    """
    if scene.quotes.around(anaphor.begin):
        return None
    here = scene.within(anaphor.sentence)
    subjects = scene.subjects(here, _PERSON)
    barred = frozenset(subjects[-1].entities) if subjects else frozenset[str]()
    others = [
        link
        for link in here
        if scene.type_of(link) is EntityType.PERSON and not barred & {*link.entities}
    ]
    if others:
        return _sole(others, 0.65)
    objects = scene.in_case(scene.within(anaphor.sentence - 1), Case.OBJECTIVE)
    kept = _sole(objects, 0.6) if not subjects else None
    return kept or _earlier(anaphor, scene, barred)


def _earlier(anaphor: Mention, scene: Scene, barred: frozenset[str]) -> Found | None:
    """The subject of the nearest sentence before that speaks of a person.

    Where that one only has somebody done to (X-কেও আক্রমণ করেন), whose subject goes on unnamed is
    meant.
    """
    kept: Found | None = None
    for back in range(1, NEAR + 1):
        links = [
            link for link in scene.within(anaphor.sentence - back)
            if not scene.quotes.around(link.mention.begin) and not barred & {*link.entities}
        ]  # fmt: skip
        found = _subject(scene, links, 0.75 - 0.1 * (back - 1))
        if found:
            return found
        persons = [link for link in links if scene.type_of(link) is EntityType.PERSON]
        if not persons:
            continue
        kept = kept or _sole(persons, 0.55)
        unnamed = anaphor.sentence - back in scene.unnamed and anaphor.case is Case.NONE
        if not (unnamed and persons == scene.in_case(links, Case.OBJECTIVE)):
            return kept
    return kept


def _subject(scene: Scene, links: Sequence[Link], sure: float) -> Found | None:
    """The first subject; less sure where there is another one."""
    singles = [link for link in scene.subjects(links, _PERSON) if len(link.entities) == 1]
    if not singles:
        return None
    several = len({link.entities for link in singles}) > 1
    return singles[0].entities, sure - (0.2 if several else 0.0)


def _sole(links: Sequence[Link], sure: float) -> Found | None:
    entities = {link.entities for link in links if len(link.entities) == 1}
    return (entities.pop(), sure) if len(entities) == 1 else None


def people(anaphor: Mention, scene: Scene) -> Found | None:
    """তাঁরা, তাঁদের: the pair spoken of last, or the only two who act in a sentence before."""
    return _pair(anaphor, scene, (_PERSON,))


def actors(anaphor: Mention, scene: Scene) -> Found | None:
    """তারা, তাদের: as তাঁরা, but states may be meant, too.

    In what a state or body tells it means those who tell.
    """
    if scene.talker and not scene.quotes.around(anaphor.begin):
        return scene.talker, 0.7
    return _pair(anaphor, scene, (_PERSON, _COUNTRY))


def _pair(anaphor: Mention, scene: Scene, kinds: Sequence[frozenset[EntityType]]) -> Found | None:
    if scene.quotes.around(anaphor.begin):
        return None
    for back in range(NEAR):
        acting = _acting(scene, scene.within(anaphor.sentence - back), kinds)
        pairs = [link for link in acting if len(link.entities) == 2]
        if pairs:
            return pairs[-1].entities, 0.65
        ids = dict.fromkeys(id_ for link in acting for id_ in link.entities)
        types = {scene.type_of(link) for link in acting}
        if len(ids) == 2 and any(types <= kind for kind in kinds):
            return tuple(ids), 0.55
        if ids:
            return None
    return None


def _acting(
    scene: Scene, links: Sequence[Link], kinds: Sequence[frozenset[EntityType]]
) -> list[Link]:
    """Who may be meant by "they": people alone by the polite form, else no mere owners."""
    if _COUNTRY not in kinds:
        return [link for link in links if scene.type_of(link) in _PERSON]
    acting = [
        link for link in links if scene.type_of(link) in _ACTORS and not scene.is_adjective(link)
    ]
    free = [link for link in acting if scene.case_of(link) is not Case.GENITIVE]
    return free or acting


def two_people(anaphor: Mention, scene: Scene) -> Found | None:
    """দুই নেতা: the two heads of states whom the article names most, else the pair before."""
    return scene.leaders or people(anaphor, scene)


def two_countries(anaphor: Mention, scene: Scene) -> Found | None:
    """দুই দেশ: exactly two states shortly before, else the two that are named most."""
    near = [link for link in scene.before if anaphor.sentence - link.mention.sentence <= NEAR]
    ids = {
        id_ for link in near if scene.type_of(link) is EntityType.COUNTRY for id_ in link.entities
    }
    return (tuple(sorted(ids)), 0.75) if len(ids) == 2 else scene.states


def country(anaphor: Mention, scene: Scene) -> Found | None:
    """দেশটি: the state to which the next name belongs, else the subject before."""
    mentioned = [link for link in scene.before if anaphor.sentence - link.mention.sentence <= NEAR]
    states = [link for link in mentioned if scene.type_of(link) is EntityType.COUNTRY]
    ids = {id_ for link in states for id_ in link.entities}
    for link in scene.after[:1]:
        near = link.mention.begin - anaphor.end < 40 and anaphor.case is Case.GENITIVE
        belongs = _states_of(link.entities[0], scene) & ids
        if near and len(belongs) == 1:
            return (belongs.pop(),), 0.8
    for sentence in dict.fromkeys(link.mention.sentence for link in reversed(states)):
        there = scene.within(sentence, states)
        first = scene.subjects(there, _COUNTRY) or there
        single = [link for link in first if len(link.entities) == 1]
        if single:
            alone = len({link.entities for link in there}) == 1
            return single[0].entities, 0.75 if alone else 0.55
    return None


def _states_of(id_: str, scene: Scene) -> set[str]:
    """Every state and body to which an entity belongs, as far as the world file says."""
    found: set[str] = set()
    todo = [id_]
    while todo:
        entry = scene.world.entry(todo.pop())
        if entry is None:
            continue
        owners = {entry.entity.located_in, entry.part_of, *(each.of for each in entry.positions)}
        fresh = {each for each in owners if each} - found
        found |= fresh
        todo += sorted(fresh)
    return found


def organization(anaphor: Mention, scene: Scene) -> Found | None:
    """পত্রিকাটি, সংস্থাটি: the organisation named last, a subject before others."""
    for back in range(NEAR + 1):
        links = scene.within(anaphor.sentence - back)
        bodies = [link for link in links if scene.type_of(link) is EntityType.ORGANIZATION]
        found = scene.subjects(bodies, _ORGANIZATION) or bodies
        if found:
            return found[-1].entities, 0.65 - 0.1 * back
    return None


def speaker(anaphor: Mention, scene: Scene) -> Found | None:
    """আমি in a quotation: the person beside it, or the subject of the sentence before."""
    return _talker(anaphor, scene, _PERSON)


def speakers(anaphor: Mention, scene: Scene) -> Found | None:
    """আমরা in a quotation: as আমি, but a body may speak, too."""
    return _talker(anaphor, scene, _PERSON | _ORGANIZATION)


def _talker(anaphor: Mention, scene: Scene, talkers: frozenset[EntityType]) -> Found | None:
    span = scene.quotes.around(anaphor.begin)
    if span is None:
        return None
    outside = [link for link in scene.before if not scene.quotes.around(link.mention.begin)]
    before = scene.subjects(scene.within(anaphor.sentence, outside), talkers)
    after = [link for link in scene.after if link.mention.begin >= span[1]]
    beside = before[-1:] or scene.subjects(after, talkers)[:1]
    if beside:
        return (beside[0].entities, 0.75) if len(beside[0].entities) == 1 else None
    found = scene.subjects(scene.within(anaphor.sentence - 1, outside), _PERSON)
    return (found[0].entities, 0.55) if found and len(found[0].entities) == 1 else None


#: The rules that `anaphors.tsv` may name.
RULES: Mapping[str, Callable[[Mention, Scene], Found | None]] = {
    "person": person,
    "owner": owner,
    "object-person": object_person,
    "people": people,
    "actors": actors,
    "two-people": two_people,
    "two-countries": two_countries,
    "country": country,
    "organization": organization,
    "speaker": speaker,
    "speakers": speakers,
}

#: Anaphors under these rules are pronouns, the others described names.
PRONOUNS = frozenset(
    {"person", "owner", "object-person", "people", "actors", "speaker", "speakers"}
)


def mention_type(rule: str) -> MentionType:
    """Whether the anaphors of a rule are pronouns or nominals."""
    return MentionType.PRONOUN if rule in PRONOUNS else MentionType.NOMINAL
