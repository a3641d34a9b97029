"""What may become of a visitor at the counter."""

from datetime import timedelta

import pytest

from controller.hall import Hall, events, refusals
from controller.hall.commands import (
    CallNext,
    CallTicket,
    CloseCounter,
    FinishService,
    IssueTicket,
    LetTimePass,
    OpenCounter,
    Park,
    PauseCounter,
    Resume,
    ServeWalkIn,
    StartService,
    Transfer,
)
from controller.hall.ids import ServiceId
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
    a_hall,
    after,
    do,
    open_hall,
)
from wire.messages import TicketState

SERVED = (CallNext(AMINA), StartService(AMINA))


def test_a_visit_goes_on_to_its_next_service_with_the_wait_that_it_has() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS, then=(DEATHS, TAXES)), *SERVED)

    events_ = do(hall, FinishService(AMINA), at=after(9))

    assert events_ == (
        events.ServiceFinished(after(9), "A001", ONE),
        events.TicketMovedOn(after(9), "A001", DEATHS, after(10), (TAXES,)),
    )
    assert (hall.tickets["A001"].state, hall.tickets["A001"].service) == ("waiting", DEATHS)


def test_one_ticket_is_for_three_services_at_most() -> None:
    hall = open_hall()

    with pytest.raises(refusals.TooManyServices):
        hall.decide(IssueTicket(BIRTHS, then=(DEATHS, TAXES, ServiceId("marriage"))), NINE)
    [issued] = do(hall, IssueTicket(BIRTHS, then=(DEATHS, TAXES)))
    assert issued.then == (DEATHS, TAXES)


def test_how_many_are_wanted_is_said_of_the_first_service_alone() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS, then=(DEATHS,), quantity=3), *SERVED, FinishService(AMINA))

    assert hall.tickets["A001"].quantity == 1


def test_the_last_service_of_a_visit_ends_it() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS, then=(TAXES,)), *SERVED, FinishService(AMINA), *SERVED)

    assert do(hall, FinishService(AMINA)) == (events.ServiceFinished(NINE, "A001", ONE),)


@pytest.mark.parametrize(
    ("place", "called"), [("first", "A001"), ("due", "D001"), ("last", "D001")]
)
def test_a_transferred_ticket_gets_the_place_that_the_agent_chose(place, called) -> None:
    hall = open_hall()
    do(hall, IssueTicket(TAXES), at=after(-25))  # D001 is due at 5, A001 at 11
    do(hall, IssueTicket(BIRTHS), at=after(1))
    do(hall, CallTicket(AMINA, "A001", "asks for it"), StartService(AMINA), at=after(2))

    do(hall, Transfer(AMINA, TAXES, place=place, reason="only a stamp"), at=after(3))

    assert do(hall, CallNext(BRAHIM), at=after(4))[0].ticket == called


def test_behind_all_means_a_target_from_now() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), *SERVED)

    do(hall, Transfer(AMINA, TAXES, place="last"), at=after(3))

    assert hall.tickets["A001"].due_at == after(33)


def test_who_is_sent_to_an_agent_waits_for_that_agent_alone() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), *SERVED, Transfer(AMINA, to_agent=BRAHIM))

    with pytest.raises(refusals.NobodyWaiting):
        hall.decide(CallNext(AMINA), NINE)
    [called] = do(hall, CallNext(BRAHIM))
    assert (called.ticket, called.why) == ("A001", "due")


def test_who_waited_for_one_agent_alone_waits_for_all_when_that_agent_leaves() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), *SERVED, Transfer(AMINA, to_agent=BRAHIM), CloseCounter(TWO))

    assert do(hall, CallNext(AMINA))[0].ticket == "A001"


def test_nobody_is_sent_to_an_agent_who_is_away() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), *SERVED, CloseCounter(TWO))

    with pytest.raises(refusals.AgentAway):
        hall.decide(Transfer(AMINA, to_agent=BRAHIM), NINE)


def test_a_visitor_comes_back_to_the_agent_who_asked_for_it() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), *SERVED, Transfer(AMINA, TAXES, comes_back=True))
    do(hall, CallNext(BRAHIM), StartService(BRAHIM), FinishService(BRAHIM))

    [called] = do(hall, CallNext(AMINA))

    assert (called.ticket, called.agent, called.why) == ("A001", AMINA, "due")
    assert hall.tickets["A001"].service == BIRTHS
    assert do(hall, StartService(AMINA), FinishService(AMINA)) == (
        events.ServiceFinished(NINE, "A001", ONE),
    )


