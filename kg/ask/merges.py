"""Which names a build took for one thing and which it nearly did, as a table to review."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass, field
from itertools import combinations

from kg.ask.graph import Graph
from kg.language import name_similarity, skeleton
from kg.language.tables import Row
from kg.model import EntityType
from kg.resolve.keys import new_id, spelling_key, type_of
from kg.resolve.namesakes import article_id, chance, is_telling
from kg.resolve.unknown import Name, is_part, same_name
from kg.world import World
from kg.world.verdicts import COLUMNS

_EVERYTHING = 10**9
_NEAR = 0.9

_NAMES = """SELECT ?entity ?label ?form {
  ?entity a ?type ; skos:prefLabel ?label FILTER(LANG(?label) = "bn")
  VALUES ?type { kg:Person kg:Country kg:Place kg:Organization }
  OPTIONAL { ?entity skos:altLabel ?form FILTER(LANG(?form) = "bn") } }"""
_ARTICLES = """SELECT DISTINCT ?entity ?article {
  ?mention kg:refersTo ?entity ; nif:referenceContext/dcterms:identifier ?article }"""


@dataclass(frozen=True, slots=True)
class Merge:
    """A pair of names that were joined, or nearly.

    Attributes:
        verdict: What the user has said of it, or nothing.
        kind: `joined` or `near`.
        score: 0..1, how alike they are, or how telling the name is.
        why: What joined them, or what kept them apart.
        one: Id of the thing; `other` the id that the other name has, or would have.
        articles: Ids of articles, at most three.
    """

    verdict: str
    kind: str
    score: float
    why: str
    one: str
    other: str
    one_name: str
    other_name: str
    articles: str


@dataclass(frozen=True, slots=True)
class _Thing:
    id: str
    label: str
    forms: set[str] = field(default_factory=set, hash=False)
    articles: set[str] = field(default_factory=set, hash=False)

    @property
    def type(self) -> EntityType:
        return type_of(self.id)


def merges(graph: Graph, world: World, decided: Iterable[Row] = ()) -> tuple[Merge, ...]:
    """What a build took for one thing, and what it nearly did.

    Args:
        graph: A built graph.
        world: The gazetteer that it was built with; its own names are not listed.
        decided: Rows of a review file, which come first as they are.

    Returns:
        The decided pairs, then the others, the most doubtful first.
    """
    things = _things(graph)
    unknown = [each for each in things.values() if world.entry(each.id) is None]
    found = [
        *(merge for each in things.values() for merge in _spelt(each, world)),
        *(merge for each in unknown for merge in _across(each)),
        *_near(things.values(), world),
    ]
    kept = [_decided(row) for row in decided]
    pairs = {frozenset((each.one, each.other)) for each in kept}
    fresh = [each for each in found if frozenset((each.one, each.other)) not in pairs]
    return (*kept, *sorted(fresh, key=lambda each: (each.score, astuple(each))))


def _decided(row: Row) -> Merge:
    try:
        score = float(row["score"] or 0)
    except ValueError:
        raise row.refuse(f"score {row['score']!r} is no number", "Write one, or nothing") from None
    cells = {column: row[column] for column in COLUMNS if column != "score"}
    return Merge(**cells, score=score)


def format_merges(found: Iterable[Merge]) -> str:
    """The review file: tab-separated, to be filled in and put into a `--world` folder.

    Args:
        found: Pairs.

    Returns:
        A table that `kg.world.read_verdicts` reads.
    """
    lines = ["\t".join(COLUMNS)]
    for each in found:
        cells = astuple(each)
        lines.append("\t".join(f"{c:.2f}" if isinstance(c, float) else c for c in cells))
    return "\n".join(lines) + "\n"


def _things(graph: Graph) -> Mapping[str, _Thing]:
    found: dict[str, _Thing] = {}
    for row in graph.sparql(_NAMES, _EVERYTHING).dicts():
        id_ = _id(str(row["entity"]))
        thing = found.setdefault(id_, _Thing(id_, str(row["label"])))
        if row["form"]:
            thing.forms.add(str(row["form"]))
    for row in graph.sparql(_ARTICLES, _EVERYTHING).dicts():
        if (known := found.get(_id(str(row["entity"])))) is not None:
            known.articles.add(str(row["article"]))
    return {id_: found[id_] for id_ in sorted(found)}


def _id(iri: str) -> str:
    return "/".join(iri.rsplit("/", 2)[-2:])


def _spelt(thing: _Thing, world: World) -> Iterator[Merge]:
    """The forms in which articles name a thing, those of the gazetteer left out."""
    full = Name(thing.label, thing.type)
    for form in sorted(thing.forms):
        other = new_id(thing.type, form)
        if thing.id in world.named(form) or other == thing.id:
            continue
        name = Name(form, thing.type)
        why = (
            "another spelling" if same_name(name, full)
            else "part of the full name" if is_part(name, full)
            else "same in its article"
        )  # fmt: skip
        score = name_similarity(thing.label, form)
        yield _merge("joined", score, why, thing, (other, form), thing.articles)


def _across(thing: _Thing) -> Iterator[Merge]:
    """The articles that name a person in full with the same telling name."""
    if thing.type is not EntityType.PERSON or len(thing.articles) < 2:
        return
    score = max(0.0, 1.0 - chance(thing.label))
    for article in sorted(thing.articles):
        other = article_id(thing.id, article)
        yield _merge("joined", score, "same full name", thing, (other, thing.label), {article})


def _near(things: Iterable[_Thing], world: World) -> Iterator[Merge]:
    """Things that are two although their names are as good as equal."""
    alike: dict[tuple[str, ...], list[_Thing]] = defaultdict(list)
    spelt: dict[tuple[EntityType, str], list[_Thing]] = defaultdict(list)
    for each in things:
        spelt[each.type, spelling_key(each.label)].append(each)
    for same in spelt.values():
        for other in same[1:]:
            why = "a name that many bear" if not is_telling(other.label) else "another id"
            yield _merge("near", 1.0, why, same[0], (other.id, other.label), other.articles)
        for key in _blocks(same[0]):
            alike[key].append(same[0])
    pairs = {pair for group in alike.values() for pair in combinations(group, 2)}
    for one, other in sorted(pairs, key=lambda pair: (pair[0].id, pair[1].id)):
        score = name_similarity(one.label, other.label)
        if score >= _NEAR and not (world.entry(one.id) and world.entry(other.id)):
            named = (other.id, other.label)
            yield _merge("near", score, "sounds alike", one, named, other.articles)


def _blocks(thing: _Thing) -> Iterator[tuple[str, ...]]:
    """Names that are as good as equal have one of these in common.

    It is the consonants, or all words but one, and the first letter of that one.
    """
    yield (thing.type.value, skeleton(thing.label))
    words = spelling_key(thing.label).split()
    if len(words) > 1:
        for index, word in enumerate(words):
            yield (thing.type.value, str(index), word[0], *words[:index], *words[index + 1 :])


def _merge(
    kind: str, score: float, why: str, one: _Thing, other: tuple[str, str], articles: set[str]
) -> Merge:
    shown = " ".join(sorted(articles)[:3])
    return Merge("", kind, score, why, one.id, other[0], one.label, other[1], shown)
