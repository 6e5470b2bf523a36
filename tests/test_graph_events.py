"""Claims of one happening become one event, and of two happenings never."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import graph_samples as samples
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.background import Background
from kg.graph.consensus import RANK
from kg.graph.events import former, join_events
from kg.graph.stated import StatedClaim
from kg.model import Event, Status

KNOWN = Background({entity.id: entity for entity in samples.ENTITIES})
KIM, PUTIN = samples.KIM.id, samples.PUTIN.id
RUSSIA, KREMLIN, VOSTOCHNY = samples.RUSSIA.id, samples.KREMLIN.id, samples.VOSTOCHNY.id
DAY = date(2023, 9, 13)


def said(id: str, **changes: object) -> StatedClaim:
    """Kim met Putin on 13 September, as an article of that day says."""
    claim = StatedClaim(
        id, f"article-{id}", DAY, "Meeting", (KIM,), (PUTIN,), (), Status.OCCURRED, 0.8, DAY, DAY
    )
    return replace(claim, **changes)  # type: ignore[arg-type]


def undated(id: str, published: date | None, **changes: object) -> StatedClaim:
    """The same, from an article that gives no day."""
    return said(id, **{"published": published, "begin": None, "end": None} | changes)


def join(*claims: StatedClaim) -> tuple[Event, ...]:
    """The events of the claims, among the sample entities."""
    return join_events(claims, KNOWN)


def test_two_articles_of_one_meeting_make_one_event() -> None:
    """The sides of a meeting may be told in either order."""
    (event,) = join(said("a"), said("b", agent=(PUTIN,), recipient=(KIM,)))
    assert event.claims == ("a", "b")
    assert event.articles == ("article-a", "article-b")
    assert {*event.agent, *event.recipient} == {KIM, PUTIN}
    assert event.disagreement == ()


def test_who_does_it_matters_where_a_type_is_directed() -> None:
    """That A accuses B is not that B accuses A."""
    one = said("a", event_type="Accusation")
    assert len(join(one, replace(one, id="b", agent=(PUTIN,), recipient=(KIM,)))) == 2


def test_a_plan_and_its_fulfilment_are_one_event_that_occurred() -> None:
    """The plan came before, for the same month."""
    plan = said(
        "a",
        published=date(2023, 9, 5),
        begin=date(2023, 9, 1),
        end=date(2023, 9, 30),
        status=Status.PLANNED,
    )
    (event,) = join(plan, said("b"))
    assert (event.status, event.begin, event.end) == (Status.OCCURRED, DAY, DAY)


def test_a_plan_told_after_the_event_is_for_another_one() -> None:
    """What is to come is not what has been."""
    later = undated("b", date(2023, 9, 15), status=Status.PLANNED)
    assert [event.status for event in join(said("a"), later)].count(Status.PLANNED) == 1


def test_an_undated_report_joins_the_day_just_before_it() -> None:
    """News without a date is of the days before its publication."""
    (event,) = join(said("a"), undated("b", date(2023, 9, 16)))
    assert event.begin == DAY


@pytest.mark.parametrize("published", [date(2023, 10, 13), date(2023, 9, 1)])
def test_an_undated_report_far_away_is_of_another_happening(published: date) -> None:
    """A month later, or before the day itself, it cannot be the same."""
    assert len(join(said("a"), undated("b", published))) == 2


def test_a_year_does_not_swallow_a_day_in_it() -> None:
    """'In 2023' is too vague to be the 13th of September."""
    year = said("a", begin=date(2023, 1, 1), end=date(2023, 12, 31))
    assert len(join(year, said("b"))) == 2


def test_a_chain_of_near_reports_does_not_join_its_ends() -> None:
    """Undated reports every third day for two months are several events, each short."""
    days = [date.fromordinal(DAY.toordinal() + 3 * n) for n in range(20)]
    events = join(*(undated(f"{n:02}", day) for n, day in enumerate(days)))
    assert len(events) > 4
    for event in events:
        numbers = [int(claim) for claim in event.claims]
        assert max(numbers) - min(numbers) <= 3


def test_attacks_on_two_cities_on_one_day_are_two_events() -> None:
    """Where it happened tells happenings apart."""
    kyiv = said("a", event_type="Attack", agent=(RUSSIA,), place=("place/kyiv",))
    assert len(join(kyiv, replace(kyiv, id="b", place=("place/kharkiv",)))) == 2


def test_a_place_and_the_country_that_holds_it_are_one_place() -> None:
    """The more exact article does not disagree with the vaguer one."""
    attack = said("a", event_type="Attack", agent=(KIM,), place=(VOSTOCHNY,))
    (event,) = join(attack, replace(attack, id="b", article="b", place=(RUSSIA,)))
    assert event.place == (RUSSIA, VOSTOCHNY)
    assert event.disagreement == ()


def test_articles_that_differ_on_the_place_of_a_meeting_disagree() -> None:
    """Two people do not meet twice on one day in two towns."""
    (event,) = join(said("a", place=(VOSTOCHNY,)), said("b", place=("place/vladivostok",)))
    assert event.disagreement == ("place",)


def test_a_day_off_at_the_same_place_is_a_disagreement_on_time() -> None:
    """A slip of a day at one place is one meeting, told apart by the flag."""
    a = said("a", place=(VOSTOCHNY,))
    (event,) = join(a, replace(a, id="b", begin=date(2023, 9, 14), end=date(2023, 9, 14)))
    assert event.disagreement == ("time",)


def test_a_denied_happening_that_another_article_reports_is_disputed() -> None:
    """The report outweighs the denial, and the event says that there is one."""
    (event,) = join(said("a"), said("b", status=Status.DENIED))
    assert (event.status, event.disagreement) == (Status.OCCURRED, ("status",))


def test_a_happening_that_is_only_denied_stays_denied() -> None:
    """Nothing outweighs the denial."""
    (event,) = join(said("a", status=Status.DENIED))
    assert event.status is Status.DENIED


def test_a_third_party_in_one_article_is_a_disagreement_on_the_actors() -> None:
    """The fuller list of participants does not make another meeting."""
    (event,) = join(said("a"), said("b", recipient=(PUTIN, "person/shoigu")))
    assert event.disagreement == ("agent",)


def test_a_palace_acts_for_its_country() -> None:
    """The Kremlin's warning is Russia's."""
    warning = said("a", event_type="Warning", agent=(KREMLIN,))
    assert len(join(warning, replace(warning, id="b", agent=(RUSSIA,)))) == 1


def test_articles_without_any_date_join_nothing() -> None:
    """Where nothing is known of the time, nothing is assumed."""
    alone = undated("a", None)
    assert len(join(alone, replace(alone, id="b", article="b"), said("c"))) == 3


def test_a_later_article_never_renames_an_event() -> None:
    """The id is that of the earliest published report."""
    (before,) = join(said("a"))
    (after,) = join(said("a"), undated("b", date(2023, 9, 16)))
    assert after.id == before.id


def test_an_event_that_is_joined_to_another_leaves_its_id_behind() -> None:
    """Every id of a smaller build is an event of the larger one, or leads to one."""
    claims = [undated("a", date(2023, 9, 16)), said("b"), undated("c", date(2023, 9, 14))]
    whole = join(*claims)
    known = {event.id for event in whole} | {old for old, _ in former(whole, claims, KNOWN)}
    for claim in claims:
        assert {event.id for event in join(claim)} <= known


def test_a_doubtful_day_gives_way_to_a_surer_one() -> None:
    """A month on good grounds outweighs a day on poor ones."""
    sure = said("a", begin=date(2023, 9, 1), end=date(2023, 9, 30))
    (event,) = join(sure, said("b", confidence=0.3))
    assert (event.begin, event.end) == (date(2023, 9, 1), date(2023, 9, 30))


APPEAL = {"event_type": "Appeal", "recipient": (), "begin": None, "end": None}
SENTENCE = ("দ্রুত", "অবাধ", "নিরপেক্ষ", "নির্বাচন", "দিতে", "সরকারের", "প্রতি", "আহ্বান", "জানান", "তিনি")
OTHER = ("বন্যার্তদের", "পাশে", "দাঁড়াতে", "দেশবাসীকে", "অনুরোধ", "করেছেন", "দলের", "এই", "শীর্ষ", "নেতা")


def test_two_appeals_of_one_person_are_not_one() -> None:
    """Whoever appeals to nobody in particular does so many times a week."""
    appeals = said("a", **APPEAL, words=SENTENCE), said("b", **APPEAL, words=OTHER)
    assert len(join(*appeals)) == 2


def test_two_appeals_in_the_same_words_are_one() -> None:
    """The words tell that it is the same appeal."""
    changed = (*SENTENCE[:-2], "করেন")
    (event,) = join(said("a", **APPEAL, words=SENTENCE), said("b", **APPEAL, words=changed))
    assert event.articles == ("article-a", "article-b")


def test_what_a_person_did_on_a_day_is_one_deed() -> None:
    """He resigns once on one day, however differently the articles tell it."""
    deed = {"event_type": "Retreat", "recipient": ()}
    assert len(join(said("a", **deed, words=SENTENCE), said("b", **deed, words=OTHER))) == 1


def test_a_country_does_more_than_one_thing_a_day() -> None:
    """Its drills on one day may be several, where nothing else ties the reports together."""
    deed = {"event_type": "MilitaryActivity", "agent": (RUSSIA,), "recipient": ()}
    assert len(join(said("a", **deed, words=SENTENCE), said("b", **deed, words=OTHER))) == 2


STATES = Background(KNOWN.entities, {PUTIN: frozenset({RUSSIA})})


def test_a_person_and_his_state_do_one_thing() -> None:
    """Putin attacks Ukraine as Russia does, on the same stated day."""
    attack = said("a", event_type="Attack", agent=(PUTIN,), recipient=("country/ukraine",))
    (event,) = join_events([attack, replace(attack, id="b", article="b", agent=(RUSSIA,))], STATES)
    assert event.disagreement == ()


def test_a_person_and_his_state_do_two_things_where_no_day_ties_them() -> None:
    """Within one week each may have done something of the kind."""
    claim = undated("a", DAY, event_type="Attack", agent=(PUTIN,), recipient=("country/ukraine",))
    assert len(join_events([claim, replace(claim, id="b", agent=(RUSSIA,))], STATES)) == 2


def test_two_people_of_one_state_are_two() -> None:
    """A minister is not his president."""
    known = Background({}, {id: frozenset({RUSSIA}) for id in (PUTIN, "person/shoigu")})
    attack = said("a", event_type="Attack", agent=(PUTIN,), recipient=("country/ukraine",))
    claims = [attack, replace(attack, id="b", agent=("person/shoigu",))]
    assert len(join_events(claims, known)) == 2


def test_what_one_article_calls_talks_another_calls_a_meeting() -> None:
    """Two people on one day: one encounter, which keeps both names."""
    (event,) = join(said("a"), said("c"), said("b", event_type="Negotiation"))
    assert (event.event_type, event.types) == ("Meeting", ("Meeting", "Negotiation"))


def test_an_article_that_tells_of_meeting_and_visit_keeps_them_apart() -> None:
    """It knows that they are two."""
    assert len(join(said("a"), said("b", event_type="Visit", article="article-a"))) == 2


def test_states_that_talk_and_meet_do_two_things() -> None:
    """Only people cannot do both at once."""
    talks = said("a", event_type="Negotiation", agent=(RUSSIA,), recipient=("country/china",))
    assert len(join(talks, replace(talks, id="b", article="b", event_type="Meeting"))) == 2


def located(*said: tuple[str, str]) -> Background:
    """Articles that put Vostochny into places, in a Russia that has two regions."""
    regions = ("place/amur", "place/vladivostok")
    entities = {id: replace(samples.VOSTOCHNY, id=id) for id in regions}
    holders = {holder: frozenset({article}) for holder, article in said}
    return Background(entities | {RUSSIA: samples.RUSSIA}, {}, {VOSTOCHNY: holders})


def test_one_place_in_two_regions_is_a_disagreement() -> None:
    """Both articles name the same site, and put it into places far from each other."""
    known = located(("place/amur", "article-a"), ("place/vladivostok", "article-b"))
    claims = [said("a", place=(VOSTOCHNY,)), said("b", place=(VOSTOCHNY,))]
    (event,) = join_events(claims, known)
    assert event.disagreement == ("place",)
    assert known.located_apart(VOSTOCHNY)


def test_a_region_and_its_country_are_no_disagreement() -> None:
    """The one holds the other."""
    known = located(("place/amur", "article-a"), (RUSSIA, "article-b"))
    assert not known.located_apart(VOSTOCHNY)


def test_an_article_does_not_disagree_with_itself() -> None:
    """Two holders in one article may both be meant."""
    known = located(("place/amur", "article-a"), ("place/vladivostok", "article-a"))
    assert not known.located_apart(VOSTOCHNY)


def test_articles_that_count_differently_disagree_on_the_number() -> None:
    """Twelve dead in one, fifteen in the other."""
    attack = said("a", event_type="Attack", numbers=(("killed", 12), ("injured", 3)))
    (event,) = join(attack, replace(attack, id="b", article="b", numbers=(("killed", 15),)))
    assert event.disagreement == ("number",)


def test_a_copied_text_is_one_source() -> None:
    """Three articles, two of which print the same report."""
    report = SENTENCE + OTHER
    copy = (*report[:-1], "নেত্রী")
    (event,) = join(said("a", words=report), said("b", words=copy), said("c", words=OTHER[:5]))
    assert (len(event.articles), event.sources) == (3, 2)


def test_a_speaker_whom_two_articles_quote_is_one_source() -> None:
    """The Kremlin's word counts once, however often it is printed."""
    quoted = {"speakers": (KREMLIN,)}
    (event,) = join(said("a", **quoted), said("b", **quoted), said("c"))
    assert event.sources == 2


