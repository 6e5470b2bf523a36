"""The words for posts, titles and what modifies them."""

from __future__ import annotations

import pytest

from kg.language import canonical
from kg.model import RoleType
from kg.world import load_world

WORLD = load_world()


@pytest.mark.parametrize(
    ("word", "noun", "kind"),
    [
        ("প্রেসিডেন্ট", "প্রেসিডেন্ট", RoleType.HEAD_OF_STATE),
        ("প্রধানমন্ত্রীর", "প্রধানমন্ত্রী", RoleType.HEAD_OF_GOVERNMENT),
        ("মুখপাত্রের", "মুখপাত্র", RoleType.SPOKESPERSON),
        ("জাতীয় নিরাপত্তা উপদেষ্টাকে", "জাতীয় নিরাপত্তা উপদেষ্টা", RoleType.ADVISER),
        ("পররাষ্ট্রসচিব", "পররাষ্ট্রসচিব", RoleType.DIPLOMAT),
        ("সেনাপ্রধান", "সেনাপ্রধান", RoleType.MILITARY),
        ("মহাসচিব", "মহাসচিব", RoleType.OFFICIAL),
        ("নির্বাহী পরিচালক", "নির্বাহী পরিচালক", RoleType.EXECUTIVE),
    ],
)
def test_role_is_known(word: str, noun: str, kind: RoleType) -> None:
    """A post is known with or without its ending."""
    role = WORLD.role(canonical(word))
    assert role is not None
    assert (role.noun, role.role_type) == (canonical(noun), kind)


def test_ministers_of_anything() -> None:
    """Any compound with মন্ত্রী is a minister."""
    role = WORLD.role("বস্ত্রমন্ত্রীকে")
    assert role is not None
    assert (role.noun, role.role_type) == ("বস্ত্রমন্ত্রী", RoleType.MINISTER)


def test_honorific_is_no_post() -> None:
    """ড. is cut off a name but gives no position."""
    role = WORLD.role(canonical("ড."))
    assert role is not None
    assert role.honorific
    assert role.person_title


def test_former_modifier() -> None:
    """সাবেক says that the post is over, বর্তমান does not."""
    former, present = WORLD.role("সাবেক"), WORLD.role("বর্তমান")
    assert former is not None and former.former and former.modifier
    assert present is not None and present.modifier and not present.former


@pytest.mark.parametrize("word", ["শেখ", "বৈঠক", "রাশিয়া", "কথা"])
def test_other_words_are_no_role(word: str) -> None:
    """Names and ordinary words are no role; শেখ is a part of names."""
    assert WORLD.role(canonical(word)) is None


def test_roles_are_many() -> None:
    """The table holds the posts that news speak of."""
    assert len(WORLD.roles) >= 150
