"""Acts of speech that no noun names: verdicts, denials, refusals, menaces; whom they are about."""

from __future__ import annotations

from told import told

from kg.model import Claim, Status

TURKEY, ISRAEL, INDIA, PAKISTAN = (
    "country/turkey",
    "country/israel",
    "country/india",
    "country/pakistan",
)


def _of(text: str, event: str) -> list[Claim]:
    return [c for c in told(text)[0] if c.event_type == event]


def test_who_calls_a_deed_bad_accuses_whose_deed_it_is() -> None:
    """ইসরায়েলের হামলাকে যুদ্ধাপরাধ হিসেবে বর্ণনা accuses Israel."""
    (claim,) = _of("ইসরায়েলের হামলাকে ‘যুদ্ধাপরাধ’ হিসেবে বর্ণনা করেছে তুরস্ক।", "Accusation")
    assert (claim.agent, claim.recipient) == ((TURKEY,), (ISRAEL,))


def test_who_calls_a_deed_good_praises() -> None:
    """ইসরায়েলের সিদ্ধান্তকে ঐতিহাসিক আখ্যা is praise."""
    text = "ইসরায়েলের সিদ্ধান্তকে ‘ঐতিহাসিক’ আখ্যা দিয়েছে তুরস্ক।"
    assert [c.recipient for c in _of(text, "Support")] == [(ISRAEL,)]
    assert not _of(text, "Accusation")


def test_what_is_bad_without_being_anybodys_is_no_accusation() -> None:
    """A situation that is called dangerous accuses nobody."""
    assert not _of("পরিস্থিতি বিপজ্জনক বলে উল্লেখ করেছে তুরস্ক।", "Accusation")


def test_who_is_accused_acts_in_what_is_said_before() -> None:
    """ভারত … করেছে বলে অভিযোগ করেছে পাকিস্তান accuses India."""
    (claim,) = _of("ভারত চুক্তি ভেঙেছে বলে অভিযোগ করেছে পাকিস্তান।", "Accusation")
    assert (claim.agent, claim.recipient) == ((PAKISTAN,), (INDIA,))


def test_a_denial_answers_whose_charge_it_is() -> None:
    """পাকিস্তানের অভিযোগ অস্বীকার করেছে ভারত is said to Pakistan."""
    (claim,) = _of("পাকিস্তানের অভিযোগ অস্বীকার করেছে ভারত।", "Denial")
    assert (claim.agent, claim.recipient) == ((INDIA,), (PAKISTAN,))


def test_what_is_not_true_is_denied_by_who_says_so() -> None:
    """ভারত বলেছে, এ খবর সত্য নয় is India's denial; that it is true denies nothing."""
    assert [c.agent for c in _of("ভারত বলেছে, এ খবর সত্য নয়।", "Denial")] == [(INDIA,)]
    assert not _of("ভারত বলেছে, এ খবর সত্য।", "Denial")


def test_not_to_let_in_is_a_refusal() -> None:
    """ঢুকতে দেয়নি happened, though its verb is negated; ঢুকতে দিয়েছে is none."""
    (claim,) = _of("জাতিসংঘকে গাজায় ঢুকতে দেয়নি ইসরায়েল।", "Refusal")
    assert (claim.agent, claim.status) == ((ISRAEL,), Status.OCCURRED)
    assert not _of("জাতিসংঘকে গাজায় ঢুকতে দিয়েছে ইসরায়েল।", "Refusal")


def test_not_to_be_willing_is_a_refusal() -> None:
    """ভূখণ্ড ছাড়তে রাজি নয় refuses, and concedes nothing."""
    text = "ইউক্রেন ভূখণ্ড ছাড়তে রাজি নয়।"
    assert [c.agent for c in _of(text, "Refusal")] == [("country/ukraine",)]
    assert not _of(text, "Concede")


def test_a_menace_is_one_only_in_the_future() -> None:
    """মূল্য দিতে হবে warns, মূল্য দিতে হয়েছে tells."""
    (claim,) = _of("তুরস্ক বলেছে, ইসরায়েলকে এর মূল্য দিতে হবে।", "Warning")
    assert (claim.agent, claim.recipient) == ((TURKEY,), (ISRAEL,))
    assert not _of("তুরস্ক বলেছে, ইসরায়েলকে এর মূল্য দিতে হয়েছে।", "Warning")


def test_who_is_called_a_threat_is_accused_not_whom_it_threatens() -> None:
    """X দেশের নিরাপত্তার জন্য হুমকি: the subject is condemned, not the owner of the safety."""
    text = "তুরস্ক বলেছে, ইসরায়েল ভারতের নিরাপত্তার জন্য হুমকি।"
    assert [c.recipient for c in _of(text, "Accusation")] == [(ISRAEL,)]


