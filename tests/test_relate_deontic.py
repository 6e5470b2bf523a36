"""What speakers say should be done."""

from __future__ import annotations

import pytest
from told import told

from kg.model import Claim, Status

TRUMP = "person/donald-trump"


def appeals(text: str) -> list[Claim]:
    """The claims of appeals that no word for appealing names."""
    return [c for c in told(text)[0] if c.found_by == "request.must"]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("ডোনাল্ড ট্রাম্প বলেন, ইউক্রেনকে শর্ত মেনে নিতে হবে।", ("country/ukraine",)),
        ("ডোনাল্ড ট্রাম্প বলেন, জার্মানির উচিত শর্ত মেনে নেওয়া।", ("country/germany",)),
        ("ডোনাল্ড ট্রাম্প বলেন, যুদ্ধ থামাতে হবে।", ()),
    ],
)
def test_who_says_what_must_be_done_appeals(text: str, asked: tuple[str, ...]) -> None:
    """The speaker appeals to whoever must or ought to do it."""
    (claim,) = appeals(text)

    assert (claim.event_type, claim.agent, claim.recipient) == ("Appeal", (TRUMP,), asked)


def test_a_duty_that_nobody_speaks_of_is_no_appeal() -> None:
    """Without a speaker there is nobody who appeals."""
    assert appeals("ইউক্রেনকে শর্ত মেনে নিতে হবে।") == []


def test_what_had_to_be_done_is_no_appeal() -> None:
    """Only the future obliges."""
    assert appeals("ডোনাল্ড ট্রাম্প বলেন, ইউক্রেনকে শর্ত মেনে নিতে হয়েছে।") == []


def test_what_ought_to_be_done_has_not_happened() -> None:
    """Who ought to do it may do it; who says so does not."""
    claims, _ = told("ডোনাল্ড ট্রাম্প বলেন, জার্মানির উচিত ইউক্রেনকে সহায়তা করা।")
    (aid,) = [c for c in claims if c.event_type == "Aid"]

    assert (aid.agent, aid.status) == (("country/germany",), Status.POSSIBLE)
    assert aid.attributed_to == (TRUMP,)
