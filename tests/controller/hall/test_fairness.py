"""Situations in which somebody could be passed over, kept waiting, or forgotten."""

import pytest

from controller.hall import refusals
from controller.hall.automation import OpenServiceAt, QueueOver, Rule, TellSupervisor, WaitOver
from controller.hall.commands import (
    CallNext,
    CallTicket,
    CancelTicket,
    ChangeServices,
    CloseDay,
    FinishService,
    IssueTicket,
    LeaveCounter,
    LetTimePass,
    OpenCounter,
    Redirect,
    Reinstate,
    ReopenDay,
    ServeWalkIn,
    StartService,
    Transfer,
)
from controller.hall.priority import PriorityClass
from controller.hall.skills import Skills
from tests.controller.builders import AMINA, BIRTHS, BRAHIM, DEATHS, NINE, ONE, TAXES, TWO, do
from tests.controller.hall.fair_hall import CARLA, MINUTE, a_hall, after

# -- Who is called before whom --


def test_a_call_out_of_turn_names_those_who_waited_for_the_same_service_elsewhere() -> None:
    hall = a_hall()
    for minute in range(3):
        do(hall, IssueTicket(DEATHS), at=after(minute))

    [call] = do(hall, CallTicket(AMINA, "B003", "unwell"), at=after(3))

    assert call.passed == ("B001", "B002")


def test_a_call_out_of_turn_names_who_was_due_sooner_though_they_came_later() -> None:
    hall = a_hall(classes={"disability": PriorityClass(head_start=9 * MINUTE)})
    do(hall, IssueTicket(BIRTHS))
    do(hall, IssueTicket(BIRTHS, priority="disability"), at=after(1))

    [call] = do(hall, CallTicket(AMINA, "A001", "unwell"), at=after(2))

    assert call.passed == ("A002",)


def test_who_waits_for_an_agent_alone_is_not_kept_back_by_strangers_of_other_classes() -> None:
    """Strict: who came first of the highest class is called, whom else it may wait for."""
    hall = a_hall(policy="strict", classes={"disability": PriorityClass(level=2)})
    do(hall, IssueTicket(BIRTHS))
    do(hall, IssueTicket(BIRTHS, priority="disability"), at=after(1))
    do(hall, Redirect("A002", "knows the file", "salma", to_agent=AMINA), at=after(2))
    do(hall, IssueTicket(BIRTHS, priority="disability"), at=after(3))

    [call] = do(hall, CallNext(AMINA), at=after(4))

    assert (call.ticket, call.why) == ("A002", "strict")


def test_a_visitor_without_a_ticket_passes_nobody_without_a_reason() -> None:
    hall = a_hall()
    do(hall, IssueTicket(BIRTHS))

    with pytest.raises(refusals.ReasonMissing):
        hall.decide(ServeWalkIn(BRAHIM, DEATHS), NINE)
    [started] = do(hall, ServeWalkIn(BRAHIM, DEATHS, "fr", " only asks "))

    assert (started.passed, started.reason) == (("A001",), "only asks")


def test_a_visitor_without_a_ticket_needs_no_reason_where_nobody_waits() -> None:
    [started] = do(a_hall(), ServeWalkIn(BRAHIM, DEATHS))

    assert (started.passed, started.reason) == ((), "")


@pytest.mark.parametrize("reason", ["", " ", ".", "\u200b", "⠀", "…"])
def test_a_reason_has_at_least_a_letter(reason: str) -> None:
    hall = a_hall()
    do(hall, IssueTicket(BIRTHS))

    with pytest.raises(refusals.ReasonMissing):
        hall.decide(CallTicket(AMINA, "A001", reason), NINE)


def test_nobody_is_skipped_by_a_transfer_to_where_they_are() -> None:
    hall = a_hall()
    do(hall, IssueTicket(BIRTHS), CallNext(AMINA))

    for wish in (Transfer(AMINA, to_counter=ONE, place="last"), Transfer(AMINA, to_agent=AMINA)):
        with pytest.raises(refusals.SameService):
            hall.decide(wish, NINE)


def test_who_declares_a_priority_is_told_the_place_that_it_gives() -> None:
    hall = a_hall(classes={"disability": PriorityClass(head_start=20 * MINUTE)})
    for minute in range(3):
        do(hall, IssueTicket(BIRTHS), at=after(minute))

    [first] = do(hall, IssueTicket(BIRTHS, priority="disability"), at=after(3))
    [second] = do(hall, IssueTicket(BIRTHS), at=after(4))

    assert (first.ahead, second.ahead) == (0, 4)


def test_a_head_start_longer_than_the_target_makes_nobody_late() -> None:
    """The class says who is called sooner; what was promised is the service's target."""
    hall = a_hall(classes={"disability": PriorityClass(head_start=20 * MINUTE)})
    do(hall, IssueTicket(BIRTHS, priority="disability"))

    do(hall, CallNext(AMINA), at=after(10))

    assert hall.measures.of_service(BIRTHS).service_level == 1.0


# -- Who waits for one counter or agent alone --


