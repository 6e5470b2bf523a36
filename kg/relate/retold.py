"""Claims that take up a happening told before: গত মঙ্গলবার নৌবাহিনী এ পরীক্ষা চালিয়েছে."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.language import inflections
from kg.model import Case, Claim, Entity, Status
from kg.relate.containment import above
from kg.relate.echoes import NEXT, REACH, Echo, bases, pointing, words_of
from kg.relate.frames import VERBAL, event_nouns
from kg.relate.merge import states_of
from kg.relate.scene import Scene
from kg.relate.tables import clause_words
from kg.relate.triggers import find_triggers
from kg.world import World


def retold(
    scene: Scene,
    claims: Sequence[Claim],
    before: Sequence[Claim],
    unclaimed: Sequence[Echo],
    entities: Mapping[str, Entity],
    world: World,
) -> tuple[Claim, ...]:
    """The claims of a sentence with what the happenings told that they point back to.

    Args:
        scene: The sentence.
        claims: Its claims.
        before: The claims of the sentences before.
        unclaimed: Happenings of the sentences before of which nobody was said to do them.
        entities: Entities of the article by id.
        world: The gazetteer: which body is whose.

    Returns:
        The claims in the same order.
    """
    around = _opened_by(scene, before)
    if around is not None:
        claims = [_during(c, around) for c in claims]
    claims = [_gathered(c, scene, unclaimed) for c in claims]
    if not clause_words().echo.words & {t.text for t in scene.tokens}:
        return tuple(claims)
    back = {words_of(scene, t) for t in find_triggers(scene) if pointing(scene, t)}
    return tuple(
        _filled(_upon(_of_the_whole(c, before, world), before, entities), unclaimed)
        if c.trigger in back
        else c
        for c in claims
    )


def _opened_by(scene: Scene, before: Sequence[Claim]) -> Claim | None:
    """The happening just told that a sentence opens with: … বৈঠক করেন। বৈঠকে তাঁরা …."""
    pointing_first = scene.tokens[:1] and scene.tokens[0].text in clause_words().echo.words
    opening = scene.tokens[int(bool(pointing_first)) :][:1]
    named = {
        f.base for t in opening for f in inflections(t.text) if f.case is Case.LOCATIVE
    } & event_nouns()
    told = [
        c
        for c in before
        if c.status is Status.OCCURRED and c.event_type not in VERBAL
        if 0 < scene.sentence.index - c.evidence[0].sentence <= NEXT and named & bases(c.trigger)
    ]
    return told[-1] if told else None


def _during(claim: Claim, around: Claim) -> Claim:
    """A claim with the day and the place of what it happened at."""
    if claim.status is not Status.OCCURRED or claim.event_type == around.event_type:
        return claim
    dated = claim.begin is not None
    return replace(
        claim,
        begin=claim.begin if dated else around.begin,
        end=claim.end if dated else around.end,
        place=claim.place or around.place[:1],
        notes=(*claim.notes, f"at what sentence {around.evidence[0].sentence} tells"),
    )


def _gathered(claim: Claim, scene: Scene, unclaimed: Iterable[Echo]) -> Claim:
    """Who was at the talks just told was where they were: জেনেভায় আলোচনা চলছে। এতে … যোগ দিয়েছেন."""
    at_it = {t.text for t in scene.tokens[:2]} & clause_words().chain.at_it
    told = [
        e
        for e in unclaimed
        if e.event in {claim.event_type, "Negotiation"} and e.place
        if scene.sentence.index - e.evidence.sentence == 1
    ]
    if not at_it or not told or claim.event_type != "Meeting" or claim.place:
        return claim
    where = told[-1]
    notes = (*claim.notes, f"place: told in sentence {where.evidence.sentence}")
    return replace(claim, place=where.place, notes=notes)


def _of_the_whole(claim: Claim, before: Iterable[Claim], world: World) -> Claim:
    """What a body of a state did that was told as the state's act is that act."""
    for c in before:
        near = claim.evidence[0].sentence - c.evidence[-1].sentence <= REACH
        alike = c.event_type == claim.event_type and c.status is claim.status
        if near and alike and bases(c.trigger) & bases(claim.trigger):
            bodies = [e for e in claim.agent if e.startswith("organization/")]
            held = [{*above(e, world)} & {*c.agent} for e in bodies]
            if held and all(held) and bodies == [*claim.agent]:
                return replace(claim, agent=c.agent)
    return claim


def _upon(claim: Claim, before: Iterable[Claim], entities: Mapping[str, Entity]) -> Claim:
    """Who does 'this' again does it to the same: প্রথম এ নিষেধাজ্ঞা দেয় ইসলামাবাদ."""
    states = states_of(entities)
    told = [
        c
        for c in before
        if c.event_type == claim.event_type and states(c.agent) == states(claim.agent)
        if c.recipient and bases(c.trigger) & bases(claim.trigger)
        if claim.evidence[0].sentence - c.evidence[-1].sentence <= REACH
    ]
    return replace(claim, recipient=told[-1].recipient) if told and not claim.recipient else claim


def _filled(claim: Claim, unclaimed: Iterable[Echo]) -> Claim:
    """A claim of nobody hit, with time, place and victim of the last such happening told."""
    told = [
        e
        for e in unclaimed
        # One that only points back itself has no words of its own.
        if e.event == claim.event_type and e.words and e.status is Status.OCCURRED
        if 0 < claim.evidence[0].sentence - e.evidence.sentence <= REACH
    ]
    if not told or claim.recipient or claim.status is not Status.OCCURRED:
        return claim
    last, dated = told[-1], claim.begin is not None
    return replace(
        claim,
        begin=claim.begin if dated else last.begin,
        end=claim.end if dated else last.end,
        place=claim.place or last.place,
        recipient=tuple(e for e in last.undergone if e not in claim.agent),
        evidence=(last.evidence, *claim.evidence),
        notes=(*claim.notes, f"points back to sentence {last.evidence.sentence}"),
    )
