"""What goes otherwise than it was meant to: taken back, sent back, or closed too soon."""

import pytest

from controller.hall import events, refusals
from controller.hall.automation import IdleWhileOthersWait, OpenServiceAt, Rule, WaitOver
from controller.hall.commands import (
    CallNext,
    CallTicket,
    ChangeServices,
    CheckIn,
    CloseDay,
    FinishService,
    GiveUp,
    IssueTicket,
    LetTimePass,
    MarkNoShow,
    OpenCounter,
    Park,
    PauseCounter,
    Redirect,
    Reinstate,
    ReleaseCounter,
    ReopenDay,
    Reprioritise,
    Resume,
    StartService,
    Transfer,
)
from controller.hall.priority import PriorityClass
from tests.controller.builders import (
    AMINA,
    BIRTHS,
    BRAHIM,
    DEATHS,
    NINE,
    ONE,
    TAXES,
    TWO,
    do,
    open_hall,
)
from tests.controller.hall.fair_hall import CARLA, MINUTE, THREE, a_hall, after

BUSY = (CallNext(AMINA), StartService(AMINA))
EARLY = {"appointment": PriorityClass(level=1), "disability": PriorityClass(20 * MINUTE, 2)}


# -- A service that comes up at the counter --


def test_a_service_that_comes_up_at_the_counter_is_gone_on_to_when_this_one_is_finished() -> None:
    hall = a_hall(outcomes=("done",))
    do(hall, IssueTicket(BIRTHS, then=(DEATHS,), quantity=4), *BUSY)

    finished = do(hall, FinishService(AMINA, "done", "", 3, TAXES), at=after(5))

    assert finished == (
        events.ServiceFinished(after(5), "A001", ONE, "done", "", 3),
        events.TicketMovedOn(after(5), "A001", TAXES, after(10), (DEATHS,)),
    )
    assert hall.measures.of_service(BIRTHS).served == 1


def test_a_service_that_was_to_come_anyway_is_only_gone_on_to_sooner() -> None:
    hall = a_hall()
    do(hall, IssueTicket(BIRTHS, then=(DEATHS, TAXES)), *BUSY)

    do(hall, FinishService(AMINA, goes_on_to=TAXES))

    assert (hall.tickets["A001"].service, hall.tickets["A001"].then) == (TAXES, (DEATHS,))


def test_who_is_to_come_back_does_so_after_what_came_up() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), *BUSY, Transfer(AMINA, to_agent=BRAHIM, comes_back=True))
    do(hall, CallNext(BRAHIM), StartService(BRAHIM), FinishService(BRAHIM, goes_on_to=TAXES))
    assert hall.tickets["A001"].service == TAXES

    do(hall, CallNext(BRAHIM), StartService(BRAHIM), FinishService(BRAHIM))

    ticket = hall.tickets["A001"]
    assert (ticket.service, ticket.for_agent) == (BIRTHS, AMINA)


@pytest.mark.parametrize(
    ("service", "refusal"),
    [(BIRTHS, refusals.SameService), ("weddings", refusals.UnknownService)],
)
def test_what_is_finished_or_not_there_is_not_gone_on_to(service, refusal) -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), *BUSY)

    with pytest.raises(refusal):
        hall.decide(FinishService(AMINA, goes_on_to=service), NINE)


# -- Missed or parked at the one counter it was sent to --


@pytest.mark.parametrize(
    ("away", "back"),
    [(MarkNoShow(CARLA), Reinstate("A001")), (Park(CARLA, "a copy"), Resume("A001"))],
)
def test_who_was_sent_to_one_agent_comes_back_to_that_agent(away, back) -> None:
    hall = a_hall()
    do(hall, IssueTicket(BIRTHS), *BUSY, Transfer(AMINA, to_agent=CARLA), CallNext(CARLA), away)

    do(hall, back)

    with pytest.raises(refusals.NobodyWaiting):
        hall.decide(CallNext(AMINA), NINE)
    assert [each.ticket for each in do(hall, CallNext(CARLA))] == ["A001"]


def test_a_parked_ticket_comes_back_by_itself_to_the_agent_it_was_sent_to() -> None:
    hall = a_hall()
    do(hall, IssueTicket(BIRTHS), *BUSY, Transfer(AMINA, to_agent=CARLA), CallNext(CARLA))
    do(hall, Park(CARLA, "a copy", back_in=MINUTE))

    resumed = do(hall, LetTimePass(), at=after(1))

    assert resumed == (events.TicketResumed(after(1), "A001", None, CARLA),)


