"""The book of appointments: no place is given twice, whoever asks."""

import json
import sys
from datetime import date, time
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine

from controller.appointments import Appointment, Slot, Wish
from controller.hall import refusals
from controller.hall.commands import CheckIn
from controller.reception import Reception
from controller.store.appointments import SqlBook
from controller.store.engine import open_engine
from controller.store.journal import SqlJournal
from tests.controller.builders import BIRTHS, NINE, TAXES, a_hall
from tests.controller.store.booking_process import CAPACITY
from tests.controller.store.booking_process import SLOT as RACED
from tests.controller.store.test_processes import start, together

MONDAY = date(2026, 3, 2)
SLOT, LATER = Slot(MONDAY, time(9)), Slot(MONDAY, time(9, 15))


@pytest.fixture
def book(engine: Engine) -> SqlBook:
    return SqlBook(engine, "hall")


def wish(request: str, slot: Slot = SLOT, service: str = BIRTHS) -> Wish:
    return Wish(service, slot, "zgh", request)


def test_what_was_booked_is_found_by_its_code_and_on_its_day(book: SqlBook) -> None:
    made = book.hold(wish("one"), 1)
    other = book.hold(wish("two", service=TAXES), 1)

    assert made == Appointment(made.code, BIRTHS, SLOT, "zgh")
    assert (book.find(made.code), book.find("33333333")) == (made, None)
    assert book.on(MONDAY) == (made, other)
    assert book.taken(BIRTHS, MONDAY, MONDAY) == {SLOT: 1}


def test_a_slot_has_no_more_appointments_than_places(book: SqlBook) -> None:
    codes = {book.hold(wish(f"wish {n}"), 3).code for n in range(3)}

    assert len(codes) == 3
    with pytest.raises(refusals.SlotTaken):
        book.hold(wish("one more"), 3)


def test_fewer_places_than_were_booked_let_nobody_in(book: SqlBook) -> None:
    """The rules had three places when two of them were booked; now they have one."""
    first = book.hold(wish("one"), 3)
    book.hold(wish("two"), 3)
    book.cancel(first.code)

    with pytest.raises(refusals.SlotTaken):
        book.hold(wish("three"), 1)


def test_another_hall_and_another_service_have_their_own_places(
    book: SqlBook, engine: Engine
) -> None:
    book.hold(wish("one"), 1)

    assert book.hold(wish("two", service=TAXES), 1).service == TAXES
    other = SqlBook(engine, "annex")
    assert other.hold(wish("one"), 1).slot == SLOT
    assert len(book.on(MONDAY)) == 2


def test_a_cancelled_place_is_given_again_and_stays_in_the_book(book: SqlBook) -> None:
    first = book.hold(wish("one"), 1)
    assert (book.cancel(first.code), book.cancel(first.code)) == (True, False)
    second = book.hold(wish("two"), 1)

    assert {each.code: each.is_cancelled for each in book.on(MONDAY)} == {
        first.code: True,
        second.code: False,
    }


def test_a_move_frees_the_old_place_only_when_it_has_the_new_one(book: SqlBook) -> None:
    moved, other = book.hold(wish("one"), 1), book.hold(wish("two", LATER), 1)
    with pytest.raises(refusals.SlotTaken):
        book.move(moved.code, LATER, 1)
    assert book.taken(BIRTHS, MONDAY, MONDAY) == {SLOT: 1, LATER: 1}

    book.cancel(other.code)
    assert book.move(moved.code, LATER, 1)
    assert book.taken(BIRTHS, MONDAY, MONDAY) == {LATER: 1}
    assert not book.move(other.code, SLOT, 1)


def test_the_ticket_of_a_check_in_is_noted_with_the_fact(book: SqlBook, engine: Engine) -> None:
    made = book.hold(wish("one"), 1)
    zone = ZoneInfo("Africa/Casablanca")
    reception = Reception(SqlJournal(engine, "hall"), a_hall, lambda: NINE, zone)

    reception.execute(CheckIn(made.code, BIRTHS, NINE, "zgh"))

    assert book.find(made.code).ticket == "A001"
    assert (book.cancel(made.code), book.move(made.code, LATER, 1)) == (False, False)


def test_another_controller_and_a_later_start_know_who_has_come(
    book: SqlBook, engine: Engine
) -> None:
    made, zone = book.hold(wish("one"), 1), ZoneInfo("Africa/Casablanca")
    arrival = CheckIn(made.code, BIRTHS, NINE, "zgh")

    def a_controller() -> Reception:
        return Reception(SqlJournal(engine, "hall"), a_hall, lambda: NINE, zone)

    first, second = a_controller(), a_controller()
    came = first.execute(arrival, "one request")

    assert second.execute(arrival, "one request") == came
    for controller in (second, a_controller()):
        with pytest.raises(refusals.AlreadyCheckedIn):
            controller.execute(arrival, "another request")


def test_two_processes_that_race_for_the_last_places_never_overbook(url: str) -> None:
    command = [sys.executable, "-m", "tests.controller.store.booking_process", url]
    processes = [start([*command, name]) for name in ("left", "right")]
    for process in processes:
        assert process.stdout.readline() == "ready\n"
    got = [json.loads(told) for told in together(processes)]

    book = SqlBook(open_engine(url), "hall")
    assert len({code for codes in got for code in codes}) == CAPACITY
    assert book.taken(BIRTHS, RACED.day, RACED.day) == {RACED: CAPACITY}


def test_a_wish_that_is_sent_twice_at_once_is_granted_once(url: str) -> None:
    command = [sys.executable, "-m", "tests.controller.store.booking_process", url, "same"]
    processes = [start(command) for _ in range(2)]
    for process in processes:
        assert process.stdout.readline() == "ready\n"
    first, second = (set(json.loads(told)) for told in together(processes))

    assert first == second
    assert len(first) == 4