def test_what_somebody_is_said_to_be_blames_or_praises() -> None:
    """A noun may follow the word of blame, a verb of being too, or who says it after a colon."""
    for text in (
        "তুরস্ক বলেছে, ইসরায়েল একটি সন্ত্রাসী রাষ্ট্র।",
        "তুরস্ক বলেছে, ইসরায়েলের এই সিদ্ধান্ত ভুল ছিল।",
        "তুরস্ক বলেছে, এর জন্য দায়ী ইসরায়েল।",
        "ইসরায়েল সন্ত্রাসী রাষ্ট্র ছাড়া আর কিছু নয়: তুরস্ক",
    ):
        assert [c.recipient for c in _of(text, "Accusation")] == [(ISRAEL,)]
    for text in ("ইসরায়েলের এই সিদ্ধান্ত ভুল নয়।", "ইসরায়েলের এই সিদ্ধান্ত কি ভুল?"):
        assert not _of("তুরস্ক বলেছে, " + text, "Accusation")


def test_where_it_is_bad_is_nobodys_deed() -> None:
    """ইসরায়েলের সার্বভৌমত্বের লঙ্ঘন is done to Israel."""
    assert not _of("তুরস্ক বলেছে, এটি ইসরায়েলের সার্বভৌমত্বের লঙ্ঘন।", "Accusation")


def test_what_is_only_supposed_accuses_nobody() -> None:
    """A misdeed in a condition is none yet."""
    assert _of("ভারত বলেছে, পাকিস্তান চুক্তি ভঙ্গ করেছে।", "Accusation")
    assert not _of("ভারত বলেছে, পাকিস্তান যদি চুক্তি ভঙ্গ করে, তা হবে ভুল।", "Accusation")


def test_a_quotation_without_a_verb_is_what_is_said() -> None:
    """‘…’, বলেছে তুরস্ক has its words before the verb of saying."""
    (claim,) = _of("‘ইসরায়েল সন্ত্রাসী রাষ্ট্র’, বলেছে তুরস্ক।", "Accusation")
    assert (claim.agent, claim.recipient) == ((TURKEY,), (ISRAEL,))


def test_whose_deed_it_is_stands_after_what_it_is_about() -> None:
    """পাকিস্তানের নির্বাচন নিয়ে ভারতের উপদেশ is India's advice."""
    text = "তুরস্ক বলেছে, পাকিস্তানের নির্বাচন নিয়ে ভারতের উপদেশ অগ্রহণযোগ্য।"
    assert [c.recipient for c in _of(text, "Accusation")] == [(INDIA,)]


def test_concern_about_somebodys_doings_blames_him() -> None:
    """পাকিস্তানের নিরাপত্তা পরিস্থিতি নিয়ে উদ্বিগ্ন ভারত names whose it is."""
    text = "পাকিস্তানের নিরাপত্তা পরিস্থিতি নিয়ে উদ্বিগ্ন ভারত।"
    (claim,) = _of(text, "Accusation")
    assert (claim.agent, claim.recipient) == ((INDIA,), (PAKISTAN,))


def test_who_has_no_such_tie_denies_it() -> None:
    """তাদের কোনো হাত নেই is a denial; that another has none is not."""
    (claim,) = _of("তুরস্ক বলেছে, এ হামলায় তাদের কোনো হাত নেই।", "Denial")
    assert claim.agent == (TURKEY,)
    assert not _of("তুরস্ক বলেছে, এ হামলায় ইসরায়েলের কোনো হাত নেই।", "Denial")


def test_who_is_accused_denies_that_he_ever_did() -> None:
    """An accusation before makes কখনোই … করিনি a denial, to who accused."""
    text = "তুরস্ক ইসরায়েলকে অভিযুক্ত করেছে। ইসরায়েল বলেছে, ‘আমরা কখনোই চুক্তি লঙ্ঘন করিনি।’"
    (claim,) = _of(text, "Denial")
    assert (claim.agent, claim.recipient) == ((ISRAEL,), (TURKEY,))


def test_what_a_speaker_will_never_do_is_refused_by_him() -> None:
    """কোনো ছাড় দেওয়া হবে না names nobody; what another will not do is that other's."""
    assert [c.agent for c in _of("তুরস্ক বলেছে, কোনো ছাড় দেওয়া হবে না।", "Refusal")] == [(TURKEY,)]
    (claim,) = _of("তুরস্ক বলেছে, ইসরায়েল কোনো ছাড় দেবে না।", "Refusal")
    assert claim.agent == (ISRAEL,)


def test_charges_that_a_report_says_were_brought_are_not_its_own() -> None:
    """অভিযোগ করা হয়েছে in a report is its charge, অভিযোগ আনা হয়েছে nobody's by name."""
    report = "অ্যামনেস্টি ইন্টারন্যাশনালের প্রতিবেদনে ইসরায়েলের বিরুদ্ধে গণহত্যার অভিযোগ "
    (claim,) = _of(report + "করা হয়েছে।", "Accusation")
    assert claim.recipient == (ISRAEL,)
    (claim,) = _of(report + "আনা হয়েছে।", "Accusation")
    assert (claim.agent, claim.recipient) == ((), (ISRAEL,))
