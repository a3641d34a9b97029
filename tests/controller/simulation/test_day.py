"""A simulated day is one that could be."""

from datetime import UTC, datetime, timedelta
from random import Random

from controller.hall import Hall
from controller.hall.service import Service
from controller.simulation import Assumptions, Shift, SimulatedDay, Work
from tests.controller.builders import BIRTHS, ONE, TAXES, TWO

OPENS = datetime(2026, 1, 6, 8, 30, tzinfo=UTC)
WORK = {BIRTHS: Work(3, 5), TAXES: Work(1, 5)}
HOUR = timedelta(hours=1)


def a_hall() -> Hall:
    kinds = [Service(each, "A", timedelta(minutes=10)) for each in (BIRTHS, TAXES)]
    return Hall(kinds, {ONE: [BIRTHS, TAXES], TWO: [BIRTHS, TAXES]})


def visits(visitors: float = 80, seed: int = 1, hours: float = 8, **assumed: float):
    shifts = [Shift(each, OPENS, OPENS + hours * HOUR) for each in (ONE, TWO)]
    day = SimulatedDay(a_hall(), Assumptions(visitors, WORK, **assumed), Random(seed))
    return day.run(OPENS, shifts)


def test_the_same_seed_gives_the_same_day() -> None:
    assert visits(seed=3) == visits(seed=3) != visits(seed=4)


def test_where_few_come_nobody_waits() -> None:
    waits = [visit.wait for visit in visits(visitors=8)]

    assert max(waits) < 10 * 60


def test_who_is_not_called_before_the_evening_has_no_wait() -> None:
    day = visits(visitors=300, hours=1)
    called = [visit for visit in day if visit.called_at is not None]

    assert 0 < len(called) < len(day)
    assert max(visit.called_at for visit in called) < OPENS + HOUR


def test_longer_services_make_longer_waits() -> None:
    quick, slow = (sum(v.wait or 0 for v in visits(walk=walk)) for walk in (0, 300))

    assert slow > quick


def test_who_does_not_come_is_not_served() -> None:
    assert {visit.served for visit in visits(no_show=1.0)} == {0.0}


def test_a_quota_turns_people_away() -> None:
    hall = a_hall()
    hall.services = {BIRTHS: Service(BIRTHS, "A", timedelta(minutes=10), quota=5)}
    day = SimulatedDay(hall, Assumptions(80, {BIRTHS: Work(1, 5)}), Random(1))

    assert len(day.run(OPENS, [Shift(ONE, OPENS, OPENS + 8 * HOUR)])) == 5
    assert day.turned_away > 20
