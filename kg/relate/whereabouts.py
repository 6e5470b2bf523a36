"""Places that a word points back to: সেখানে তিনি … বৈঠক করেন, এ সময় তিনি … বলেন."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Claim, EntityType, Status
from kg.relate.frames import VERBAL
from kg.relate.places import AT
from kg.relate.scene import Scene
from kg.relate.tables import clause_words
from kg.relate.triggers import Trigger


def pointed_at(scene: Scene, trigger: Trigger, before: Sequence[Claim]) -> tuple[str, ...]:
    """The place that the clause of a trigger points back to without a name.

    Args:
        scene: The sentence.
        trigger: The trigger.
        before: The claims of the sentences before.

    Returns:
        Ids; empty where nothing points back or nothing was told.
    """
    domain, table = scene.domains[trigger.domain], clause_words().chain
    pointing = [
        i for i in range(domain.first, trigger.first) if scene.tokens[i].text in table.there
    ]
    if pointing and trigger.frame.place and trigger.verb is not None:
        return _named_before(scene, pointing[0]) or _told(scene, before)
    spoken = trigger.frame.event in VERBAL and meanwhile(scene)
    return _told(scene, before) if spoken else ()


def meanwhile(scene: Scene) -> bool:
    """Whether a sentence begins by saying that it was at that time: এ সময় তিনি ….

    Args:
        scene: The sentence.
    """
    texts = tuple(t.text for t in scene.tokens)
    return any(texts[: len(p)] == p for p in clause_words().chain.meanwhile)


def _named_before(scene: Scene, at: int) -> tuple[str, ...]:
    """The last place that the sentence names before a word."""
    where = {EntityType.PLACE, EntityType.COUNTRY}
    found = [c.entities for c in scene.within(0, at) if c.marker in AT and c.types & where]
    return found[-1] if found else ()


def _told(scene: Scene, before: Sequence[Claim]) -> tuple[str, ...]:
    """Where the last happening was that this sentence or the one before tells of."""
    found = [
        c.place
        for c in before
        if c.place and c.status in {Status.OCCURRED, Status.ONGOING, Status.PLANNED}
        if scene.sentence.index - c.evidence[0].sentence <= 1
    ]
    return found[-1] if found else ()
