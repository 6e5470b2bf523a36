"""Names that go on with a noun for what they are."""

from kg.language import split_sentences
from kg.model import Case, Mention
from kg.tag.heads import go_on
from kg.world import load_world


def _gone_on(text: str, name: str, label: str) -> tuple[str, str]:
    begin = text.index(name)
    known = load_world().named(name)
    mention = Mention(
        begin, begin + len(name), name, label, 0, name, Case.NONE, False, "stanza-ner", known, 0.9
    )
    (found,) = go_on(text, split_sentences(text), (mention,), load_world())
    return found.base, found.label


def test_a_base_is_not_the_place_whose_name_it_bears():
    """The air base of Hindon is a place of its own, in whatever case."""
    assert _gone_on("তিনি হিন্ডন বিমান ঘাঁটিতে নামেন।", "হিন্ডন", "LOC") == ("হিন্ডন বিমান ঘাঁটি", "LOC")


def test_a_police_station_is_a_body():
    """The noun says what the longer name is of."""
    assert _gone_on("তাঁকে টেকনাফ থানায় নেওয়া হয়।", "টেকনাফ", "LOC") == ("টেকনাফ থানা", "ORG")


def test_a_state_keeps_its_name():
    """Any base of a state is none of its own name."""
    assert _gone_on("মার্কিন বিমানঘাঁটিতে হামলা হয়।", "মার্কিন", "GPE") == ("মার্কিন", "GPE")


def test_other_nouns_do_not_belong_to_a_name():
    """A market after a name is left to itself."""
    assert _gone_on("হিন্ডন বাজারে যান।", "হিন্ডন", "LOC") == ("হিন্ডন", "LOC")


def test_a_seat_of_parliament_is_not_its_district():
    """A place with a number after it is a seat; one with a year is the place."""
    assert _gone_on("তিনি ঢাকা-৮ আসনে জয়ী হন।", "ঢাকা", "LOC") == ("ঢাকা-৮", "LOC")
    assert _gone_on("ঢাকা-২০২৫ সম্মেলন শুরু হয়।", "ঢাকা", "LOC") == ("ঢাকা", "LOC")
