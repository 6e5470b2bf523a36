"""Names and the entities that they name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from resolve_samples import document, small_world

from kg.errors import DataError
from kg.model import EntityType, Resolution
from kg.resolve import resolve, tables
from kg.resolve.acronyms import is_acronym
from kg.resolve.keys import new_id, spelling_key
from kg.world import load_world

SYLLABLES = st.tuples(st.sampled_from("কখগচজটডতদনণপবমযরলশষসহ"), st.sampled_from(["", *"ািীুূৃেো"]))
BENGALI = st.lists(SYLLABLES.map("".join), min_size=1, max_size=6).map("".join)


def read(text: str) -> Resolution:
    """The resolution of a text with the small world."""
    return resolve(document(text, small_world()), small_world())


def ids(text: str) -> dict[str, str]:
    """What each name of a text refers to."""
    return {link.mention.text: link.entities[0] for link in read(text).links}


def test_a_given_name_counts_where_the_full_name_stands():
    """কিম alone is Kim Jong Un where the article names him in full."""
    assert ids("কিম এসেছেন। কিম জং উন হাসেন।")["কিম"] == "person/kim-jong-un"


def test_a_given_name_without_the_full_name_names_nobody():
    """কিম alone is not linked, for many are called so."""
    assert "কিম" not in ids("কিম এসেছেন।")


def test_a_given_name_after_its_country_is_its_person():
    """উত্তর কোরিয়ার কিম is the one of two Kims who holds a post there."""
    assert ids("উত্তর কোরিয়ার কিম এসেছেন।")["কিম"] == "person/kim-jong-un"


def test_a_given_name_goes_to_the_full_name_that_stands_more_often():
    """With brother and sister in the article, কিম is the one named more."""
    text = "কিম জং উন এসেছেন। কিম জং উন বসেন। বোন কিম ইয়ো জং ছিলেন। কিম হাসেন।"
    assert ids(text)["কিম"] == "person/kim-jong-un"


def test_a_short_name_of_two_full_names_is_left_alone():
    """A surname that two persons of the article bear is linked to neither."""
    text = "<PER রতন দাস> এসেছেন। <PER সুমন দাস> বসেন। <PER দাস> হাসেন।"
    assert "দাস" not in ids(text)


def test_a_short_name_in_the_headline_joins_the_full_name_below():
    """Headlines name a person by surname before the text gives the full name."""
    found = ids("<PER পেসকভ> কথা বলেছেন\n<PER দিমিত্রি পেসকভ> কাল এসেছেন।")
    assert found["পেসকভ"] == found["দিমিত্রি পেসকভ"]


def test_a_name_with_an_ending_joins_the_one_without():
    """শোইগুর alone may be a name, beside সের্গেই শোইগু it is its genitive."""
    assert ids("সের্গেই শোইগু এসেছেন। <PER শোইগুর> সফর শেষ।")["শোইগুর"] == "person/sergei-shoigu"


def test_an_acronym_in_brackets_joins_the_full_name():
    """The letters after a full name mean it from then on, marked by a tagger or not."""
    text = "<ORG ন্যাশনাল সিকিউরিটি কাউন্সিলের> (এনএসসি) সভা হয়েছে। এনএসসির মুখপাত্র এসেছেন।"
    found = ids(text)
    assert found["এনএসসির"] == found["ন্যাশনাল সিকিউরিটি কাউন্সিলের"]


def test_a_known_name_in_brackets_is_no_acronym():
    """মস্কো (রাশিয়া) are two entities."""
    found = ids("মস্কো (রাশিয়া) শহরে সভা হয়েছে।")
    assert found == {"মস্কো": "place/moscow", "রাশিয়া": "country/russia"}


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("DPRK", "ডেমোক্রেটিক পিপলস রিপাবলিক অফ কোরিয়া", True),
        ("এনএসসি", "ন্যাশনাল সিকিউরিটি কাউন্সিল", True),
        ("দুদক", "দুর্নীতি দমন কমিশন", True),
        ("বয়স", "রতন দাস", False),
        ("ইউএস", "ওয়াটসন", False),
    ],
)
def test_an_acronym_is_made_of_letters_or_syllables(short, full, expected):
    """Spelt letters or first syllables of several words make an acronym."""
    assert is_acronym(short, full) is expected


def test_a_body_is_its_owners():
    """The ministry of a state is one entity of its own, the state another."""
    found = read("রাশিয়ার প্রতিরক্ষা মন্ত্রণালয়ের বৈঠক হয়েছে।")
    body = next(each for each in found.entities if each.type is EntityType.ORGANIZATION)
    assert (body.id, body.label_en) == (
        "organization/russia-ministry-of-defence",
        "Ministry of Defence of Russia",
    )


def test_a_body_alone_is_the_only_one_named_before():
    """নৌবাহিনী is the navy of the one state whose navy the article names."""
    found = ids("পাকিস্তান নৌবাহিনী মহড়া করেছে। পরে নৌবাহিনীর জাহাজ ফিরে আসে।")
    assert found["নৌবাহিনীর"] == "organization/pakistan-navy"


def test_a_body_without_owner_is_no_entity():
    """A ministry of nobody knows where is none."""
    assert read("নৌবাহিনীর জাহাজ ফিরে আসে।").entities == ()


def test_common_nouns_that_a_tagger_took_for_names_are_none():
    """Weekdays, generic bodies, posts, single letters and definite nouns name nothing."""
    text = "<PER সোমবার> <ORG নিরাপত্তা বাহিনীর> <PER প্রেসিডেন্ট> <PER ক> <LOC সাবমেরিনটিতে> ছিল।"
    assert read(text).entities == ()


def test_a_description_before_a_name_is_cut_off():
    """কাতারভিত্তিক সংবাদমাধ্যম is no part of the name after it, and names Qatar."""
    found = ids("<ORG কাতারভিত্তিক সংবাদমাধ্যম নতুন সকাল> জানায়।")
    assert found["কাতার"] == "country/qatar"
    assert "নতুন সকাল" in found


def test_a_cautious_name_needs_the_tagger():
    """A name of the world that a tagger marks is linked although the form is short."""
    assert ids("<GPE চাদ> সেনা পাঠিয়েছে।")["চাদ"] == "country/chad"


def test_a_misspelt_full_name_links_to_the_world():
    """ভ্লাদিমীর পুতিন has the consonants of the entry and sounds as it does."""
    assert ids("<PER ভ্লাদিমীর পুটিন> এসেছেন।")["ভ্লাদিমীর পুটিন"] == "person/vladimir-putin"


def test_a_name_keeps_its_label_and_gets_a_latin_one():
    """A name that the world does not have is labelled as written, and romanised."""
    (entity,) = read("<PER রবার্ট কোলম্যানের> কথা।").entities
    assert (entity.id, entity.label_bn) == ("person/rabart-kolman", "রবার্ট কোলম্যান")


def test_the_other_forms_of_a_new_name_are_its_aliases():
    """Short forms seen in the article are aliases of the full one."""
    (entity,) = read("<PER রবার্ট কোলম্যান> এসেছেন। <PER কোলম্যান> হাসেন।").entities
    assert entity.aliases == ("কোলম্যান",)


def test_ids_do_not_depend_on_the_rest_of_the_article():
    """Another paragraph adds entities and renames none."""
    short = "<PER রবার্ট কোলম্যান> পুতিনকে চিঠি দেন।"
    more = f"{short}\n<PER জোসেফ সভিগনি> জাপানে আছেন।"
    assert {each.id for each in read(short).entities} <= {each.id for each in read(more).entities}


def test_entities_stand_by_id_and_links_by_offset():
    """The order of a resolution follows from the article alone."""
    found = read("পুতিন জাপানে। <PER রবার্ট কোলম্যান> রাশিয়ায়। তিনি হাসেন।")
    assert [each.id for each in found.entities] == sorted(each.id for each in found.entities)
    begins = [link.mention.begin for link in found.links]
    assert begins == sorted(begins)


def test_every_link_refers_to_an_entity_of_the_resolution():
    """Nothing is linked that the resolution does not list, nor listed without a link."""
    found = read("মার্কিন প্রেসিডেন্ট জো বাইডেন পুতিনকে চিঠি দেন। দুই নেতা কথা বলেন। তিনি হাসেন।")
    linked = {id_ for link in found.links for id_ in link.entities}
    assert linked == {each.id for each in found.entities}


@given(BENGALI, st.sampled_from(list(EntityType)))
def test_an_id_is_a_path_of_plain_letters(name, kind):
    """Whatever the name, its id is its type, a slash and a slug that is not empty."""
    head, _, slug = new_id(kind, name).partition("/")
    assert head == kind.value.lower()
    assert slug
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


@given(BENGALI)
def test_a_spelling_key_is_its_own_key(name):
    """Writing a key's key changes nothing more."""
    assert spelling_key(spelling_key(name)) == spelling_key(name)


