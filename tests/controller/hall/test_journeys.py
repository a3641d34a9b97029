"""What is left of a visit when its ticket is sent about: services, quantity, moments."""

import pytest

from controller.hall import refusals
from controller.hall.commands import (
    CallNext,
    CallTicket,
    CheckIn,
    CloseCounter,
    FinishService,
    IssueTicket,
    OpenCounter,
    PauseCounter,
    PreCall,
    Redirect,
    Reprioritise,
    ServeWalkIn,
    StartService,
    Transfer,
)
from controller.hall.priority import PriorityClass
from tests.controller.builders import AMINA, BIRTHS, BRAHIM, DEATHS, ONE, TAXES, TWO, do
from tests.controller.hall.fair_hall import CARLA, a_hall, after

HERE = (CallNext(AMINA), StartService(AMINA))


def test_who_came_without_a_ticket_is_due_like_who_came_with_one() -> None:
    hall = a_hall()
    do(hall, IssueTicket(TAXES), at=after(0))
    do(hall, ServeWalkIn(AMINA, BIRTHS), at=after(5))
    do(hall, Transfer(AMINA, TAXES), at=after(6))

    assert hall.tickets["A001"].due_at == after(15)
    assert do(hall, CallNext(BRAHIM), at=after(7))[0].ticket == "D001"


@pytest.mark.parametrize("reason", ["", " ", "\u200b"])
def test_nobody_is_put_first_without_a_reason(reason) -> None:
    hall = a_hall()
    do(hall, IssueTicket(BIRTHS), *HERE)

    with pytest.raises(refusals.ReasonMissing):
        hall.decide(Transfer(AMINA, TAXES, place="first", reason=reason), after(1))


@pytest.mark.parametrize("comes_back", [True, False])
def test_no_service_is_given_twice_in_a_visit(comes_back) -> None:
    hall = a_hall()
    do(hall, IssueTicket(BIRTHS, then=(TAXES, DEATHS)), *HERE)

    do(hall, Transfer(AMINA, TAXES, comes_back=comes_back))

    assert hall.tickets["A001"].then == (DEATHS,)


def test_who_is_sent_by_a_supervisor_is_not_served_twice_either() -> None:
    hall = a_hall()
    do(hall, IssueTicket(BIRTHS, then=(TAXES,)))

    do(hall, Redirect("A001", "shorter there", "salma", TAXES))

    assert (hall.tickets["A001"].service, hall.tickets["A001"].then) == (TAXES, (BIRTHS,))


def test_how_many_are_wanted_is_known_when_the_counter_waited_for_closes() -> None:
    hall = a_hall()
    do(hall, IssueTicket(BIRTHS, quantity=5), Redirect("A001", "knows", "salma", to_counter=TWO))

    do(hall, CloseCounter(TWO))

    assert hall.tickets["A001"].quantity == 5


def test_how_many_are_wanted_of_one_service_says_nothing_of_another() -> None:
    hall = a_hall()
    do(hall, IssueTicket(BIRTHS, quantity=5), *HERE)
    do(hall, Transfer(AMINA, TAXES, comes_back=True))
    at_taxes = hall.tickets["A001"].quantity
    do(hall, CallNext(BRAHIM), StartService(BRAHIM), FinishService(BRAHIM))

    assert (at_taxes, hall.tickets["A001"].quantity) == (1, 5)


def test_out_of_turn_whoever_came_sooner_for_the_same_service_is_named() -> None:
    hall = a_hall()
    do(hall, CloseCounter(ONE), OpenCounter(ONE, AMINA, frozenset({TAXES})))
    do(hall, IssueTicket(BIRTHS), at=after(0))
    do(hall, IssueTicket(BIRTHS), at=after(1))
    do(hall, Redirect("A002", "knows the file", "salma", to_agent=BRAHIM), at=after(2))

    [call] = do(hall, CallTicket(AMINA, "A002", "agreed"), at=after(3))

    assert call.passed == ("A001",)


STRICT = {"disability": PriorityClass(level=1), "appointment": PriorityClass(level=2)}


def test_an_appointment_put_last_is_not_early_when_its_moment_has_come() -> None:
    hall = a_hall(policy="strict", classes=STRICT)
    do(hall, CheckIn("K7", BIRTHS, after(0)), at=after(0))
    do(hall, IssueTicket(DEATHS), at=after(1))

    do(hall, Redirect("A001", "went out", "salma", place="last"), at=after(2))

    assert do(hall, CallNext(BRAHIM), at=after(3))[0].ticket == "A001"


def test_who_is_given_the_class_of_appointments_has_no_moment_to_wait_for() -> None:
    hall = a_hall(policy="strict", classes=STRICT)
    do(hall, IssueTicket(BIRTHS), at=after(0))
    do(hall, IssueTicket(BIRTHS), at=after(1))

    do(hall, Reprioritise("A002", "appointment", "booked by letter", "salma"), at=after(2))

    assert do(hall, CallNext(AMINA), at=after(3))[0].ticket == "A002"


def test_nobody_gets_ready_for_a_counter_on_a_break() -> None:
    hall = a_hall()
    do(hall, IssueTicket(BIRTHS), PreCall(CARLA), PauseCounter(CARLA, "meal"))

    assert hall.ready == {}


def test_an_early_appointment_keeps_nobody_of_its_class_back() -> None:
    """Who has been put last is due after the one who is early, and may be called before."""
    hall = a_hall(policy="strict", classes=STRICT)
    do(hall, CheckIn("K7", BIRTHS, after(0)), at=after(0))
    do(hall, CheckIn("M3", BIRTHS, after(30)), at=after(1))
    do(hall, IssueTicket(BIRTHS), at=after(2))
    do(hall, Redirect("A001", "went out", "salma", place="last"), at=after(3))

    assert do(hall, CallNext(AMINA), at=after(4))[0].ticket == "A001"
