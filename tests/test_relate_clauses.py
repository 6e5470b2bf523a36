"""Clauses: where each verb stands and what belongs to it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from told import scenes, words

from kg.language import split_sentences
from kg.relate.clauses import split_domains
from kg.relate.scene import Scene
from kg.relate.verbgroups import verb_groups


def first_scene(text: str) -> Scene:
    """The first sentence, laid out."""
    return scenes(text)[0]


def domains(text: str) -> list[str]:
    """The words of each domain of the first sentence."""
    scene = first_scene(text)
    return [words(scene, d.first, d.last) for d in scene.domains]


def groups(text: str) -> list[str]:
    """The words of each verb group of the first sentence."""
    scene = first_scene(text)
    return [words(scene, g.first, g.last) for g in scene.groups]


def test_neighbouring_verb_words_are_one_group() -> None:
    """An infinitive and its auxiliary say one thing."""
    assert groups("রাশিয়া হামলা চালাতে পারে।") == ["চালাতে পারে"]


def test_a_verbal_noun_with_to_be_is_passive() -> None:
    """করা হয়েছে has no subject who acts."""
    (group,) = first_scene("প্রস্তাব নাকচ করা হয়েছে।").groups

    assert group.passive


def test_a_finite_verb_closes_its_group() -> None:
    """A verb word after a finite one begins a new group."""
    assert groups("পুতিন জানিয়েছেন যেতে পারেন।") == ["জানিয়েছেন", "যেতে পারেন"]


def test_a_negation_after_the_verb_negates_it() -> None:
    """চালাবে না is negated, চালাবে is not."""
    assert first_scene("রাশিয়া হামলা চালাবে না।").groups[0].negated
    assert not first_scene("রাশিয়া হামলা চালাবে।").groups[0].negated


def test_a_negation_before_a_verbal_noun_negates_it() -> None:
    """না করার negates what is asked."""
    assert first_scene("হামলা না করার অনুরোধ জানিয়েছে চীন।").groups[0].negated


def test_a_conditional_with_also_is_concessive() -> None:
    """চালালেও says that it happened; চালালে says if."""
    assert first_scene("রাশিয়া হামলা চালালেও ইরান চুপ।").groups[0].concessive
    assert not first_scene("রাশিয়া হামলা চালালে ইরান চুপ।").groups[0].concessive


def test_kore_is_a_participle_inside_a_clause_and_finite_at_its_end() -> None:
    """করে before other words is 'having done', before the danda 'does'."""
    inside = first_scene("ইরান চুক্তি করে চীন ছেড়েছে।").groups[0]
    final = first_scene("ইরান চীনের সঙ্গে বাণিজ্য করে।").groups[0]

    assert (inside.form.form, final.form.form) == ("participle", "finite")


def test_a_participle_closes_a_segment_of_the_same_clause() -> None:
    """Two verbs of one subject are two segments of one domain."""
    scene = first_scene("পুতিন চীনে গিয়ে শি জিনপিংয়ের সঙ্গে বৈঠক করেছেন।")

    assert len(scene.domains) == 1
    assert [words(scene, s.first, s.last) for s in scene.domains[0].segments] == [
        "পুতিন চীনে গিয়ে",
        "শি জিনপিংয়ের সঙ্গে বৈঠক করেছেন",
    ]


def test_a_subject_after_the_verb_belongs_to_its_clause() -> None:
    """Newspapers put the subject last: … করেছেন শি জিনপিং."""
    assert domains("ভারত সফর করেছেন শি জিনপিং।") == ["ভারত সফর করেছেন শি জিনপিং"]


def test_bole_after_a_finite_verb_closes_what_is_said() -> None:
    """বলে after a finite verb parts the words from who says them."""
    scene = first_scene("রাশিয়া হামলা চালিয়েছে বলে জানিয়েছে ইরান।")

    assert [d.closed_by for d in scene.domains] == ["say", "।"]
    assert scene.domains[1].opened_by == "say"


def test_bole_before_a_verb_is_saying() -> None:
    """বলে আসছেন is a verb group, 'has been saying'."""
    assert groups("পুতিন এ কথা বলে আসছেন।") == ["বলে আসছেন"]


def test_je_opens_what_is_said() -> None:
    """After a finite verb যে begins a clause."""
    scene = first_scene("পুতিন বলেছেন যে রাশিয়া হামলা চালাবে।")

    assert [d.opened_by for d in scene.domains] == ["", "that"]


def test_a_comma_before_the_verb_ends_no_clause() -> None:
    """Only after a finite verb does a comma end a clause."""
    assert len(domains("শুক্রবার, বেইজিংয়ে বৈঠক করেছেন শি জিনপিং।")) == 1


def test_commas_of_a_coordination_end_no_clause() -> None:
    """After the verb A, B ও C stays together."""
    assert len(domains("রাশিয়াকে সতর্ক করেছে চীন, জাপান ও ভারত।")) == 1


def test_a_quotation_is_a_clause_of_its_own() -> None:
    """What stands in marks is quoted, who says it is not."""
    scene = first_scene("পুতিন বলেন, “রাশিয়া হামলা চালাবে।”")

    assert [d.quoted for d in scene.domains][:2] == [False, True]


@given(st.lists(st.sampled_from(["রাশিয়া", "করেছে", "করে", "বলে", "না", ",", "“", "”", "হামলা", "।"])))
def test_domains_are_in_order_and_do_not_overlap(parts: list[str]) -> None:
    """Whatever the words, domains follow each other and segments lie inside them."""
    for sentence in split_sentences(" ".join(parts)):
        found = split_domains(sentence.tokens, verb_groups(sentence.tokens, frozenset()), False)
        ends = [0, *(d.last for d in found)]
        assert all(end <= d.first < d.last for end, d in zip(ends, found, strict=False))
        assert all(d.first <= s.first < s.last <= d.last for d in found for s in d.segments)


def test_a_closing_mark_alone_is_no_clause() -> None:
    """The mark after the full stop of a quotation has no clause of its own."""
    assert domains("পুতিন বলেন, “রাশিয়া হামলা চালাবে।”") == ["পুতিন বলেন", "“ রাশিয়া হামলা চালাবে"]
