"""The hall changes its hours or services after appointments were booked."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from controller.hall import refusals
from controller.hall.hours import Period, Session, Timetable
from controller.hall.rules import Rules
from tests.controller.appointments.conftest import (
    EIGHT,
    HOURS,
    NEXT_MONDAY,
    WEEKDAYS,
    ZONE,
    at,
)
from tests.controller.builders import BIRTHS

DAY = timedelta(days=1)
TUESDAY = NEXT_MONDAY + DAY


@pytest.fixture
def change(appointments):
    """Give the hall other hours for some days, or for its week."""

    def change(*periods, week=WEEKDAYS):
        hours = Timetable(ZONE, week, periods)
        appointments.calendar = replace(appointments.calendar, rules=Rules(hours=hours))

    return change


def stranded(appointments):
    return [each.slot for each in appointments.stranded()]


def test_a_day_that_became_a_holiday_strands_its_appointments_and_no_others(
    appointments, book, change
) -> None:
    for slot in (at("14:00"), at("09:00"), at("09:00", TUESDAY)):
        book(slot)
    assert stranded(appointments) == []

    change(Period(NEXT_MONDAY, NEXT_MONDAY, reason="Fête"))

    assert stranded(appointments) == [at("09:00"), at("14:00")]


def test_shorter_hours_strand_who_would_come_after_the_closing(appointments, book, change) -> None:
    for clock in ("09:00", "09:40", "14:00"):
        book(at(clock))

    change(week=dict.fromkeys(range(5), (Session(at("09:00").time, at("09:40").time),)))

    assert stranded(appointments) == [at("09:40"), at("14:00")]


def test_another_beginning_of_the_slots_strands_nobody(appointments, book, change) -> None:
    book(at("09:20"))

    change(week=dict.fromkeys(range(5), (Session(at("09:10").time, at("10:10").time),)))

    assert stranded(appointments) == []


def test_a_service_that_the_hall_no_longer_has_strands_its_appointments(appointments, book) -> None:
    book(at("09:00"))

    appointments.calendar = replace(appointments.calendar, services={})

    assert stranded(appointments) == [at("09:00")]


def test_a_service_that_gives_no_new_appointments_keeps_the_old_ones(appointments, book) -> None:
    book(at("09:00"))
    births = replace(appointments.calendar.services[BIRTHS], slot=None)

    appointments.calendar = replace(appointments.calendar, services={BIRTHS: births})

    assert stranded(appointments) == []


def test_who_cancelled_or_moved_or_came_before_is_stranded_no_more(
    appointments, book, change
) -> None:
    cancelled, moved = book(at("09:00")), book(at("09:20"))
    change(Period(NEXT_MONDAY, NEXT_MONDAY))

    appointments.cancel(cancelled, "the hall is closed for the feast")
    appointments.move(moved, at("09:20", TUESDAY))

    assert stranded(appointments) == []
    assert appointments.find(cancelled).because == "the hall is closed for the feast"
    assert appointments.find(moved).because == ""


@pytest.mark.parametrize("days", [0, 3, 7, 8, 30])
def test_whenever_a_stranded_visitor_comes_the_refusal_says_what_happened(
    appointments, book, change, clock, days
) -> None:
    code = book(at("09:00"))
    change(Period(NEXT_MONDAY, NEXT_MONDAY))
    clock[0] = EIGHT + days * DAY

    with pytest.raises(refusals.AppointmentStranded):
        appointments.arrival(code)


def test_what_lies_in_the_past_needs_nobody_to_be_told(appointments, book, change, clock) -> None:
    book(at("09:00"))
    change(Period(NEXT_MONDAY, NEXT_MONDAY))
    clock[0] = EIGHT + 8 * DAY

    assert stranded(appointments) == []


def test_a_holiday_that_is_none_after_all_strands_nobody(appointments, book, change) -> None:
    code = book(at("09:00"))
    change(Period(NEXT_MONDAY, date(2026, 3, 13)))
    change(*HOURS.periods)

    assert stranded(appointments) == []
    assert appointments.arrival(code).code == code
