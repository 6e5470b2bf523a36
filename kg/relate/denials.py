"""Somebody says that it did not happen: হামলার খবর অস্বীকার করেছে."""

from __future__ import annotations

from kg.language import inflections
from kg.model import Case
from kg.relate.scene import Scene
from kg.relate.tables import status_words
from kg.relate.triggers import Trigger
from kg.relate.verbgroups import VerbGroup

#: How many words after what is denied its noun may stand: হামলার এই খবর.
REACH = 2


def denial(scene: Scene, trigger: Trigger) -> str:
    """The words by which the clause denies what a trigger names.

    The trigger is the genitive of a noun for news or a charge, and the clause's verb denies.

    Args:
        scene: The sentence.
        trigger: One of its triggers.

    Returns:
        The noun and the verb, or the empty string when nothing is denied.
    """
    verb = scene.domains[trigger.domain].verb
    last = trigger.last if trigger.verb is None else max(trigger.last, _end(trigger.verb))
    genitive = trigger.case is Case.GENITIVE or (
        trigger.verb is not None and trigger.verb.form.case == "genitive"
    )
    if verb is None or verb.negated or not genitive:
        return ""
    nouns = status_words().denial.nouns
    named = [
        t.text
        for t in scene.tokens[last : last + REACH]
        if any(f.base in nouns for f in inflections(t.text))
    ]
    return f"{named[0]} {_denies(scene, verb)}" if named and _denies(scene, verb) else ""


def _end(verb: VerbGroup) -> int:
    """The end of a verbal noun; a finite verb stands after the noun it denies."""
    return 0 if verb.form.finite else verb.last


def _denies(scene: Scene, verb: VerbGroup) -> str:
    before = scene.tokens[verb.first - 1].text if verb.first else ""
    said = (before, *verb.stems)
    for phrase in sorted(status_words().denial.verbs):
        if any(said[i : i + len(phrase)] == phrase for i in range(len(said))):
            return " ".join(phrase)
    return ""
