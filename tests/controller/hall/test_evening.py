"""Rules, pauses, and the end of the day."""

import pytest

from controller.hall import Hall, events, refusals
from controller.hall.automation import OpenServiceAt, Rule, WaitOver
from controller.hall.commands import (
    CallNext,
    CancelTicket,
    ChangeServices,
    CloseDay,
    IssueTicket,
    LeaveCounter,
    LetTimePass,
    OpenCounter,
    PauseService,
    Redirect,
    ReopenDay,
    ResumeService,
    StartService,
)
from controller.hall.events import TicketCalled
from controller.hall.hours import Session, Timetable
from controller.hall.rules import Rules
from tests.controller.builders import (
    AMINA,
    BIRTHS,
    BRAHIM,
    DEATHS,
    NINE,
    ONE,
    TAXES,
    TWO,
    do,
    open_hall,
)
from tests.controller.hall.fair_hall import MINUTE, a_hall, after

# -- Rules, pauses, the evening --


def test_a_rule_acts_once_its_counter_is_open_and_only_once() -> None:
    late = Rule("late", WaitOver(5 * MINUTE, TAXES), (OpenServiceAt(counter=ONE),))
    hall = a_hall(automation=(late,))
    do(hall, LeaveCounter(AMINA), IssueTicket(TAXES))
    assert len(do(hall, LetTimePass(), at=after(6))) == 1

    do(hall, OpenCounter(ONE, AMINA, frozenset({BIRTHS})), at=after(7))
    [opened] = do(hall, LetTimePass(), at=after(8))
    do(hall, ChangeServices(ONE, frozenset({BIRTHS})), at=after(9))

    assert (opened.counter, opened.added) == (ONE, TAXES)
    assert do(hall, LetTimePass(), at=after(10)) == ()


def test_a_visit_is_not_begun_that_cannot_be_gone_on_with() -> None:
    hall = a_hall()
    do(hall, PauseService(TAXES, "no stamps"))

    with pytest.raises(refusals.ServicePaused):
        hall.decide(IssueTicket(BIRTHS, then=(TAXES,)), NINE)


def test_a_power_cut_pauses_all_services_at_once() -> None:
    hall = a_hall()
    do(hall, PauseService(DEATHS, "no paper"))

    assert [event.service for event in do(hall, PauseService(None, "power cut"))] == [BIRTHS, TAXES]
    assert len(do(hall, ResumeService(None))) == 3
    with pytest.raises(refusals.WrongMoment):
        hall.decide(ResumeService(None), NINE)


def test_the_day_is_closed_some_time_after_its_last_closing_unless_somebody_opens_it_again() -> (
    None
):
    hours = Timetable(NINE.tzinfo, {0: (Session(NINE.time(), after(60).time()),)})
    hall = a_hall(hours=hours, closes_after=30 * MINUTE)
    do(hall, IssueTicket(BIRTHS))

    assert do(hall, LetTimePass(), at=after(89)) == ()
    told = do(hall, LetTimePass(), at=after(90))
    assert [type(event).__name__ for event in told][::4] == ["TicketCancelled", "DayClosed"]
    do(hall, ReopenDay("somebody still waits", "salma"), at=after(91))
    assert do(hall, LetTimePass(), at=after(92)) == ()


def test_a_day_on_which_nothing_happened_is_not_closed() -> None:
    hours = Timetable(NINE.tzinfo, {0: (Session(NINE.time(), after(60).time()),)})
    hall = Hall((), {}, Rules(hours=hours, closes_after=MINUTE))

    assert do(hall, LetTimePass(), at=after(100)) == ()


def test_only_the_closing_itself_is_taken_back_not_what_was_cancelled_in_the_same_words() -> None:
    hall = a_hall()
    do(hall, IssueTicket(BIRTHS), IssueTicket(BIRTHS))
    do(hall, Redirect("A001", "as agreed", "salma", place="last"))
    do(hall, CancelTicket("A001", "closing", "salma"), CloseDay())

    [_, *again] = do(hall, ReopenDay("in error", "salma"))

    assert [event.ticket for event in again] == ["A002"]


def test_the_services_of_yesterdays_settings_are_told_and_crash_nothing() -> None:
    hall = a_hall()
    do(hall, IssueTicket(BIRTHS))
    called = hall.decide(CallNext(AMINA), NINE)
    assert isinstance(called[0], TicketCalled)
    del hall.services[BIRTHS]

    with pytest.raises(refusals.UnknownService):
        hall.decide(Redirect("A001", "the service is gone", "salma", to_counter=TWO), NINE)
    [moved] = do(hall, Redirect("A001", "the service is gone", "salma", DEATHS))
    assert isinstance(moved, events.TicketRedirected)


def test_the_evening_leaves_no_ticket_undecided() -> None:
    hall = open_hall()
    do(hall, *[IssueTicket(BIRTHS)] * 3)
    do(hall, CallNext(AMINA), StartService(AMINA), CallNext(BRAHIM))

    assert do(hall, CloseDay()) == (
        events.ServiceFinished(NINE, "A001", ONE, "closing"),
        events.NoShowRecorded(NINE, "A002", TWO, "closing"),
        events.TicketCancelled(NINE, "A003", "closing"),
        events.CounterClosed(NINE, ONE),
        events.CounterClosed(NINE, TWO),
        events.DayClosed(NINE),
    )
    with pytest.raises(refusals.DayOver):
        hall.decide(IssueTicket(BIRTHS), NINE)
