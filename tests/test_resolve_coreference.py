"""What pronouns and described names refer to."""

from dataclasses import replace
from datetime import date

import pytest
from resolve_samples import document, rows, small_world

from kg.model import MentionType
from kg.resolve import antecedents, resolve, tables
from kg.resolve.tables import anaphors


@pytest.mark.parametrize(("text", "anaphor", "entities", "why"), rows("resolve_coreference.tsv"))
def test_an_anaphor_refers_to_what_the_table_says(text, anaphor, entities, why):
    """The last place of the anaphor is linked to these entities, or to nothing."""
    found = resolve(document(text, small_world()), small_world())
    begin = text.rindex(anaphor)
    links = [link.entities for link in found.links if link.mention.begin == begin]
    expected = [] if entities == "-" else [sorted(entities.split())]
    assert [sorted(each) for each in links] == expected, why


def test_every_row_of_the_table_has_its_words_in_its_example():
    """An anaphor's example holds its words, with or without ending."""
    assert [each.words for each in anaphors().values() if each.words not in each.example] == []


def test_the_table_may_name_every_rule_and_no_other():
    """The rules that the table's reader allows are those that exist."""
    assert set(tables.RULES) == set(antecedents.RULES)


def test_links_say_whether_they_are_names_nominals_or_pronouns():
    """A pronoun, a described name and a name are told apart."""
    text = "রাশিয়া কথা বলেছে। দেশটি যুদ্ধ চায়। পুতিন বলেন, তিনি আসবেন।"
    found = resolve(document(text, small_world()), small_world())
    kinds = {link.mention.text: link.type for link in found.links}
    assert kinds["দেশটি"] is MentionType.NOMINAL
    assert kinds["তিনি"] is MentionType.PRONOUN
    assert kinds["পুতিন"] is MentionType.NAME


def test_every_link_says_what_found_it_and_how_sure_it_is():
    """No link goes without a rule's name and a confidence above nought."""
    text = "রুশ প্রেসিডেন্ট পুতিন এসেছেন। তিনি হাসেন। দেশটি শান্ত।"
    found = resolve(document(text, small_world()), small_world())
    assert all(link.found_by and 0 < link.confidence <= 1 for link in found.links)


def test_a_head_whom_the_article_never_names_is_found_in_the_world():
    """With a date, মার্কিন প্রেসিডেন্ট is who holds the post then, and তিনি takes him up."""
    doc = document("মার্কিন প্রেসিডেন্ট এসেছেন। তিনি হাসেন।", small_world())
    dated = replace(doc, article=replace(doc.article, published=date(2023, 9, 13)))
    found = resolve(dated, small_world())
    assert [link.entities[0] for link in found.links] == [
        *("country/united-states", "person/joe-biden", "person/joe-biden"),
    ]
    assert "person/joe-biden" in {each.id for each in found.entities}
    assert [each.id for each in resolve(doc, small_world()).entities] == ["country/united-states"]


def test_a_sentence_repeated_without_end_is_read_as_often():
    """However long an article, each sentence looks only at those just before it."""
    said = "রুশ প্রেসিডেন্ট পুতিন এসেছেন, “আমি হাসি।” তিনি হাসেন। প্রেসিডেন্ট কিম জং উনকে দেখেন। "
    once = resolve(document(said, small_world()), small_world()).links
    often = resolve(document(said * 400, small_world()), small_world()).links
    assert len(often) == 400 * len(once)


def test_a_sentence_of_nothing_but_names_and_pronouns_is_read():
    """Where a sentence holds thousands of names, an anaphor looks at those beside it."""
    found = resolve(
        document("পুতিন এসেছেন। " + "রাশিয়া কিম-পুতিন তিনি দেশটি " * 700, small_world()), small_world()
    )
    assert {link.entities for link in found.links if link.mention.text == "তিনি"} == {
        ("person/vladimir-putin",)
    }
