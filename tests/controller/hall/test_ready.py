"""Who is told to get ready, and for which counter."""

import pytest

from controller.hall import refusals
from controller.hall.commands import (
    CallNext,
    ChangeServices,
    IssueTicket,
    PauseCounter,
    PreCall,
    Redirect,
)
from tests.controller.builders import AMINA, BIRTHS, BRAHIM, NINE, ONE, TAXES, TWO, do, open_hall


def test_two_counters_tell_two_visitors_to_get_ready() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), IssueTicket(BIRTHS), PreCall(AMINA), PreCall(BRAHIM))

    assert hall.ready == {ONE: "A001", TWO: "A002"}
    with pytest.raises(refusals.WrongMoment):
        hall.decide(PreCall(BRAHIM), NINE)


def test_when_all_who_wait_were_told_nobody_is_told_again() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), PreCall(AMINA))

    with pytest.raises(refusals.WrongMoment):
        hall.decide(PreCall(BRAHIM), NINE)


def test_whoever_calls_first_gets_the_head_and_the_others_visitor_goes_to_the_other() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), IssueTicket(BIRTHS), PreCall(AMINA), PreCall(BRAHIM))

    [call] = do(hall, CallNext(BRAHIM))

    assert (call.ticket, call.counter) == ("A001", TWO)
    assert hall.ready == {ONE: "A002"}


def test_who_waits_for_one_counter_alone_is_ready_for_no_other() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), IssueTicket(BIRTHS))
    do(hall, Redirect("A002", "knows", "salma", to_counter=TWO), PreCall(AMINA), PreCall(BRAHIM))

    do(hall, CallNext(BRAHIM))

    assert hall.ready == {TWO: "A002"}


def test_nobody_is_ready_for_a_counter_that_does_not_give_the_service_any_more() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), PreCall(AMINA), ChangeServices(ONE, frozenset({TAXES})))

    assert hall.ready == {}
    do(hall, PreCall(BRAHIM))
    assert hall.ready == {TWO: "A001"}


def test_an_agent_on_a_break_tells_nobody_to_get_ready() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), PauseCounter(AMINA, "tea"))

    with pytest.raises(refusals.CounterPaused):
        hall.decide(PreCall(AMINA), NINE)
