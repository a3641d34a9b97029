"""Calls that somebody's will led to: out of turn, or of who had got a place in line from it."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from controller.doer import Doer, doer_of
from controller.hall import Hall, events
from controller.hall.ids import CounterId, ServiceId, TicketNumber
from controller.put import Puts
from controller.reception import Entry


@dataclass(frozen=True, slots=True)
class OutOfTurn:
    """A call that the hall's order did not choose, or chose because somebody had put it there."""

    at: datetime
    ticket: TicketNumber
    service: ServiceId
    counter: CounterId
    doer: Doer | None
    """Who called it so; of a ticket that was put first or brought back, who did that."""

    reason: str
    passed: tuple[TicketNumber, ...]
    """Who had come sooner, or was due sooner, and could have been called there."""


@dataclass(slots=True)
class Favoured:
    """The calls of tickets that somebody had put first in line, or brought back when finished."""

    put_first: list[OutOfTurn] = field(default_factory=list)
    brought_back: list[OutOfTurn] = field(default_factory=list)
    _puts: Puts = field(default_factory=Puts)
    _doers: dict[TicketNumber, Doer | None] = field(default_factory=dict)

    def why(self, call: events.TicketCalled) -> Literal["put_first", "brought_back"] | None:
        """Return which of both is why the hall's order chose the ticket; nothing when neither."""
        put = self._puts.chose(call)
        if put is None:
            return None
        match put.place:
            case "first":
                return "put_first"
            case "back":
                return "brought_back"
            case "last":
                return None

    def take(self, entry: Entry, hall: Hall) -> None:
        """Take note of a fact; the hall is as it was before it."""
        event = entry.fact.event
        put = self._puts.take(event)
        if put is not None and isinstance(event, events.TicketEvent):
            self._doers[event.ticket] = doer_of(event, entry.request, hall)
        if not isinstance(event, events.TicketCalled):
            return
        match self.why(event):
            case "put_first":
                self.put_first.append(self._call(event, hall))
            case "brought_back":
                self.brought_back.append(self._call(event, hall))
            case None:
                pass

    def _call(self, event: events.TicketCalled, hall: Hall) -> OutOfTurn:
        put = self._puts.of(event.ticket)
        return OutOfTurn(
            at=event.at,
            ticket=event.ticket,
            service=hall.tickets[event.ticket].service,
            counter=event.counter,
            doer=self._doers[event.ticket],
            reason="" if put is None else put.reason,
            passed=event.passed,
        )


def out_of_turn_in(entry: Entry, hall: Hall) -> OutOfTurn | None:
    """Return the call out of turn that the entry is; the hall is as it was before it."""
    match entry.fact.event:
        case events.WalkInStarted(passed=passed) as event if passed:
            service = event.service
        case events.TicketCalled(why="out_of_turn") as event:
            service = hall.tickets[event.ticket].service
        case _:
            return None
    return OutOfTurn(
        at=event.at,
        ticket=event.ticket,
        service=service,
        counter=event.counter,
        doer=doer_of(event, entry.request, hall),
        reason=event.reason,
        passed=event.passed,
    )
