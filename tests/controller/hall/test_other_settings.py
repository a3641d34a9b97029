"""What happened is told as it was, whatever is set by now."""

from controller.hall import Hall, events
from controller.hall.commands import GiveUp, IssueTicket, LeaveCounter, Redirect, Reinstate
from controller.hall.events import Event
from controller.hall.skills import Skills
from tests.controller.builders import BIRTHS, BRAHIM, NINE, TAXES, TWO, do
from tests.controller.hall.fair_hall import a_hall


def lived(hall: Hall, *commands) -> list[Event]:
    """Return all that the commands have led to."""
    return [event for command in commands for event in do(hall, command)]


def test_a_past_event_is_told_whatever_agents_are_able_to_do_by_now() -> None:
    story = (
        IssueTicket(BIRTHS),
        Redirect("A001", "knows the file", "salma", to_counter=TWO),
        GiveUp("A001"),
        Reinstate("A001"),
    )
    facts = lived(hall := a_hall(), *story)

    again = a_hall(skills={BRAHIM: Skills(frozenset({TAXES}))})
    for fact in facts:
        again.apply(fact)

    assert again.tickets == hall.tickets
    assert again.reserved[TWO].numbers == ["A001"]


def test_of_an_older_journal_who_is_reinstated_waits_for_whoever_gives_the_service_there() -> None:
    hall = a_hall()
    do(hall, IssueTicket(BIRTHS), Redirect("A001", "knows", "salma", to_counter=TWO))
    do(hall, GiveUp("A001"))

    hall.apply(events.TicketReinstated(NINE, "A001"))

    assert hall.tickets["A001"].for_counter == TWO


def test_of_an_older_journal_nobody_waits_for_who_has_left() -> None:
    hall = a_hall()
    do(hall, IssueTicket(BIRTHS), Redirect("A001", "knows", "salma", to_agent=BRAHIM))
    do(hall, GiveUp("A001"), LeaveCounter(BRAHIM))

    hall.apply(events.TicketReinstated(NINE, "A001"))

    assert (hall.tickets["A001"].for_agent, hall.queues[BIRTHS].numbers) == (None, ["A001"])


def test_of_an_older_journal_a_redirection_takes_the_place_of_what_was_waited_for() -> None:
    hall = a_hall()
    do(hall, IssueTicket(BIRTHS, then=(TAXES,), quantity=5))

    hall.apply(events.TicketRedirected(NINE, "A001", TAXES, NINE, "shorter", "salma"))

    ticket = hall.tickets["A001"]
    assert (ticket.service, ticket.then, ticket.quantity) == (TAXES, (), 1)
