"""What supervisors change for those who wait, and what they may not."""

from datetime import timedelta

import pytest

from controller.hall import Hall, events, refusals
from controller.hall.commands import (
    CallNext,
    CallTicket,
    CancelTicket,
    ChangeServices,
    CloseDay,
    GiveUp,
    IssueTicket,
    OpenCounter,
    Redirect,
    Reinstate,
    ReopenDay,
    Reprioritise,
    StartService,
)
from controller.hall.priority import PriorityClass
from controller.hall.rules import Rules
from controller.hall.service import Service
from tests.controller.builders import (
    AMINA,
    BIRTHS,
    BRAHIM,
    NINE,
    ONE,
    TAXES,
    TWO,
    after,
    do,
    open_hall,
)

QUARTER = timedelta(minutes=15)
SALMA = "salma"


@pytest.fixture
def hall() -> Hall:
    """Two who wait for births, one for taxes; two agents."""
    kinds = [Service(BIRTHS, "A", QUARTER), Service(TAXES, "D", 2 * QUARTER)]
    rules = Rules(classes={"elderly": PriorityClass(head_start=timedelta(minutes=10))})
    hall = Hall(kinds, {ONE: [BIRTHS], TWO: [TAXES]}, rules)
    for command in (OpenCounter(ONE, AMINA), OpenCounter(TWO, BRAHIM)):
        do(hall, command)
    for minute, service in enumerate((BIRTHS, BIRTHS, TAXES)):
        do(hall, IssueTicket(service), at=NINE + timedelta(minutes=minute))
    return hall


def test_who_waits_is_sent_first_to_another_service(hall: Hall) -> None:
    wish = Redirect("A002", "the birth is in the other register", SALMA, TAXES, place="first")

    [event] = do(hall, wish)

    taxes_due = NINE + timedelta(minutes=2) + 2 * QUARTER
    due_at = min(NINE + timedelta(minutes=1) + QUARTER, taxes_due)
    assert event == events.TicketRedirected(
        NINE,
        "A002",
        TAXES,
        due_at,
        wish.reason,
        SALMA,
        place="first",
        waits_from=NINE + timedelta(minutes=1),
        then=(),
    )
    assert [fact.ticket for fact in do(hall, CallNext(BRAHIM))] == ["A002"]


def test_who_waits_is_sent_to_one_counter_alone(hall: Hall) -> None:
    do(hall, Redirect("A001", "knows the file", SALMA, to_counter=TWO))

    assert [fact.ticket for fact in do(hall, CallNext(AMINA))] == ["A002"]
    assert [(fact.ticket, fact.why) for fact in do(hall, CallNext(BRAHIM))] == [("A001", "due")]


def test_who_waits_is_put_last_where_they_are(hall: Hall) -> None:
    do(hall, Redirect("A001", "went out to telephone", SALMA, place="last"), at=NINE + QUARTER)

    assert [fact.ticket for fact in do(hall, CallNext(AMINA))] == ["A002"]


def test_last_is_behind_whoever_is_due_later(hall: Hall) -> None:
    do(hall, Redirect("D001", "wrong desk", SALMA, BIRTHS))

    do(hall, Redirect("A001", "went out to telephone", SALMA, place="last"))

    assert hall.queues[BIRTHS].numbers == ["A002", "D001", "A001"]


def test_a_tickets_move_is_counted_as_a_transfer_between_the_services(hall: Hall) -> None:
    do(hall, Redirect("A001", "wrong desk", SALMA, TAXES))

    births, taxes = map(hall.measures.of_service, (BIRTHS, TAXES))
    assert (births.transferred_out, taxes.transferred_in) == (1, 1)


def test_another_class_brings_its_head_start_and_takes_it_back(hall: Hall) -> None:
    [given] = do(hall, Reprioritise("A002", "elderly", "cannot stand", SALMA))
    assert given.due_at == NINE + timedelta(minutes=6)
    assert hall.queues[BIRTHS].numbers == ["A002", "A001"]

    [back] = do(hall, Reprioritise("A002", "normal", "was mistaken", SALMA))
    assert back.due_at == NINE + timedelta(minutes=16)
    assert hall.queues[BIRTHS].numbers == ["A001", "A002"]


@pytest.mark.parametrize(("place", "line"), [("first", "A002 A001"), ("last", "A001 A002")])
@pytest.mark.parametrize("priority", ["elderly", "normal"])
def test_where_somebody_put_a_ticket_it_stays_in_another_class(
    hall: Hall, place, line, priority
) -> None:
    do(hall, Reprioritise("A002", "disability", "said so", SALMA))
    do(hall, Redirect("A002", "asked for it", SALMA, place=place))
    [given] = do(hall, Reprioritise("A002", priority, "was mistaken", SALMA))

    assert given.due_at == hall.tickets["A002"].due_at
    assert hall.queues[BIRTHS].numbers == line.split()


@pytest.mark.parametrize(
    ("wish", "refusal"),
    [
        (Redirect("A001", "", SALMA, TAXES), refusals.ReasonMissing),
        (Redirect("A001", "why not", SALMA), refusals.SameService),
        (Redirect("A001", "why not", SALMA, "weddings"), refusals.UnknownService),
        (Redirect("A001", "why not", SALMA, to_counter=9), refusals.UnknownCounter),
        (Redirect("A001", "why not", SALMA, to_agent="nobody"), refusals.AgentAway),
        (Redirect("Z999", "why not", SALMA, TAXES), refusals.UnknownTicket),
        (Reprioritise("A001", "normal", "why not", SALMA), refusals.WrongMoment),
        (Reprioritise("A001", "elderly", " ", SALMA), refusals.ReasonMissing),
    ],
)
def test_what_cannot_be_is_refused(hall: Hall, wish, refusal) -> None:
    with pytest.raises(refusal):
        hall.decide(wish, NINE)