def test_a_copy_does_not_outvote_an_original() -> None:
    """Three prints of one text with Shoigu stand against two reporters without him."""
    third = {"recipient": (PUTIN, "person/shoigu"), "words": SENTENCE}
    copies = [said(id, **third) for id in "abc"]
    (event,) = join(*copies, said("d", words=OTHER), said("e", words=OTHER[:6]))
    assert set(event.agent + event.recipient) == {KIM, PUTIN}


def test_statuses_are_all_ranked() -> None:
    """No status is left out of the order of support."""
    assert set(RANK) == set(Status)


people = st.lists(st.sampled_from([KIM, PUTIN, RUSSIA, KREMLIN]), min_size=1, max_size=2)
stated = st.builds(
    said,
    st.integers(0, 10**6).map(str),
    event_type=st.sampled_from(["Meeting", "Negotiation", "Attack", "Visit", "Appeal"]),
    words=st.sampled_from([(), SENTENCE, OTHER, SENTENCE + OTHER]),
    speakers=st.sampled_from([(), (KREMLIN,)]),
    agent=people.map(tuple),
    recipient=people.map(tuple),
    place=st.sampled_from([(), (VOSTOCHNY,), (RUSSIA,), ("place/kyiv",)]),
    status=st.sampled_from(Status),
    published=st.one_of(st.none(), st.dates(date(2023, 9, 1), date(2023, 10, 1))),
    begin=st.one_of(st.none(), st.dates(date(2023, 9, 1), date(2023, 10, 1))),
    end=st.none(),
)


@given(st.lists(stated, max_size=12, unique_by=lambda claim: claim.id), st.randoms())
def test_every_claim_is_in_one_event_whatever_the_order(
    claims: list[StatedClaim], shuffler: random.Random
) -> None:
    """Joining loses no claim, doubles none, and does not see the order of articles."""
    events = join_events(claims, STATES)
    assert sorted(c for event in events for c in event.claims) == sorted(c.id for c in claims)
    assert len({event.id for event in events}) == len(events)
    shuffled = list(claims)
    shuffler.shuffle(shuffled)
    assert join_events(shuffled, STATES) == events
