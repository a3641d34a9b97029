"""Visitors who are drawn by chance come as they are assumed to."""

from datetime import UTC, datetime, timedelta
from random import Random
from statistics import fmean, variance

import pytest

from controller.simulation import Assumptions, Work, spread_over
from controller.simulation.arrivals import arrivals
from controller.simulation.assumptions import HALF_HOURS

TUESDAY = datetime(2026, 1, 6, 8, 30, tzinfo=UTC)
BIRTHS, TAXES = "birth_copy", "tnb"
WORK = {BIRTHS: Work(3, 6), TAXES: Work(1, 8)}
DAYS = 400


def days(assumed: Assumptions, opens_at: datetime = TUESDAY) -> list[list[tuple[datetime, str]]]:
    chance = Random(7)
    return [arrivals(assumed, opens_at, chance) for _ in range(DAYS)]


def test_as_many_come_as_on_such_a_weekday() -> None:
    for weekday, factor in ((0, 1.17), (2, 0.93)):
        opens_at = TUESDAY + timedelta(days=weekday - 1)
        mean = fmean(map(len, days(Assumptions(300, WORK), opens_at)))

        assert abs(mean / (300 * factor) - 1) < 0.03


def test_they_come_in_order_while_the_hall_is_open() -> None:
    for day in days(Assumptions(300, WORK))[:20]:
        moments = [at for at, _ in day]
        assert moments == sorted(moments)
        assert all(TUESDAY <= at < TUESDAY + timedelta(hours=8) for at in moments)


def test_three_of_four_come_for_what_three_of_four_come_for() -> None:
    services = [service for day in days(Assumptions(300, WORK)) for _, service in day]

    assert abs(services.count(BIRTHS) / len(services) - 0.75) < 0.01


def test_people_come_in_groups() -> None:
    assumed = Assumptions(600, WORK, half_hours=(1.0,), weekdays={}, day_spread=0, bunching=3)
    counts = [len(day) for day in days(assumed)]

    assert 2.3 < variance(counts) / fmean(counts) < 3.7


def test_without_groups_or_spread_it_is_a_poisson_process() -> None:
    assumed = Assumptions(600, WORK, half_hours=(1.0,), weekdays={}, day_spread=0, bunching=1)
    counts = [len(day) for day in days(assumed)]

    assert 0.8 < variance(counts) / fmean(counts) < 1.25


def test_a_shorter_day_keeps_the_shape_and_the_sum() -> None:
    assert spread_over((0.4, 0.2, 0.2, 0.2), 2) == pytest.approx((0.6, 0.4))
    assert spread_over((0.6, 0.3), 3) == pytest.approx((0.4, 0.3, 0.2))
    assert spread_over(HALF_HOURS, 16) == pytest.approx(HALF_HOURS)


def test_a_queue_at_the_door_comes_in_the_first_quarter_of_an_hour() -> None:
    """Warsaw: 5.5 % of the day in the first 15 minutes, 9.1 % in the first half-hour."""
    came = [at - TUESDAY for day in days(Assumptions(300, WORK)) for at, _ in day]
    shares = [sum(at < timedelta(minutes=m) for at in came) / len(came) for m in (15, 30)]

    assert shares == pytest.approx([0.055, 0.091], abs=0.003)


def test_nobody_comes_after_the_last_half_hour() -> None:
    assumed = Assumptions(300, WORK, half_hours=spread_over(HALF_HOURS, 10))
    last = max(at for day in days(assumed)[:20] for at, _ in day)

    assert last < TUESDAY + timedelta(hours=5)
