"""What the hall allows, and what it refuses."""

import pytest

from controller.hall import commands, refusals
from controller.hall.commands import (
    CallNext,
    CloseCounter,
    FinishService,
    IssueTicket,
    MarkNoShow,
    OpenCounter,
    Recall,
    ReleaseCounter,
    StartService,
    Transfer,
)
from controller.hall.events import (
    CounterClosed,
    CounterOpened,
    TicketCalled,
    TicketIssued,
    TicketReturned,
)
from controller.hall.refusals import (
    AgentElsewhere,
    CounterBusy,
    CounterIdle,
    CounterNotOpen,
    SameService,
    UnknownCounter,
    UnknownService,
    WrongMoment,
)
from tests.controller.builders import (
    AMINA,
    BIRTHS,
    BRAHIM,
    DEATHS,
    NINE,
    ONE,
    TAXES,
    TWO,
    a_hall,
    after,
    do,
    open_hall,
)


def test_services_of_one_office_share_one_row_of_numbers() -> None:
    hall = a_hall()
    do(hall, IssueTicket(BIRTHS), IssueTicket(TAXES))

    assert do(hall, IssueTicket(DEATHS, "fr")) == (
        TicketIssued(NINE, "A002", "A", 2, DEATHS, "fr", after(10), 1, promised_at=after(10)),
    )


def test_after_999_comes_1000() -> None:
    hall = a_hall()
    for _ in range(999):
        do(hall, IssueTicket(BIRTHS))

    [issued] = do(hall, IssueTicket(BIRTHS))

    assert issued.ticket == "A1000"


def test_a_counter_opens_with_all_that_it_is_set_up_for() -> None:
    hall = a_hall()

    opened = do(hall, OpenCounter(ONE, AMINA))

    assert opened == (CounterOpened(NINE, ONE, AMINA, (BIRTHS, DEATHS, TAXES)),)


@pytest.mark.parametrize(
    ("command", "refusal"),
    [
        (IssueTicket("flying"), UnknownService),
        (OpenCounter(9, "carima"), UnknownCounter),
        (OpenCounter(ONE, "carima"), CounterBusy),
        (OpenCounter(ONE, "carima", frozenset({"flying"})), CounterBusy),
        (CloseCounter(9), UnknownCounter),
        (Recall(AMINA), CounterIdle),
        (StartService(AMINA), CounterIdle),
        (FinishService(AMINA), CounterIdle),
        (MarkNoShow(AMINA), CounterIdle),
        (Transfer(AMINA, TAXES), CounterIdle),
    ],
)
def test_an_open_hall_refuses(command: commands.Command, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        open_hall().decide(command, NINE)


@pytest.mark.parametrize(
    ("command", "refusal"),
    [
        (OpenCounter(ONE, AMINA, frozenset({"flying"})), UnknownService),
        (CloseCounter(ONE), CounterNotOpen),
        (Recall(AMINA), CounterNotOpen),
    ],
)
def test_a_closed_hall_refuses(command: commands.Command, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        a_hall().decide(command, NINE)


def test_an_agent_sits_at_one_counter_only() -> None:
    hall = a_hall()
    do(hall, OpenCounter(ONE, AMINA))

    with pytest.raises(AgentElsewhere):
        do(hall, OpenCounter(TWO, AMINA))


@pytest.mark.parametrize("command", [Recall, StartService, MarkNoShow])
def test_what_needs_a_called_ticket_is_refused_once_it_is_served(command: type) -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), CallNext(AMINA), StartService(AMINA))

    with pytest.raises(WrongMoment):
        do(hall, command(AMINA))


def test_nobody_is_finished_with_before_coming_to_the_counter() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), CallNext(AMINA))

    with pytest.raises(WrongMoment):
        do(hall, FinishService(AMINA))


def test_a_transfer_to_the_same_service_is_refused() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), CallNext(AMINA), StartService(AMINA))

    with pytest.raises(SameService):
        do(hall, Transfer(AMINA, BIRTHS))


def test_a_busy_counter_cannot_close() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), CallNext(AMINA))

    with pytest.raises(CounterBusy):
        do(hall, CloseCounter(ONE))


def test_a_recall_counts_and_comes_to_the_front() -> None:
    hall = open_hall()
    do(
        hall,
        IssueTicket(BIRTHS),
        IssueTicket(BIRTHS),
        CallNext(AMINA),
        CallNext(BRAHIM),
        Recall(AMINA),
    )

    assert (hall.tickets["A001"].calls, list(hall.at_counters)) == (2, ["A002", "A001"])


def test_a_ticket_called_anew_after_a_transfer_counts_its_calls_from_one() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), CallNext(AMINA), Recall(AMINA), StartService(AMINA))
    do(hall, Transfer(AMINA, TAXES), CallNext(BRAHIM))

    assert hall.tickets["A001"].calls == 1


def test_events_of_services_that_were_since_removed_still_apply() -> None:
    hall, smaller = a_hall(), type(a_hall())([], {})
    for command in (
        OpenCounter(ONE, AMINA),
        IssueTicket(BIRTHS),
        CallNext(AMINA),
        StartService(AMINA),
        FinishService(AMINA),
    ):
        for event in hall.decide(command, NINE):
            hall.apply(event)
            smaller.apply(event)

    assert smaller.tickets == hall.tickets
    assert smaller.counters[ONE].agent == AMINA


@pytest.mark.parametrize("reached", [[CallNext(AMINA)], [CallNext(AMINA), StartService(AMINA)]])
def test_a_released_counter_is_closed_and_its_ticket_waits_in_its_old_place(reached) -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), IssueTicket(BIRTHS), *reached)

    events = do(hall, ReleaseCounter(ONE))

    assert events == (TicketReturned(NINE, "A001", ONE), CounterClosed(NINE, ONE))
    assert (hall.counters[ONE].is_open, hall.counters[ONE].ticket) == (False, None)
    assert do(hall, CallNext(BRAHIM)) == (TicketCalled(NINE, "A001", TWO, BRAHIM),)


def test_a_released_counter_without_a_ticket_only_closes() -> None:
    assert do(open_hall(), ReleaseCounter(ONE)) == (CounterClosed(NINE, ONE),)


def test_a_closed_counter_cannot_be_released() -> None:
    with pytest.raises(refusals.CounterNotOpen):
        a_hall().decide(ReleaseCounter(ONE), NINE)
