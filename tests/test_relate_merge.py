"""One claim per happening and article."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from told import told

from kg.model import Claim, Entity, EntityType, Evidence, Status
from kg.relate.merge import merge_claims
from kg.relate.sharing import share

ENTITIES = {
    e.id: e
    for e in (
        Entity("country/china", EntityType.COUNTRY, "চীন", "China"),
        Entity("country/russia", EntityType.COUNTRY, "রাশিয়া", "Russia"),
        Entity("country/iran", EntityType.COUNTRY, "ইরান", "Iran"),
        Entity("place/beijing", EntityType.PLACE, "বেইজিং", "Beijing", seat_of="country/china"),
        Entity("place/moscow", EntityType.PLACE, "মস্কো", "Moscow", seat_of="country/russia"),
    )
}


def claim(
    event: str = "Meeting",
    agent: str = "country/china",
    recipient: str = "country/russia",
    status: Status = Status.OCCURRED,
    sentence: int = 0,
    day: date | None = None,
    place: tuple[str, ...] = (),
    confidence: float = 0.8,
) -> Claim:
    """A claim with the usual parties."""
    return Claim(
        event, (agent,), (recipient,), place, status, (Evidence(sentence, 0, 1),), "told",
        confidence, day, day,
    )  # fmt: skip


def merged(*claims: Claim) -> tuple[Claim, ...]:
    """The claims joined."""
    return merge_claims(claims, ENTITIES)


def test_two_sentences_about_one_happening_are_one_surer_claim() -> None:
    """Both sentences are evidence, and together they are surer than either."""
    (one,) = merged(claim(sentence=0), claim(sentence=3))

    assert [e.sentence for e in one.evidence] == [0, 3]
    assert one.confidence > 0.8


def test_parties_of_an_encounter_may_change_sides() -> None:
    """A met B is B met A."""
    assert len(merged(claim(), claim(agent="country/russia", recipient="country/china"))) == 1


def test_nobody_meets_himself() -> None:
    """Whoever is agent of a joined encounter is no recipient of it."""
    (one,) = merged(claim(), claim(agent="country/russia", recipient="country/china"))

    assert (one.agent, one.recipient) == (("country/china",), ("country/russia",))


def test_a_meeting_of_years_ago_is_not_the_one_now_planned() -> None:
    """Planned and took place are one life, but not over years."""
    long_ago = claim(day=date(2019, 4, 25))
    planned = claim(status=Status.PLANNED)

    joined = merge_claims((long_ago, planned), ENTITIES, date(2023, 9, 11))

    assert [c.status for c in joined] == [Status.OCCURRED, Status.PLANNED]


def test_one_of_several_actors_needs_the_same_other_side() -> None:
    """Two promise, one promises: one happening only where it is promised to the same."""
    both = replace(
        claim("Promise"), agent=("country/china", "country/iran"), recipient=("country/russia",)
    )
    same = claim("Promise")
    other = replace(claim("Promise"), recipient=())

    assert len(merged(both, same)) == 1
    assert len(merged(both, other)) == 2


def test_acts_without_another_side_do_not_vouch_for_each_other() -> None:
    """Two appeals to nobody may be two: they are joined, and no surer than the surer one."""
    appeal = replace(claim("Appeal"), recipient=(), trigger="a")
    (one,) = merged(appeal, replace(appeal, trigger="b", evidence=(Evidence(5, 0, 1),)))

    assert one.confidence == appeal.confidence


def test_sides_of_an_attack_do_not_change() -> None:
    """A attacked B is not B attacked A."""
    turned = claim("Attack", "country/russia", "country/china")

    assert len(merged(claim("Attack"), turned)) == 2


def test_a_capital_counts_as_its_state() -> None:
    """Beijing and China are one party."""
    assert len(merged(claim(), claim(agent="place/beijing"))) == 1


def test_what_was_planned_and_took_place_is_one_meeting() -> None:
    """The firmer status stands."""
    (one,) = merged(claim(status=Status.PLANNED), claim())

    assert one.status is Status.OCCURRED


@pytest.mark.parametrize("status", [Status.DENIED, Status.NEGATED, Status.REQUESTED_NOT])
def test_what_is_denied_or_asked_not_to_be_stays_apart(status: Status) -> None:
    """A denial is no other side of the same claim."""
    assert len(merged(claim(), claim(status=status))) == 2


def test_different_days_are_different_happenings() -> None:
    """Two meetings on two days are two."""
    assert len(merged(claim(day=date(2025, 12, 1)), claim(day=date(2025, 12, 2)))) == 2


def test_a_town_says_more_than_its_country() -> None:
    """Of a town and a country the town is where it was."""
    (one,) = merged(claim(place=("country/china",)), claim(place=("place/beijing",)))

    assert one.place == ("place/beijing",)


def test_the_narrower_time_stands() -> None:
    """A day says more than no time."""
    (one,) = merged(claim(), claim(day=date(2025, 12, 1)))

    assert one.begin == date(2025, 12, 1)


def test_the_day_of_a_welcome_is_that_of_the_meeting() -> None:
    """Parts of one encounter share its only day."""
    welcome = claim("Hosting", day=date(2025, 12, 1))

    assert [c.begin for c in share([claim(), welcome], ENTITIES)] == [date(2025, 12, 1)] * 2


def test_two_days_of_welcome_say_nothing_of_the_meeting() -> None:
    """With two days it is not clear which is meant."""
    days = [claim("Hosting", day=date(2025, 12, n)) for n in (1, 2)]

    assert share([claim(), *days], ENTITIES)[0].begin is None


CLAIMS = st.lists(
    st.builds(
        claim,
        event=st.sampled_from(["Meeting", "Attack"]),
        agent=st.sampled_from(sorted(ENTITIES)),
        recipient=st.sampled_from(sorted(ENTITIES)),
        status=st.sampled_from(Status),
        sentence=st.integers(0, 5),
    ),
    max_size=8,
)


@given(CLAIMS)
def test_no_evidence_is_lost(claims: list[Claim]) -> None:
    """Every sentence of every claim is evidence of some joined claim."""
    kept = {e for c in merge_claims(claims, ENTITIES) for e in c.evidence}

    assert kept == {e for c in claims for e in c.evidence}


def test_what_the_article_tells_on_its_own_is_nobodys_word() -> None:
    """One sentence without a source is enough, unless the lede only leaves the source out."""
    said = "চীন বলেছে, রাশিয়া ইউক্রেনে হামলা চালিয়েছে। "
    own = "রাশিয়া ইউক্রেনে হামলা চালিয়েছে। "
    between = "বৈঠক হয়নি। সময় কম। "

    def sources(text: str) -> list[tuple[str, ...]]:
        return [c.attributed_to for c in told(text)[0] if c.event_type == "Attack"]

    assert sources(said + between + own) == [()]
    assert sources(own + said) == [("country/china",)]
