"""What everybody in the hall must do now: raised by somebody, and lasting until it is lifted."""

from datetime import timedelta

import pytest

from controller.hall import Hall, events, refusals
from controller.hall.commands import (
    CallNext,
    CallTicket,
    CheckIn,
    CloseDay,
    Command,
    EndDay,
    FinishService,
    IssueTicket,
    LetTimePass,
    LiftEmergency,
    OpenCounter,
    Park,
    PreCall,
    RaiseEmergency,
    Recall,
    ServeWalkIn,
    StartService,
)
from controller.hall.hours import Session, Timetable
from controller.hall.service import Service
from controller.views.board import board
from tests.controller.builders import AMINA, BIRTHS, NINE, ONE, do
from tests.controller.hall.fair_hall import MINUTE, a_hall, after
from wire.messages import Emergency, EmergencyKind

SALMA, KARIM = "salma", "karim"
FIRE, THREAT = EmergencyKind.EVACUATION, EmergencyKind.SECURITY
LATER = NINE + timedelta(minutes=3)


@pytest.fixture
def hall() -> Hall:
    hall = Hall([Service(BIRTHS, "A", timedelta(minutes=15))], {ONE: [BIRTHS]})
    do(hall, OpenCounter(ONE, AMINA), IssueTicket(BIRTHS))
    return hall


def test_it_stands_on_the_board_until_it_is_lifted(hall: Hall) -> None:
    assert do(hall, RaiseEmergency(FIRE, SALMA)) == (events.EmergencyRaised(NINE, FIRE, SALMA),)
    do(hall, RaiseEmergency(THREAT, KARIM), at=LATER)
    assert board(hall, LATER).emergencies == (Emergency(FIRE, NINE), Emergency(THREAT, LATER))

    lifted = do(hall, LiftEmergency(FIRE, KARIM), at=LATER)
    assert lifted == (events.EmergencyLifted(LATER, FIRE, KARIM),)
    assert board(hall, LATER).emergencies == (Emergency(THREAT, LATER),)


def test_what_lasts_is_not_raised_again_and_what_does_not_is_not_lifted(hall: Hall) -> None:
    do(hall, RaiseEmergency(FIRE, SALMA))

    for wish in (RaiseEmergency(FIRE, KARIM), LiftEmergency(THREAT, SALMA)):
        with pytest.raises(refusals.WrongMoment):
            hall.decide(wish, LATER)


@pytest.mark.parametrize(
    "wish",
    [
        IssueTicket(BIRTHS),
        CheckIn("K7MP2QRS", BIRTHS, NINE),
        CallNext(AMINA),
        CallTicket(AMINA, "A001", "is ill"),
        PreCall(AMINA),
        Recall(AMINA),
        ServeWalkIn(AMINA, BIRTHS),
    ],
    ids=lambda wish: type(wish).__name__,
)
def test_nobody_is_called_and_no_ticket_given_while_one_lasts(hall: Hall, wish: Command) -> None:
    do(hall, RaiseEmergency(FIRE, SALMA))

    with pytest.raises(refusals.InEmergency):
        hall.decide(wish, LATER)


def test_who_is_at_a_counter_may_still_be_served_and_the_next_is_called_afterwards(
    hall: Hall,
) -> None:
    do(hall, IssueTicket(BIRTHS), CallNext(AMINA), RaiseEmergency(FIRE, SALMA))
    do(hall, StartService(AMINA), FinishService(AMINA), LiftEmergency(FIRE, SALMA))

    [called] = do(hall, CallNext(AMINA), at=LATER)
    assert called.ticket == "A002"


def test_nothing_comes_due_while_one_lasts(hall: Hall) -> None:
    do(hall, CallNext(AMINA), Park(AMINA, "a stamp", "", 2 * MINUTE), RaiseEmergency(FIRE, SALMA))
    assert hall.decide(LetTimePass(), LATER) == ()

    do(hall, LiftEmergency(FIRE, SALMA), at=LATER)
    assert hall.decide(LetTimePass(), LATER) == ()


def test_a_hall_closes_during_one_which_lasts_until_it_is_lifted(hall: Hall) -> None:
    do(hall, RaiseEmergency(FIRE, SALMA), CloseDay())
    assert (hall.is_over, board(hall, LATER).emergencies) == (True, (Emergency(FIRE, NINE),))

    lifted = do(hall, LiftEmergency(FIRE, KARIM), at=LATER)
    assert (lifted, hall.is_over) == ((events.EmergencyLifted(LATER, FIRE, KARIM),), True)


def test_it_is_raised_in_a_hall_that_has_closed_too(hall: Hall) -> None:
    do(hall, CloseDay())

    raised = do(hall, RaiseEmergency(FIRE, SALMA), at=LATER)
    assert (raised, hall.is_over) == ((events.EmergencyRaised(LATER, FIRE, SALMA),), True)


def test_the_clock_closes_the_day_too() -> None:
    hours = Timetable(NINE.tzinfo, {0: (Session(NINE.time(), after(60).time()),)})
    hall = a_hall(hours=hours, closes_after=30 * MINUTE)
    do(hall, RaiseEmergency(FIRE, SALMA))

    assert hall.decide(LetTimePass(), after(90))[-1] == events.DayClosed(after(90))


def test_none_outlasts_its_day(hall: Hall) -> None:
    do(hall, RaiseEmergency(FIRE, SALMA), RaiseEmergency(THREAT, KARIM))

    ended = do(hall, EndDay(), at=LATER)
    assert ended == (
        events.TicketCancelled(LATER, "A001", "closing"),
        events.CounterClosed(LATER, ONE),
        events.DayClosed(LATER),
        events.EmergencyLifted(LATER, FIRE),
        events.EmergencyLifted(LATER, THREAT),
    )
    assert (hall.emergencies, hall.decide(EndDay(), LATER)) == ({}, ())
