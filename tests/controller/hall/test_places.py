"""Which place somebody has who is sent on, comes early, or is wanted by one agent."""

from datetime import time, timedelta
from zoneinfo import ZoneInfo

import pytest

from controller.hall import Hall, refusals
from controller.hall.commands import (
    CallNext,
    CheckIn,
    FinishService,
    IssueTicket,
    OpenCounter,
    PauseCounter,
    Redirect,
    Reprioritise,
    StartService,
    Transfer,
)
from controller.hall.events import TicketMovedOn
from controller.hall.hours import Session, Timetable
from controller.hall.priority import PriorityClass
from controller.hall.rules import Rules
from controller.hall.service import Service
from controller.hall.skills import Skills
from tests.controller.builders import AMINA, BIRTHS, BRAHIM, NINE, ONE, TAXES, TWO, after, do

MINUTE = timedelta(minutes=1)


def a_hall(**rules) -> Hall:
    """Births are promised in 15 minutes, taxes in an hour; both agents give both."""
    kinds = [Service(BIRTHS, "A", 15 * MINUTE), Service(TAXES, "D", 60 * MINUTE)]
    hall = Hall(kinds, {ONE: (BIRTHS, TAXES), TWO: (BIRTHS, TAXES)}, Rules(**rules))
    do(hall, OpenCounter(ONE, AMINA), OpenCounter(TWO, BRAHIM))
    return hall


def served_by_amina(hall: Hall, service: str, minutes: float = 0) -> None:
    do(hall, IssueTicket(service), CallNext(AMINA), StartService(AMINA), at=after(minutes))


def called(hall: Hall, agent: str, minutes: float) -> tuple[str, str]:
    [call] = do(hall, CallNext(agent), at=after(minutes))
    return call.ticket, call.why


@pytest.mark.parametrize("where", [{"to_counter": TWO}, {"to_agent": BRAHIM}])
def test_who_is_put_first_at_a_counter_goes_before_all_whom_it_may_call(where) -> None:
    hall = a_hall()
    served_by_amina(hall, TAXES)
    do(hall, *[IssueTicket(BIRTHS)] * 3, at=after(1))
    do(hall, Transfer(AMINA, BIRTHS, **where, place="first", reason="only a stamp"), at=after(2))

    assert called(hall, BRAHIM, 3) == ("D001", "due")


@pytest.mark.parametrize("where", [{"to_counter": TWO}, {"to_agent": BRAHIM}])
def test_who_is_put_last_at_a_counter_goes_after_all_whom_it_may_call(where) -> None:
    hall = a_hall()
    served_by_amina(hall, BIRTHS)
    do(hall, *[IssueTicket(TAXES)] * 2, at=after(1))
    do(hall, Transfer(AMINA, BIRTHS, **where, place="last"), at=after(2))

    assert called(hall, BRAHIM, 3) == ("D001", "due")


def test_who_is_put_first_is_first_in_the_eyes_of_the_agent_too() -> None:
    hall = a_hall(skills={BRAHIM: Skills(preferences={TAXES: 50 * MINUTE})})
    served_by_amina(hall, BIRTHS)
    do(hall, IssueTicket(TAXES), at=after(1))
    do(
        hall,
        Transfer(AMINA, BIRTHS, to_counter=TWO, place="first", reason="only a stamp"),
        at=after(2),
    )

    assert called(hall, BRAHIM, 3) == ("A001", "due")


def test_a_line_for_one_counter_alone_is_called_in_the_order_of_all_lines() -> None:
    likes = {BRAHIM: Skills(preferences={TAXES: 50 * MINUTE})}
    alone, common = a_hall(skills=likes), a_hall(skills=likes)
    for hall in (alone, common):
        do(hall, IssueTicket(BIRTHS), IssueTicket(TAXES))
    for number in ("A001", "D001"):
        do(alone, Redirect(number, "knows them", "salma", to_counter=TWO))

    assert (called(alone, BRAHIM, 1)[0], called(common, BRAHIM, 1)[0]) == ("D001", "D001")


def test_what_an_agent_does_best_is_told_and_names_who_was_due_sooner() -> None:
    hall = a_hall(skills={BRAHIM: Skills(preferences={TAXES: 50 * MINUTE})})
    do(hall, IssueTicket(TAXES), at=NINE)
    do(hall, IssueTicket(BIRTHS), at=after(5))

    [call] = do(hall, CallNext(BRAHIM), at=after(6))
    assert (call.ticket, call.why, call.passed) == ("D001", "preferred", ("A001",))


