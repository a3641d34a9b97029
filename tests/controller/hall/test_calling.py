"""Who is called next."""

from datetime import timedelta

import pytest

from controller.hall import Hall
from controller.hall.commands import (
    CallNext,
    CallTicket,
    FinishService,
    IssueTicket,
    MarkNoShow,
    OpenCounter,
    Recall,
    Reinstate,
    ServeWalkIn,
    StartService,
    Transfer,
)
from controller.hall.events import CounterOpened, TicketCalled
from controller.hall.refusals import CounterBusy, CounterNotOpen, NobodyWaiting, RecalledEnough
from controller.hall.rules import Rules
from controller.hall.service import Service
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


def test_the_first_come_is_called_first() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), at=after(0))
    do(hall, IssueTicket(BIRTHS), at=after(1))

    assert do(hall, CallNext(AMINA), at=after(2)) == (TicketCalled(after(2), "A001", ONE, AMINA),)


def test_a_service_with_a_shorter_target_gets_ahead() -> None:
    hall = open_hall()
    do(hall, IssueTicket(TAXES), at=after(0))
    do(hall, IssueTicket(BIRTHS), at=after(5))

    [called] = do(hall, CallNext(AMINA), at=after(6))

    assert called.ticket == "A001"


def test_but_does_not_starve_the_others() -> None:
    hall = open_hall()
    do(hall, IssueTicket(TAXES), at=after(0))
    do(hall, IssueTicket(BIRTHS), at=after(21))

    [called] = do(hall, CallNext(AMINA), at=after(22))

    assert called.ticket == "D001"


def test_of_tickets_due_at_once_the_earlier_issued_goes_first() -> None:
    hall = open_hall()
    do(hall, IssueTicket(TAXES), at=after(0))
    do(hall, IssueTicket(BIRTHS), at=after(20))

    [called] = do(hall, CallNext(AMINA), at=after(30))

    assert called.ticket == "D001"


def test_of_tickets_issued_and_due_at_once_the_lower_number_goes_first() -> None:
    hall = open_hall()
    do(hall, *[IssueTicket(BIRTHS), IssueTicket(DEATHS)] * 6)

    called = [do(hall, CallNext(AMINA), MarkNoShow(AMINA))[0].ticket for _ in range(12)]

    assert called == [f"A{serial:03}" for serial in range(1, 13)]


def test_nobody_is_called_twice() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), CallNext(AMINA))

    with pytest.raises(NobodyWaiting):
        do(hall, CallNext(BRAHIM))


def test_a_busy_counter_cannot_call() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), IssueTicket(BIRTHS), CallNext(AMINA))

    with pytest.raises(CounterBusy):
        do(hall, CallNext(AMINA))


def test_a_closed_counter_cannot_call() -> None:
    hall = a_hall()
    do(hall, IssueTicket(BIRTHS))

    with pytest.raises(CounterNotOpen):
        do(hall, CallNext(AMINA))


def test_a_counter_calls_only_for_the_services_that_it_gives() -> None:
    hall = a_hall()
    do(hall, OpenCounter(ONE, AMINA, frozenset({TAXES})), IssueTicket(BIRTHS))

    with pytest.raises(NobodyWaiting):
        do(hall, CallNext(AMINA))


def test_a_transferred_ticket_keeps_its_place_in_time() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), at=after(0))
    do(hall, IssueTicket(TAXES), at=after(1))
    do(hall, CallNext(AMINA), StartService(AMINA), Transfer(AMINA, TAXES), at=after(2))

    [called] = do(hall, CallNext(BRAHIM), at=after(3))

    assert (called.ticket, hall.tickets["A001"].service) == ("A001", TAXES)


def test_a_ticket_transferred_there_and_back_is_called_once_each_time() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS))
    for service in (TAXES, BIRTHS, TAXES):
        do(hall, CallNext(AMINA), StartService(AMINA), Transfer(AMINA, service))
    do(hall, CallNext(AMINA), StartService(AMINA), FinishService(AMINA))

    with pytest.raises(NobodyWaiting):
        do(hall, CallNext(BRAHIM))


def test_of_tickets_of_one_moment_the_thousandth_comes_after_the_999th() -> None:
    hall = open_hall()
    do(hall, *[IssueTicket(BIRTHS)] * 1000)
    for _ in range(998):
        do(hall, CallNext(AMINA), MarkNoShow(AMINA))

    assert do(hall, CallNext(AMINA))[0].ticket == "A999"
    assert do(hall, CallNext(BRAHIM))[0].ticket == "A1000"


def test_a_ticket_that_is_called_again_later_is_called_as_often_anew() -> None:
    hall = open_hall()
    hall.rules = Rules(calls=2)
    do(hall, IssueTicket(BIRTHS), CallNext(AMINA), Recall(AMINA), MarkNoShow(AMINA))
    do(hall, Reinstate("A001"), CallNext(AMINA), Recall(AMINA))

    with pytest.raises(RecalledEnough):
        hall.decide(Recall(AMINA), after(0))


@pytest.mark.parametrize("call", [CallTicket(BRAHIM, "D001", "was missed"), CallNext(BRAHIM)])
def test_who_waits_for_a_service_that_has_left_the_pack_can_still_be_called(call) -> None:
    facts = (
        CounterOpened(NINE, ONE, AMINA, (BIRTHS, TAXES)),
        CounterOpened(NINE, TWO, BRAHIM, (BIRTHS, TAXES)),
    )
    before = open_hall()
    walk_in = do(before, ServeWalkIn(AMINA, TAXES))
    sent_on = do(before, Transfer(AMINA, to_counter=TWO))
    hall = Hall([Service(BIRTHS, "A", timedelta(minutes=10))], {ONE: [BIRTHS], TWO: [BIRTHS]})
    for fact in (*facts, *walk_in, *sent_on):
        hall.apply(fact)

    [called] = hall.decide(call, after(1))

    assert (called.ticket, called.passed) == ("D001", ())
