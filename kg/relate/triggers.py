"""Where in a sentence a happening is named, and by which frame."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kg.language import inflections
from kg.model import Case, Status
from kg.relate.clauses import Domain, Segment
from kg.relate.conditions import (
    alike,
    another,
    bases,
    describes,
    formed,
    happened_at,
    lacks,
    meant_for,
    objected,
    willing_to,
    without,
)
from kg.relate.frames import Frame, load_frames
from kg.relate.judging import judged
from kg.relate.predicates import predicate
from kg.relate.scene import Scene
from kg.relate.tables import clause_words, paradigms
from kg.relate.verbgroups import VerbGroup

#: How many words may stand between an event noun and the verb that governs it.
REACH = 3


@dataclass(frozen=True, slots=True)
class Trigger:
    """An event noun or a verb with its complement, found in a sentence.

    Attributes:
        first: Index of its first token; `last` exclusive (the verb included).
        case: The noun's case.
        verb: The verb group that governs it, if any.
        active: The clause's subject does it.
        ahead: Planned or possible by what follows the noun: বৈঠকের জন্য, আলোচনায় প্রস্তুত.
        shared: The clause's subject takes part in it: বৈঠকের পর ….
    """

    frame: Frame
    first: int
    last: int
    case: Case
    verb: VerbGroup | None
    active: bool
    domain: int
    segment: Segment
    shared: bool = False
    ahead: Status | None = None


@cache
def _index() -> Mapping[str, tuple[tuple[tuple[str, ...], str, Frame], ...]]:
    """Last noun or complement word (or the stem itself) → patterns that end in it."""
    table: dict[str, list[tuple[tuple[str, ...], str, Frame]]] = defaultdict(list)
    for frame in load_frames():
        for noun in frame.nouns:
            parts = tuple(noun.split())
            table[parts[-1]].append((parts, "", frame))
        for verb in frame.verbs:
            *complement, stem = verb.split()
            key = complement[-1] if complement else "+" + re.split(r"[+~]", stem)[0]
            table[key].append((tuple(complement), stem, frame))
    # The longest first: of a frame's ড্রোন হামলা and হামলা the whole name counts.
    return {k: tuple(sorted(v, key=lambda p: -len(p[0]))) for k, v in table.items()}


def find_triggers(scene: Scene) -> tuple[Trigger, ...]:
    """All triggers of a sentence; of overlapping ones the longest, of equal ones all.

    Shorter ones of the same event inside a longer one come after it.
    """
    taken = {i for c in scene.chunks for i in range(c.first, c.head_end)}
    found = [
        t
        for number, domain in enumerate(scene.domains)
        for at in range(domain.first, domain.last)
        if at not in taken and not without(scene, at)
        for t in _at(scene, number, domain, at)
    ]
    return _longest(found)


def _led(scene: Scene, at: int, verb: VerbGroup, stem: str) -> bool:
    """The stem leads the verb, and no other event noun is its complement.

    In ভ্রমণ নিষেধাজ্ঞা আরোপ করেছে the ban is imposed, nobody travels.
    """
    between = scene.tokens[at + 1 : verb.first]
    return _has(verb, stem) and not any(
        len(parts) == 1 and not stem
        for token in between
        for base, _ in bases(token.text)
        for parts, stem, _ in _index().get(base, ())
    )


def _longest(found: Sequence[Trigger]) -> tuple[Trigger, ...]:
    kept: list[Trigger] = []
    # Of equal ones that first which says what the act is done to.
    order = sorted(found, key=lambda t: (t.first - t.last, not t.frame.objects, t.first))
    for trigger in order:
        clash = [
            k
            for k in kept
            if trigger.first < k.last and k.first < trigger.last and not _apart(trigger, k)
        ]
        if all(k.frame.event == trigger.frame.event and _holds(k, trigger) for k in clash):
            kept.append(trigger)
    return tuple(sorted(kept, key=lambda t: (t.first, -t.last)))


def _holds(a: Trigger, b: Trigger) -> bool:
    """What is inside a longer one of its kind is tried if that has no roles: অস্ত্র, তেল কেনা."""
    return a.first <= b.first and b.last <= a.last


def _apart(a: Trigger, b: Trigger) -> bool:
    """Frames of one trigger are tried one after the other; not to let it be is no such deed."""
    letting = a.last == b.last and ("negated" in a.frame.form) != ("negated" in b.frame.form)
    return (a.first, a.last) == (b.first, b.last) or letting


def _at(scene: Scene, number: int, domain: Domain, at: int) -> list[Trigger]:
    """The triggers that end with the noun at `at`, or begin with the verb there."""
    segment = _segment(domain, at)
    verb = _governor(scene, segment, at)
    out: list[Trigger] = []
    seen: set[tuple[str, bool]] = set()
    for base, case in bases(scene.tokens[at].text):
        for parts, stem, frame in _index().get(base, ()):
            first = at - len(parts) + 1
            if (frame.name, bool(stem)) in seen or first < domain.first:
                continue
            if not alike(scene.tokens, first, parts[:-1]) or _barred(scene, frame, segment, first):
                continue
            if lacks(scene, frame, domain):
                continue
            if frame.predicate and not predicate(scene, domain, at + 1):
                continue
            willing = not stem and willing_to(scene, case, at)
            found = (
                _verb_of(scene, frame, stem, verb, case, at)
                if stem
                else _noun_of(scene, frame, segment, verb, case, at)
            )
            if found is None:
                continue
            ruling, last, active = found
            seen.add((frame.name, bool(stem)))
            purpose = frame.shared and meant_for(scene, at)
            acts = active or willing
            shared = frame.shared and not acts and (purpose or happened_at(scene, number, case, at))
            ahead = Status.PLANNED if purpose else Status.POSSIBLE if willing else None
            out.append(
                Trigger(frame, first, last, case, ruling, acts, number, segment, shared, ahead)
            )
    return out + _bare_verbs(scene, number, segment, at)


def _barred(scene: Scene, frame: Frame, segment: Segment, first: int) -> bool:
    """Another thing, or not done to what the frame is about."""
    return another(scene, frame, segment, first) or not objected(scene, frame, segment, first)


def _verb_of(
    scene: Scene, frame: Frame, stem: str, verb: VerbGroup | None, case: Case, at: int
) -> tuple[VerbGroup, int, bool] | None:
    """The verb that a frame's complement stands before, where it ends, and whether it is active.

    In রপ্তানির ওপর শুল্ক আরোপ করেছে the noun belongs to another, not to the verb; in হাতে বন্দি
    আছেন nobody has a hand in it.
    """
    if case in {Case.GENITIVE, Case.LOCATIVE} or verb is None or not _led(scene, at, verb, stem):
        return None
    return (verb, verb.last, not verb.passive) if formed(frame, verb) else None


def _noun_of(
    scene: Scene, frame: Frame, segment: Segment, verb: VerbGroup | None, case: Case, at: int
) -> tuple[VerbGroup | None, int, bool] | None:
    """The verb that rules an event noun, where both end, and whether the subject does it."""
    if case is not Case.NONE and any(g.first <= at < g.last for g in scene.groups):
        # আটকে রেখেছে is the verb, not the arrest.
        return None
    if frame.judging:
        calls = judged(scene, segment, at)
        return None if calls is None else (calls, calls.last, not calls.passive)
    done = frame.predicate or _acts(scene, frame, verb, case, at)
    return verb, at + 1, done or _plans(scene, segment, case, at)


def _bare_verbs(scene: Scene, number: int, segment: Segment, at: int) -> list[Trigger]:
    """Verbs that name a happening without a complement: পৌঁছেছেন."""
    verb = next((g for g in scene.groups if g.first == at), None)
    if verb is None:
        return []
    return [
        Trigger(frame, at, verb.last, Case.NONE, verb, not verb.passive, number, segment)
        for stem in dict.fromkeys(verb.stems)
        for parts, wanted, frame in _index().get("+" + stem, ())
        if not parts and _lexical(verb, wanted) and formed(frame, verb)
        if not _barred(scene, frame, segment, at)
    ]


def _lexical(verb: VerbGroup, stem: str) -> bool:
    """The stem carries the meaning: first of its group (ছেড়ে যাওয়া is not 'go').

    In ঢুক~দে the first is an infinitive: ঢুকতে দেয়নি.
    """
    first, infinitive, then = stem.partition("~")
    if infinitive:
        return verb.stems[:2] == (first, then) and verb.forms[0].form == "infinitive"
    wanted = tuple(stem.split("+"))
    return verb.stems[: len(wanted)] == wanted


def _has(verb: VerbGroup, stem: str) -> bool:
    """The group is of the verb: in সহায়তা করতে চায় help is not what is asked for."""
    return _lexical(verb, stem)


def _segment(domain: Domain, at: int) -> Segment:
    """The segment of a noun, with that of the verbal noun which describes it.

    In রাশিয়ার চালানো হামলায় what stands before চালানো belongs to the attack.
    """
    before: Segment | None = None
    for segment in domain.segments:
        if at < segment.last:
            if before is not None and describes(before, at):
                return Segment(before.first, segment.last, segment.verb)
            return segment
        before = segment
    return Segment(domain.first, domain.last, None)


def _governor(scene: Scene, segment: Segment, at: int) -> VerbGroup | None:
    """The verb that the noun at `at` is the complement of: it closes the noun's segment."""
    verb = segment.verb
    if verb is None or verb.last <= at + 1:
        return None
    named, light, edge = scene.named, clause_words().light, clause_words().boundary
    # শুল্ক ৫০ শতাংশ বাড়িয়েছে: a number counts as no word, nor do the marks in ‘অবরোধ’ করেছে.
    words = (scene.tokens[i].text for i in range(at + 1, verb.first) if i not in named)
    quotes = edge.quotes_close | edge.quotes_plain
    between = [word for word in words if not word.isdigit() and word not in quotes]
    free = verb.stems[0] not in light.stems and len(between) <= 1
    fits = all(word in light.between for word in between)
    if len(between) <= REACH and (fits or free):
        return verb
    # নিষেধাজ্ঞা আরও ৩০ দিন বর্ধিত করেছে: how long and how much may stand before the word of going on.
    goes_on = bool(between) and between[-1] in light.going_on and len(between) <= 2 * REACH
    return verb if goes_on else None


