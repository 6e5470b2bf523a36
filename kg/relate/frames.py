"""Frames: what names a happening and who takes part in it, read from data files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError, field_validator

from kg.errors import DataError
from kg.model import EntityType, Status
from kg.relate.schemas import Strict, checked
from kg.relate.tables import DATA, load_toml, noun_words, verdict_words
from kg.relate.verbs import stems

FRAMES = DATA / "frames"

#: Constructions where a role may be looked for, besides cases and postpositions.
CONSTRUCTIONS = frozenset(
    {
        "subject",
        "speaker",
        "content-subject",
        "genitive",
        "headline",
        "owner",
        "possessor",
        "adjective",
        "bare-object",
        "destination",
        "joined",
        "state",
        "jurisdiction",
        "enforced",
        "origin",
        "border",
        "upon",
        "victim",
        "guest",
        "sufferer",
        "protested",
        "national",
        "slain",
        "stricken",
        "following",
        "force",
        "troops",
        "weapon",
        "bearer",
        "asked",
        "source",
        "held",
        "accuser",
        "judged-party",
        "matter",
        "addressed",
        "own-account",
        "aboard",
        "attending",
        "blockaded",
    }
)

#: Events that are themselves acts of speech: saying them is doing them.
VERBAL = frozenset(
    {"Appeal", "Accusation", "Warning", "Promise", "Support", "Denial", "Refusal", "Invitation"}
)

#: What states and bodies do by declaring it.
DECLARED = frozenset({"Sanction", "Concede", "Agreement"})


class Example(Strict):
    """A sentence that a frame must catch, with what it must say."""

    text: str
    agent: tuple[str, ...]
    recipient: tuple[str, ...]
    place: tuple[str, ...] | None = None
    status: Status | None = None


class RoleSource(Strict):
    """One place to look for a role, and the types of entities it takes (all if empty)."""

    where: str
    types: frozenset[EntityType] = frozenset()


class Frame(Strict):
    """What names one kind of happening, and where its roles stand.

    Attributes:
        nouns: Event nouns (বৈঠক); with a verb of `light` the clause's subject acts. BAD, GOOD
            and UNTRUE stand for all words of these lists of verdicts.toml.
        verbs: Verbs, with the words that must stand before them (স্বাগত জানা); two stems
            that must follow each other are joined (ছাড়+দে), by ~ where the first is an
            infinitive (ঢুক~দে).
        light: Stems that make a noun the subject's act; empty means any active verb.
        unless: Words right before a noun that make it another thing (নিরাপত্তা হুমকি).
        objects: Nouns of which one must stand in the verb's own stretch, anywhere before it:
            মরদেহ … ফেরত দিয়েছে.
        not_by: Words for what strikes without anyone's will, bare in the clause (ভূমিকম্প).
        beside: Words one of which must stand in the clause (বৈঠক, of who was present).
        suffered: Where whom it is done to stands if nobody is named for it; left out, there is
            no claim without an agent.
        needs: Roles besides the agent without which there is no claim.
        symmetric: The parties are equals: one group fills agent and recipient.
        own_subject: The subject must stand in the clause itself.
        shared: Who acts in a clause that tells what happened during it takes part in it.
        judging: The nouns count only as what something is called: লজ্জাজনক বলে আখ্যা দেন.
        sides: Where nobody is named, the sides are those who fought before in the article.
        sited: A town that owns it is where it was, unless it is told whom it hit.
        ongoing: A bare mention means that it is under way.
        negated: The event class that its negation is (not to yield is a refusal).
        form: What the verb must be: negated or not, future or not, `own` (what the speaker will
            do), in the first person.
        predicate: A noun counts only where its clause says it of something (ভিত্তিহীন).
    """

    name: str
    event: str
    nouns: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    light: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    not_by: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    agent: tuple[RoleSource, ...]
    recipient: tuple[RoleSource, ...]
    place: tuple[RoleSource, ...]
    suffered: tuple[RoleSource, ...] = ()
    needs: tuple[str, ...] = ()
    symmetric: bool = False
    own_subject: bool = False
    shared: bool = False
    sides: bool = False
    sited: bool = False
    ongoing: bool = False
    judging: bool = False
    negated: str = ""
    form: frozenset[Literal["negated", "affirmed", "future", "own", "done", "first"]] = frozenset()
    predicate: bool = False
    confidence: float = Field(gt=0, le=1)
    catch: Example
    miss: str

    @field_validator("agent", "recipient", "place", "suffered", mode="before")
    @classmethod
    def _sources(cls, value: object) -> object:
        if not isinstance(value, list):
            return value
        return tuple(_source(item) for item in value)

    @field_validator("nouns", mode="before")
    @classmethod
    def _spelt_out(cls, value: object) -> object:
        if not isinstance(value, list):
            return value
        table = verdict_words()
        lists = {"BAD": table.bad, "GOOD": table.good, "UNTRUE": table.untrue}
        spelt = (sorted(lists.get(item, {(item,)})) for item in value)
        return tuple(" ".join(phrase) for phrases in spelt for phrase in phrases)

    @field_validator("nouns", "verbs", "light", "unless", "not_by", "objects", "beside")
    @classmethod
    def _canonical(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        return checked(value)

    @field_validator("verbs", "light")
    @classmethod
    def _known_stems(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        unknown = [v for v in value if not set(re.split(r"[+~]", v.split()[-1])) <= stems()]
        if unknown:
            raise ValueError(f"no stem of verbs.toml at the end of {unknown}")
        return value


def _source(item: str) -> RoleSource:
    where, _, types = item.partition(":")
    known = role_places()
    if where not in known:
        raise ValueError(f"“{where}” is no place of a role; use one of {sorted(known)}")
    return RoleSource(where=where, types=frozenset(EntityType(t) for t in types.split(",") if t))


@cache
def role_places() -> frozenset[str]:
    """Where a role may be looked for: a construction, a case or a postposition's role."""
    postpositions = {entry.marker for entry in noun_words().marker}
    return CONSTRUCTIONS | {"objective", "locative"} | postpositions


