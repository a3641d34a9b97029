"""Situations in which somebody could be passed over, kept waiting, or forgotten."""

from datetime import timedelta

import pytest

from controller.hall import Hall, events, refusals
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
    PauseService,
    Redirect,
    Reinstate,
    ReopenDay,
    ResumeService,
    ServeWalkIn,
    StartService,
    Transfer,
)
from controller.hall.events import TicketCalled
from controller.hall.hours import Session, Timetable
from controller.hall.priority import PriorityClass
from controller.hall.rules import Rules
from controller.hall.service import Service
from controller.hall.skills import Skills
from tests.controller.builders import AMINA, BIRTHS, BRAHIM, DEATHS, NINE, ONE, TAXES, TWO, do

MINUTE = timedelta(minutes=1)
CARLA, THREE = "carla", 3


def a_hall(**rules) -> Hall:
    """Three services, three counters with an agent each."""
    kinds = [Service(BIRTHS, "A", 10 * MINUTE), Service(DEATHS, "B", 10 * MINUTE)]
    kinds.append(Service(TAXES, "D", 10 * MINUTE))
    every = (BIRTHS, DEATHS, TAXES)
    hall = Hall(kinds, dict.fromkeys((ONE, TWO, THREE), every), Rules(**rules))
    do(hall, OpenCounter(ONE, AMINA, frozenset({BIRTHS})), OpenCounter(TWO, BRAHIM))
    do(hall, OpenCounter(THREE, CARLA))
    return hall


def after(minutes: int):
    return NINE + minutes * MINUTE


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

    assert (call.ticket, call.why) == ("A002", "reserved")


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
    do(hall, Transfer(BRAHIM, TAXES, to_agent=CARLA, comes_back=True), CallNext(CARLA))
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

    do(hall, Reinstate("A001"), at=after(1))

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
