"""The hall itself: what may happen in it, and what does."""

from datetime import datetime

from controller.hall import applying, deciding, refusals
from controller.hall.commands import (
    Command,
    EmergencyCommand,
    EndDay,
    LetTimePass,
    RateVisit,
    ReopenDay,
)
from controller.hall.events import Event
from controller.hall.service import Service
from controller.hall.state import State


class ImpossibleEvent(ValueError):  # noqa: N818 - it says what it is
    """An event that cannot follow those before it: something of the journal is missing."""


class Hall(State):
    """A reception hall on one day.

    `decide` tells what a command would make happen and changes nothing.
    `apply` makes it so, and is the only thing that changes the hall.
    """

    def decide(self, command: Command, at: datetime) -> tuple[Event, ...]:
        """Return the events that the command leads to, or raise `Refused`."""
        if self.is_over:
            return self._decide_over(command, at)
        return deciding.decide(self, command, at)

    def _decide_over(self, command: Command, at: datetime) -> tuple[Event, ...]:
        match command:
            case LetTimePass():
                return ()
            case ReopenDay() | RateVisit() | EndDay():
                return deciding.decide(self, command, at)
            case _ if isinstance(command, EmergencyCommand):
                # Staff and the last visitors are still inside.
                return deciding.decide(self, command, at)
            case _:
                raise refusals.DayOver

    def closed_because(self, service: Service, at: datetime) -> refusals.Refused | None:
        """Return why no ticket is issued for the service now; nothing when one may be taken."""
        if self.is_over:
            return refusals.DayOver()
        if self.emergencies:
            return refusals.InEmergency()
        return deciding.visitors.closed_because(self, service, at)

    def apply(self, event: Event) -> None:
        """Make the event so. Never refuses, whatever the settings are by now.

        Raises `ImpossibleEvent` for what cannot follow what was applied before.
        """
        self.seq += 1
        try:
            self.measures.apply(event, self.tickets)
            applying.apply(self, event)
        except (KeyError, AssertionError) as error:
            raise ImpossibleEvent(f"fact {self.seq} cannot follow those before it") from error
