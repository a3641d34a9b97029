"""The story of one ticket: what happened to it, and why others were called before it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from controller.hall import Hall, events
from controller.hall.events import Event, Why
from controller.hall.ids import TicketNumber
from media.texts import msgid
from wire.messages import TicketState

Value = str | int | datetime
"""A moment stands for its time on the hall's clock; `service` for a service's name."""

Values = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of a story."""

    at: datetime
    text: str
    """The English text, key of the catalogues."""

    values: Values = field(default_factory=dict)


CALLED: Mapping[Why, str] = MappingProxyType(
    {
        "due": msgid("Called to counter {counter} by {agent}: it was due first."),
        "strict": msgid("Called to counter {counter} by {agent}: its class comes first."),
        "interleave": msgid("Called to counter {counter} by {agent}: its class had its turn."),
        "accumulate": msgid("Called to counter {counter} by {agent}: it had the most points."),
        "reserved": msgid("Called to counter {counter} by {agent}: it waited for them alone."),
        "out_of_turn": msgid("Called to counter {counter} by {agent} out of turn: {reason}."),
    }
)
BEFORE: Mapping[Why, str] = MappingProxyType(
    {
        "due": msgid("{other} went to counter {counter} before it: it was due sooner."),
        "strict": msgid("{other} went to counter {counter} before it: its class comes first."),
        "interleave": msgid("{other} went to counter {counter} before it: its class had its turn."),
        "accumulate": msgid("{other} went to counter {counter} before it: it had more points."),
        "reserved": msgid("{other} went to counter {counter} before it: it waited there alone."),
        "out_of_turn": msgid("{other} went to counter {counter} out of turn: {reason}."),
    }
)


def story(day: Iterable[Event], hall: Hall, number: TicketNumber) -> list[Line]:
    """Return the story of a ticket in the day's events; nothing when there is no such ticket.

    `hall` is the hall as it was in the morning; it is led through the day.
    """
    lines: list[Line] = []
    for event in day:
        lines += _before(event, hall, number)
        hall.apply(event)
    return lines


def _before(event: Event, hall: Hall, number: TicketNumber) -> Iterator[Line]:
    if isinstance(event, events.TicketCalled) and event.ticket != number:
        if _is_passed(event, hall, number):
            values: Values = {
                "other": event.ticket,
                "counter": event.counter,
                "reason": event.reason,
            }
            yield Line(event.at, BEFORE[event.why], values)
    elif getattr(event, "ticket", None) == number:
        yield from _own(event)


def _is_passed(call: events.TicketCalled, hall: Hall, number: TicketNumber) -> bool:
    """Return whether the ticket waits where the counter could have called it, and longer."""
    ticket, other = hall.tickets.get(number), hall.tickets[call.ticket]
    if ticket is None or ticket.state is not TicketState.WAITING:
        return False
    caller = hall.counters[call.counter]
    is_in_reach = any(ticket.number in queue for queue in hall.reach(caller))
    return is_in_reach and ticket.issued_at < other.issued_at


def _own(event: Event) -> Iterator[Line]:  # noqa: C901, PLR0912 - one flat match
    match event:
        case events.TicketIssued():
            yield from _issued(event)
        case events.WalkInStarted(at, counter=counter, agent=agent):
            text = msgid("Served without waiting at counter {counter} by {agent}.")
            yield Line(at, text, {"counter": counter, "agent": agent})
        case events.TicketCalled(at, _, counter, agent, why, passed, reason):
            values: Values = {"counter": counter, "agent": agent, "reason": reason}
            yield Line(at, CALLED[why], values)
            if passed:
                text = msgid("It passed {tickets}, who had waited longer.")
                yield Line(at, text, {"tickets": ", ".join(passed)})
        case events.TicketRecalled(at):
            yield Line(at, msgid("Called again."))
        case events.TicketPreCalled(at, counter=counter):
            yield Line(at, msgid("Told to get ready for counter {counter}."), {"counter": counter})
        case events.ServiceStarted(at):
            yield Line(at, msgid("The visitor came to the counter."))
        case events.ServiceFinished(at, outcome=outcome):
            yield Line(at, msgid("Served."))
            if outcome:
                yield Line(at, msgid("Outcome: {outcome}."), {"outcome": outcome})
        case events.NoShowRecorded(at):
            yield Line(at, msgid("Nobody came."))
        case events.TicketReinstated(at):
            yield Line(at, msgid("The visitor came after all, and waits again in the old place."))
        case events.TicketTransferred(at, service=service):
            yield Line(at, msgid("Sent on: {service}."), {"service": service})
        case events.TicketRedirected(at, service=service, reason=reason, by=by):
            text = msgid("Sent by {by} to wait for {service}: {reason}.")
            yield Line(at, text, {"by": by, "service": service, "reason": reason})
        case events.TicketReprioritised(at, priority=priority, reason=reason, by=by):
            text = msgid("Given the class {priority} by {by}: {reason}.")
            yield Line(at, text, {"by": by, "priority": priority, "reason": reason})
        case events.TicketMovedOn(at, service=service):
            yield Line(at, msgid("Goes on: {service}."), {"service": service})
        case events.TicketReturned(at):
            yield Line(at, msgid("The counter was closed; the ticket waits again."))
        case events.TicketParked(at, reason=reason):
            yield Line(at, msgid("Parked: {reason}."), {"reason": reason})
        case events.TicketResumed(at):
            yield Line(at, msgid("Waits again in the old place."))
        case events.TicketCancelled(at, reason=""):
            yield Line(at, msgid("The visitor gave the place up."))
        case events.TicketCancelled(at, reason=reason):
            yield Line(at, msgid("Cancelled: {reason}."), {"reason": reason})
        case _:
            pass


def _issued(event: events.TicketIssued) -> Iterator[Line]:
    values: Values = {"service": event.service, "ahead": event.ahead, "due": event.due_at}
    text = msgid("Issued for {service}; {ahead} waited before it. Due at {due}.")
    yield Line(event.at, text, values)
    if event.appointed_at is not None:
        yield Line(event.at, _appointed(event), {"time": event.appointed_at})
    elif event.priority != "normal":
        yield Line(event.at, msgid("The visitor declared a right to priority."))


def _appointed(event: events.TicketIssued) -> str:
    if event.priority == "appointment":
        return msgid("The visitor had an appointment for {time}.")
    return msgid("Too late for the appointment for {time}: it waits as if there had been none.")
