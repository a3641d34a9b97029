"""Lets a hall's events become what the waits are told."""

from collections.abc import Callable
from datetime import datetime

from controller.hall import events
from controller.hall.events import Event
from controller.hall.ids import ServiceId, TicketNumber
from controller.waits.moment import Moment
from controller.waits.range import Range
from controller.waits.waits import Waits


class Hearing:
    """Tells the waits of one hall what its events mean for those who wait.

    `local` turns a moment into the time of the hall's wall clock.
    """

    def __init__(self, waits: Waits, local: Callable[[datetime], datetime]) -> None:
        self._waits, self._local = waits, local
        self._services: dict[TicketNumber, ServiceId] = {}
        """What the tickets are for; tomorrow's take the place of today's."""

    def take(self, event: Event) -> Range | None:
        """Take the event into account; of an issue, return what the ticket is told.

        A day's events come in order, from its first on; a replay tells what was told.
        """
        at = Moment.of(self._local(event.at))
        match event:
            case events.TicketIssued(ticket=ticket, service=service, ahead=ahead):
                self._services[ticket] = service
                return self._waits.issued(service, ticket, at, ahead)
            case events.WalkInStarted(ticket=ticket, service=service):
                self._services[ticket] = service
            case events.TicketCalled(ticket=ticket):
                self._waits.called(ticket, at)
            case events.TicketCancelled(ticket=ticket):
                self._waits.left(ticket, at)
            case _:
                self._again(event, at)
        return None

    def _again(self, event: Event, at: Moment) -> None:
        """Let a ticket wait once more that was called before, or that waited for something else.

        Who waits for one counter or agent alone is not in the service's queue.
        """
        match event:
            case (
                events.TicketTransferred(ticket=ticket, service=service)
                | events.TicketRedirected(ticket=ticket, service=service)
            ):
                alone = event.for_counter is not None or event.for_agent is not None
            case events.TicketMovedOn(ticket=ticket, service=service):
                alone = event.for_agent is not None
            case (
                events.TicketReturned(ticket=ticket)
                | events.TicketResumed(ticket=ticket)
                | events.TicketReinstated(ticket=ticket)
            ):
                service, alone = self._services[ticket], False
            case _:
                return
        self._services[ticket] = service
        self._waits.left(ticket, at)
        if not alone:
            self._waits.joined(service, ticket, at)
