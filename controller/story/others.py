"""Why others were called, or served, while the ticket waited."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from controller.hall import Hall, events
from controller.hall.events import Event, TicketCalled, WalkInStarted, Why
from controller.hall.ids import TicketNumber
from controller.hall.queue import place_of
from controller.hall.ticket import Ticket
from controller.story.line import Line, Values
from media.texts import msgid
from wire.messages import TicketState

SOONER = msgid("{other} went to counter {counter} before it: it was due sooner.")

BEFORE: Mapping[Why, str] = MappingProxyType(
    {
        "due": SOONER,
        "strict": msgid("{other} went to counter {counter} before it: its class comes first."),
        "interleave": msgid("{other} went to counter {counter} before it: its class had its turn."),
        "accumulate": msgid("{other} went to counter {counter} before it: it had more points."),
        "preferred": msgid(
            "{other} went to counter {counter} before it: what it was for is what is done best "
            "there."
        ),
        "out_of_turn": msgid("{other} went to counter {counter} out of turn: {reason}."),
    }
)

PUT_FIRST = msgid("{other} went to counter {counter} before it: it had been put first in line.")

TO_COME = msgid("{other} went to counter {counter} before it: its appointment was still to come.")

BY_PLACE = frozenset({"due", "strict", "interleave", "accumulate"})
"""The orders in which somebody's place in the line tells, and nothing that overrules it."""


def before(event: Event, hall: Hall, number: TicketNumber) -> Iterator[Line]:
    """Give what the event did before the ticket's turn; the hall is as it was before it."""
    ticket = hall.tickets.get(number)
    if ticket is None or ticket.state is not TicketState.WAITING:
        return
    match event:
        case TicketCalled() if number in event.passed:
            values: Values = {
                "other": event.ticket,
                "counter": event.counter,
                "reason": event.reason,
            }
            yield Line(event.at, _because(event, hall, ticket), values)
        case WalkInStarted(counter=counter) if number in event.passed:
            text = msgid("{other} was served at counter {counter} before it, without a ticket.")
            yield Line(event.at, text, {"other": event.ticket, "counter": counter})
        case _:
            pass


def _because(call: events.TicketCalled, hall: Hall, ticket: Ticket) -> str:
    called = hall.tickets[call.ticket]
    if called.place == "first" and call.why in BY_PLACE:
        return PUT_FIRST
    is_sooner = place_of(called) < place_of(ticket)
    match call.why:
        case "strict" | "interleave" if is_sooner:
            return SOONER
        case "strict" | "interleave" | "accumulate" if ticket.is_early(call.at):
            return TO_COME
        case why:
            return BEFORE[why]
