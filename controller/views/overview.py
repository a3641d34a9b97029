"""What the supervisor's page shows."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import accumulate

from controller.hall import Hall
from controller.hall.counter import Counter
from controller.hall.ids import ServiceId
from controller.hall.measures import QUARTER, Tally
from controller.hall.queue import Queue
from controller.hall.service import Service
from controller.hall.ticket import Ticket
from controller.views import announced
from controller.views.gone import gone
from controller.views.lasting import to_the_staff
from controller.views.line import line
from controller.views.parked import parked
from wire import messages


def overview(
    hall: Hall, at: datetime, devices: Iterable[messages.DeviceState] = ()
) -> messages.Overview:
    """Return what the supervisor's page shows now."""
    queues = (*hall.queues.values(), *hall.reserved.values())
    return messages.Overview(
        seq=hall.seq,
        at=at,
        total=_service(ServiceId(""), queues, hall.measures.total),
        services=tuple(_of_service(hall, service) for service in hall.services.values()),
        counters=tuple(_counter(hall, counter) for counter in hall.counters.values()),
        slots=_slots(hall, at),
        devices=tuple(devices),
        alerts=tuple(
            messages.Alert(case.rule, case.service, case.counter, since)
            for case, since in hall.holding.items()
            if not hall.is_over
        ),
        parked=parked(hall, at),
        line=line(hall, queues),
        gone=gone(hall, at),
        priorities=_priorities(hall),
        is_over=hall.is_over,
        emergencies=to_the_staff(hall),
        announcements=announced.to_the_staff(hall, at),
    )


def _priorities(hall: Hall) -> tuple[messages.Priority, ...]:
    classes = hall.rules.classes
    if not classes:
        return ()
    return tuple(each for each in messages.PRIORITIES if each == "normal" or each in classes)


def _of_service(hall: Hall, service: Service) -> messages.ServiceOverview:
    """Return a service's row: who waits for one counter or agent alone waits for it, too."""
    row = _service(service.id, [hall.queues[service.id]], hall.measures.of_service(service.id))
    alone = [each.issued_at for each in _alone(hall) if each.service == service.id]
    oldest = [at for at in (row.oldest_issued_at, *alone) if at is not None]
    return replace(
        row,
        waiting=row.waiting + len(alone),
        oldest_issued_at=min(oldest, default=None),
        paused=hall.paused.get(service.id),
        quota=service.quota,
    )


def _alone(hall: Hall) -> Iterator[Ticket]:
    queues = hall.reserved.values()
    return (hall.tickets[number] for queue in queues for number in queue.numbers)


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
        cancelled=tally.cancelled,
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
        pause=counter.pause,
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
