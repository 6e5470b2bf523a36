"""Whether a happening happened: status from the words around its trigger."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from kg.language import inflections
from kg.model import Case, Status, Token
from kg.relate.clauses import Domain
from kg.relate.denials import denial
from kg.relate.frames import VERBAL
from kg.relate.scene import Scene
from kg.relate.schemas import Phrase
from kg.relate.tables import paradigms, status_words
from kg.relate.triggers import Trigger
from kg.relate.verbgroups import VerbGroup

Signs = tuple[tuple[Phrase, Status], ...]


def status_of(scene: Scene, trigger: Trigger) -> tuple[Status, str]:
    """The status of what a trigger names, and the sign of it.

    Signs are tried from the nearest outward: a denial, a request to stop, a noun the
    trigger depends on, an adjective, the clause's words, the clause around it, the verb.

    Args:
        scene: The sentence.
        trigger: One of its triggers.

    Returns:
        The status, and the words or the feature that tell.
    """
    denied = denial(scene, trigger)
    if denied:
        return Status.DENIED, denied
    asked = _asked_not(scene, trigger)
    if asked and not trigger.frame.ongoing:
        return Status.REQUESTED_NOT, asked
    if trigger.frame.ongoing and (trigger.verb is None or not trigger.verb.form.finite):
        return Status.ONGOING, "a war that is spoken of goes on"
    return _by_words(scene, trigger) or _by_verb(trigger, _ruling(scene, trigger))


def _by_words(scene: Scene, trigger: Trigger) -> tuple[Status, str] | None:
    tokens, table = scene.tokens, status_words()
    domain = scene.domains[trigger.domain]
    found = None
    if trigger.case is Case.GENITIVE or _nominal(trigger.verb):
        at = trigger.last if trigger.verb is None else max(trigger.last, trigger.verb.last)
        found = _find(tokens[at : at + 3], table.head_noun)
    return (
        found
        or _find(tokens[max(0, trigger.first - 3) : trigger.first], table.before)
        or _find(
            tokens[domain.first : domain.last],
            table.anywhere,
            tokens[trigger.first : trigger.last],
        )
        or _outer(scene, trigger)
    )


def _nominal(verb: VerbGroup | None) -> bool:
    return verb is not None and verb.form.form == "noun"


def _ruling(scene: Scene, trigger: Trigger) -> VerbGroup | None:
    """The verb whose tense counts: the governing one, or for its participle the finite one."""
    verb = trigger.verb
    finite = scene.domains[trigger.domain].verb
    if verb is None:
        near = finite is not None and trigger.case is not Case.GENITIVE
        reach = 1 if finite is not None and finite.negated else 4
        return finite if near and finite and finite.first - trigger.last <= reach else None
    if verb.form.finite:
        return verb
    if verb.form.form in {"participle", "infinitive"}:
        return finite
    return verb


def _by_verb(trigger: Trigger, verb: VerbGroup | None) -> tuple[Status, str]:
    spoken = Status.ONGOING if trigger.frame.ongoing else Status.OCCURRED
    if verb is None:
        return spoken, "no verb"
    if verb.negated:
        return Status.NEGATED, "negation"
    modal = _modal(verb)
    if modal is not None:
        return modal
    form = verb.form
    status = Status.OCCURRED
    if form.tense in {"future", "imperative"}:
        status = Status.PLANNED
    elif form.tense == "progressive" and trigger.frame.event not in VERBAL:
        status = Status.ONGOING
    elif form.form == "conditional" and not verb.concessive:
        status = Status.POSSIBLE
    elif form.tense == "present":
        status = spoken
    return status, form.tense or form.form


def _modal(verb: VerbGroup) -> tuple[Status, str] | None:
    """What 'can', 'want to' and 'going to' say: করতে পারে, করতে চায়, করতে যাচ্ছে."""
    auxiliary = paradigms().auxiliary
    if auxiliary.can in verb.stems:
        return Status.POSSIBLE, "can"
    if any(f.form == "infinitive" for f in verb.forms):
        if auxiliary.want in verb.stems:
            return Status.POSSIBLE, "wants to"
        if auxiliary.go in verb.stems:
            return Status.PLANNED, "going to"
    return None


def _asked_not(scene: Scene, trigger: Trigger) -> str:
    """বন্ধ করার আহ্বান, না করার অনুরোধ: a stop word and, later, a request."""
    table = status_words().stop
    rest = scene.tokens[trigger.last : scene.domains[trigger.domain].last]
    verb = trigger.verb
    undone = verb is not None and verb.negated and verb.form.form == "noun"
    if not undone and not any(_bases(t.text) & table.words for t in rest[:5]):
        return ""
    asks = [t.text for t in rest if _bases(t.text) & table.request]
    return f"asked not to ({asks[0]})" if asks else ""


@cache
def _bases(word: str) -> frozenset[str]:
    return frozenset({word, *(f.base for f in inflections(word))})


def _find(
    tokens: Sequence[Token], signs: Signs, near: Sequence[Token] | None = None
) -> tuple[Status, str] | None:
    texts = [t.text for t in tokens]
    for phrase, status in signs:
        for at in range(len(texts) - len(phrase) + 1):
            if near is not None and any(t in near for t in tokens[at : at + len(phrase)]):
                continue
            *head, last = texts[at : at + len(phrase)]
            if tuple(head) == phrase[:-1] and (last == phrase[-1] or phrase[-1] in _bases(last)):
                return status, " ".join(phrase)
    return None


def _outer(scene: Scene, trigger: Trigger) -> tuple[Status, str] | None:
    """The clause after বলে colours this one: … বলে আশা করা হচ্ছে."""
    here = scene.domains[trigger.domain]
    if here.closed_by != "say" or trigger.domain + 1 >= len(scene.domains):
        return None
    after = scene.domains[trigger.domain + 1]
    return _find(scene.tokens[after.first : after.last], status_words().outer)


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
