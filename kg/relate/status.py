"""Whether a happening happened: status from the words around its trigger."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.language import canonical, inflections
from kg.model import Case, Status, Token
from kg.relate.clauses import CAN, Domain, VerbGroup
from kg.relate.frames import VERBAL
from kg.relate.scene import Scene
from kg.relate.triggers import Trigger

STATUS = Path(__file__).parent / "data" / "status.toml"
WANT = "\u099a\u09be"
GO = "\u09af\u09be"

Phrases = tuple[tuple[tuple[str, ...], Status], ...]


@dataclass(frozen=True, slots=True)
class _Table:
    before: Phrases
    head_noun: Phrases
    outer: Phrases
    anywhere: Phrases
    stop: frozenset[str]
    request: frozenset[str]


@cache
def _table() -> _Table:
    data = tomllib.loads(STATUS.read_text(encoding="utf-8"))

    def phrases(section: str) -> Phrases:
        return tuple(
            (tuple(canonical(w).split()), Status(name))
            for name, words in data[section].items()
            for w in words
        )

    return _Table(
        phrases("before"),
        phrases("head_noun"),
        phrases("outer"),
        phrases("anywhere"),
        frozenset(canonical(w) for w in data["stop"]["words"]),
        frozenset(canonical(w) for w in data["stop"]["request"]),
    )


def status_of(scene: Scene, trigger: Trigger) -> tuple[Status, str]:
    """The status of what a trigger names, and the sign of it.

    Signs are tried from the nearest outward: a request to stop, a noun the trigger depends
    on, an adjective, the clause's words, the verb, the clause around it.
    """
    tokens, domain = scene.tokens, scene.domains[trigger.domain]
    table = _table()
    asked = _asked_not(tokens, trigger, domain, table)
    if asked and not trigger.frame.ongoing:
        return Status.REQUESTED_NOT, asked
    if trigger.frame.ongoing and (trigger.verb is None or not trigger.verb.form.finite):
        return Status.ONGOING, "a war that is spoken of goes on"
    if trigger.case is Case.GENITIVE or _nominal(trigger.verb):
        at = trigger.last if trigger.verb is None else max(trigger.last, trigger.verb.last)
        found = _find(tokens[at : at + 3], table.head_noun)
        if found:
            return found
    found = _find(tokens[max(0, trigger.first - 3) : trigger.first], table.before)
    if found:
        return found
    own = tokens[trigger.first : trigger.last]
    found = _find(tokens[domain.first : domain.last], table.anywhere, own)
    if found:
        return found
    found = _outer(scene, trigger, table)
    if found:
        return found
    return _by_verb(trigger, _ruling(scene, trigger))


def _nominal(verb: VerbGroup | None) -> bool:
    return verb is not None and verb.form.form == "noun"


def _ruling(scene: Scene, trigger: Trigger) -> VerbGroup | None:
    """The verb whose tense counts: the governing one, or for its participle the finite one."""
    verb = trigger.verb
    finite = scene.domains[trigger.domain].verb
    if verb is None:
        near = finite is not None and trigger.case is not Case.GENITIVE
        return finite if near and finite and finite.first - trigger.last <= 4 else None
    if verb.form.finite:
        return verb
    if verb.form.form in {"participle", "infinitive"}:
        return finite
    return verb


def _by_verb(trigger: Trigger, verb: VerbGroup | None) -> tuple[Status, str]:
    ongoing = Status.ONGOING if trigger.frame.ongoing else Status.OCCURRED
    if verb is None:
        return ongoing, "no verb"
    sign = verb.form.tense or verb.form.form
    if verb.negated:
        return Status.NEGATED, "negation"
    if CAN in verb.stems:
        return Status.POSSIBLE, "can"
    infinitive = any(f.form == "infinitive" for f in verb.forms)
    if WANT in verb.stems and infinitive:
        return Status.POSSIBLE, "wants to"
    if GO in verb.stems and infinitive:
        return Status.PLANNED, "going to"
    if verb.form.tense in {"future", "imperative"}:
        return Status.PLANNED, sign
    if verb.form.tense == "progressive" and trigger.frame.event not in VERBAL:
        return Status.ONGOING, sign
    if verb.form.form == "conditional" and not verb.concessive:
        return Status.POSSIBLE, sign
    return (
        ongoing if verb.form.tense in {"present"} and trigger.frame.ongoing else Status.OCCURRED
    ), sign


def _asked_not(tokens: Sequence[Token], trigger: Trigger, domain: Domain, table: _Table) -> str:
    """বন্ধ করার আহ্বান, না করার অনুরোধ: a stop word and, later, a request."""
    rest = tokens[trigger.last : domain.last]
    stops = [i for i, t in enumerate(rest[:5]) if t.text in table.stop]
    verb = trigger.verb
    undone = verb is not None and verb.negated and verb.form.form == "noun"
    if not stops and not undone:
        return ""
    asks = [t.text for t in rest if any(b in table.request for b in _bases(t.text))]
    return f"asked not to ({asks[0]})" if asks else ""


@cache
def _bases(word: str) -> frozenset[str]:
    return frozenset({word, *(f.base for f in inflections(word))})


def _find(
    tokens: Sequence[Token], phrases: Phrases, near: Sequence[Token] | None = None
) -> tuple[Status, str] | None:
    texts = [t.text for t in tokens]
    for phrase, status in phrases:
        for at in range(len(texts) - len(phrase) + 1):
            if near is not None and any(t in near for t in tokens[at : at + len(phrase)]):
                continue
            *head, last = texts[at : at + len(phrase)]
            if tuple(head) == phrase[:-1] and (last == phrase[-1] or phrase[-1] in _bases(last)):
                return status, " ".join(phrase)
    return None


def _outer(scene: Scene, trigger: Trigger, table: _Table) -> tuple[Status, str] | None:
    """The clause after বলে colours this one: … বলে আশা করা হচ্ছে."""
    here = scene.domains[trigger.domain]
    if here.closed_by != "say" or trigger.domain + 1 >= len(scene.domains):
        return None
    after = scene.domains[trigger.domain + 1]
    return _find(scene.tokens[after.first : after.last], table.outer)


def past_of(domains: Iterable[Domain]) -> bool | None:
    """The tense of a sentence for its weekdays: past, future, or unknown."""
    tenses = [d.verb.form.tense for d in domains if d.verb is not None]
    if not tenses:
        return None
    if all(t == "future" for t in tenses):
        return False
    return True if tenses[-1] not in {"future", ""} else None
