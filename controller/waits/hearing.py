"""Lets a hall's events become what the waits are told."""

from collections.abc import Callable, Iterator
from datetime import datetime

from controller.hall import events
from controller.hall.events import Event
from controller.hall.ids import ServiceId, TicketNumber
from controller.waits.moment import Moment
from controller.waits.range import Range
from controller.waits.step import Deed, Step
from controller.waits.waits import Waits

Local = Callable[[datetime], datetime]
"""Turns a moment into the time of the hall's wall clock."""

HEARD = (
    events.TicketIssued,
    events.WalkInStarted,
    events.TicketCalled,
    events.TicketCancelled,
    events.TicketTransferred,
    events.TicketRedirected,
    events.TicketReprioritised,
    events.TicketMovedOn,
    events.TicketReturned,
    events.TicketResumed,
    events.TicketReinstated,
)
"""The events that mean something for those who wait; all others are let pass."""


class Steps:
    """Tells what a hall's events mean for those who wait.

    A day's events come in order, from its first on.
    """

    def __init__(self, local: Local) -> None:
        self._local = local
        self._services: dict[TicketNumber, ServiceId] = {}
        """What the tickets are for; tomorrow's take the place of today's."""

        self._kinds: dict[TicketNumber, str] = {}
        """Their classes."""

    def of(self, event: Event) -> Iterator[Step]:
        """Give the steps that the event is."""
        if not isinstance(event, HEARD):
            return
        at, ticket = Moment.of(self._local(event.at)), event.ticket
        match event:
            case events.TicketIssued(service=service, ahead=ahead, priority=kind):
                self._services[ticket], self._kinds[ticket] = service, kind
                # Who got it from a kiosk that was alone was told nothing.
                deed: Deed = "issued" if event.alone_at is None else "joined"
                yield Step(at, deed, ticket, service, ahead, kind)
            case events.WalkInStarted(service=service):
                self._services[ticket], self._kinds[ticket] = service, "normal"
            case events.TicketReprioritised(priority=kind):
                self._kinds[ticket] = kind
            case events.TicketCalled():
                yield Step(at, "called", ticket)
            case events.TicketCancelled():
                yield Step(at, "left", ticket)
            case _:
                yield from self._again(event, at)

    def _again(self, event: "Again", at: Moment) -> Iterator[Step]:
        """Let a ticket wait once more that was called before, or that waited for something else.

        Who waits for one counter or agent alone is not in the service's queue.
        """
        match event:
            case events.TicketTransferred() | events.TicketRedirected():
                service = event.service
                alone = event.for_counter is not None or event.for_agent is not None
            case events.TicketMovedOn(service=service):
                alone = event.for_agent is not None
            case events.TicketReinstated() | events.TicketResumed():
                service = self._services[event.ticket]
                alone = event.for_counter is not None or event.for_agent is not None
            case _:
                service, alone = self._services[event.ticket], False
        self._services[event.ticket] = service
        yield Step(at, "left", event.ticket)
        if not alone:
            kind = self._kinds[event.ticket]
            yield Step(at, "joined", event.ticket, service, kind=kind)


Again = (
    events.TicketTransferred
    | events.TicketRedirected
    | events.TicketMovedOn
    | events.TicketReturned
    | events.TicketResumed
    | events.TicketReinstated
)


class Hearing:
    """Tells the waits of one hall what its events mean for those who wait."""

    def __init__(self, waits: Waits, local: Local) -> None:
        self._waits, self._steps = waits, Steps(local)

    def take(self, event: Event) -> Range | None:
        """Take the event into account; of an issue, return what the ticket is told.

        A day's events come in order, from its first on; a replay tells what was told.
        """
        told = None
        for step in self._steps.of(event):
            answer = self._waits.take(step)
            told = answer if isinstance(answer, Range) else told
        return told
