"""What later sentences say of a happening. Published on Wednesday, 17 December 2025."""

from __future__ import annotations

from datetime import date

import pytest
from told import told

from kg.model import Claim

MONDAY = date(2025, 12, 15)


def only(text: str, event: str) -> Claim:
    """The one claim of a kind."""
    (claim,) = (c for c in told(text)[0] if c.event_type == event)
    return claim


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("ইউক্রেনে হামলা চালিয়েছে রাশিয়া। সোমবার এই হামলায় অনেকে নিহত হয়েছেন।", "Attack"),
        ("ইউক্রেনে হামলা চালিয়েছে রাশিয়া। সোমবার হামলা চালানো হয়।", "Attack"),
        ("ইউক্রেনে হামলা চালিয়েছে রাশিয়া। সোমবার রাতে এ ঘটনা ঘটে।", "Attack"),
        ("দিল্লিতে অবতরণ করেছেন শেখ হাসিনা। সোমবার বিকেলে তিনি অবতরণ করেন।", "Visit"),
        ("চীনের নিন্দা জানিয়েছেন ভ্লাদিমির পুতিন। সোমবার এক অনুষ্ঠানে ভ্লাদিমির পুতিন এ কথা বলেন।", "Accusation"),
    ],
)
def test_a_later_sentence_tells_when(text: str, event: str) -> None:
    """'This attack', 'it was carried out' and 'he said so on Monday' date what was told."""
    claim = only(text, event)

    assert claim.begin == MONDAY
    assert [e.sentence for e in claim.evidence] == [0, 1]


@pytest.mark.parametrize(
    "text",
    [
        # Another happening of the same kind.
        "ইউক্রেনে হামলা চালিয়েছে রাশিয়া। সোমবার ইসরায়েলকে লক্ষ্য করে হামলা চালানো হয়।",
        # Long before.
        "ইউক্রেনে হামলা চালিয়েছে রাশিয়া। ২০১৪ সালে হামলা চালানো হয়।",
    ],
)
def test_another_happening_dates_nothing(text: str) -> None:
    """A time is not borrowed from what may be something else."""
    claims = [c for c in told(text)[0] if c.event_type == "Attack"]

    assert claims[0].begin is None


def test_a_heading_without_a_verb_tells_where() -> None:
    """A place beside the bare noun is that of the happening told before."""
    text = "ভ্লাদিমির পুতিন ও শি জিনপিং বৈঠক করবেন। বেইজিংয়ে সম্ভাব্য বৈঠক"

    assert only(text, "Meeting").place == ("place/beijing",)
