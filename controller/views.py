"""What screens, kiosks, tablets and the supervisor's page show of the hall."""

from collections.abc import Callable, Iterable
from datetime import datetime
from itertools import accumulate, islice

from controller.hall import Hall
from controller.hall.counter import Counter
from controller.hall.events import TicketIssued
from controller.hall.ids import AgentName, ServiceId, TicketNumber
from controller.hall.measures import QUARTER, Tally
from controller.hall.queue import Queue
from controller.hall.ticket import Ticket
from wire import messages

ROWS = 16
"""Rows of a board: more than any screen shows at a legible size, and under 2 kB on the wire."""


def board(hall: Hall, at: datetime) -> messages.Board:
    """Return what the hall's screens show now: the latest calls of the tickets at counters."""
    latest = islice(reversed(hall.at_counters), ROWS)
    rows = tuple(_row(hall.tickets[number]) for number in latest)
    return messages.Board(hall.seq, at, rows, hall.waiting)


def _row(ticket: Ticket) -> messages.Row:
    assert ticket.counter is not None
    return messages.Row(
        ticket.number, ticket.service, ticket.counter, ticket.calls, ticket.state, ticket.language
    )


def offer(hall: Hall, at: datetime) -> messages.Offer:
    """Return what the kiosks may offer now."""
    services = tuple(
        messages.OfferedService(service, is_open=True, waiting=len(hall.queues[service]))
        for service in hall.services
    )
    return messages.Offer(hall.seq, at, services)


def slip(seq: int, issued: TicketIssued, url: str) -> messages.TicketSlip:
    """Return a ticket as it is printed: the same whenever it is asked for."""
    return messages.TicketSlip(
        seq=seq,
        ticket=issued.ticket,
        service=issued.service,
        language=issued.language,
        issued_at=issued.at,
        ahead=issued.ahead,
        url=url,
    )


def ahead(hall: Hall, number: TicketNumber) -> int:
    """Return how many tickets of its service are called before it; 0 when it does not wait."""
    ticket = hall.tickets[number]
    return hall.queues[ticket.service].ahead(number)


def desk(
    hall: Hall, at: datetime, agent: AgentName, receipt: Callable[[int], messages.Receipt]
) -> messages.Desk:
    """Return what the agent's tablet shows now.

    `receipt` tells what the screens did with the call of a seq.
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
        receipt=None if ticket is None else receipt(ticket.call_seq),
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
    )


def _waiting(service: ServiceId, queue: Queue) -> messages.WaitingService:
    return messages.WaitingService(service, len(queue), queue.oldest_issued_at)


def overview(
    hall: Hall, at: datetime, devices: Iterable[messages.DeviceState] = ()
) -> messages.Overview:
    """Return what the supervisor's page shows now."""
    return messages.Overview(
        seq=hall.seq,
        at=at,
        total=_service(ServiceId(""), hall.queues.values(), hall.measures.total),
        services=tuple(
            _service(service, [hall.queues[service]], hall.measures.of_service(service))
            for service in hall.services
        ),
        counters=tuple(_counter(hall, counter) for counter in hall.counters.values()),
        slots=_slots(hall, at),
        devices=tuple(devices),
    )


def _service(service: ServiceId, queues: Iterable[Queue], tally: Tally) -> messages.ServiceOverview:
    queues = tuple(queues)
    oldest = (queue.oldest_issued_at for queue in queues)
    return messages.ServiceOverview(
        service=service,
        waiting=sum(map(len, queues)),
        oldest_issued_at=min((at for at in oldest if at is not None), default=None),
        issued=tally.issued,
        called=tally.called,
        served=tally.served,
        no_shows=tally.no_shows,
        transferred_in=tally.transferred_in,
        transferred_out=tally.transferred_out,
        mean_wait=tally.waits.mean,
        p90_wait=tally.waits.percentile(0.9),
        mean_service=tally.services.mean,
        p90_service=tally.services.percentile(0.9),
        service_level=tally.service_level,
    )


def _counter(hall: Hall, counter: Counter) -> messages.CounterOverview:
    ticket = hall.tickets[counter.ticket] if counter.ticket else None
    tally = hall.measures.of_counter(counter.id)
    return messages.CounterOverview(
        counter=counter.id,
        agent=counter.agent,
        services=tuple(sorted(counter.services)),
        ticket=ticket.number if ticket else None,
        service=ticket.service if ticket else None,
        state=ticket.state if ticket else None,
        since=ticket.since if ticket else counter.since,
        called=tally.called,
        served=tally.served,
        no_shows=tally.no_shows,
        transferred=tally.transferred_out,
        mean_service=tally.services.mean,
    )


def _slots(hall: Hall, at: datetime) -> tuple[messages.Slot, ...]:
    quarters = hall.measures.quarters
    if not quarters:
        return ()
    first, last = min(quarters), max(*quarters, at)
    starts = [first + QUARTER * n for n in range((last - first) // QUARTER + 1)]
    seen = [quarters.get(start) for start in starts]
    waiting = accumulate(quarter.waiting_change if quarter else 0 for quarter in seen)
    return tuple(
        messages.Slot(start, quarter.issued, quarter.called, left)
        if quarter
        else messages.Slot(start, 0, 0, left)
        for start, quarter, left in zip(starts, seen, waiting, strict=True)
    )
