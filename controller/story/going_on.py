"""Why a ticket waits for something else, or for anybody."""

from collections.abc import Iterator
from datetime import datetime

from controller.hall import Hall, events
from controller.hall.ids import AgentName, ServiceId
from controller.hall.ticket import Ticket
from controller.story.line import Line, Values
from media.texts import msgid
from wire.messages import TicketState


def _is_attended(ticket: Ticket, hall: Hall) -> bool:
    """Return whether the counter or the agent is at work for whom alone it waits."""
    seats = (seat for seat in hall.counters.values() if seat.agent and seat.pause is None)
    return any(seat.id == ticket.for_counter or seat.agent == ticket.for_agent for seat in seats)


def _is_at_work(agent: AgentName, hall: Hall) -> bool:
    return any(each.agent == agent and each.pause is None for each in hall.counters.values())


def waits_again(
    event: events.TicketResumed | events.TicketReinstated, ticket: Ticket, hall: Hall
) -> Iterator[Line]:
    """Give for whom alone it waits as before, or why for nobody any more; the hall as before."""
    if event.for_counter is not None:
        text = msgid("As before, it waits for counter {counter} alone.")
        yield Line(event.at, text, {"counter": event.for_counter})
    elif event.for_agent is not None:
        text = msgid("As before, it waits for {agent} alone.")
        yield Line(event.at, text, {"agent": event.for_agent})
    elif ticket.for_counter is not None or ticket.for_agent is not None:
        yield _freed(event.at, ticket.service, ticket, hall)


def _freed(at: datetime, service: ServiceId, ticket: Ticket, hall: Hall) -> Line:
    """Return why it waits for one counter or agent no more."""
    text = msgid(
        "The counter or agent that it waited for is not at work any more: it waits for "
        "{service} at any counter."
    )
    if _is_attended(ticket, hall):
        text = msgid(
            "{service} was taken away from the counter that it waited for: it waits at any counter."
        )
    return Line(at, text, {"service": service})


def moved_on(event: events.TicketMovedOn, ticket: Ticket, hall: Hall) -> Line:
    """Return what the ticket waits for from now on, and why; the hall is as it was before."""
    values: Values = {"service": event.service, "due": event.due_at}
    if ticket.state is TicketState.WAITING:
        return _freed(event.at, event.service, ticket, hall)
    if event.for_agent is not None:
        text = msgid("Goes back to {agent} for {service}; due at {due}.")
        return Line(event.at, text, {**values, "agent": event.for_agent})
    if event.is_return and _is_at_work(ticket.returns[-1][0], hall):
        text = msgid(
            "Goes back for {service}, to any counter: it was taken away from that of the agent who "
            "had sent it. Due at {due}."
        )
        return Line(event.at, text, values)
    if event.is_return:
        text = msgid(
            "Goes back for {service}, to any counter: the agent who had sent it is away. Due at "
            "{due}."
        )
        return Line(event.at, text, values)
    return Line(event.at, msgid("Goes on to {service}; due at {due}."), values)
