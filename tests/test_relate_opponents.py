"""The other side of an attack that names nobody."""

from datetime import date

from kg.model import Claim, Entity, Evidence, Status
from kg.relate.opponents import opposed
from kg.world import load_world
from kg.world.wars import load_wars

DAY = date(2025, 12, 17)


def _entities(*ids: str) -> dict[str, Entity]:
    world = load_world()
    return {i: entry.entity for i in ids if (entry := world.entry(i)) is not None}


def _attack(agent: str, *recipient: str, **more: object) -> Claim:
    return Claim(
        event_type="Attack",
        agent=(agent,),
        recipient=recipient,
        place=(),
        status=Status.OCCURRED,
        evidence=(Evidence(0, 0, 1),),
        found_by="assault.attack",
        confidence=0.5,
        **more,  # type: ignore[arg-type]
    )


def _recipients(claims: list[Claim], *ids: str) -> list[tuple[str, ...]]:
    return [c.recipient for c in opposed(claims, _entities(*ids), load_world(), DAY)]


def test_the_one_enemy_that_is_told_is_hit() -> None:
    """An attack without another side is on whom the article says that its doer fights."""
    told = _attack("country/thailand", "country/cambodia")
    found = _recipients([told, _attack("country/cambodia")], "country/thailand", "country/cambodia")
    assert found[1] == ("country/thailand",)


def test_a_war_of_the_time_tells_the_enemy() -> None:
    """Where the article names both, the table of wars says whom an attack is on."""
    ids = ("country/russia", "country/ukraine")
    assert _recipients([_attack("country/russia")], *ids) == [("country/ukraine",)]


def test_who_is_not_named_is_not_hit() -> None:
    """The table of wars adds nobody whom the article does not name."""
    assert _recipients([_attack("country/russia")], "country/russia") == [()]


def test_two_enemies_leave_it_open() -> None:
    """Of two enemies nobody knows which one is meant."""
    told = [
        _attack("country/israel", "country/iran"),
        _attack("country/israel", "country/lebanon"),
        _attack("country/israel"),
    ]
    ids = ("country/israel", "country/iran", "country/lebanon")
    assert _recipients(told, *ids)[2] == ()


def test_an_attack_of_another_time_is_not_of_this_war() -> None:
    """What was done long before is on somebody else."""
    long_ago = _attack("country/russia", begin=date(1999, 1, 1), end=date(1999, 12, 31))
    assert _recipients([long_ago], "country/russia", "country/ukraine") == [()]


def test_the_sides_of_wars_are_entities() -> None:
    """Every id in the table of wars is one of the gazetteer."""
    world = load_world()
    assert all(world.entry(i) for war in load_wars() for i in (war.one, war.other))
