"""Which moments can be booked."""

from datetime import UTC, date, datetime, time

import pytest

from controller.appointments import Calendar, Slot
from controller.hall import refusals
from controller.hall.hours import Period, Session, Timetable
from controller.hall.rules import Rules
from tests.controller.appointments.conftest import (
    EIGHT,
    FEAST,
    HOURS,
    MONDAY,
    NEXT_MONDAY,
    ZONE,
    a_hall,
    at,
)
from tests.controller.builders import BIRTHS, TAXES

CALENDAR = Calendar.of(a_hall(Rules(hours=HOURS, days_ahead=30)), ZONE)
SERVICE = CALENDAR.services[BIRTHS]


def test_slots_go_from_opening_to_closing_and_end_before_it() -> None:
    slots = [each.time.strftime("%H:%M") for each in CALENDAR.slots(SERVICE, MONDAY)]

    assert slots == ["09:00", "09:20", "09:40", "14:00", "14:20", "14:40"]


def test_a_slot_that_would_go_on_after_closing_is_none() -> None:
    day = {0: (Session(time(9), time(9, 50)),)}
    calendar = Calendar.of(a_hall(Rules(hours=Timetable(ZONE, day))), ZONE)

    assert [each.time for each in calendar.slots(SERVICE, MONDAY)] == [time(9), time(9, 20)]


@pytest.mark.parametrize("day", [date(2026, 3, 7), FEAST.first], ids=["saturday", "a feast"])
def test_a_closed_day_has_none(day: date) -> None:
    assert list(CALENDAR.slots(SERVICE, day)) == []


def test_in_ramadan_slots_go_by_the_hours_of_ramadan() -> None:
    shorter = dict.fromkeys(range(5), (Session(time(10), time(11)),))
    ramadan = Period(date(2026, 2, 18), date(2026, 3, 19), shorter, "Ramadan")
    hours = Timetable(ZONE, HOURS.week, (ramadan,))
    calendar = Calendar.of(a_hall(Rules(hours=hours)), ZONE)

    during = [each.time for each in calendar.slots(SERVICE, MONDAY)]
    assert during == [time(10), time(10, 20), time(10, 40)]
    assert at("09:00", date(2026, 3, 23)) in calendar.slots(SERVICE, date(2026, 3, 23))


def test_a_hall_without_hours_and_a_service_without_slots_give_none() -> None:
    assert Calendar.of(a_hall(Rules()), ZONE).offered == ()
    assert CALENDAR.offered == (BIRTHS,)
    with pytest.raises(refusals.NoSuchSlot):
        CALENDAR.service(TAXES)
    with pytest.raises(refusals.UnknownService):
        CALENDAR.service("marriage")


@pytest.mark.parametrize(
    ("slot", "refusal"),
    [
        (at("09:10"), refusals.NoSuchSlot),
        (at("10:00"), refusals.NoSuchSlot),
        (at("09:00", date(2026, 3, 7)), refusals.NoSuchSlot),
        (at("09:00", date(2026, 2, 27)), refusals.TooLate),
        (at("09:00", date(2026, 4, 2)), refusals.TooFarAhead),
    ],
)
def test_a_moment_that_cannot_be_booked_is_refused(slot: Slot, refusal: type) -> None:
    with pytest.raises(refusal):
        CALENDAR.check(SERVICE, slot, EIGHT)


def test_the_last_day_of_the_horizon_can_be_booked() -> None:
    CALENDAR.check(SERVICE, at("09:00", date(2026, 4, 1)), EIGHT)


def test_a_slot_is_past_once_it_has_begun() -> None:
    with pytest.raises(refusals.TooLate):
        CALENDAR.check(SERVICE, at("09:00", MONDAY), at("09:00", MONDAY).moment(ZONE))


def test_nine_o_clock_is_another_moment_when_the_clock_has_changed() -> None:
    """Ramadan ended on 20 March 2026; on the 22nd Morocco went back to UTC+1 (tz database)."""
    during, afterwards = at("09:00", NEXT_MONDAY), at("09:00", date(2026, 3, 23))

    assert during.moment(ZONE) == datetime(2026, 3, 9, 9, tzinfo=UTC)
    assert afterwards.moment(ZONE) == datetime(2026, 3, 23, 8, tzinfo=UTC)


def test_sessions_that_touch_are_one_and_slots_go_on_across() -> None:
    day = {0: (Session(time(8, 30), time(9)), Session(time(9), time(9, 30)))}
    calendar = Calendar.of(a_hall(Rules(hours=Timetable(ZONE, day))), ZONE)

    slots = [each.time for each in calendar.slots(SERVICE, MONDAY)]
    assert slots == [time(8, 30), time(8, 50), time(9, 10)]
