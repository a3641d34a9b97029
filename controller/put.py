"""Who has a place in line by somebody's will, by whose and why: nobody is due there by chance."""

from dataclasses import dataclass
from typing import Literal

from controller.hall import events
from controller.hall.events import Event
from controller.hall.ids import TicketNumber

PutPlace = Literal["first", "last", "back"]
PutBy = Literal["agent", "supervisor"]


@dataclass(frozen=True, slots=True)
class Put:
    """That somebody put a ticket before all others in its line, or after them, or back into it."""

    place: PutPlace
    """`back`: it had been finished, and waits again where it did."""

    by: PutBy | None
    """Nothing where the fact itself does not tell it."""

    reason: str
    """May say more of a person than everybody should know; empty where none was asked for."""

    @property
    def is_favour(self) -> bool:
        """Whether others had to wait for it."""
        return self.place != "last"


class Puts:
    """Hears a day's facts, and knows who was put first, last, or back after being served.

    The due moment that a ticket got so stays with it, wherever it is sent on to afterwards:
    until it is put elsewhere, it is called when it is because of that. Whoever was being served
    when the day was closed too soon was put first by its reopening.
    """

    def __init__(self) -> None:
        self._puts: dict[TicketNumber, Put] = {}
        self._finished: set[TicketNumber] = set()
        self._reopened = ""

    def take(self, event: Event) -> Put | None:
        """Take note of an event, and return what it put somewhere, if it did."""
        put = self._put(event)
        if put is not None and isinstance(event, events.TicketEvent):
            self._puts[event.ticket] = put
        match event:
            case events.DayReopened(reason=reason):
                self._reopened = reason
            case events.ServiceFinished(ticket=number):
                self._finished.add(number)
            case events.TicketMovedOn(ticket=number) | events.TicketReinstated(ticket=number):
                self._finished.discard(number)
            case _:
                pass
        return put

    def _put(self, event: Event) -> Put | None:
        match event:
            case events.TicketTransferred(place=place, reason=reason) if place != "due":
                return Put(place, "agent", reason)
            case events.TicketRedirected(place=place, reason=reason) if place != "due":
                return Put(place, "supervisor", reason)
            case events.TicketReinstated(place="first"):
                return Put("first", "supervisor", self._reopened)
            case events.TicketReinstated(ticket=number, reason=reason) if number in self._finished:
                return Put("back", None, reason)
            case _:
                return None

    def chose(self, call: events.TicketCalled) -> Put | None:
        """Return how the ticket was put in line, when that is why the hall's order called it.

        Nothing of a call out of turn, which has its own reason.
        """
        return None if call.why == "out_of_turn" else self._puts.get(call.ticket)

    def of(self, ticket: TicketNumber) -> Put | None:
        """Return how the ticket was put in line last; nothing when its own moments count."""
        return self._puts.get(ticket)