def test_whom_a_released_counter_had_alone_is_called_by_anybody() -> None:
    hall = a_hall()
    do(hall, IssueTicket(BIRTHS), *BUSY, Transfer(AMINA, to_agent=CARLA), CallNext(CARLA))

    do(hall, ReleaseCounter(THREE))

    assert [each.ticket for each in do(hall, CallNext(AMINA))] == ["A001"]


# -- Closed by mistake --


def test_who_was_being_served_when_the_day_was_closed_too_soon_is_first_for_the_same() -> None:
    hall = a_hall()
    do(hall, IssueTicket(DEATHS), IssueTicket(BIRTHS, then=(TAXES,), quantity=5), *BUSY)
    assert hall.tickets["A001"].state == "serving"

    do(hall, CloseDay(), ReopenDay("in error", "salma"))

    ticket = hall.tickets["A001"]
    assert (ticket.service, ticket.then, ticket.quantity) == (BIRTHS, (TAXES,), 5)
    assert hall.measures.total.served == 0
    do(hall, OpenCounter(TWO, BRAHIM))
    assert [call.ticket for call in do(hall, CallNext(BRAHIM))] == ["A001"]


def test_who_was_to_come_back_still_is_when_the_day_is_opened_again() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS, quantity=5), *BUSY)
    do(hall, Transfer(AMINA, TAXES, to_agent=BRAHIM, comes_back=True), CallNext(BRAHIM))
    do(hall, StartService(BRAHIM), CloseDay(), ReopenDay("in error", "salma"))

    ticket = hall.tickets["A001"]
    assert (ticket.service, ticket.returns) == (TAXES, ((AMINA, BIRTHS, 5),))


# -- Redirected by mistake --


def test_a_redirection_to_a_service_of_the_visit_only_lets_it_come_first() -> None:
    hall = a_hall()
    do(hall, IssueTicket(BIRTHS, then=(DEATHS, TAXES), quantity=5))

    do(hall, Redirect("A001", "shorter there", "salma", TAXES))
    ticket = hall.tickets["A001"]
    assert (ticket.service, ticket.then, ticket.quantity) == (TAXES, (BIRTHS, DEATHS), 1)

    do(hall, Redirect("A001", "in error", "salma", BIRTHS))
    assert (ticket.service, ticket.then, ticket.quantity) == (BIRTHS, (DEATHS, TAXES), 5)


def test_how_many_are_wanted_is_known_when_it_is_the_turn_of_what_was_put_off() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS, then=(TAXES,), quantity=5))
    do(hall, Redirect("A001", "shorter there", "salma", TAXES), *BUSY, FinishService(AMINA))

    ticket = hall.tickets["A001"]
    assert (ticket.service, ticket.then, ticket.quantity) == (BIRTHS, (), 5)


def test_who_was_sent_to_the_wrong_service_and_back_still_wants_as_many() -> None:
    hall = a_hall()
    do(hall, IssueTicket(BIRTHS, quantity=5), Redirect("A001", "in error", "salma", TAXES))

    do(hall, Redirect("A001", "back", "salma", BIRTHS))

    assert hall.tickets["A001"].quantity == 5


# -- An appointment, and a right to priority --


def test_a_disabled_visitor_keeps_the_right_to_priority_with_an_appointment() -> None:
    hall = a_hall(policy="strict", classes=EARLY)
    do(hall, IssueTicket(BIRTHS, priority="disability"), at=after(1))

    [issued] = do(hall, CheckIn("K7", BIRTHS, after(5), "ar", "disability"), at=after(2))

    assert (issued.priority, issued.due_at) == ("disability", after(-8))
    assert (issued.promised_at, issued.is_in_time) == (after(5), True)


def test_the_appointment_counts_where_it_is_due_sooner() -> None:
    hall = a_hall()

    [issued] = do(hall, CheckIn("K7", BIRTHS, after(5), "ar", "disability"))

    assert (issued.priority, issued.due_at) == ("appointment", after(5))


def test_who_declares_a_right_and_is_early_is_due_as_without_the_appointment() -> None:
    hall = a_hall(policy="strict", classes={"appointment": PriorityClass(level=3)})

    [issued] = do(hall, CheckIn("K7", BIRTHS, after(30), "ar", "disability"))

    assert (issued.priority, issued.due_at) == ("appointment", after(10))
    assert not hall.tickets["A001"].is_early(after(10))


def test_who_is_too_late_for_the_appointment_keeps_the_right_to_priority() -> None:
    hall = a_hall()

    [issued] = do(hall, CheckIn("K7", BIRTHS, after(-30), "ar", "disability"))

    assert (issued.priority, issued.is_in_time) == ("disability", False)


