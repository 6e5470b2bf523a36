"""The verb that says when and whether a happening was."""

from __future__ import annotations

from kg.model import Case
from kg.relate.scene import Scene
from kg.relate.triggers import Trigger
from kg.relate.verbgroups import VerbGroup

#: How far from a noun the verb that it is the subject of may stand.
VERB = 4


def ruling(scene: Scene, trigger: Trigger) -> VerbGroup | None:
    """The verb whose tense counts: the governing one, or for its participle the finite one.

    Args:
        scene: The sentence.
        trigger: One of its triggers.

    Returns:
        None for a noun that no verb is near.
    """
    verb = trigger.verb
    finite = scene.domains[trigger.domain].verb
    if verb is None:
        near = finite is not None and trigger.case is not Case.GENITIVE
        # What is said of it (হামলা বলা হচ্ছে) is not when it is.
        if not near or finite is None or scene.saying[trigger.domain]:
            return None
        reach = 1 if finite.negated else VERB
        return finite if finite.first - trigger.last <= reach else None
    if verb.form.form not in {"participle", "infinitive"}:
        return verb
    return _though(scene, trigger, verb) or finite


def _though(scene: Scene, trigger: Trigger, verb: VerbGroup) -> VerbGroup | None:
    """What a participle goes with before its clause ends: অনুরোধ জানিয়ে চিঠি দিলেও সাড়া পায়নি."""
    segments = scene.domains[trigger.domain].segments
    later = (s.verb for s in segments if s.verb is not None and s.verb.first >= verb.last)
    after = next((v for v in later if v.form.form not in {"participle", "infinitive"}), None)
    though = after is not None and after.form.form == "conditional" and after.concessive
    return after if though else None
