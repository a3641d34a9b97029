"""One fact of a past day in words, whatever it is."""

from collections.abc import Iterator
from dataclasses import dataclass

from controller.hall import Hall, events
from controller.hall.events import Event
from controller.hall.ids import TicketNumber
from controller.report.changes import change_in
from controller.story import Line, signed
from controller.story.own import own
from media.texts import msgid
from nouba.past_day import PastDay


@dataclass(frozen=True, slots=True)
class ToldFact:
    """A fact in words."""

    ticket: TicketNumber | None
    """Whose story it belongs to; nothing when to no ticket's."""

    lines: tuple[Line, ...]


def told_fact(past: PastDay, seq: int) -> ToldFact:
    """Return the fact of that number; raises `LookupError` when the day has none."""
    hall = past.morning()
    for entry in past.entries:
        event = entry.fact.event
        if entry.fact.seq == seq:
            lines = tuple(signed(_lines(event, hall), entry, hall))
            return ToldFact(getattr(event, "ticket", None), lines)
        hall.apply(event)
    raise LookupError(f"{past.day} has no fact {seq}")


def _lines(event: Event, hall: Hall) -> Iterator[Line]:
    match event:
        case events.CounterOpened(at, counter, agent):
            text = msgid("{agent} sat down at counter {counter}.")
            yield Line(at, text, {"agent": agent, "counter": counter})
        case events.CounterClosed(at, counter):
            yield Line(at, msgid("Counter {counter} was left."), {"counter": counter})
        case _:
            yield from _of_ticket_or_day(event, hall)


def _of_ticket_or_day(event: Event, hall: Hall) -> Iterator[Line]:
    if (change := change_in(event)) is not None:
        yield change
        return
    if isinstance(event, events.TicketEvent):
        yield from own(event, hall)
