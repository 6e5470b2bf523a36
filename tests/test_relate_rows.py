"""People who are listed with their posts."""

from __future__ import annotations

from told import scenes

PUTIN, XI, KIM = "person/vladimir-putin", "person/xi-jinping", "person/kim-jong-un"


def first_phrase(text: str) -> tuple[tuple[str, ...], str]:
    """Whom the first phrase of a text means, and its case."""
    c = scenes(text)[0].chunks[0]
    return c.entities, c.marker


def test_people_with_posts_are_one_row() -> None:
    """Posts between the names do not part them."""
    text = "প্রেসিডেন্ট ভ্লাদিমির পুতিন, দলের শীর্ষ নেতা শি জিনপিং ও প্রবীণ নেতা কিম জং উনকে স্বাগত জানানো হয়।"

    assert first_phrase(text) == ((PUTIN, XI, KIM), "objective")


def test_and_others_ends_a_row() -> None:
    """Two are a row, too, where প্রমুখ follows."""
    assert first_phrase("ভ্লাদিমির পুতিন, প্রবীণ নেতা শি জিনপিং প্রমুখ বক্তব্য দেন।")[0] == (PUTIN, XI)


def test_a_place_between_ends_a_row() -> None:
    """Whoever comes after another phrase is no part of the row."""
    assert first_phrase("ভ্লাদিমির পুতিন, মস্কোতে শি জিনপিং ও কিম জং উন কথা বলেন।")[0] == (PUTIN,)


def test_a_verb_between_ends_a_row() -> None:
    """Whoever acts in the next clause is no part of the row."""
    assert first_phrase("ভ্লাদিমির পুতিন হাসেন, শি জিনপিং ও কিম জং উন কথা বলেন।")[0] == (PUTIN,)


def test_an_and_between_clauses_joins_no_post_to_a_name() -> None:
    """… করেছেন রুশ প্রেসিডেন্ট এবং শি জিনপিংকে …: only one is asked."""
    text = "ভ্লাদিমির পুতিন মস্কোতে আছেন। চীনের প্রশংসা করেছেন রুশ প্রেসিডেন্ট এবং শি জিনপিংকে ধন্যবাদ জানান।"

    assert scenes(text)[1].chunks[-1].entities == (XI,)
