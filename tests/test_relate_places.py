"""Where a happening was."""

from __future__ import annotations

import pytest
from told import told

from kg.model import Claim


def claims(text: str, event: str) -> list[Claim]:
    """The claims of one kind."""
    return [c for c in told(text)[0] if c.event_type == event]


@pytest.mark.parametrize(
    ("text", "event", "place"),
    [
        # The locative of the clause.
        ("বেইজিংয়ে শি জিনপিংয়ের সঙ্গে বৈঠক করেছেন ভ্লাদিমির পুতিন।", "Meeting", ("place/beijing",)),
        # Where somebody serves is not where he met whom.
        (
            "ঢাকায় নিযুক্ত রাশিয়ার রাষ্ট্রদূত ভ্লাদিমির পুতিন শি জিনপিংয়ের সঙ্গে বৈঠক করেছেন।",
            "Meeting",
            (),
        ),
        # What is spoken of is elsewhere.
        ("গাজায় যুদ্ধবিরতি নিয়ে শি জিনপিংয়ের সঙ্গে বৈঠক করেছেন ভ্লাদিমির পুতিন।", "Meeting", ()),
        # Where a speech is given is where somebody is accused in it; what it is about is not.
        (
            "মস্কোতে সাংবাদিকদের সামনে ইউক্রেনের নিন্দা জানিয়েছেন ভ্লাদিমির পুতিন।",
            "Accusation",
            ("place/moscow",),
        ),
        ("গাজায় ইসরায়েলের নিন্দা জানিয়েছেন ভ্লাদিমির পুতিন।", "Accusation", ()),
        # A state's ground is in it, however far inside; its ships and embassies may be anywhere.
        ("হিজবুল্লাহ ইসরায়েলি ভূখণ্ডে হামলা চালিয়েছে।", "Attack", ("country/israel",)),
        ("ইসরায়েল সীমান্তের ২০ কিলোমিটার ভেতরে হামলা চালিয়েছে হিজবুল্লাহ।", "Attack", ("country/israel",)),
        ("ইসরায়েলের জাহাজে হামলা চালিয়েছে হিজবুল্লাহ।", "Attack", ()),
        # A body is a place where people speak to others in it, and not where it interviews them.
        (
            "জাতিসংঘে এক বৈঠকে ইউক্রেনের নিন্দা জানিয়েছেন ভ্লাদিমির পুতিন।",
            "Accusation",
            ("organization/united-nations",),
        ),
        ("বিবিসিতে এক সাক্ষাৎকারে ইউক্রেনের নিন্দা জানিয়েছেন ভ্লাদিমির পুতিন।", "Accusation", ()),
        # What somebody says is said where he speaks.
        (
            "ভ্লাদিমির পুতিন মস্কোতে সাংবাদিকদের বলেন, তিনি ইউক্রেনের নিন্দা জানাচ্ছেন।",
            "Accusation",
            ("place/moscow",),
        ),
        # A site without a name is in the place that owns it; what is left is named so, too.
        ("কিয়েভের একটি আবাসিক ভবনে হামলা চালিয়েছে রাশিয়া।", "Attack", ("place/kyiv",)),
        ("রাশিয়া খারকিভের কিছু অঞ্চল থেকে সেনা প্রত্যাহার করেছে।", "Retreat", ("place/kharkiv",)),
        ("কিয়েভের একটি হাসপাতালে হামলার পর ইউক্রেন রাশিয়ায় হামলা চালায়।", "Attack", ("country/russia",)),
        # What comes after a participle is of the next verb; an aim is reached where one arrives.
        ("হামাস হামলা চালিয়ে দুই শতাধিক মানুষকে গাজায় নিয়ে যায়।", "Attack", ()),
        # Of two places the first of which is something else's the second counts.
        (
            "মে মাসে গাজায় হামলার পর ইসরায়েল সীমান্তের ভেতরে হামলা চালায় হিজবুল্লাহ।",
            "Attack",
            ("country/israel",),
        ),
        # Who is met may stand between a place and the meeting.
        (
            "ভ্লাদিমির পুতিন বেইজিংয়ে প্রেসিডেন্ট শি জিনপিংয়ের সঙ্গে বৈঠকে ইউক্রেনের নিন্দা জানান।",
            "Accusation",
            ("place/beijing",),
        ),
        # A court judges where it is.
        ("মস্কোর একটি আদালত সের্গেই লাভরভকে দোষী সাব্যস্ত করেন।", "Coercion", ("place/moscow",)),
        # Right before the noun is where to.
        (
            "সের্গেই শোইগু গত মাসে পিয়ংইয়ং সফরের সময় অস্ত্র প্রদর্শন করা হয়।",
            "Visit",
            ("place/pyongyang",),
        ),
    ],
)
def test_where(text: str, event: str, place: tuple[str, ...]) -> None:
    """Of the places that a clause names that of the happening is taken."""
    assert [c.place for c in claims(text, event)] == [place]


