"""Leads a hall through its day, and tells of one ticket."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from controller.doer import doer_of
from controller.hall import Hall
from controller.hall.events import TicketCalled, TicketEvent, WalkInStarted
from controller.hall.ids import TicketNumber
from controller.put import Puts
from controller.reception import Entry
from controller.story.attended import attended, changed
from controller.story.line import Line
from controller.story.others import before
from controller.story.own import own


def story(day: Iterable[Entry], hall: Hall, number: TicketNumber) -> list[Line]:
    """Return the story of a ticket in the day's entries; nothing when there is no such ticket.

    `hall` is the hall as it was in the morning; it is led through the day.
    """
    lines: list[Line] = []
    puts = Puts()
    for _, moment in groupby(day, key=lambda entry: entry.fact.event.at):
        was, happened = attended(hall, number), []
        for entry in moment:
            lines += _told(entry, hall, number, puts)
            hall.apply(entry.fact.event)
            puts.take(entry.fact.event)
            happened.append(entry.fact.event)
        lines += changed(happened, was, attended(hall, number))
    return lines


def signed(lines: Iterable[Line], entry: Entry, hall: Hall) -> Iterator[Line]:
    """Give the lines of an entry, the first with who did it; the hall is as it was before it."""
    doer = doer_of(entry.fact.event, entry.request, hall)
    for index, line in enumerate(lines):
        yield line if index else replace(line, doer=doer)


def _told(entry: Entry, hall: Hall, number: TicketNumber, puts: Puts) -> Iterator[Line]:
    event = entry.fact.event
    lines, is_own = before(event, hall, number, puts), False
    if isinstance(event, TicketEvent) and event.ticket == number:
        lines, is_own = own(event, hall, puts.of(number)), True
    match event:
        case TicketCalled() | WalkInStarted() if is_own:
            return lines  # which name the agent
        case TicketCalled(why=why) if why != "out_of_turn":
            return lines  # which the hall's order chose, not an agent
        case _:
            return signed(lines, entry, hall)