def test_who_has_been_called_is_moved_no_more(hall: Hall) -> None:
    do(hall, CallNext(AMINA))

    for wish in (Redirect("A001", "r", SALMA, TAXES), Reprioritise("A001", "elderly", "r", SALMA)):
        with pytest.raises(refusals.WrongMoment):
            hall.decide(wish, NINE)


def test_a_call_names_all_who_had_waited_longer_the_longest_first(hall: Hall) -> None:
    do(hall, IssueTicket(BIRTHS), at=NINE + timedelta(minutes=3))
    do(hall, Reprioritise("A003", "elderly", "cannot stand", SALMA))

    [call] = do(hall, CallNext(AMINA))

    assert (call.ticket, call.passed) == ("A003", ("A001", "A002"))


def test_a_day_closed_too_soon_is_opened_again_and_who_waited_waits_again(hall: Hall) -> None:
    do(hall, CallNext(BRAHIM), CloseDay())

    assert do(hall, ReopenDay("pressed in error", SALMA)) == (
        events.DayReopened(NINE, "pressed in error", SALMA),
        events.TicketReinstated(NINE, "A001", BIRTHS),
        events.TicketReinstated(NINE, "A002", BIRTHS),
        events.TicketReinstated(NINE, "D001", TAXES),
    )
    assert hall.queues[BIRTHS].numbers == ["A001", "A002"]
    totals = hall.measures.total
    assert (hall.waiting, totals.cancelled, totals.no_shows) == (3, 0, 0)
    assert do(hall, OpenCounter(ONE, AMINA), CallNext(AMINA))[0].ticket == "A001"


def test_a_visit_is_decided_at_the_closing_and_comes_back_whole_with_the_day(hall: Hall) -> None:
    number = "A003"
    do(hall, IssueTicket(BIRTHS, then=(TAXES,)))
    do(hall, CallTicket(AMINA, number, "unwell"), StartService(AMINA))

    closed = [event for event in do(hall, CloseDay()) if getattr(event, "ticket", "") == number]
    assert [type(event).__name__ for event in closed] == ["ServiceFinished"]
    do(hall, ReopenDay("pressed in error", SALMA))
    ticket = hall.tickets[number]
    assert (ticket.state, ticket.service, ticket.then) == ("waiting", BIRTHS, (TAXES,))


def test_who_gave_up_before_the_closing_stays_away_when_the_day_is_opened_again(hall: Hall) -> None:
    do(hall, GiveUp("A001"), CancelTicket("A002", "left"), CloseDay())

    [_, *again] = do(hall, ReopenDay("pressed in error", SALMA))

    assert [event.ticket for event in again] == ["D001"]


def test_who_waited_for_an_agent_alone_waits_for_anybody_when_the_day_is_opened_again(
    hall: Hall,
) -> None:
    do(hall, Redirect("A001", "knows the file", SALMA, to_agent=BRAHIM), CloseDay())
    do(hall, ReopenDay("pressed in error", SALMA), OpenCounter(ONE, AMINA))

    assert [call.ticket for call in do(hall, CallNext(AMINA))] == ["A001"]


def test_an_open_day_is_not_opened_again_nor_without_a_reason(hall: Hall) -> None:
    with pytest.raises(refusals.WrongMoment):
        hall.decide(ReopenDay("why not", SALMA), NINE)
    do(hall, CloseDay())
    with pytest.raises(refusals.ReasonMissing):
        hall.decide(ReopenDay("", SALMA), NINE)


def test_a_ticket_cancelled_in_error_comes_back_into_its_place_for_a_while(hall: Hall) -> None:
    do(hall, CancelTicket("A001", "left", SALMA))

    with pytest.raises(refusals.TooLate):
        hall.decide(Reinstate("A001"), NINE + QUARTER + timedelta(seconds=1))
    do(hall, Reinstate("A001"), at=NINE + QUARTER)

    assert (hall.queues[BIRTHS].numbers, hall.measures.total.cancelled) == (["A001", "A002"], 0)


def test_who_waits_for_a_counter_alone_leaves_it_with_the_service_that_is_taken_away() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), IssueTicket(BIRTHS), IssueTicket(TAXES))
    for number, whom in (("A001", {"to_counter": ONE}), ("D001", {"to_agent": AMINA})):
        do(hall, Redirect(number, "knows it", SALMA, **whom))

    assert do(hall, ChangeServices(ONE, frozenset({TAXES})), at=after(1)) == (
        events.CounterServicesChanged(after(1), ONE, (TAXES,)),
        events.TicketMovedOn(after(1), "A001", BIRTHS, hall.tickets["A001"].due_at),
    )
    assert hall.queues[BIRTHS].numbers == ["A001", "A002"]
    assert [hall.tickets["D001"].for_agent] == [AMINA]


def test_what_was_taken_away_is_not_waited_for_there_when_a_ticket_is_brought_back() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), Redirect("A001", "knows it", SALMA, to_counter=ONE))
    do(hall, CancelTicket("A001", "went out", SALMA), ChangeServices(ONE, frozenset({TAXES})))

    assert hall.decide(Reinstate("A001"), NINE) == (events.TicketReinstated(NINE, "A001", BIRTHS),)
