"""The hall's time, carried on by a kiosk."""

from datetime import timedelta

import pytest

from kiosk.alone.hall_time import HallTime
from tests.kiosk.alone.apart import NINE, Clocks

SECOND = timedelta(seconds=1)


@pytest.fixture
def clocks():
    return Clocks(wrong_by=timedelta(hours=-2))


@pytest.fixture
def time(clocks):
    return HallTime(clocks.wall, clocks.monotonic)


def test_it_is_not_known_before_it_was_heard(time):
    assert time.now() is None


def test_it_goes_on_whatever_the_kiosks_clock_does(time, clocks):
    time.heard(NINE)
    clocks.wrong_by = timedelta(hours=5)
    clocks.passes(90)

    assert time.now() == NINE + 90 * SECOND


def test_a_message_that_was_long_under_way_sets_it_back_by_nothing(time, clocks):
    time.heard(NINE)
    clocks.passes(10)
    time.heard(NINE + 7 * SECOND)

    assert time.now() == NINE + 10 * SECOND


def test_a_message_that_came_quickly_sets_it_right(time, clocks):
    time.heard(NINE - 3 * SECOND)
    clocks.passes(10)
    time.heard(NINE + 10 * SECOND)

    assert time.now() == NINE + 10 * SECOND


def test_a_hall_whose_clock_was_set_back_is_believed(time, clocks):
    time.heard(NINE)
    time.heard(NINE - 61 * SECOND)

    assert time.now() == NINE - 61 * SECOND


def test_over_a_restart_the_kiosks_clock_tells_how_long_it_was(time, clocks):
    before = clocks.wall()
    clocks.passes(300)
    time.restored(NINE, before)

    assert time.now() == NINE + 300 * SECOND


def test_a_clock_that_was_set_back_over_a_restart_adds_nothing(time, clocks):
    before = clocks.wall()
    clocks.wrong_by -= timedelta(hours=1)
    time.restored(NINE, before)

    assert time.now() == NINE


def test_what_the_hall_says_after_a_restart_holds(time, clocks):
    time.restored(NINE + 30 * SECOND, clocks.wall())
    time.heard(NINE)

    assert time.now() == NINE
