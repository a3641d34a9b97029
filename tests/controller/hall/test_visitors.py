"""What visitors may ask for."""

from datetime import time, timedelta
from zoneinfo import ZoneInfo

import pytest

from controller.hall import Hall, commands, events, refusals
from controller.hall.commands import (
    CallNext,
    CallTicket,
    CancelTicket,
    FinishService,
    GiveUp,
    IssueTicket,
    MarkNoShow,
    Park,
    PauseCounter,
    PauseService,
    PreCall,
    Recall,
    Reinstate,
    ResumeCounter,
    ResumeService,
    ServeWalkIn,
    StartService,
)
from controller.hall.hours import Session, Timetable
from controller.hall.priority import PriorityClass
from controller.hall.rules import Rules
from controller.hall.service import Service
from tests.controller.builders import (
    AMINA,
    BIRTHS,
    NINE,
    ONE,
    TAXES,
    a_hall_with,
    after,
    do,
    open_hall,
)

MINUTE = timedelta(minutes=1)
OPEN = Timetable(ZoneInfo("UTC"), dict.fromkeys(range(7), (Session(time(8), time(16)),)))

# -- Tickets --


def test_a_priority_class_is_due_sooner_by_its_head_start() -> None:
    hall = a_hall_with(Rules(classes={"disability": PriorityClass(head_start=20 * MINUTE)}))
    do(hall, IssueTicket(BIRTHS), IssueTicket(BIRTHS, priority="disability"), at=after(5))

    [called] = do(hall, CallNext(AMINA), at=after(6))

    assert (called.ticket, called.passed) == ("A002", ())
    assert hall.tickets["A002"].due_at == after(-5)


def test_a_cancelled_ticket_is_not_called() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), IssueTicket(BIRTHS), GiveUp("A001"))

    assert do(hall, CallNext(AMINA))[0].ticket == "A002"
    assert hall.measures.of_service(BIRTHS).cancelled == 1


def test_who_is_at_a_counter_does_not_cancel() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), CallNext(AMINA))

    with pytest.raises(refusals.WrongMoment):
        hall.decide(GiveUp("A001"), NINE)


def test_the_staff_says_why_it_takes_a_ticket_out() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS))

    with pytest.raises(refusals.ReasonMissing):
        hall.decide(CancelTicket("A001", " "), NINE)
    assert do(hall, CancelTicket("A001", " left ")) == (
        events.TicketCancelled(NINE, "A001", "left"),
    )


@pytest.mark.parametrize("command", [GiveUp, Reinstate, commands.Resume])
def test_nothing_is_done_with_a_ticket_that_was_never_issued(command) -> None:
    with pytest.raises(refusals.UnknownTicket):
        open_hall().decide(command("A001"), NINE)


def test_a_no_show_who_comes_back_in_time_has_the_old_place() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), IssueTicket(BIRTHS), CallNext(AMINA), MarkNoShow(AMINA))

    with pytest.raises(refusals.TooLate):
        hall.decide(Reinstate("A001"), after(15.1))
    do(hall, Reinstate("A001"), at=after(15))

    assert do(hall, CallNext(AMINA), at=after(15))[0].ticket == "A001"
    assert hall.measures.of_service(BIRTHS).no_shows == 0


# -- Calls --


def test_a_call_out_of_turn_names_its_reason_and_whom_it_passed() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), at=after(0))
    do(hall, IssueTicket(BIRTHS), at=after(1))

    with pytest.raises(refusals.ReasonMissing):
        hall.decide(CallTicket(AMINA, "A002", " "), after(2))

    assert do(hall, CallTicket(AMINA, "A002", "ambulance waits"), at=after(2)) == (
        events.TicketCalled(
            after(2), "A002", ONE, AMINA, "out_of_turn", ("A001",), "ambulance waits"
        ),
    )


def test_who_is_next_may_get_ready_once() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), IssueTicket(BIRTHS), CallNext(AMINA), StartService(AMINA))

    assert do(hall, PreCall(AMINA)) == (events.TicketPreCalled(NINE, "A002", ONE),)
    with pytest.raises(refusals.WrongMoment):
        hall.decide(PreCall(AMINA), NINE)
    do(hall, FinishService(AMINA), CallNext(AMINA))
    assert hall.ready == {}


def test_a_ticket_is_called_no_oftener_than_the_hall_calls() -> None:
    hall = a_hall_with(Rules(calls=2))
    do(hall, IssueTicket(BIRTHS), CallNext(AMINA), Recall(AMINA))

    with pytest.raises(refusals.RecalledEnough):
        hall.decide(Recall(AMINA), NINE)


def test_a_paused_counter_calls_nobody() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), PauseCounter(AMINA, "prayer"))

    with pytest.raises(refusals.CounterPaused):
        hall.decide(CallNext(AMINA), NINE)
    assert do(hall, ResumeCounter(AMINA), CallNext(AMINA))[0].ticket == "A001"


# -- Limits --


