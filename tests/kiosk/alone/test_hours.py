"""A kiosk that is alone at the opening of its hall, over lunch, and at the closing."""

from datetime import date, time, timedelta

import pytest

from controller.hall import commands
from controller.hall.hours import Period, Session, Timetable
from controller.hall.rules import Rules
from controller.rulebook import Rulebook
from tests.kiosk.alone.apart import BIRTHS, NINE, TAXES, ZONE, Apart

MORNING = Session(time(8, 30), time(12, 0))
AFTERNOON = Session(time(14, 0), time(16, 30))
WEEK = dict.fromkeys(range(5), (MORNING, AFTERNOON))
HOURS = Rules(hours=Timetable(ZONE, WEEK), last_ticket=timedelta(minutes=15))


@pytest.fixture
def apart(tmp_path):
    """At ten on the hall's clock, which is nine in UTC."""
    return Apart(tmp_path, rules=Rulebook(HOURS)).meet()


def at(apart, hour, minute=0):
    """Let it be that late on the hall's clock."""
    apart.clocks.at = NINE.replace(hour=hour - 1, minute=minute)
    return apart


def is_open(apart):
    return {each.is_open for each in apart.kiosk.offer().services}


def because(apart):
    return {each.closed_because for each in apart.kiosk.offer().services}


def test_alone_it_closes_for_lunch_and_opens_again(apart):
    assert is_open(at(apart, 11, 45)) == {True}
    assert (is_open(at(apart, 11, 46)), because(apart)) == ({False}, {"service_closed"})
    assert apart.kiosk.offer().opens_at == NINE.replace(hour=13)
    assert apart.kiosk.issue(apart.wish()) is None
    assert is_open(at(apart, 14)) == {True}
    assert apart.kiosk.issue(apart.wish()).ticket == "A501"
    assert is_open(at(apart, 16, 16)) == {False}
    assert apart.kiosk.offer().opens_at == NINE.replace(day=24, hour=7, minute=30)


def test_what_it_lost_at_lunch_is_open_in_the_afternoon(apart):
    at(apart, 12, 30).meet()
    assert is_open(apart) == {False}
    at(apart, 14, 5)

    assert apart.kiosk.issue(apart.wish()).ticket == "A501"


def test_what_somebody_closed_stays_closed_when_the_hall_opens(apart):
    apart.controller.does(commands.PauseService(TAXES, "prayer"))
    at(apart, 12, 30).meet()
    at(apart, 14, 5)

    assert apart.kiosk.issue(apart.wish(TAXES)) is None
    assert apart.kiosk.issue(apart.wish(BIRTHS)).ticket == "A501"


def test_a_day_that_was_closed_is_opened_by_no_hours(apart):
    apart.controller.does(commands.CloseDay())
    apart.kiosk.heard(apart.controller.offer())

    assert is_open(at(apart, 14, 5)) == {False}
    assert because(apart) == {"day_over"}


@pytest.mark.parametrize(
    ("clock", "wants"), [((3, 0), False), ((7, 29), False), ((7, 30), True), ((8, 29), True)]
)
def test_an_hour_before_the_opening_it_asks_for_the_numbers_of_the_day(tmp_path, clock, wants):
    apart = at(Apart(tmp_path, rules=Rulebook(HOURS)), *clock)
    apart.kiosk.heard(apart.controller.offer())

    assert apart.kiosk.wants_numbers is wants


def test_cut_off_before_the_first_opening_it_opens_by_itself(tmp_path):
    apart = at(Apart(tmp_path, rules=Rulebook(HOURS)), 8).meet()
    assert is_open(apart) == {False}
    at(apart, 8, 31)

    assert apart.kiosk.issue(apart.wish()).ticket == "A501"


def test_on_a_holiday_it_stays_closed(tmp_path):
    holiday = Period(date(2026, 11, 23), date(2026, 11, 23))
    hours = Timetable(ZONE, WEEK, (holiday,))
    apart = at(Apart(tmp_path, rules=Rulebook(Rules(hours=hours))), 8).meet()
    at(apart, 10)

    assert apart.kiosk.offer() is None
    assert not apart.kiosk.wants_numbers


def test_nobody_asks_for_numbers_on_the_word_of_an_offer_from_before_the_outage(apart):
    apart.kiosk.away(is_dismissed=False)
    apart.clocks.passes(86_400)

    assert not apart.kiosk.wants_numbers
    apart.kiosk.heard(apart.controller.offer())
    assert apart.kiosk.wants_numbers


def test_a_kiosk_that_is_let_in_no_more_issues_nothing(apart):
    apart.kiosk.away(is_dismissed=True)
    assert apart.kiosk.issue(apart.wish()) is None
    assert apart.kiosk.offer() is None

    apart.kiosk.heard(apart.controller.offer())
    assert apart.kiosk.issue(apart.wish()).ticket == "A501"
