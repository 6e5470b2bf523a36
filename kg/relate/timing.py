"""When a happening was: the time expression of its clause."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from kg.language import inflections
from kg.model import Case, TimeExpression
from kg.relate.clauses import Domain
from kg.relate.frames import VERBAL
from kg.relate.scene import Scene
from kg.relate.spans import plain
from kg.relate.tables import clause_words, holds, noun_words, paradigms
from kg.relate.triggers import Trigger
from kg.relate.verbs import verb_forms

#: First and last day, and the words (or why there is none).
When = tuple[date | None, date | None, str]
NEVER: When = (None, None, "none in the clause")

#: How many words may stand between a time in the genitive and the noun that it belongs to.
GAP = 5


def time_of(
    scene: Scene, trigger: Trigger, times: Sequence[TimeExpression], today: date | None = None
) -> When:
    """The time expression that belongs to a trigger, the nearest before it first.

    A clause without one has that of the clause before that it is coordinated with.

    Args:
        scene: The sentence.
        trigger: The trigger.
        times: The sentence's time expressions.
        today: The article's day, until which lasts what is told from some day until now.

    Returns:
        First and last day, and the words (or why there is none).
    """
    own = [t for t in times if _inside(scene, trigger.domain, t) and _tells(scene, t, trigger)]
    if own:
        at = scene.tokens[trigger.first].begin
        # What has gone on since a day is dated by it where no other day is named.
        plainly = [t for t in own if not _since(scene, t)] or own
        before = [t for t in plainly if t.end <= at]
        best = before[-1] if before else plainly[0]
        lasts = today is not None and _since(scene, best) and _until_now(scene, trigger.domain)
        return best.first, today if lasts else best.last, best.text
    if trigger.verb is not None and _coordinated(scene, trigger.domain):
        return clause_time(scene, trigger.domain - 1, times)
    return NEVER


def clause_time(scene: Scene, number: int, times: Sequence[TimeExpression]) -> When:
    """The first time expression of a clause that belongs to its verb.

    Args:
        scene: The sentence.
        number: Index of the clause (a domain).
        times: The sentence's time expressions.

    Returns:
        First and last day, and the words (or why there is none).
    """
    for t in times:
        loose = not (_bounds(scene, t) or _since(scene, t) or _belongs(scene, t))
        if loose and _inside(scene, number, t):
            return t.first, t.last, t.text
    return NEVER


def _inside(scene: Scene, number: int, time: TimeExpression) -> bool:
    domain = scene.domains[number]
    begin, end = scene.tokens[domain.first].begin, scene.tokens[domain.last - 1].end
    return begin <= time.begin and time.end <= end


def _tells(scene: Scene, time: TimeExpression, trigger: Trigger) -> bool:
    """Whether a time of the clause is one of the trigger and not of something else in it."""
    if _bounds(scene, time) or _of_aside(scene, time, trigger) or _usual(scene, trigger):
        return False
    if time.begin >= scene.tokens[trigger.last - 1].end:
        return not _belongs(scene, time) and _governed(scene, time, trigger)
    if _belongs(scene, time) or not _free(scene, trigger):
        return _beside(scene, time, trigger)
    return True


def _governed(scene: Scene, time: TimeExpression, trigger: Trigger) -> bool:
    """Whether a time after the trigger is its, too: the clause's finite verb says when.

    So it is where that verb is the trigger's own, where the trigger is an act of speech in a
    participle (স্বাগত জানিয়ে … সোমবার বলেন) and where it is a circumstance (হামলায় সোমবার …).
    """
    verb = trigger.verb
    if verb is None:
        # ট্রাম্পের চাপের মুখে সোমবার …: what was asked had been asked before, if in the same year.
        asked = trigger.frame.event in VERBAL and time.grain != "year"
        return trigger.case is Case.LOCATIVE and not (asked or scene.saying[trigger.domain])
    spoken = trigger.active and trigger.frame.event in VERBAL and scene.saying[trigger.domain]
    return spoken or verb == scene.domains[trigger.domain].verb


def _of_aside(scene: Scene, time: TimeExpression, trigger: Trigger) -> bool:
    """A time inside 'after he had …': it dates that and not what the clause goes on to say."""
    for segment in scene.domains[trigger.domain].segments:
        verb = segment.verb
        if verb is None or verb.last > trigger.first or verb.form.form != "noun":
            continue
        first = scene.tokens[segment.first].begin
        if first <= time.begin and time.end <= scene.tokens[verb.first].begin:
            return scene.tokens[verb.last].text in clause_words().limits.bounds
    return False


def _habit(domain: Domain) -> bool:
    """Whether a clause tells what somebody does as a rule: দেখে থাকে, বলে থাকেন."""
    verb, stay = domain.verb, paradigms().auxiliary.stay
    lasts = verb is not None and len(verb.stems) > 1 and verb.stems[-1] == stay
    return lasts and verb is not None and verb.form.tense == "present"


def _usual(scene: Scene, trigger: Trigger) -> bool:
    """What is done as a rule has no day: one beside it is that of what it is about."""
    domain = scene.domains[trigger.domain]
    return trigger.verb is not None and trigger.verb == domain.verb and _habit(domain)


def _free(scene: Scene, trigger: Trigger) -> bool:
    """Not a mere noun in a clause of another's act: সোমবার হামলার নিন্দা জানিয়েছেন.

    What somebody did at the end of it, he did the same day: সোমবার … সাক্ষাৎ শেষে বলেন.
    """
    if trigger.verb is not None or trigger.shared or _habit(scene.domains[trigger.domain]):
        return True
    if trigger.case in {Case.GENITIVE, Case.OBJECTIVE}:
        return False
    return not scene.saying[trigger.domain]


def _beside(scene: Scene, time: TimeExpression, trigger: Trigger) -> bool:
    """Nothing but names and a few plain words stand between a time and its noun."""
    gap = [i for i, t in enumerate(scene.tokens) if t.begin >= time.end and i < trigger.first]
    acting = scene.subjects[trigger.domain]
    chunk = acting.chunk if acting is not None else None
    # In সোমবার বেইজিং সফরের সময় the town is where to, whatever else it is taken for.
    if chunk is not None and chunk.first in gap and chunk.last != trigger.first:
        return False
    words = [i for i in gap if i not in scene.named]
    cases = {Case.GENITIVE, Case.OBJECTIVE, Case.LOCATIVE}
    # In রাশিয়ার দেওয়া হুঁশিয়ারি a verbal noun stands before what it describes.
    last = {trigger.first - 1} if any(verb_forms(scene.tokens[i].text) for i in words) else set()
    return len(words) <= GAP and all(
        i in last or (plain(text) and inflections(text)[0].case not in cases)
        for i in words
        if (text := scene.tokens[i].text)
    )


def _belongs(scene: Scene, time: TimeExpression) -> bool:
    """A time that belongs to the noun after it: ২০২৬ সালের বাজেট, but not রোববারের ভাষণে."""
    if inflections(time.text.split()[-1])[0].case is not Case.GENITIVE:
        return False
    after = _next(scene, time)
    # ভোরের দিকে is a time of day.
    if after in clause_words().limits.about:
        return False
    return not after or inflections(after)[0].case is not Case.LOCATIVE


def _next(scene: Scene, time: TimeExpression) -> str:
    return next((t.text for t in scene.tokens if t.begin >= time.end), "")


def _bounds(scene: Scene, time: TimeExpression) -> bool:
    """'After 2019', 'until May' bound a time and are not it; 'from May until June' is one."""
    if time.first != time.last and {*time.text.split()} & clause_words().limits.since:
        return False
    # ১৬ ডিসেম্বরকে বিজয় দিবস বলেছেন: a day that is spoken of is not when it was.
    spoken_of = inflections(time.text.split()[-1])[0].case is Case.OBJECTIVE
    return spoken_of or _next(scene, time) in clause_words().limits.bounds


def _since(scene: Scene, time: TimeExpression) -> bool:
    return bool({time.text.split()[-1], _next(scene, time)} & clause_words().limits.since)


def _until_now(scene: Scene, number: int) -> bool:
    """Whether a clause counts up to the article's day: … থেকে এখন পর্যন্ত."""
    domain = scene.domains[number]
    texts = [t.text for t in scene.tokens[domain.first : domain.last]]
    return holds(texts, clause_words().limits.until_now)


def _coordinated(scene: Scene, number: int) -> bool:
    """A clause joined by 'and' to the one before, said by the same and of the same time."""
    if not number or scene.saying[number - 1]:
        return False
    joined = scene.tokens[scene.domains[number].first - 1].text in noun_words().conjunctions.words
    return joined and scene.speakers[number] == scene.speakers[number - 1]


def past_of(domains: Iterable[Domain]) -> bool | None:
    """The tense of a sentence for its weekdays: past, future, or unknown.

    Args:
        domains: Its clauses.

    Returns:
        True for the past, False for the future, None where nothing tells.
    """
    tenses = [d.verb.form.tense for d in domains if d.verb is not None]
    if not tenses:
        return None
    if all(t == "future" for t in tenses):
        return False
    return True if tenses[-1] not in {"future", ""} else None
