"""No machine acts at a time that it alone believes in."""

from datetime import time, timedelta

import pytest
from structlog.testing import capture_logs

from controller.agreed_clock import Astray, ClockAstray
from controller.facts import JournalError
from controller.hall import Hall
from controller.hall.commands import CallNext, IssueTicket, LetTimePass, OpenCounter
from controller.hall.hours import Session, Timetable
from controller.hall.rules import Rules
from controller.hall.service import Service
from tests.controller.builders import AMINA, BIRTHS, NINE, ONE
from tests.controller.journals import CASABLANCA, Clock, ListJournal, a_reception

MINUTE = timedelta(minutes=1)


class Asked(ListJournal):
    """A journal with a clock, which counts how often it was asked."""

    asked, is_away = 0, False

    def clock(self):
        self.asked += 1
        if self.is_away:
            raise JournalError("away")
        return super().clock()


def a_hall_that_closes() -> Hall:
    hours = Timetable(CASABLANCA, dict.fromkeys(range(7), (Session(time(8), time(16)),)))
    rules = Rules(hours=hours, closes_after=90 * MINUTE)
    return Hall([Service(BIRTHS, "A", 10 * MINUTE)], {ONE: [BIRTHS]}, rules)


def test_a_machine_that_is_hours_ahead_closes_nobodys_day_and_holds_up_nobodys_time() -> None:
    journal, wrong = ListJournal(), Clock()
    wrong.at += timedelta(hours=9)
    journal.own_clock = NINE
    right = a_reception(journal, a_hall_that_closes)
    astray = a_reception(journal, a_hall_that_closes, now=wrong)
    right.execute(OpenCounter(ONE, AMINA))
    right.execute(IssueTicket(BIRTHS))
    astray.catch_up()

    for wish in (LetTimePass(), IssueTicket(BIRTHS)):
        with pytest.raises(ClockAstray):
            astray.execute(wish)

    [called] = right.execute(CallNext(AMINA)).facts
    assert (called.event.ticket, called.event.at) == ("A001", NINE)


def test_it_says_so_until_it_is_right_again() -> None:
    journal, clock = ListJournal(), Clock()
    journal.own_clock = NINE
    reception = a_reception(journal, now=clock)
    clock.at += timedelta(minutes=2, seconds=1)
    why = "this machine's clock says 2026-03-02 09:02:01 UTC, the database's 2026-03-02 09:00:00"

    with capture_logs() as logged:
        for _ in range(2):
            with pytest.raises(ClockAstray):
                reception.execute(IssueTicket(BIRTHS))
        assert reception.trouble == why
        clock.at -= timedelta(seconds=1)
        assert reception.execute(IssueTicket(BIRTHS)).seq == 1

    assert reception.trouble is None
    assert [each["event"] for each in logged] == ["clock_astray", "clock_agrees"]


def test_the_journals_clock_is_asked_no_oftener_than_twice_a_minute_unless_the_own_leaps() -> None:
    journal, clock = Asked(), Clock()
    reception = a_reception(journal, now=clock)
    for _ in range(100):
        reception.execute(IssueTicket(BIRTHS))
    assert journal.asked == 1

    clock.at += timedelta(seconds=30)
    reception.execute(IssueTicket(BIRTHS))
    clock.at -= timedelta(hours=1)
    reception.execute(IssueTicket(BIRTHS))
    assert journal.asked == 3


def test_who_only_looks_sees_the_hall_of_today_at_the_journals_time() -> None:
    journal, clock = ListJournal(), Clock()
    journal.own_clock = NINE
    clock.at += timedelta(days=1)
    reception = a_reception(journal, now=clock)
    right = a_reception(journal)
    right.execute(IssueTicket(BIRTHS))

    assert reception.catch_up() is True
    seen = reception.read(lambda hall, at: (tuple(hall.tickets), at))

    assert (seen, reception.astray) == ((("A001",), NINE), Astray(clock.at, NINE))


def test_who_only_looks_is_refused_nothing_while_the_journal_is_away() -> None:
    journal = Asked()
    reception = a_reception(journal)
    reception.execute(IssueTicket(BIRTHS))
    journal.is_away = True
    clock = Clock()
    other = a_reception(journal, now=clock)
    clock.at += timedelta(minutes=1)

    for _ in range(3):
        assert other.read(lambda hall, at: (tuple(hall.tickets), at)) == (("A001",), clock.at)
    assert journal.asked == 2