def test_nobody_is_sent_to_a_counter_that_is_closed() -> None:
    hall = a_hall()
    do(hall, IssueTicket(BIRTHS), CallNext(AMINA), LeaveCounter(BRAHIM))

    with pytest.raises(refusals.CounterNotOpen):
        hall.decide(Transfer(AMINA, to_counter=TWO), NINE)


def test_who_waited_for_a_counter_that_closed_meanwhile_is_called_by_any() -> None:
    hall = a_hall()
    do(hall, IssueTicket(BIRTHS), CallNext(AMINA), Transfer(AMINA, to_counter=TWO))
    do(hall, CloseDay(), ReopenDay("in error", "salma"), OpenCounter(ONE, AMINA))

    assert do(hall, CallNext(AMINA))[0].ticket == "A001"


def test_what_waits_for_one_counter_alone_is_watched_too() -> None:
    late = Rule("late", WaitOver(5 * MINUTE), (TellSupervisor(),))
    crowd = Rule("crowd", QueueOver(0, BIRTHS), (TellSupervisor(),))
    hall = a_hall(automation=(late, crowd))
    do(hall, IssueTicket(BIRTHS), CallNext(AMINA), Transfer(AMINA, to_counter=TWO))

    told = do(hall, LetTimePass(), at=after(6))

    assert [(event.rule, event.service) for event in told] == [("late", BIRTHS), ("crowd", BIRTHS)]


def test_time_at_a_counter_is_no_wait() -> None:
    hall = a_hall(automation=(Rule("late", WaitOver(5 * MINUTE), (TellSupervisor(),)),))
    do(hall, IssueTicket(BIRTHS, then=(DEATHS,)), CallNext(AMINA), StartService(AMINA))
    do(hall, FinishService(AMINA), at=after(50))

    assert do(hall, LetTimePass(), at=after(51)) == ()


# -- Returning --


def test_who_is_sent_on_twice_comes_back_twice_and_keeps_the_rest_of_the_visit() -> None:
    hall = a_hall()
    do(hall, IssueTicket(BIRTHS, then=(TAXES,)), CallNext(AMINA))
    do(hall, Transfer(AMINA, DEATHS, to_agent=BRAHIM, comes_back=True), CallNext(BRAHIM))
    do(hall, Transfer(BRAHIM, BIRTHS, to_agent=CARLA, comes_back=True), CallNext(CARLA))
    do(hall, StartService(CARLA))

    way = [do(hall, FinishService(CARLA))[1]]
    for agent in (BRAHIM, AMINA):
        do(hall, CallNext(agent), StartService(agent))
        way.append(do(hall, FinishService(agent))[1])

    assert [(each.service, each.for_agent, each.then) for each in way] == [
        (DEATHS, BRAHIM, (TAXES,)),
        (BIRTHS, AMINA, (TAXES,)),
        (TAXES, None, ()),
    ]


def test_a_service_finished_in_error_goes_on() -> None:
    hall = a_hall()
    do(hall, IssueTicket(BIRTHS), CallNext(AMINA), StartService(AMINA), FinishService(AMINA))

    do(hall, Reinstate("A001", "wrong tap"), at=after(1))

    assert (hall.queues[BIRTHS].numbers, hall.measures.total.served) == (["A001"], 0)


# -- Skills --


def test_nothing_makes_agents_give_what_they_cannot() -> None:
    help_ = Rule("help", WaitOver(5 * MINUTE, TAXES), (OpenServiceAt(counter=ONE),))
    only = {AMINA: Skills(frozenset({BIRTHS}))}
    hall = a_hall(automation=(help_,), skills=only)
    do(hall, IssueTicket(TAXES), IssueTicket(BIRTHS), CallNext(BRAHIM))
    do(hall, IssueTicket(TAXES))
    wishes = (
        ChangeServices(ONE, frozenset({TAXES})),
        CallTicket(AMINA, "D002", "in a hurry"),
        ServeWalkIn(AMINA, TAXES, "ar", "in a hurry"),
        Transfer(BRAHIM, TAXES, to_agent=AMINA),
        Transfer(BRAHIM, TAXES, to_counter=ONE),
    )

    for wish in wishes:
        with pytest.raises(refusals.NotSkilled):
            hall.decide(wish, NINE)
    told = do(hall, LetTimePass(), at=after(6))
    assert [type(event).__name__ for event in told] == ["RuleTriggered"]


def test_who_comes_back_to_a_counter_whose_new_agent_cannot_waits_for_any() -> None:
    hall = a_hall(skills={BRAHIM: Skills(frozenset({BIRTHS}))})
    do(hall, LeaveCounter(BRAHIM), OpenCounter(TWO, "omar"), IssueTicket(TAXES))
    do(hall, Redirect("D001", "knows them", "salma", to_counter=TWO), CancelTicket("D001", "left"))
    do(hall, LeaveCounter("omar"), OpenCounter(TWO, BRAHIM), Reinstate("D001"))

    assert do(hall, CallNext(CARLA))[0].ticket == "D001"
