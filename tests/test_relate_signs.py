"""Each sign of a status: its own example and counter-example."""

from __future__ import annotations

import pytest
from told import told

from kg.model import Status
from kg.relate.schemas_said import Shown
from kg.relate.tables import status_words

TABLE = status_words()
RULES: list[tuple[str, Shown, Status]] = [
    *((f"{s.where}-{s.status}", s, s.status) for s in TABLE.sign),
    ("stop", TABLE.stop, Status.REQUESTED_NOT),
    ("cancel", TABLE.cancel, Status.NEGATED),
    ("cease", TABLE.cease, Status.NEGATED),
    ("approach", TABLE.approach, Status.PLANNED),
    ("begin", TABLE.begin, Status.ONGOING),
    ("denial", TABLE.denial, Status.DENIED),
]


@pytest.mark.parametrize(("name", "rule", "status"), RULES, ids=[r[0] for r in RULES])
def test_a_sign_catches_its_example(name: str, rule: Shown, status: Status) -> None:
    """The event in the sentence under `catch` has the status."""
    claims, _ = told(rule.catch)

    assert {c.status for c in claims if c.event_type == rule.event} == {status}


@pytest.mark.parametrize(("name", "rule", "status"), RULES, ids=[r[0] for r in RULES])
def test_a_sign_leaves_its_counter_example(name: str, rule: Shown, status: Status) -> None:
    """The event in the sentence under `miss` has another status."""
    claims, _ = told(rule.miss)

    found = {c.status for c in claims if c.event_type == rule.event}
    assert found, [c.event_type for c in claims]
    assert status not in found
