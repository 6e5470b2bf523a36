"""What is only supposed: যদি clauses, what follows from them, and what is not meant to be so."""

from __future__ import annotations

from kg.relate.clauses import Domain
from kg.relate.obligations import must
from kg.relate.scene import Scene
from kg.relate.tables import clause_words, paradigms
from kg.relate.triggers import Trigger

#: How many clauses before what follows from it a condition may begin: যদি … এবং …, তাহলে ….
BACK = 2


def premise(scene: Scene, number: int) -> int | None:
    """Which clause before says on what condition a clause comes true.

    Args:
        scene: The sentence.
        number: Index of a clause about the future: …, তাহলে মূল্য দেবে.

    Returns:
        Index of the clause with যদি, in the same mouth, or None.
    """
    verb = scene.domains[number].verb
    if verb is None or verb.form.tense != "future":
        return None
    for before in range(number - 1, max(-1, number - 1 - BACK), -1):
        if scene.speakers[before] != scene.speakers[number]:
            return None
        if _supposes(scene, scene.domains[before]):
            return before
    return None


def warned(scene: Scene, number: int) -> int | None:
    """The condition of others on which a clause says what will follow: a warning to them.

    Who says what will be if he himself does something (আমি যদি নির্বাচিত হই) warns nobody,
    nor does who says what must or can be done then.

    Args:
        scene: The sentence.
        number: Index of a clause.

    Returns:
        Index of the clause with যদি, or None.
    """
    before = premise(scene, number)
    verb = scene.domains[number].verb
    if before is None or verb is None or mutual(scene, number):
        return None
    if must(verb) or paradigms().auxiliary.can in verb.stems:
        return None
    supposed = scene.domains[before].verb
    own = supposed is not None and supposed.form.first and not supposed.negated
    return None if own or _counterfactual(scene.domains[before]) else before


def mutual(scene: Scene, number: int) -> bool:
    """Neither does what the other does not: তারা যদি আক্রমণ না করে, আমরাও আক্রমণ করব না.

    Args:
        scene: The sentence.
        number: Index of the clause that follows from the condition.
    """
    before = premise(scene, number)
    if before is None:
        return False
    one, two = scene.domains[before].verb, scene.domains[number].verb
    both = one is not None and two is not None and one.negated and two.negated
    if one is None or one.form.first:
        return False
    said = [_done(scene, scene.domains[i]) for i in (before, number)]
    return both and said[0] == said[1]


def unreal(scene: Scene, trigger: Trigger) -> bool:
    """What is supposed not to be, or is not meant to be so: যদি আক্রমণ না করে, যদি দিতাম.

    Args:
        scene: The sentence.
        trigger: One of its triggers.
    """
    domain = scene.domains[trigger.domain]
    verb, own = domain.verb, trigger.verb
    if verb is None or own is None or own is not verb:
        return False
    if _supposes(scene, domain):
        return verb.negated or _counterfactual(domain)
    return mutual(scene, trigger.domain)


def _supposes(scene: Scene, domain: Domain) -> bool:
    words = clause_words().judging.supposing
    return any(t.text in words for t in scene.tokens[domain.first : domain.last])


def _counterfactual(domain: Domain) -> bool:
    """যদি সাহায্য না করতাম: it was otherwise."""
    return domain.verb is not None and domain.verb.form.tense == "habitual"


def _done(scene: Scene, domain: Domain) -> tuple[str, ...]:
    """What a clause says is done: the word before its verb, and the verb's stems."""
    verb = domain.verb
    if verb is None:
        return ()
    no = clause_words().negation.words
    words = [t.text for t in scene.tokens[domain.first : verb.last] if t.text not in no]
    length = 1 + sum(t.text not in no for t in scene.tokens[verb.first : verb.last])
    return (*words[-length : 1 - length], *verb.stems)