def test_a_row_that_stands_twice_is_refused(tmp_path, monkeypatch):
    """A repeated row of a table is an error with file and line."""
    (tmp_path / "letters.tsv").write_text("name\tletter\nএ\ta\nএ\tb\n", encoding="utf-8")
    monkeypatch.setattr(tables, "DATA", tmp_path)
    tables.letter_names.cache_clear()
    with pytest.raises(DataError, match=r"letters\.tsv:3"):
        tables.letter_names()
    tables.letter_names.cache_clear()


def test_an_unknown_rule_is_refused(tmp_path, monkeypatch):
    """An anaphor under a rule that does not exist is an error."""
    text = "words\trule\tcase\texample\nতিনি\tnobody\tnone\tতিনি আসেন।\n"
    (tmp_path / "anaphors.tsv").write_text(text, encoding="utf-8")
    monkeypatch.setattr(tables, "DATA", tmp_path)
    tables.anaphors.cache_clear()
    with pytest.raises(DataError, match="unknown rule"):
        tables.anaphors()
    tables.anaphors.cache_clear()


def test_the_name_of_an_election_is_not_the_parliament():
    """জাতীয় সংসদ নির্বাচন names an election; জাতীয় সংসদ alone the parliament."""
    world = load_world()
    election = resolve(document("জাতীয় সংসদ নির্বাচনের তফসিল হয়েছে।", world), world)
    house = resolve(document("জাতীয় সংসদে বিল পাস হয়েছে।", world), world)
    assert election.links == ()
    assert [each.id for each in house.entities] == ["organization/jatiya-sangsad"]


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("<ORG বরেন্দ্র বহুমুখী কর্তৃপক্ষ> (বিএমডিএ) কাজ করে। বিএমডিএ জানায়।", True),
        ("<LOC ডেমোক্রেটিক রিপাবলিক অব টোরাল্যান্ড> (ডিআরটি) ছোট। ডিআরটি দ্বীপ।", True),
        ("<LOC পাহাড়ি চরাঞ্চল> (জেএসএস) শান্ত। জেএসএস জানায়।", False),
        ("<PER মিনহাজ কাদেরী> (বিএনএফ) হেরেছেন। বিএনএফ জানায়।", False),
    ],
)
def test_brackets_after_a_name_are_its_short_form_only_if_they_may_be(text, one):
    """A body's brackets hold its short form, a candidate's his party."""
    world = load_world()
    found = resolve(document(text, world), world)
    assert any(link.found_by == "acronym" for link in found.links) == one


