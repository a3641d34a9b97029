"""What the facts of a day add up to."""

from collections import Counter as Count
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from controller.hall import Hall, events
from controller.hall.events import Event, Why
from controller.hall.ids import AgentName, CounterId, ServiceId, TicketNumber
from controller.hall.measures import Durations, service_level
from controller.hall.ticket import Ticket
from controller.report.changes import Change, change_in
from wire.messages import Priority, TicketState

Calling = Why | Literal["walk_in"]
"""What chose a ticket; or that a visitor without one was served."""


@dataclass(slots=True)
class Figures:
    """What became of the visits of a service, or of all.

    A visit counts under the service that its ticket was issued for, whatever came afterwards.
    """

    visits: int = 0
    called: int = 0
    """Those that were called at least once. Who came without a ticket never waited."""

    on_time: int = 0
    """Those of them whose first call came by their due moment."""

    served: int = 0
    no_shows: int = 0
    cancelled: int = 0
    waits: Durations = field(default_factory=Durations)
    """From the issue to the first call, in seconds."""

    @property
    def service_level(self) -> float | None:
        """The share of the called ones, from 0 to 1; nothing when nobody was called."""
        return service_level(self.on_time, self.called)


@dataclass(frozen=True, slots=True)
class OutOfTurn:
    """A call that the hall's order did not choose."""

    at: datetime
    ticket: TicketNumber
    service: ServiceId
    counter: CounterId
    agent: AgentName
    reason: str
    passed: tuple[TicketNumber, ...]
    """Who had waited longer, and could have been called there."""


@dataclass(frozen=True, slots=True)
class Seals:
    """What the chain of the journal says of the day."""

    holds: bool
    """Whether it is proved that nothing was changed."""

    facts: int
    day_before: date | None
    """The day of the last fact that was written before this day's first one."""

    before: str
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class DayReport:
    """A day, as far as it has come."""

    day: date
    is_closed: bool
    total: Figures
    services: Mapping[ServiceId, Figures]
    classes: Mapping[Priority, int]
    """How many visits were of each class."""

    chosen: Mapping[Calling, int]
    """How many calls each rule chose."""

    out_of_turn: tuple[OutOfTurn, ...]
    changes: tuple[Change, ...]
    seals: Seals


@dataclass(slots=True)
class _Sums:
    """What is gathered while the hall is led through its day."""

    total: Figures = field(default_factory=Figures)
    services: dict[ServiceId, Figures] = field(default_factory=dict)
    issued_for: dict[TicketNumber, ServiceId] = field(default_factory=dict)
    classes: Count[Priority] = field(default_factory=Count)
    chosen: Count[Calling] = field(default_factory=Count)
    out_of_turn: list[OutOfTurn] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)

    def of(self, ticket: TicketNumber) -> tuple[Figures, Figures]:
        service = self.issued_for[ticket]
        return self.total, self.services.setdefault(service, Figures())


def report_on(day: date, facts: Iterable[Event], hall: Hall, seals: Seals) -> DayReport:
    """Return the report of a day's events; `hall` is as it was in the morning, and is led on."""
    sums = _Sums()
    for event in facts:
        _take(sums, event, hall)
        hall.apply(event)
    for ticket in hall.tickets.values():
        _end(sums, ticket)
    services = {id_: sums.services[id_] for id_ in hall.services if id_ in sums.services}
    return DayReport(
        day=day,
        is_closed=hall.is_over,
        total=sums.total,
        services=services | sums.services,
        classes=sums.classes,
        chosen=sums.chosen,
        out_of_turn=tuple(sums.out_of_turn),
        changes=tuple(sums.changes),
        seals=seals,
    )


def _take(sums: _Sums, event: Event, hall: Hall) -> None:
    """Take an event into account; the hall is as it was before."""
    change = change_in(event)
    if change is not None:
        sums.changes.append(change)
    match event:
        case events.TicketIssued(ticket=number, service=service):
            sums.issued_for[number] = service
        case events.WalkInStarted(ticket=number, service=service):
            sums.issued_for[number] = service
            sums.chosen["walk_in"] += 1
            if event.passed:
                sums.out_of_turn.append(_out_of_turn(event, service))
        case events.TicketCalled():
            _called(sums, event, hall.tickets[event.ticket])
        case _:
            pass


def _called(sums: _Sums, event: events.TicketCalled, ticket: Ticket) -> None:
    sums.chosen[event.why] += 1
    if event.why == "out_of_turn":
        sums.out_of_turn.append(_out_of_turn(event, ticket.service))
    if ticket.called_at is not None:
        return
    for figures in sums.of(event.ticket):
        figures.called += 1
        figures.on_time += event.at <= (ticket.promised_at or ticket.due_at)
        figures.waits.add(event.at - ticket.issued_at)


def _out_of_turn(
    event: events.TicketCalled | events.WalkInStarted, service: ServiceId
) -> OutOfTurn:
    return OutOfTurn(
        at=event.at,
        ticket=event.ticket,
        service=service,
        counter=event.counter,
        agent=event.agent,
        reason=event.reason,
        passed=event.passed,
    )


def _end(sums: _Sums, ticket: Ticket) -> None:
    sums.classes[ticket.priority] += 1
    for figures in sums.of(ticket.number):
        figures.visits += 1
        figures.served += ticket.state is TicketState.FINISHED
        figures.no_shows += ticket.state is TicketState.NO_SHOW
        figures.cancelled += ticket.state is TicketState.CANCELLED
