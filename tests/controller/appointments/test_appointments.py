"""What may be done with appointments."""

from datetime import date, timedelta

import pytest

from controller.appointments import Fate
from controller.hall import commands, refusals
from tests.controller.appointments.conftest import (
    EIGHT,
    MINUTE,
    MONDAY,
    NEXT_MONDAY,
    at,
    wish,
)
from tests.controller.builders import BIRTHS, TAXES, do

DAY = timedelta(days=1)


def free(appointments, day=NEXT_MONDAY):
    return [each.time.strftime("%H:%M") for each in appointments.slots(BIRTHS, day)]


def test_a_slot_is_free_until_all_its_places_are_taken(appointments, book) -> None:
    book(at("09:20"))
    assert "09:20" in free(appointments)
    book(at("09:20"))

    assert free(appointments) == ["09:00", "09:40", "14:00", "14:20", "14:40"]
    assert appointments.days(BIRTHS)[NEXT_MONDAY] == 10
    with pytest.raises(refusals.SlotTaken):
        book(at("09:20"))


def test_the_days_are_those_of_the_horizon_on_which_the_hall_is_open(appointments) -> None:
    days = appointments.days(BIRTHS)

    assert (min(days), max(days), len(days)) == (MONDAY, date(2026, 4, 1), 22)
    assert date(2026, 3, 20) not in days
    assert set(days.values()) == {12}


def test_of_today_only_what_is_still_to_come_is_free(appointments, clock) -> None:
    clock[0] = EIGHT + 85 * MINUTE

    assert free(appointments, MONDAY) == ["09:40", "14:00", "14:20", "14:40"]


def test_nothing_is_free_beyond_the_horizon(appointments) -> None:
    assert free(appointments, date(2026, 4, 2)) == []


def test_a_paused_service_takes_no_more_bookings_for_today(appointments, hall, book) -> None:
    do(hall, commands.PauseService(BIRTHS, "the register is away"))

    with pytest.raises(refusals.ServicePaused):
        book(at("14:00", MONDAY))
    assert (free(appointments, MONDAY), MONDAY in appointments.days(BIRTHS)) == ([], False)
    assert book(at("14:00", NEXT_MONDAY))


def test_a_day_that_is_over_takes_no_more_bookings(hall, book) -> None:
    do(hall, commands.CloseDay())

    with pytest.raises(refusals.DayOver):
        book(at("14:00", MONDAY))


@pytest.mark.parametrize(
    ("service", "refusal"), [(TAXES, refusals.NoSuchSlot), ("marriage", refusals.UnknownService)]
)
def test_a_service_that_gives_no_appointments_is_refused(appointments, service, refusal) -> None:
    with pytest.raises(refusal):
        appointments.book(wish(at("09:00"), service=service))
    with pytest.raises(refusal):
        appointments.days(service)


def test_a_wish_that_is_repeated_gets_the_same_appointment(appointments) -> None:
    first, again = (appointments.book(wish(at("09:00"))) for _ in range(2))

    assert first == again
    assert len(appointments.on(NEXT_MONDAY)) == 1


def test_who_moves_frees_the_old_place_and_keeps_the_code(appointments, book) -> None:
    code = book(at("09:00"))
    book(at("09:00"))
    appointments.move(code, at("14:40"))

    assert appointments.find(code).slot == at("14:40")
    assert "09:00" in free(appointments)


def test_who_cannot_move_keeps_the_place(appointments, book) -> None:
    code = book(at("09:00"))
    book(at("14:40"))
    book(at("14:40"))

    for slot, refusal in (
        (at("14:40"), refusals.SlotTaken),
        (at("14:50"), refusals.NoSuchSlot),
        (at("09:00", date(2026, 6, 1)), refusals.TooFarAhead),
    ):
        with pytest.raises(refusal):
            appointments.move(code, slot)
    assert appointments.find(code).slot == at("09:00")


def test_moving_to_the_same_slot_changes_nothing_even_when_it_is_full(appointments, book) -> None:
    code, _ = book(at("09:00")), book(at("09:00"))
    appointments.move(code, at("09:00"))

    assert appointments.find(code).slot == at("09:00")


def test_a_cancelled_appointment_frees_its_place_and_is_nothing_more(appointments, book) -> None:
    code, _ = book(at("09:00")), book(at("09:00"))
    appointments.cancel(code)

    assert book(at("09:00")) != code
    with pytest.raises(refusals.AppointmentCancelled):
        appointments.cancel(code)
    with pytest.raises(refusals.AppointmentCancelled):
        appointments.arrival(code)
    with pytest.raises(refusals.AppointmentCancelled):
        appointments.move(code, at("09:20"))


@pytest.mark.parametrize("act", ["cancel", "arrival"])
def test_nothing_is_done_with_a_code_that_nobody_has(appointments, act) -> None:
    with pytest.raises(refusals.UnknownAppointment):
        getattr(appointments, act)("3467-9CDF")


def test_an_appointment_that_has_begun_is_not_moved_or_cancelled(appointments, book, clock) -> None:
    code = book(at("09:00", MONDAY))
    clock[0] = EIGHT + 60 * MINUTE

    with pytest.raises(refusals.TooLate):
        appointments.cancel(code)
    with pytest.raises(refusals.TooLate):
        appointments.move(code, at("14:00", MONDAY))


def test_whoever_comes_is_what_the_book_says(appointments, book) -> None:
    code = book(at("09:00", MONDAY))

    moment = EIGHT + 60 * MINUTE
    assert appointments.arrival(code) == commands.CheckIn(code, BIRTHS, moment, "fr")


def test_yesterdays_appointment_does_not_check_in(appointments, book, clock) -> None:
    code = book(at("09:00", MONDAY))
    clock[0] = EIGHT + DAY

    with pytest.raises(refusals.UnknownAppointment):
        appointments.arrival(code)


def test_a_day_tells_what_has_become_of_each(appointments, book, clock) -> None:
    book(at("09:00", MONDAY))
    appointments.cancel(book(at("09:20", MONDAY)))
    book(at("09:40", MONDAY))
    clock[0] = EIGHT + 70 * MINUTE
    assert [fate for _, fate in appointments.on(MONDAY)] == [
        Fate.EXPECTED,
        Fate.CANCELLED,
        Fate.EXPECTED,
    ]

    clock[0] += MINUTE
    assert [fate for _, fate in appointments.on(MONDAY)] == [
        Fate.MISSED,
        Fate.CANCELLED,
        Fate.EXPECTED,
    ]