def test_a_preference_that_changes_nothing_is_not_told() -> None:
    hall = a_hall(skills={BRAHIM: Skills(preferences={BIRTHS: 5 * MINUTE})})
    do(hall, IssueTicket(TAXES), IssueTicket(BIRTHS))

    assert called(hall, BRAHIM, 1) == ("A001", "due")


# -- Points --

RATES = {"disability": PriorityClass(20 * MINUTE, level=1, rate=4.0)}


def test_points_are_minutes_and_no_head_start() -> None:
    hall = a_hall(policy="accumulate", classes=RATES)
    do(hall, IssueTicket(BIRTHS), at=NINE)
    do(hall, IssueTicket(BIRTHS, priority="disability"), at=after(60))

    assert called(hall, AMINA, 60.1) == ("A001", "accumulate")
    assert called(hall, BRAHIM, 61) == ("A002", "accumulate")


def test_points_go_on_with_who_goes_on_to_another_service() -> None:
    hall = a_hall(policy="accumulate", classes=RATES)
    served_by_amina(hall, TAXES)
    do(hall, IssueTicket(BIRTHS), at=after(31))
    do(hall, Transfer(AMINA, BIRTHS), at=after(35))

    assert called(hall, BRAHIM, 40) == ("D001", "accumulate")


def test_points_of_an_appointment_begin_when_a_ticket_due_then_would_have_been_taken() -> None:
    hall = a_hall(policy="accumulate", classes=RATES)
    do(hall, CheckIn("K7", BIRTHS, after(30)), at=NINE)
    do(hall, IssueTicket(BIRTHS), at=after(10))

    assert called(hall, AMINA, 20) == ("A002", "accumulate")


def test_who_is_put_last_begins_to_gather_points_anew() -> None:
    hall = a_hall(policy="accumulate", classes=RATES)
    served_by_amina(hall, BIRTHS)
    do(hall, IssueTicket(BIRTHS), at=after(10))
    do(hall, Transfer(AMINA, TAXES, place="last"), at=after(20))

    assert called(hall, BRAHIM, 21) == ("A002", "accumulate")


# -- Appointments, breaks, skills --

LEVELS = {"appointment": PriorityClass(10 * MINUTE, level=1, share=3)}


@pytest.mark.parametrize("policy", ["strict", "interleave"])
def test_an_early_appointment_waits_while_somebody_is_due_before(policy) -> None:
    hall = a_hall(policy=policy, classes=LEVELS)
    do(hall, IssueTicket(BIRTHS), CheckIn("K7", BIRTHS, after(30)), at=NINE)

    assert called(hall, AMINA, 1) == ("A001", policy)
    assert called(hall, BRAHIM, 2) == ("A002", policy)


def test_an_appointment_that_is_due_has_its_level() -> None:
    hall = a_hall(policy="strict", classes=LEVELS)
    do(hall, IssueTicket(BIRTHS), CheckIn("K7", BIRTHS, after(30)), at=NINE)

    assert called(hall, AMINA, 30) == ("A002", "strict")


def test_an_appointment_that_becomes_a_walk_in_keeps_its_moment() -> None:
    hall = a_hall(classes=LEVELS)
    do(hall, CheckIn("K7", BIRTHS, after(10)))

    [event] = do(hall, Reprioritise("A001", "normal", "came for something else", "salma"))
    assert event.due_at == after(10)


def test_who_comes_back_to_an_agent_on_a_break_is_called_by_any() -> None:
    hall = a_hall()
    served_by_amina(hall, BIRTHS)
    do(hall, Transfer(AMINA, TAXES, comes_back=True), PauseCounter(AMINA, "prayer"))
    do(hall, CallNext(BRAHIM), StartService(BRAHIM))

    [_, back] = do(hall, FinishService(BRAHIM))
    assert back == TicketMovedOn(NINE, "A001", BIRTHS, after(15), (), None, is_return=True)


def test_nobody_checks_in_after_the_last_closing() -> None:
    day = {NINE.weekday(): (Session(time(8, 30), time(16, 30)),)}
    hall = a_hall(hours=Timetable(ZoneInfo("UTC"), day))
    evening = NINE.replace(hour=16, minute=30)

    with pytest.raises(refusals.ServiceClosed):
        hall.decide(CheckIn("K7", BIRTHS, evening), evening)
    before_opening = CheckIn("K8", BIRTHS, evening.replace(hour=8, minute=30))
    assert hall.decide(before_opening, evening.replace(hour=8, minute=15)) != ()
