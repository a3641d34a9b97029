"""How services ended: the outcomes that agents gave, their quantities and their notes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from controller.doer import Doer, doer_of
from controller.hall import Hall, events
from controller.hall.ids import ServiceId, TicketNumber
from controller.hall.measures import Durations
from controller.reception import Entry
from wire.messages import TicketState


@dataclass(frozen=True, slots=True)
class Finish:
    """A service that was given, and what its agent wrote down of it."""

    at: datetime
    ticket: TicketNumber
    service: ServiceId
    """The one that was given, whatever the ticket was issued for."""

    outcome: str
    """One of the hall's codes, or nothing; `CLOSING` when the day ended meanwhile."""

    quantity: int
    note: str
    took: timedelta | None
    """Since the visitor came to the counter."""

    doer: Doer | None


@dataclass(slots=True)
class Outcomes:
    """How often a service ended so, with how many of it in all, and after how long."""

    service: ServiceId
    outcome: str
    finishes: int = 0
    quantity: int = 0
    times: Durations = field(default_factory=Durations)
    """The service times, in seconds."""

    def add(self, finish: Finish) -> None:
        """Count one more."""
        self.finishes += 1
        self.quantity += finish.quantity
        if finish.took is not None:
            self.times.add(finish.took)


@dataclass(slots=True)
class Finishes:
    """The services that were given in the course of a day."""

    _kept: dict[TicketNumber, list[Finish]] = field(default_factory=dict)

    def take(self, entry: Entry, hall: Hall) -> None:
        """Take note of a finish, or of one that was taken back; the hall is as before it."""
        match entry.fact.event:
            case events.ServiceFinished() as event:
                self._kept.setdefault(event.ticket, []).append(_finish(event, entry, hall))
            case events.TicketReinstated(ticket=number):
                if hall.tickets[number].state is TicketState.FINISHED:
                    self._kept[number].pop()
            case _:
                pass

    def has(self, ticket: TicketNumber) -> bool:
        """Return whether a service was given to the ticket's visitor."""
        return bool(self._kept.get(ticket))

    def counted(self, order: Mapping[ServiceId, object]) -> tuple[Outcomes, ...]:
        """Return the services' outcomes: services in the order given, the most frequent first."""
        sums: dict[tuple[ServiceId, str], Outcomes] = {}
        for each in self._all():
            of = each.service, each.outcome
            sums.setdefault(of, Outcomes(*of)).add(each)
        places = {service: place for place, service in enumerate(order)}

        def place(row: Outcomes) -> tuple[int, int, str]:
            return places.get(row.service, len(places)), -row.finishes, row.outcome

        return tuple(sorted(sums.values(), key=place))

    def noted(self) -> tuple[Finish, ...]:
        """Return those of which somebody wrote a note, in the order of the day."""
        return tuple(sorted((each for each in self._all() if each.note), key=_when))

    def _all(self) -> Iterator[Finish]:
        return (finish for finishes in self._kept.values() for finish in finishes)


def _finish(event: events.ServiceFinished, entry: Entry, hall: Hall) -> Finish:
    ticket = hall.tickets[event.ticket]
    return Finish(
        at=event.at,
        ticket=event.ticket,
        service=ticket.service,
        outcome=event.outcome,
        quantity=event.quantity,
        note=event.note,
        took=None if ticket.started_at is None else event.at - ticket.started_at,
        doer=doer_of(event, entry.request, hall),
    )


def _when(finish: Finish) -> datetime:
    return finish.at
