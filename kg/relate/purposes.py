"""Talks that are only what an encounter is for: আলোচনার জন্য বৈঠকের পরিকল্পনা."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.model import Claim, Entity
from kg.relate.besides import trigger_at
from kg.relate.merge import states_of
from kg.relate.scene import Scene
from kg.relate.tables import clause_words

#: What people come together for, and as what they do.
TALKS = frozenset({"Negotiation"})
ENCOUNTERS = frozenset({"Meeting", "Negotiation", "Communication"})


def without_purposes(
    claims: Sequence[Claim], scenes: Mapping[int, Scene], entities: Mapping[str, Entity]
) -> tuple[Claim, ...]:
    """The claims but those of talks for which the same people meet in the same sentence.

    Args:
        claims: The claims of one article.
        scenes: Its sentences by index.
        entities: Its entities by id.
    """
    states = states_of(entities)

    def met(talks: Claim) -> bool:
        people = states(talks.agent + talks.recipient)
        return any(
            c.event_type in ENCOUNTERS
            and c is not talks
            and c.evidence[0] == talks.evidence[0]
            and people <= states(c.agent + c.recipient)
            for c in claims
        )

    return tuple(c for c in claims if not (_for_talks(c, scenes) and met(c)))


def _for_talks(claim: Claim, scenes: Mapping[int, Scene]) -> bool:
    """Talks right before 'for': আলোচনার জন্য, আলোচনার লক্ষ্যে."""
    scene = scenes[claim.evidence[0].sentence]
    at = trigger_at(scene, claim) if claim.event_type in TALKS else None
    after = scene.tokens[at[1] : at[1] + 1] if at is not None else ()
    return any(t.text in clause_words().light.purpose for t in after)
