"""Who has an appointment, and comes early, late, or in time."""

from dataclasses import replace
from datetime import timedelta

import pytest

from controller.hall import events, refusals
from controller.hall.commands import (
    CallNext,
    CancelTicket,
    CheckIn,
    Command,
    FinishService,
    GiveUp,
    IssueTicket,
    PauseService,
    Reinstate,
    StartService,
)
from controller.hall.priority import PriorityClass
from controller.hall.rules import Rules
from tests.controller.builders import AMINA, BIRTHS, NINE, a_hall_with, after, do, open_hall

MINUTE = timedelta(minutes=1)


def arrives(minutes: float = 30) -> CheckIn:
    return CheckIn("K7", BIRTHS, after(minutes))


def test_an_appointment_that_checks_in_is_due_at_its_moment() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), at=after(19))

    assert do(hall, arrives(30), at=after(25)) == (
        events.TicketIssued(
            at=after(25),
            ticket="A002",
            prefix="A",
            serial=2,
            service=BIRTHS,
            language="ar",
            due_at=after(30),
            ahead=1,
            priority="appointment",
            appointment="K7",
            appointed_at=after(30),
            promised_at=after(30),
            waits_from=after(20),
        ),
    )
    assert [do(hall, CallNext(AMINA), at=after(26))[0].ticket] == ["A001"]


def test_who_has_an_appointment_and_who_has_none_wait_in_one_queue() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), at=after(5))
    do(hall, arrives(12), at=after(6))
    do(hall, IssueTicket(BIRTHS), at=after(7))

    assert hall.queues[BIRTHS].numbers == ["A002", "A001", "A003"]


def test_who_comes_too_late_for_an_appointment_waits_as_a_walk_in() -> None:
    hall = open_hall()

    [issued] = do(hall, arrives(30), at=after(40.1))

    assert (issued.due_at, issued.priority) == (after(50.1), "normal")
    assert (issued.appointment, issued.appointed_at) == ("K7", after(30))


def test_the_last_moment_of_an_appointment_is_not_too_late() -> None:
    [issued] = do(open_hall(), arrives(30), at=after(40))

    assert (issued.due_at, issued.priority) == (after(30), "appointment")


def test_who_comes_too_early_is_told_from_when() -> None:
    hall = a_hall_with(Rules(early=20 * MINUTE))

    with pytest.raises(refusals.TooEarly) as raised:
        hall.decide(arrives(30), after(9.9))
    assert raised.value.not_before == after(10)
    assert do(hall, arrives(30), at=after(10))[0].due_at == after(30)


def test_an_appointment_is_kept_when_there_are_no_more_tickets() -> None:
    hall = a_hall_with(Rules(), quota=1)
    do(hall, IssueTicket(BIRTHS), PauseService(BIRTHS, "the register is away"))

    assert do(hall, arrives(5))[0].ticket == "A002"


def test_who_is_late_gets_no_ticket_while_the_service_is_paused() -> None:
    hall = open_hall()
    do(hall, PauseService(BIRTHS, "the register is away"))

    with pytest.raises(refusals.ServicePaused):
        hall.decide(arrives(-11), NINE)


def test_who_is_late_is_not_refused_where_there_are_only_appointments() -> None:
    hall = a_hall_with(Rules(), quota=0)

    [issued] = do(hall, arrives(-11))

    assert (issued.ticket, issued.priority) == ("A001", "normal")


@pytest.mark.parametrize("gives_up", [GiveUp("A001"), CancelTicket("A001", "went out", "salma")])
def test_who_gave_up_early_is_still_expected_at_the_appointed_moment(gives_up: Command) -> None:
    hall = open_hall()
    do(hall, arrives(30), gives_up)

    assert do(hall, arrives(30), at=after(39)) == (
        events.TicketReinstated(after(39), "A001", BIRTHS),
    )
    assert hall.queues[BIRTHS].numbers == ["A001"]


def test_a_right_to_priority_keeps_the_appointment_too() -> None:
    hall = a_hall_with(Rules(classes={"elderly": PriorityClass(10 * MINUTE, level=1)}))
    do(hall, replace(arrives(30), priority="elderly"), GiveUp("A001"))

    assert hall.tickets["A001"].priority == "elderly"
    assert do(hall, arrives(30), at=after(39))[0].ticket == "A001"


def test_who_was_served_has_no_appointment_any_more() -> None:
    hall = open_hall()
    do(hall, arrives(30), CallNext(AMINA), StartService(AMINA), FinishService(AMINA))

    with pytest.raises(refusals.AlreadyCheckedIn):
        hall.decide(arrives(30), after(1))
    with pytest.raises(refusals.TooLate):
        hall.decide(Reinstate("A001"), after(16))


def test_who_came_too_late_and_was_missed_has_no_appointment_any_more() -> None:
    hall = open_hall()
    do(hall, arrives(30), at=after(41))
    do(hall, GiveUp("A001"), at=after(42))

    with pytest.raises(refusals.AlreadyCheckedIn):
        hall.decide(arrives(30), after(43))


def test_nobody_checks_in_twice_or_for_what_the_hall_does_not_do() -> None:
    hall = open_hall()
    do(hall, arrives(30), at=after(30))

    with pytest.raises(refusals.AlreadyCheckedIn):
        hall.decide(arrives(30), after(30))
    with pytest.raises(refusals.UnknownService):
        hall.decide(CheckIn("K8", "marriage", after(30)), after(30))
