"""What an agent's tablet shows."""

from collections.abc import Callable
from datetime import datetime
from itertools import islice

from controller.hall import Hall
from controller.hall.ids import AgentName, ServiceId
from controller.hall.queue import Queue
from controller.hall.ticket import Ticket
from controller.views.lasting import to_the_staff
from controller.views.line import LINE, line
from controller.views.missed import missed
from controller.views.offer import declarable, takes_appointments
from controller.views.parked import parked
from wire import messages


def desk(
    hall: Hall, at: datetime, agent: AgentName, receipt: Callable[[int, str], messages.Receipt]
) -> messages.Desk:
    """Return what the agent's tablet shows now.

    `receipt` tells what the screens did with the call of a seq, which is that ticket's.
    """
    counter = next((c for c in hall.counters.values() if c.agent == agent), None)
    ticket = hall.tickets[counter.ticket] if counter and counter.ticket else None
    return messages.Desk(
        seq=hall.seq,
        at=at,
        counter=None if counter is None else counter.id,
        agent=agent,
        services=() if counter is None else tuple(sorted(counter.services)),
        ticket=None if ticket is None else _desk_ticket(ticket),
        waiting=tuple(_waiting(service, hall.queues[service]) for service in hall.services),
        free_counters=tuple(c.id for c in hall.counters.values() if not c.is_open),
        receipt=None if ticket is None else receipt(ticket.call_seq, ticket.number),
        pause=None if counter is None else counter.pause,
        line=() if counter is None else line(hall, hall.reach(counter)),
        parked=parked(hall, at),
        missed=_missed(hall, at),
        outcomes=hall.rules.outcomes,
        colleagues=_colleagues(hall, agent),
        priorities=declarable(hall),
        takes_appointments=takes_appointments(hall),
        emergencies=to_the_staff(hall),
    )


def _desk_ticket(ticket: Ticket) -> messages.DeskTicket:
    assert ticket.called_at is not None
    assert ticket.counter_called_at is not None
    is_serving = ticket.state is messages.TicketState.SERVING
    return messages.DeskTicket(
        ticket=ticket.number,
        service=ticket.service,
        language=ticket.language,
        state=ticket.state,
        calls=ticket.calls,
        issued_at=ticket.issued_at,
        first_called_at=ticket.called_at,
        called_at=ticket.counter_called_at,
        started_at=ticket.started_at if is_serving else None,
        priority=ticket.priority,
        then=ticket.then,
        quantity=ticket.quantity,
    )


def _waiting(service: ServiceId, queue: Queue) -> messages.WaitingService:
    return messages.WaitingService(service, len(queue), queue.oldest_issued_at)


def _colleagues(hall: Hall, agent: AgentName) -> tuple[messages.Colleague, ...]:
    taken = ((each.agent, each.id) for each in hall.counters.values() if each.pause is None)
    return tuple(
        messages.Colleague(name, counter)
        for name, counter in taken
        if name is not None and name != agent
    )


def _missed(hall: Hall, at: datetime) -> tuple[messages.MissedTicket, ...]:
    return tuple(
        messages.MissedTicket(each.number, each.service, until)
        for each, until in islice(missed(hall, at), LINE)
    )