def whole(text: str) -> dict[str, str]:
    """What each name of a text refers to in the package's own world."""
    found = resolve(document(text, load_world()), load_world())
    return {link.mention.text: link.entities[0] for link in found.links}


def test_a_body_that_every_state_has_is_its_owner_s():
    """Between owner and body may stand which of its bodies it is."""
    found = whole("বাংলাদেশ চিঠি দেয়। ইউক্রেনের কেন্দ্রীয় নির্বাচন কমিশন তা পায়।")
    assert found["কেন্দ্রীয় নির্বাচন কমিশন"] == "organization/ukraine-election-commission"


def test_a_body_is_of_no_state_that_the_article_does_not_speak_of():
    """Of two other states neither is Bangladesh."""
    assert "পররাষ্ট্র মন্ত্রণালয়" not in whole("ভারত ও পাকিস্তান কথা বলে। <ORG পররাষ্ট্র মন্ত্রণালয়> জানায়।")


def test_a_body_without_any_state_is_the_paper_s_own():
    """A town of Bangladesh speaks for Bangladesh."""
    found = whole("ঢাকায় ভারতের দূত আসেন। <ORG পররাষ্ট্র মন্ত্রণালয়> তা জানায়।")
    assert found["পররাষ্ট্র মন্ত্রণালয়"] == "organization/bd-foreign-ministry"


def test_soldiers_of_a_state_are_no_body():
    """রুশ সেনারা are Russia's, while its army has a name."""
    found = whole("<ORG রুশ সেনারা> ঢুকেছে। রুশ সেনাবাহিনী তা জানায়।")
    assert found["রুশ সেনারা"] == "country/russia"
    assert found["রুশ সেনাবাহিনী"] == "organization/russian-armed-forces"


def test_a_name_may_end_as_if_in_a_classifier():
    """A committee keeps its last word."""
    assert "স্থায়ী কমিটির" in whole("<ORG স্থায়ী কমিটির> প্রধান আসেন।")


def test_a_part_of_the_world_is_named_by_more_than_an_adjective():
    """এশীয় once speaks of nobody; beside এশিয়া it is one more mention."""
    assert "এশীয়" not in whole("এশীয় কূটনীতিকেরা আসেন।")
    assert whole("এশীয় কূটনীতিকেরা এশিয়ায় আসেন।")["এশীয়"] == "place/asia"


def test_people_of_a_kind_are_no_body():
    """A single word in the plural names no body; a name of two words may end so."""
    assert "হুটংদের" not in ids("<ORG হুটংদের> ডাকা হয়।")
    assert "নতুন হুটংদের" in ids("<ORG নতুন হুটংদের> ডাকা হয়।")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("<LOC মহানগরীর হুটং> এলাকা।", "হুটং"),
        ("<PER হুটং টেলিফোনে> বলেন।", "হুটং"),
        ("<LOC হুটং পাহাড়> উঁচু।", "হুটং পাহাড়"),
        ("<ORG সকালের হুটং> পত্রিকা।", "সকালের হুটং"),
    ],
)
def test_what_else_a_sentence_says_is_cut_off_people_and_places(text, name):
    """Common nouns with an ending are no part of their names; bodies may be called so."""
    assert name in ids(text)


def test_a_number_tells_two_names_apart():
    """A seat of parliament is not the town, nor another seat."""
    seats = [new_id(EntityType.PLACE, name) for name in ("ঢাকা", "ঢাকা-৮", "ঢাকা-৯")]
    assert seats == ["place/dhaka", "place/dhaka-8", "place/dhaka-9"]