def test_a_visit_went_where_the_visitor_met_somebody() -> None:
    """A town of the visited country says more than the country."""
    text = "ভ্লাদিমির পুতিন চীন সফরে গেছেন। বেইজিংয়ে ভ্লাদিমির পুতিন শি জিনপিংয়ের সঙ্গে বৈঠক করেছেন।"

    assert [c.place for c in claims(text, "Visit")] == [("place/beijing",)]


def test_two_towns_are_two_happenings() -> None:
    """Visits to towns of which neither holds the other stay two."""
    text = "ভ্লাদিমির পুতিন বেইজিং সফর করেছেন। ভ্লাদিমির পুতিন সাংহাই সফর করেছেন।"

    assert len(claims(text, "Visit")) == 2


@pytest.mark.parametrize(
    ("text", "event", "place"),
    [
        (
            "ভ্লাদিমির পুতিন চীন সফর করেছেন। সেখানে তিনি শি জিনপিংয়ের সঙ্গে বৈঠক করেন।",
            "Meeting",
            ("country/china",),
        ),
        # The last place told counts, not one two sentences before.
        (
            "ভ্লাদিমির পুতিন চীন সফর করেছেন। তিনি ভালো আছেন। সেখানে তিনি শি জিনপিংয়ের সঙ্গে বৈঠক করেন।",
            "Meeting",
            (),
        ),
        (
            "ভ্লাদিমির পুতিন বেইজিংয়ে শি জিনপিংয়ের সঙ্গে বৈঠক করেছেন। এ সময় তিনি ইউক্রেনের নিন্দা জানান।",
            "Accusation",
            ("place/beijing",),
        ),
        (
            "ভ্লাদিমির পুতিন বেইজিংয়ে শি জিনপিংয়ের সঙ্গে বৈঠক করেছেন। তিনি ইউক্রেনের নিন্দা জানান।",
            "Accusation",
            (),
        ),
        # Who is welcomed on arrival is welcomed there.
        (
            "সোমবার ভ্লাদিমির পুতিনকে বহনকারী বিমানটি বেইজিংয়ে অবতরণ করেছে। শি জিনপিং তাঁকে স্বাগত জানান।",
            "Hosting",
            ("place/beijing",),
        ),
    ],
)
def test_pointing_back(text: str, event: str, place: tuple[str, ...]) -> None:
    """'There', 'at that time' and a welcome are where the sentence before was."""
    assert [c.place for c in claims(text, event)] == [place]


def test_where_somebody_is_led_is_not_where_it_happened() -> None:
    """The place before a verb of going is the way's end, not that of the attack."""
    text = "রাশিয়া ইউক্রেনে হামলা চালিয়েছে। এই হামলায় বন্দি ২০ জনকে মস্কোতে নিয়ে যায় রাশিয়া।"

    (attack,) = claims(text, "Attack")
    assert "place/moscow" not in attack.place
