"""Visitors are told how long they will wait."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from controller.expectations import Expectations
from controller.hall.commands import CallNext, IssueTicket, MarkNoShow, OpenCounter
from controller.reception import Reception
from controller.waits import Waits
from tests.controller.builders import AMINA, BIRTHS, NINE, ONE, a_hall, after
from wire.messages import Expected

RABAT = ZoneInfo("Africa/Casablanca")


class Kept:
    """A journal in memory."""

    def __init__(self) -> None:
        self.facts = []

    def append(self, day, facts, request) -> None:
        self.facts += facts

    def read(self, day, after):
        from controller.reception import Entry

        return [Entry(fact, None) for fact in self.facts if fact.seq > after]

    def last_day(self, before):
        return None

    def is_closed(self, day):
        return False

    def clock(self):
        return None


@pytest.fixture
def clock():
    return [NINE]


def begun(journal, clock):
    expectations = Expectations(Waits(), RABAT)
    return Reception(journal, a_hall, lambda: clock[0], RABAT, (expectations,)), expectations


def test_a_longer_queue_is_told_a_longer_wait(clock) -> None:
    reception, expectations = begun(Kept(), clock)
    before = expectations.of_service(BIRTHS, NINE)
    for _ in range(5):
        reception.execute(IssueTicket(BIRTHS))

    assert expectations.of_service(BIRTHS, NINE).likely > before.likely
    assert expectations.at_issue("A005").likely > expectations.at_issue("A001").likely


def test_after_a_restart_a_ticket_is_told_what_it_was_told(clock) -> None:
    journal = Kept()
    reception, before = begun(journal, clock)
    reception.execute(OpenCounter(ONE, AMINA))
    for minute in range(6):
        clock[0] = after(minute)
        reception.execute(IssueTicket(BIRTHS))
        if minute % 2:
            reception.execute(CallNext(AMINA))
            reception.execute(MarkNoShow(AMINA))

    _, again = begun(journal, clock)
    told = [before.at_issue(f"A{n:03}") for n in range(1, 7)]
    assert [again.at_issue(f"A{n:03}") for n in range(1, 7)] == told
    assert all(isinstance(each, Expected) for each in told)


def test_who_waits_is_told_what_remains_and_who_was_called_nothing(clock) -> None:
    reception, expectations = begun(Kept(), clock)
    reception.execute(OpenCounter(ONE, AMINA))
    for _ in range(4):
        reception.execute(IssueTicket(BIRTHS))
    reception.execute(CallNext(AMINA))

    def remaining(ticket):
        return reception.read(lambda hall, at: expectations.remaining(hall, ticket, at))

    assert remaining("A001") is None
    assert remaining("A002").likely < remaining("A004").likely


def test_what_was_told_is_compared_with_what_happened(clock) -> None:
    reception, expectations = begun(Kept(), clock)
    reception.execute(OpenCounter(ONE, AMINA))
    reception.execute(IssueTicket(BIRTHS))
    clock[0] = after(3)
    reception.execute(CallNext(AMINA))

    worth = expectations.worth(BIRTHS)
    told = expectations.at_issue("A001")
    assert (worth.count, worth.method) == (1, "age")
    assert worth.error == pytest.approx(3 - told.likely, abs=0.5)
    assert worth.coverage == float(told.low <= 3 <= told.high)


def test_tomorrow_nobody_is_told_todays_wait(clock) -> None:
    reception, expectations = begun(Kept(), clock)
    reception.execute(IssueTicket(BIRTHS))
    reception._journal.facts.clear()
    for minutes in (-2, 0):  # a clock that was right all night
        clock[0] = NINE + timedelta(days=1, minutes=minutes)
        reception.read(lambda *_: None)
    reception.execute(IssueTicket(BIRTHS))
    reception.execute(IssueTicket(BIRTHS))

    assert expectations.at_issue("A003") is None