def test_the_last_ticket_is_issued_so_long_before_closing() -> None:
    hall = a_hall_with(Rules(hours=OPEN, last_ticket=30 * MINUTE))

    do(hall, IssueTicket(BIRTHS), at=after(6.5 * 60))
    with pytest.raises(refusals.LastTicketGiven):
        hall.decide(IssueTicket(BIRTHS), after(6.5 * 60 + 0.1))
    for minutes in (-61, 8 * 60):
        with pytest.raises(refusals.ServiceClosed):
            hall.decide(IssueTicket(BIRTHS), after(minutes))


def test_no_more_tickets_than_the_quota() -> None:
    hall = a_hall_with(Rules(), quota=2)
    do(hall, IssueTicket(BIRTHS), IssueTicket(BIRTHS), IssueTicket(TAXES))

    with pytest.raises(refusals.QuotaReached):
        hall.decide(IssueTicket(BIRTHS), NINE)


def test_a_quota_stops_no_staff_and_the_ticket_keeps_that_it_is_beyond_it() -> None:
    services = [Service(BIRTHS, "A", timedelta(0), quota=1), Service(TAXES, "D", timedelta(0))]
    hall = Hall(services, {ONE: (BIRTHS, TAXES)}, Rules())
    visits = ((BIRTHS,), (BIRTHS, TAXES), (TAXES, BIRTHS))
    wishes = [IssueTicket(first, then=tuple(then), is_by_staff=True) for first, *then in visits]

    issued = [event for wish in wishes for event in do(hall, wish)]

    assert [event.beyond_quota for event in issued] == [(), (BIRTHS,), (BIRTHS,)]
    with pytest.raises(refusals.QuotaReached):
        hall.decide(IssueTicket(BIRTHS), NINE)


def test_a_pause_stops_the_staff_too() -> None:
    hall = a_hall_with(Rules())
    do(hall, commands.PauseService(BIRTHS, "no paper"))

    with pytest.raises(refusals.ServicePaused):
        hall.decide(IssueTicket(BIRTHS, is_by_staff=True), NINE)


@pytest.mark.parametrize("reason", ["", " ", "…"])
def test_who_was_served_is_brought_back_for_a_reason_only(reason: str) -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), CallNext(AMINA), StartService(AMINA), FinishService(AMINA))

    with pytest.raises(refusals.ReasonMissing):
        hall.decide(Reinstate("A001", reason), NINE)
    assert hall.decide(Reinstate("A001", " wrong tap "), NINE) == (
        events.TicketReinstated(NINE, "A001", BIRTHS, reason="wrong tap"),
    )


def test_who_gave_up_before_the_call_leaves_the_place_in_the_quota_until_brought_back() -> None:
    hall = a_hall_with(Rules(), quota=1)
    do(hall, IssueTicket(BIRTHS), GiveUp("A001"), Reinstate("A001"))

    with pytest.raises(refusals.QuotaReached):
        hall.decide(IssueTicket(BIRTHS), NINE)


def test_who_gave_up_does_not_take_back_what_somebody_else_has_now() -> None:
    hall = a_hall_with(Rules(), quota=1)
    do(hall, IssueTicket(BIRTHS), GiveUp("A001"), IssueTicket(BIRTHS))

    with pytest.raises(refusals.QuotaReached):
        hall.decide(Reinstate("A001"), NINE)
    [back] = hall.decide(Reinstate("A001", is_by_staff=True), NINE)
    assert back.beyond_quota == (BIRTHS,)


def test_who_gave_up_after_a_call_has_used_the_place_and_comes_back() -> None:
    hall = a_hall_with(Rules(), quota=1)
    do(hall, IssueTicket(BIRTHS), CallNext(AMINA), Park(AMINA, "a copy is missing"), GiveUp("A001"))

    [back] = hall.decide(Reinstate("A001"), NINE)
    assert back.beyond_quota == ()


def test_a_quota_stops_no_visitor_without_a_ticket_whom_an_agent_serves() -> None:
    hall = a_hall_with(Rules(), quota=1)
    told = [do(hall, ServeWalkIn(AMINA, BIRTHS))[0].beyond_quota]
    do(hall, FinishService(AMINA))
    told.append(do(hall, ServeWalkIn(AMINA, BIRTHS))[0].beyond_quota)

    assert told == [(), (BIRTHS,)]


def test_a_quota_counts_who_comes_for_the_service_after_another() -> None:
    services = [Service(BIRTHS, "A", timedelta(0)), Service(TAXES, "D", timedelta(0), quota=1)]
    hall = Hall(services, {ONE: (BIRTHS, TAXES)})
    do(hall, IssueTicket(BIRTHS, then=(TAXES,)))

    for wish in (IssueTicket(TAXES), IssueTicket(BIRTHS, then=(TAXES,))):
        with pytest.raises(refusals.QuotaReached):
            hall.decide(wish, NINE)


def test_a_paused_service_issues_nothing_and_serves_who_waits() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), PauseService(BIRTHS, "the register is away"))

    with pytest.raises(refusals.ServicePaused):
        hall.decide(IssueTicket(BIRTHS), NINE)
    assert do(hall, CallNext(AMINA))[0].ticket == "A001"
    do(hall, ResumeService(BIRTHS), IssueTicket(BIRTHS))
