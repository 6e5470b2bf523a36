"""Who acts in each clause."""

from __future__ import annotations

from told import scenes, told

from kg.relate.scene import Subject

PUTIN, XI = "person/vladimir-putin", "person/xi-jinping"


def last_subject(text: str) -> Subject | None:
    """The subject of the last clause of the last sentence."""
    return scenes(text)[-1].subjects[-1]


def entities(text: str) -> tuple[str, ...]:
    """Who acts in the last clause of a text."""
    subject = last_subject(text)
    return subject.entities if subject else ()


def test_a_bare_name_before_the_verb_acts() -> None:
    """The nominative phrase of the clause is its subject."""
    assert entities("ভ্লাদিমির পুতিন ভারত সফর করেছেন।") == (PUTIN,)


def test_a_bare_name_after_the_verb_acts() -> None:
    """A subject may follow its verb, and is surer than one before it."""
    subject = last_subject("ভারত সফর করেছেন ভ্লাদিমির পুতিন।")

    assert subject is not None
    assert (subject.entities, subject.how) == ((PUTIN,), "after the verb")


def test_an_honorific_verb_wants_a_person() -> None:
    """With করেছেন the person acts and not the state that is bare, too."""
    assert entities("রাশিয়া সফর করেছেন শি জিনপিং।") == (XI,)


def test_a_plain_verb_wants_a_state() -> None:
    """With করেছে the state acts and not the person."""
    assert entities("ভ্লাদিমির পুতিন এলে চীন আলোচনা করবে।") == ("country/china",)


def test_a_thing_of_a_state_does_not_act() -> None:
    """A ship of Russia is no subject."""
    assert entities("রাশিয়ার জাহাজ বন্দরে পৌঁছেছে।") == ()


def test_a_clause_without_subject_has_that_of_the_clause_before() -> None:
    """The subject is carried on, less sure."""
    first, second = scenes("ভ্লাদিমির পুতিন চীন সফর করেছেন এবং শি জিনপিংয়ের সঙ্গে বৈঠক করেছেন।")[
        0
    ].subjects

    assert first is not None
    assert second is not None
    assert second.entities == (PUTIN,)
    assert second.confidence < first.confidence


def test_a_sentence_without_subject_has_that_of_the_sentence_before() -> None:
    """The subject is carried over a full stop."""
    assert entities("ভ্লাদিমির পুতিন চীনে পৌঁছেছেন। শি জিনপিংয়ের সঙ্গে বৈঠক করেছেন।") == (PUTIN,)


def test_a_subject_that_does_not_agree_is_not_carried() -> None:
    """A person does not become the subject of করেছে."""
    assert entities("ভ্লাদিমির পুতিন চীনে পৌঁছেছেন। ইরানের সঙ্গে বৈঠক করেছে।") == ()


def test_an_unnamed_actor_stops_what_is_carried() -> None:
    """Where analysts act, nobody from before does."""
    text = "ভ্লাদিমির পুতিন চীনে পৌঁছেছেন। বিশ্লেষকেরা ইরানের সমালোচনা করেছেন।"

    assert entities(text) == ()


def test_a_title_without_name_stops_what_is_carried() -> None:
    """Where a minister without a name acts, nobody from before does."""
    text = "ভ্লাদিমির পুতিন চীনে পৌঁছেছেন। পররাষ্ট্রমন্ত্রী ইরানের সমালোচনা করেছেন।"

    assert PUTIN not in entities(text)


def test_the_first_person_is_the_speaker() -> None:
    """In 'he said, I met …' the speaker met."""
    assert entities("ভ্লাদিমির পুতিন বলেন, আমি শি জিনপিংয়ের সঙ্গে বৈঠক করেছি।") == (PUTIN,)


