"""Words near an event noun or verb that say whether it happened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from kg.language import inflections
from kg.model import Case, Status, Token
from kg.relate.frames import VERBAL
from kg.relate.scene import Scene
from kg.relate.schemas import Phrase
from kg.relate.tables import clause_words, status_words
from kg.relate.triggers import Trigger
from kg.relate.verbs import verb_forms

#: A status, and the words that tell it.
Told = tuple[Status, str]

#: How many words before its noun an adjective may stand, and after it its head or a predicate.
BEFORE, HEAD, AFTER = 3, 2, 4


def sign_of(scene: Scene, trigger: Trigger) -> Told | None:
    """The status that words around a trigger tell, the nearest words first.

    Args:
        scene: The sentence.
        trigger: One of its triggers.

    Returns:
        The status and the words, or None where only the verb can tell.
    """
    near = near_sign(scene, trigger)
    own = trigger.frame.event in VERBAL and trigger.verb is not None and trigger.verb.form.finite
    # What else the clause of an act of speech says is about what is said.
    if near or background(trigger):
        return near
    if own:
        return _condition(scene, trigger)
    places: tuple[Callable[[Scene, Trigger], Told | None], ...] = (
        _after,
        _infinitive,
        _clause,
        _outer,
    )
    return next((told for place in places if (told := place(scene, trigger))), None)


def near_sign(scene: Scene, trigger: Trigger) -> Told | None:
    """The status that the noun's own adjective or its head tells: সম্ভাব্য যুদ্ধ.

    Args:
        scene: The sentence.
        trigger: One of its triggers.
    """
    return _head(scene, trigger) or _before(scene, trigger)


def background(trigger: Trigger) -> bool:
    """Whether a noun is only where or whereby something else is: হামলায় পাঁচজন নিহত.

    Args:
        trigger: A trigger.
    """
    return trigger.case is Case.LOCATIVE and trigger.verb is None


def bases(word: str) -> frozenset[str]:
    """A word and what it may be without its endings.

    Args:
        word: A canonical word.
    """
    return frozenset({word, *(f.base for f in inflections(word))})


def end_of(scene: Scene, trigger: Trigger) -> int:
    """The token after a trigger and, if it has one, its verb that is not finite.

    A participle goes with the verbal noun that follows it: কমিয়ে দশে নামানোর ঘোষণা.

    Args:
        scene: The sentence.
        trigger: One of its triggers.
    """
    verb = trigger.verb
    if verb is None or verb.form.finite:
        return trigger.last
    if verb.form.form == "participle" and trigger.frame.event not in VERBAL:
        segments = scene.domains[trigger.domain].segments
        after = next((s.verb for s in segments if s.first >= verb.last), None)
        if after is not None and after.form.case == "genitive":
            return after.last
    return max(trigger.last, verb.last)


@cache
def _signs(places: tuple[str, ...], event: str) -> tuple[tuple[Phrase, Status], ...]:
    """The phrases of some places, the longest first: কথা স্বীকার before কথা."""
    rows = [
        (p, s.status)
        for s in status_words().sign
        if s.where in places and event not in s.unless
        for p in sorted(s.words)
    ]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


def _find(
    tokens: Sequence[Token], places: tuple[str, ...], event: str = ""
) -> tuple[int, Told] | None:
    """Where a sign of a place first stands, and what it tells."""
    texts = [t.text for t in tokens]
    for phrase, status in _signs(places, event):
        for at in range(len(texts) - len(phrase) + 1):
            *head, last = texts[at : at + len(phrase)]
            begins = tuple(head) == phrase[:-1] or (head and phrase[0] in bases(head[0]))
            if begins and phrase[-1] in bases(last):
                return at, (status, " ".join(phrase))
    return None


def _free(tokens: Sequence[Token]) -> bool:
    """No word with a case ending stands between: a sign beyond it belongs to that."""
    return all(inflections(t.text)[0].case in {Case.NONE} for t in tokens if inflections(t.text))


def _head(scene: Scene, trigger: Trigger) -> Told | None:
    # In প্রতিশ্রুতি মেনে চলার আহ্বান it is keeping the promise that is urged.
    apart = trigger.frame.event in VERBAL and trigger.verb is not None
    end = trigger.last if apart else end_of(scene, trigger)
    closing = next((g for g in scene.groups if g.last == end), None)
    verbal = closing is not None and closing.form.case == "genitive" and end > trigger.first + 1
    if trigger.case is Case.NONE and trigger.verb is None:
        places: tuple[str, ...] = ("compound",)
        reach = 1
    elif verbal or trigger.case is Case.GENITIVE:
        places, reach = ("verbal", "head") if verbal else ("head",), HEAD + 2
    else:
        return None
    found = _find(scene.tokens[end : end + reach], places, trigger.frame.event)
    return found[1] if found and _free(scene.tokens[end : end + found[0]]) else None


def _before(scene: Scene, trigger: Trigger) -> Told | None:
    start = max(0, trigger.first - BEFORE)
    found = _find(scene.tokens[start : trigger.first], ("before",))
    if found is None:
        return None
    named = scene.named
    between = [
        t
        for i, t in enumerate(scene.tokens[: trigger.first])
        if i > start + found[0] and i not in named
    ]
    return found[1] if _free(between) else None


def _after(scene: Scene, trigger: Trigger) -> Told | None:
    end = min(end_of(scene, trigger) + AFTER, scene.domains[trigger.domain].last)
    # In নিষেধাজ্ঞা অব্যাহত রেখেছে the sign is part of what names the act.
    first = trigger.last if trigger.verb is None else min(trigger.first + 1, trigger.last)
    found = _find(scene.tokens[first:end], ("after",))
    return found[1] if found and _free(scene.tokens[first : first + found[0]]) else None


def _infinitive(scene: Scene, trigger: Trigger) -> Told | None:
    verb = trigger.verb
    if verb is None or verb.form.form != "infinitive" or verb.negated:
        return None
    rest = scene.tokens[verb.last : scene.domains[trigger.domain].last]
    found = _find(rest, ("infinitive",))
    if found and found[1][0] in {Status.PLANNED, Status.POSSIBLE} and _refused(rest):
        return Status.NEGATED, f"{found[1][1]}, negated"
    return found[1] if found else None


def _refused(rest: Sequence[Token]) -> bool:
    """A clause that has no verb ends with a negation: ভূখণ্ড ছাড়তে রাজি নয়."""
    texts = [t.text for t in rest]
    negation = clause_words().negation.words
    return any(w in negation for w in texts) and not any(verb_forms(w) for w in texts)


def _clause(scene: Scene, trigger: Trigger) -> Told | None:
    domain = scene.domains[trigger.domain]
    # What ends the clause may be a sign, too: … করেছে কি না.
    tokens = scene.tokens[domain.first : domain.last + 1]
    rest = [t for t in tokens if t not in scene.tokens[trigger.first : trigger.last]]
    found = _find(rest, ("clause",))
    return found[1] if found else None


def _condition(scene: Scene, trigger: Trigger) -> Told | None:
    domain = scene.domains[trigger.domain]
    words = status_words().condition.words
    texts = [t.text for t in scene.tokens[domain.first : domain.last]]
    return next(((Status.POSSIBLE, text) for text in texts if text in words), None)


def _outer(scene: Scene, trigger: Trigger) -> Told | None:
    """The clause after বলে colours this one (… বলে আশা করা হচ্ছে), or that before it."""
    here = scene.domains[trigger.domain]
    if trigger.case is Case.GENITIVE and trigger.verb is None:
        return None
    if here.closed_by == "say" and trigger.domain + 1 < len(scene.domains):
        around = scene.domains[trigger.domain + 1]
    elif trigger.domain and scene.saying[trigger.domain - 1]:
        around = scene.domains[trigger.domain - 1]
    else:
        return None
    found = _find(scene.tokens[around.first : around.last], ("outer",))
    return found[1] if found else None
