"""Names that belong to the noun after them."""

from __future__ import annotations

from told import scenes, told


def acting(text: str) -> tuple[str, ...]:
    """Who acts in the last clause of a text."""
    subject = scenes(text)[-1].subjects[-1]
    return subject.entities if subject else ()


def test_a_country_before_an_affair_does_not_act_beside_another() -> None:
    """In ইউক্রেন ইস্যুর … it is China that acts."""
    assert acting("ইউক্রেন ইস্যুর সমাধানে চীন বৈঠক ডেকেছে।") == ("country/china",)


def test_a_country_before_an_affair_acts_where_nobody_else_does() -> None:
    """রাশিয়া চুক্তিতে রাজি হয়েছে: Russia agrees."""
    assert acting("রাশিয়া চুক্তিতে রাজি হয়েছে।") == ("country/russia",)


def test_who_acts_up_to_a_condition_is_no_other_of_the_clause() -> None:
    """রাশিয়া চুক্তিতে রাজি হলে …: Russia's condition, though Ukraine acts after it."""
    scene = scenes("রাশিয়া চুক্তিতে রাজি হলে ইউক্রেন আলোচনা করবে।")[0]

    assert [c.marker for c in scene.chunks] == ["bare", "bare"]


def test_a_body_before_its_building_does_not_act() -> None:
    """Before জাতিসংঘ ভবনের সামনে only Iran protests."""
    assert acting("জাতিসংঘ ভবনের সামনে ইরান প্রতিবাদ জানিয়েছে।") == ("country/iran",)


def test_what_is_banned_bans_nothing() -> None:
    """হিজবুল্লাহ নিষিদ্ধ করার দাবি: nothing is banned by Hezbollah."""
    found, _ = told("হিজবুল্লাহ নিষিদ্ধ করার দাবি জানিয়েছে ইসরায়েল।")

    assert all("organization/hezbollah" not in c.agent for c in found)
