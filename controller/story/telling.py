"""Leads a hall through its day, and tells of one ticket."""

from collections.abc import Iterable, Iterator

from controller.hall import Hall
from controller.hall.events import Event
from controller.hall.ids import TicketNumber
from controller.story.line import Line
from controller.story.others import before
from controller.story.own import own


def story(day: Iterable[Event], hall: Hall, number: TicketNumber) -> list[Line]:
    """Return the story of a ticket in the day's events; nothing when there is no such ticket.

    `hall` is the hall as it was in the morning; it is led through the day.
    """
    lines: list[Line] = []
    for event in day:
        lines += _told(event, hall, number)
        hall.apply(event)
    return lines


def _told(event: Event, hall: Hall, number: TicketNumber) -> Iterator[Line]:
    if getattr(event, "ticket", None) == number:
        return own(event, hall.tickets.get(number))
    return before(event, hall, number)
