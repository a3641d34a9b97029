"""What the facts of a day add up to."""

from collections import Counter as Count
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from heapq import merge
from typing import Literal

from controller.hall import Hall, events
from controller.hall.events import Event, Why
from controller.hall.ids import ServiceId, TicketNumber
from controller.hall.measures import Durations, service_level
from controller.hall.ticket import Ticket
from controller.reception import Entry
from controller.report.changes import change_in
from controller.report.handled import Handled, handled_in
from controller.report.out_of_turn import Favoured, OutOfTurn, out_of_turn_in
from controller.report.outcomes import Finish, Finishes, Outcomes
from controller.report.satisfaction import Answers, Satisfaction
from controller.story import Line, signed
from wire.messages import Priority, TicketState

Calling = Why | Literal["walk_in", "put_first", "brought_back"]
"""What chose a ticket; that a visitor without one was served; that somebody had put it first, or
brought it back when it was finished."""


@dataclass(slots=True)
class Figures:
    """What became of the visits of a service, or of all.

    A visit counts under the service that its ticket was issued for, whatever came afterwards.
    """

    visits: int = 0
    called: int = 0
    """Those that were called at least once. Who came without a ticket never waited."""

    on_time: int = 0
    """Those of them whose first call came by the moment that was promised at the issue."""

    served: int = 0
    """Those that ended, and in which at least one service was given."""

    no_shows: int = 0
    cancelled: int = 0
    waits: Durations = field(default_factory=Durations)
    """From the issue to the first call, in seconds."""

    @property
    def service_level(self) -> float | None:
        """The share of the called ones, from 0 to 1; nothing when nobody was called."""
        return service_level(self.on_time, self.called)


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

    outcomes: tuple[Outcomes, ...]
    satisfaction: Mapping[ServiceId, Satisfaction]
    """What was said of each service that was finished, whatever the ticket was issued for."""
    notes: tuple[Finish, ...]
    """Those of the services given of which the agent wrote a note. For the staff alone."""

    out_of_turn: tuple[OutOfTurn, ...]
    """Those of finished tickets that somebody had brought back, too."""

    put_first: tuple[OutOfTurn, ...]
    """The calls of tickets that somebody had put first in line."""

    handled: tuple[Handled, ...]
    changes: tuple[Line, ...]
    seals: Seals


@dataclass(slots=True)
class _Sums:
    """What is gathered while the hall is led through its day."""

    total: Figures = field(default_factory=Figures)
    services: dict[ServiceId, Figures] = field(default_factory=dict)
    issued_for: dict[TicketNumber, ServiceId] = field(default_factory=dict)
    classes: Count[Priority] = field(default_factory=Count)
    chosen: Count[Calling] = field(default_factory=Count)
    finishes: Finishes = field(default_factory=Finishes)
    answers: Answers = field(default_factory=Answers)
    out_of_turn: list[OutOfTurn] = field(default_factory=list)
    favoured: Favoured = field(default_factory=Favoured)
    handled: list[Handled] = field(default_factory=list)
    changes: list[Line] = field(default_factory=list)

    def of(self, ticket: TicketNumber) -> tuple[Figures, Figures]:
        service = self.issued_for[ticket]
        return self.total, self.services.setdefault(service, Figures())


def report_on(day: date, entries: Iterable[Entry], hall: Hall, seals: Seals) -> DayReport:
    """Return the report of a day's entries; `hall` is as it was in the morning, and is led on."""
    sums = _Sums()
    for entry in entries:
        _take(sums, entry, hall)
        hall.apply(entry.fact.event)
    for ticket in hall.tickets.values():
        _end(sums, ticket, was_served=sums.finishes.has(ticket.number))
    services = {id_: sums.services[id_] for id_ in hall.services if id_ in sums.services}
    return DayReport(
        day=day,
        is_closed=hall.is_over,
        total=sums.total,
        services=services | sums.services,
        classes=sums.classes,
        chosen=sums.chosen,
        outcomes=sums.finishes.counted(hall.services),
        satisfaction=sums.answers.of_services(hall.services),
        notes=sums.finishes.noted(),
        out_of_turn=tuple(merge(sums.out_of_turn, sums.favoured.brought_back, key=_moment)),
        put_first=tuple(sums.favoured.put_first),
        handled=tuple(sums.handled),
        changes=tuple(sums.changes),
        seals=seals,
    )


def _moment(call: OutOfTurn) -> datetime:
    return call.at


def _take(sums: _Sums, entry: Entry, hall: Hall) -> None:
    """Take an entry into account; the hall is as it was before."""
    event = entry.fact.event
    sums.finishes.take(entry, hall)
    sums.answers.take(event, hall)
    sums.handled += handled_in(entry, hall)
    change = change_in(event)
    if change is not None:
        sums.changes += signed((change,), entry, hall)
    out_of_turn = out_of_turn_in(entry, hall)
    if out_of_turn is not None:
        sums.out_of_turn.append(out_of_turn)
    sums.favoured.take(entry, hall)
    _count(sums, event, hall)


def _count(sums: _Sums, event: Event, hall: Hall) -> None:
    match event:
        case events.TicketIssued(ticket=number, service=service):
            sums.issued_for[number] = service
        case events.WalkInStarted(ticket=number, service=service):
            sums.issued_for[number] = service
            sums.chosen["walk_in"] += 1
        case events.TicketCalled():
            _called(sums, event, hall.tickets[event.ticket])
        case _:
            pass


def _called(sums: _Sums, event: events.TicketCalled, ticket: Ticket) -> None:
    sums.chosen[sums.favoured.why(event) or event.why] += 1
    if ticket.called_at is not None:
        return
    for figures in sums.of(event.ticket):
        figures.called += 1
        figures.on_time += event.at <= (ticket.promised_at or ticket.due_at)
        figures.waits.add(event.at - ticket.issued_at)


def _end(sums: _Sums, ticket: Ticket, *, was_served: bool) -> None:
    """Count the visit as it stands: who left after the first of two services was served."""
    sums.classes[ticket.priority] += 1
    has_left = ticket.state in (TicketState.NO_SHOW, TicketState.CANCELLED)
    for figures in sums.of(ticket.number):
        figures.visits += 1
        figures.served += ticket.state is TicketState.FINISHED or (has_left and was_served)
        figures.no_shows += ticket.state is TicketState.NO_SHOW and not was_served
        figures.cancelled += ticket.state is TicketState.CANCELLED and not was_served