def _acts(scene: Scene, frame: Frame, verb: VerbGroup | None, case: Case, at: int) -> bool:
    if verb is None or verb.passive or case is Case.GENITIVE:
        return False
    light = clause_words().light
    if case is Case.LOCATIVE:
        between = {t.text for t in scene.tokens[at + 1 : verb.first]}
        return verb.stems[0] in light.locative or bool(between & light.joining)
    if scene.tokens[verb.first - 1].text in light.going_on and verb.stems[0] in light.carrying:
        return True
    if frame.light:
        return any(s in frame.light for s in verb.stems)
    return paradigms().auxiliary.be not in {verb.stems[0], verb.stems[-1]}


def _plans(scene: Scene, segment: Segment, case: Case, at: int) -> bool:
    """Who plans, orders or extends it does it: সফরের পরিকল্পনা করছেন, হামলার দায় স্বীকার করেছে."""
    verb = segment.verb
    if case is not Case.GENITIVE or verb is None or verb.passive:
        return False
    light = clause_words().light
    between = [t.text for t in scene.tokens[at + 2 : verb.first]]
    # Before a verb of its own meaning how much may stand: মেয়াদ আরও ছয় মাস বাড়িয়েছে.
    full = verb.stems[0] not in light.stems and len(between) <= REACH + 1
    if verb.first < at + 2 or not (full or set(between) <= {*light.between, *light.owning}):
        return False
    control = clause_words().control
    asked = control.request if verb.stems[-1] in control.asking else frozenset[str]()
    return any(f.base in light.plans - asked for f in inflections(scene.tokens[at + 1].text))