def test_who_waited_for_one_agent_alone_waits_for_all_when_that_agent_has_a_break() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), *SERVED, Transfer(AMINA, to_agent=BRAHIM))

    paused, freed = do(hall, PauseCounter(BRAHIM, "lunch"))

    assert (paused.counter, freed.ticket) == (TWO, "A001")
    assert do(hall, CallNext(AMINA))[0].ticket == "A001"


def test_who_would_come_back_to_an_agent_who_has_left_waits_for_all() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), *SERVED, Transfer(AMINA, TAXES, comes_back=True))
    do(hall, CloseCounter(ONE), CallNext(BRAHIM), StartService(BRAHIM), FinishService(BRAHIM))

    assert do(hall, CallNext(BRAHIM))[0].ticket == "A001"


def test_a_parked_ticket_leaves_the_counter_free_and_keeps_its_place() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), IssueTicket(BIRTHS), *SERVED)

    parked = do(hall, Park(AMINA, " fetches a stamp ", "cash desk"))

    assert parked == (events.TicketParked(NINE, "A001", ONE, "fetches a stamp", "cash desk"),)
    assert hall.counters[ONE].ticket is None
    do(hall, Resume("A001"))
    assert do(hall, CallNext(AMINA))[0].ticket == "A001"


def test_a_parked_ticket_comes_back_when_its_time_has_come() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), *SERVED, Park(AMINA, "photo", back_in=timedelta(minutes=5)))

    assert do(hall, LetTimePass(), at=after(4)) == ()
    assert do(hall, LetTimePass(), at=after(5)) == (events.TicketResumed(after(5), "A001"),)
    assert do(hall, LetTimePass(), at=after(6)) == ()


@pytest.mark.parametrize(
    ("park", "refusal"),
    [
        (Park(AMINA, "  "), refusals.ReasonMissing),
        (Park(AMINA, "photo", back_in=timedelta(0)), refusals.TooLate),
        (Park(BRAHIM, "photo"), refusals.CounterIdle),
    ],
)
def test_parking_without_a_reason_into_the_past_or_without_a_ticket_is_refused(
    park, refusal
) -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), *SERVED)

    with pytest.raises(refusal):
        hall.decide(park, NINE)


def test_a_walk_in_is_served_at_once_and_counted() -> None:
    hall = open_hall()

    do(hall, ServeWalkIn(AMINA, BIRTHS), at=after(1))
    do(hall, FinishService(AMINA), at=after(3))

    tally = hall.measures.of_service(BIRTHS)
    assert (tally.issued, tally.called, tally.served, tally.services.mean) == (1, 0, 1, 120)
    assert hall.tickets["A001"].state is TicketState.FINISHED


def test_a_walk_in_needs_a_free_counter() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), CallNext(AMINA))

    with pytest.raises(refusals.CounterBusy):
        hall.decide(ServeWalkIn(AMINA, BIRTHS), NINE)


def test_an_outcome_is_one_that_the_hall_lists() -> None:
    rules = Rules(outcomes=("resolved", "incomplete"))
    hall = Hall(a_hall().services.values(), {ONE: [BIRTHS]}, rules)
    do(hall, OpenCounter(ONE, AMINA), IssueTicket(BIRTHS, quantity=3), *SERVED)

    with pytest.raises(refusals.UnknownOutcome):
        hall.decide(FinishService(AMINA, "lost"), NINE)
    assert do(hall, FinishService(AMINA, "incomplete", "no photo")) == (
        events.ServiceFinished(NINE, "A001", ONE, "incomplete", "no photo", 3),
    )


@pytest.mark.parametrize("quantity", [0, -1, 21])
def test_not_as_many_as_that_at_once(quantity: int) -> None:
    hall = open_hall()
    with pytest.raises(refusals.BadQuantity):
        hall.decide(IssueTicket(BIRTHS, quantity=quantity), NINE)
    do(hall, IssueTicket(BIRTHS), *SERVED)
    with pytest.raises(refusals.BadQuantity):
        hall.decide(FinishService(AMINA, quantity=quantity), NINE)
