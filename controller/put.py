"""Who was put first or last in line, by whom and why: nobody is due there of themselves."""

from dataclasses import dataclass
from typing import Literal

from controller.hall import events
from controller.hall.events import Event
from controller.hall.ids import TicketNumber

PutPlace = Literal["first", "last"]
PutBy = Literal["agent", "supervisor"]


@dataclass(frozen=True, slots=True)
class Put:
    """That somebody put a ticket before all others in its line, or after them."""

    place: PutPlace
    by: PutBy
    reason: str
    """May say more of a person than everybody should know; empty where none was asked for."""


class Puts:
    """Hears a day's facts, and knows who was put first or last.

    The due moment that a ticket got so stays with it, wherever it is sent on to afterwards:
    until it is put elsewhere, it is called when it is because of that. Whoever was being served
    when the day was closed too soon was put first by its reopening.
    """

    def __init__(self) -> None:
        self._puts: dict[TicketNumber, Put] = {}
        self._reopened = ""

    def take(self, event: Event) -> Put | None:
        """Take note of an event, and return what it put first or last, if it did."""
        match event:
            case events.TicketTransferred(place=place, reason=reason) if place != "due":
                put = Put(place, "agent", reason)
            case events.TicketRedirected(place=place, reason=reason) if place != "due":
                put = Put(place, "supervisor", reason)
            case events.TicketReinstated(place="first"):
                put = Put("first", "supervisor", self._reopened)
            case events.DayReopened(reason=reason):
                self._reopened = reason
                return None
            case _:
                return None
        self._puts[event.ticket] = put
        return put

    def of(self, ticket: TicketNumber) -> Put | None:
        """Return how the ticket was put in line last; nothing when its own moments count."""
        return self._puts.get(ticket)