@cache
def speech_acts() -> frozenset[tuple[str, ...]]:
    """Complement + stem of verbs that look like speech and are acts: নিন্দা জানা."""
    frames = load_frames()
    verbs = frozenset(tuple(verb.split()) for f in frames for verb in f.verbs if " " in verb)
    return verbs | frozenset((noun, stem) for f in frames for noun in f.nouns for stem in f.light)


@cache
def event_nouns() -> frozenset[str]:
    """The first words of what names a happening by a noun."""
    return frozenset(noun.split()[0] for f in load_frames() for noun in f.nouns)


@cache
def openings() -> frozenset[tuple[str, str]]:
    """The first two words of what names a happening, a verb as its stem: ড্রোন হামলা, ড্রোন ছুড়."""
    frames = load_frames()
    names = [re.split(r"[+~]", name)[0].split() for f in frames for name in (*f.nouns, *f.verbs)]
    return frozenset((words[0], words[1]) for words in names if len(words) > 1)


@cache
def load_frames(folder: Path = FRAMES) -> tuple[Frame, ...]:
    """All frames of a folder of TOML files, in the order of files and entries.

    Args:
        folder: Holds one file for each of PLOVER's types.

    Returns:
        The frames.

    Raises:
        DataError: A file breaks the schema, or two frames share a name.
    """
    frames = tuple(f for path in sorted(folder.glob("*.toml")) for f in _read(path))
    names = [f.name for f in frames]
    twice = sorted({n for n in names if names.count(n) > 1})
    if twice:
        raise DataError(f"frames named twice: {', '.join(twice)}", str(folder))
    return frames


def _read(path: Path) -> Iterator[Frame]:
    data = load_toml(path.read_text(encoding="utf-8"), str(path))
    if unknown := sorted(set(data) - {"frame"}):
        raise DataError(f"unknown sections {unknown}", str(path), "Write [[frame]]")
    for entry in data.get("frame", []):
        try:
            yield Frame.model_validate(entry)
        except ValidationError as error:
            first = error.errors()[0]
            where = f"{path}: frame “{entry.get('name', '?')}”, {'.'.join(map(str, first['loc']))}"
            raise DataError(
                str(first["msg"]), where, "See CONTRIBUTING.md, “Add a frame”"
            ) from error