# -- Waits too long --


def test_who_was_given_the_class_of_appointments_waits_since_the_issue() -> None:
    hall = a_hall(automation=(Rule("late", WaitOver(40 * MINUTE), ()),))
    do(hall, IssueTicket(TAXES), Reprioritise("D001", "appointment", "by letter", "salma"))

    assert do(hall, LetTimePass(), at=after(40)) == ()
    assert do(hall, LetTimePass(), at=after(41)) == (
        events.RuleTriggered(after(41), "late", TAXES),
    )


def test_who_came_early_and_was_sent_on_waits_since_then() -> None:
    late = Rule("late", WaitOver(40 * MINUTE), ())
    hall = a_hall(automation=(late,))
    do(hall, CheckIn("K7", BIRTHS, after(30)), *BUSY)
    do(hall, Transfer(AMINA, TAXES), at=after(3))

    assert do(hall, LetTimePass(), at=after(43)) == ()
    assert do(hall, LetTimePass(), at=after(44)) == (
        events.RuleTriggered(after(44), "late", TAXES),
    )


def test_an_idle_counter_helps_who_came_early_and_was_sent_on() -> None:
    idle = Rule("idle", IdleWhileOthersWait(10 * MINUTE), (OpenServiceAt(),))
    hall = a_hall(automation=(idle,))
    do(hall, ChangeServices(TWO, frozenset({BIRTHS})), ChangeServices(THREE, frozenset({BIRTHS})))
    do(hall, CheckIn("K7", BIRTHS, after(30)), *BUSY, Transfer(AMINA, TAXES))

    told = do(hall, LetTimePass(), at=after(10))

    assert events.RuleTriggered(after(10), "idle", TAXES, ONE) in told


# -- Sent back, and to a break --


@pytest.mark.parametrize("there", [{"to_agent": AMINA}, {"to_counter": ONE}])
def test_who_is_sent_back_by_hand_is_not_sent_back_once_more(there) -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), *BUSY, Transfer(AMINA, to_agent=BRAHIM, comes_back=True))
    do(hall, CallNext(BRAHIM), StartService(BRAHIM), Transfer(BRAHIM, **there))
    assert hall.tickets["A001"].returns == ()

    do(hall, *BUSY, FinishService(AMINA))

    assert hall.tickets["A001"].state == "finished"


def test_who_is_sent_back_wants_as_many_as_before() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS, quantity=5), *BUSY)
    do(hall, Transfer(AMINA, TAXES, to_agent=BRAHIM, comes_back=True), CallNext(BRAHIM))

    do(hall, Transfer(BRAHIM, BIRTHS, to_agent=AMINA))

    ticket = hall.tickets["A001"]
    assert (ticket.quantity, ticket.returns) == (5, ())


def test_who_is_sent_to_the_same_agent_for_something_else_still_comes_back() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), *BUSY, Transfer(AMINA, to_agent=BRAHIM, comes_back=True))

    do(hall, CallNext(BRAHIM), Transfer(BRAHIM, TAXES, to_agent=AMINA))

    assert hall.tickets["A001"].returns == ((AMINA, BIRTHS, 1),)


@pytest.mark.parametrize("there", [{"to_agent": BRAHIM}, {"to_counter": TWO}])
def test_nobody_is_sent_to_wait_alone_for_an_agent_on_a_break(there) -> None:
    hall = open_hall()
    do(hall, PauseCounter(BRAHIM, "lunch"), IssueTicket(BIRTHS), IssueTicket(BIRTHS), *BUSY)

    for wish in (Transfer(AMINA, **there), Redirect("A002", "knows", "salma", **there)):
        with pytest.raises(refusals.CounterPaused):
            hall.decide(wish, NINE)


def test_nobody_is_sent_to_an_agent_at_a_counter_where_another_one_sits() -> None:
    hall = a_hall()
    do(hall, IssueTicket(BIRTHS), *BUSY)

    with pytest.raises(refusals.AgentAway):
        hall.decide(Transfer(AMINA, to_counter=THREE, to_agent=BRAHIM), NINE)


def test_who_comes_after_all_waits_for_anybody_when_the_agent_is_on_a_break() -> None:
    hall = a_hall()
    do(hall, IssueTicket(BIRTHS), Redirect("A001", "knows", "salma", to_agent=CARLA))
    do(hall, GiveUp("A001"), PauseCounter(CARLA, "lunch"), Reinstate("A001"))

    assert [call.ticket for call in do(hall, CallTicket(AMINA, "A001", "back"))] == ["A001"]
    assert hall.tickets["A001"].for_agent is None