def test_who_does_a_verbal_noun_is_not_the_subject_of_the_verb() -> None:
    """In রাশিয়া হামলা চালানোর পর … ইরান it is Iran that asks."""
    text = "রাশিয়া হামলা চালানোর পর ইরান চীনকে অনুরোধ জানিয়েছে।"

    assert entities(text) == ("country/iran",)


def test_a_condition_may_have_a_subject_of_its_own() -> None:
    """In রাশিয়া … চালালেও ইউক্রেন … each verb has its own subject."""
    claims, _ = told("রাশিয়া হামলা চালালেও ইউক্রেন আলোচনার প্রস্তাব দিয়েছে।")

    assert {(c.event_type, c.agent) for c in claims} == {
        ("Attack", ("country/russia",)),
        ("Appeal", ("country/ukraine",)),
    }


def test_a_pronoun_is_nobody_whom_its_clause_names_in_another_role() -> None:
    """কমলা হ্যারিসকে সমর্থন দেন তিনি: he is who acted before, not Harris."""
    claims, _ = told("জো বাইডেন ভারতে গেছেন। কমলা হ্যারিসকে সমর্থন দেন তিনি।")
    (claim,) = [c for c in claims if c.event_type == "Support"]

    assert (claim.agent, claim.recipient) == (("person/joe-biden",), ("person/kamala-harris",))


def test_before_another_verb_a_pronoun_may_be_who_is_named() -> None:
    """ট্রাম্পকে প্রশ্ন করা হলে তিনি তা উড়িয়ে দেন: he is Trump."""
    claims, _ = told("ডোনাল্ড ট্রাম্পকে প্রশ্ন করা হলে তিনি অভিযোগ অস্বীকার করেন।")
    (claim,) = [c for c in claims if c.event_type == "Denial"]

    assert claim.agent == ("person/donald-trump",)


def test_who_says_stands_before_the_subject_of_what_is_said() -> None:
    """The verb of the clause after বলে is that of the name that stands before both."""
    (claim,) = told("ভলোদিমির জেলেনস্কি রাশিয়া শান্তি চায় না বলে অভিযোগ করেছেন।")[0]

    assert claim.agent == ("person/volodymyr-zelenskyy",)
    assert claim.recipient == ("country/russia",)


def test_several_are_they_who_acted_before() -> None:
    """A pronoun of several stands for those of the sentence before."""
    before = "ভ্লাদিমির পুতিন ও শি জিনপিং বেইজিংয়ে পৌঁছান।"

    assert entities(f"{before} পরে সংক্ষিপ্ত ভাষণ দেন তাঁরা।") == (PUTIN, XI)


def test_one_is_not_they() -> None:
    """A pronoun of several is not one person who acted before."""
    assert entities("ভ্লাদিমির পুতিন বেইজিংয়ে পৌঁছান। পরে তাঁরা ভাষণ দেন।") == ()


def test_people_of_a_body_go_on() -> None:
    """Who acts for a body is honoured like a person and goes on unnamed."""
    assert entities("বিএনপির নেতারা চীনে পৌঁছান। পরে ভাষণ দেন।") == entities("বিএনপির নেতারা চীনে পৌঁছান।")


def test_leaders_and_workers_act_for_their_party() -> None:
    """A compound of two nouns for people stands for their body like one."""
    assert entities("বিএনপির নেতা-কর্মীরা সভা করেছেন।") == entities("বিএনপির নেতারা সভা করেছেন।")
    assert entities("বিএনপির নেতা-কর্মীরা সভা করেছেন।")


def test_they_are_no_one_person_who_speaks() -> None:
    """After what one person says, তারা are others."""
    assert entities("ভ্লাদিমির পুতিন বলেছেন, তারা হামলা চালাচ্ছে।") == ()


def test_whoever_a_relative_pronoun_means_is_not_who_speaks() -> None:
    """In what X says, যারা … অস্বীকার করেন are others."""
    assert entities("ভ্লাদিমির পুতিন বলেন, যারা সত্য অস্বীকার করেন।") == ()
