"""Somebody says that it did not happen: হামলার খবর অস্বীকার করেছে, …, এমন অভিযোগ ভিত্তিহীন."""

from __future__ import annotations

from kg.model import Case
from kg.relate.scene import Scene
from kg.relate.signs import bases, end_of
from kg.relate.tables import noun_words, status_words
from kg.relate.triggers import Trigger

#: How many words after what is denied its noun may stand (হামলার এই খবর), how many more after
#: 'about' (হামলা নিয়ে প্রকাশিত সব খবর), and how far the denying word is from the noun.
REACH, ABOUT, NEXT = 2, 5, 3


def denial(scene: Scene, trigger: Trigger) -> str:
    """The words by which the clause denies what a trigger names.

    The trigger is the genitive of a noun for news or a charge, or news is about it, and that
    is denied.

    Args:
        scene: The sentence.
        trigger: One of its triggers.

    Returns:
        The noun and the denying word, or the empty string when nothing is denied.
    """
    end, last = end_of(scene, trigger), scene.domains[trigger.domain].last
    verbal = trigger.verb is not None and trigger.verb.form.case == "genitive"
    if trigger.case is Case.GENITIVE or verbal:
        return _denied(scene, end, min(end + REACH, last), last)
    about = {p for m in noun_words().marker if m.marker == "about" for p in m.words}
    if (*(t.text for t in scene.tokens[end : end + 1]),) in about:
        return _denied(scene, end + 1, min(end + 1 + ABOUT, last), last)
    return ""


def denial_around(scene: Scene, trigger: Trigger) -> tuple[str, int]:
    """The words by which the clauses after a trigger's deny what it says.

    Args:
        scene: The sentence.
        trigger: One of its triggers.

    Returns:
        The noun and the denying word, and the denying clause; nothing when none denies.
    """
    here = scene.domains[trigger.domain]
    following = trigger.domain + 1
    if following >= len(scene.domains):
        return "", trigger.domain
    around = scene.domains[following]
    such = scene.tokens[around.first].text in status_words().denial.such
    if here.closed_by != "say" and not such:
        return "", trigger.domain
    reach = min(around.first + REACH, around.last)
    return _denied(scene, around.first, reach, around.last), following


def _denied(scene: Scene, first: int, until: int, last: int) -> str:
    """A noun for news in a stretch, and a word soon after it that denies."""
    table = status_words().denial
    for at in range(first, until):
        if not bases(scene.tokens[at].text) & table.nouns:
            continue
        for i in range(at + 1, min(at + 1 + NEXT, last)):
            word = scene.tokens[i].text
            if bases(word) & table.words and not _negated(scene, i):
                return f"{scene.tokens[at].text} {word}"
    return ""


def _negated(scene: Scene, at: int) -> bool:
    """Not to deny is no denial: অস্বীকার করেননি."""
    verb = next((g for g in scene.groups if at < g.last and g.first <= at + 1), None)
    return verb is not None and verb.negated
