"""Why others were called, or served, while the ticket waited."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from controller.hall import Hall
from controller.hall.events import Event, TicketCalled, WalkInStarted, Why
from controller.hall.ids import TicketNumber
from controller.hall.queue import place_of
from controller.hall.ticket import Ticket
from controller.put import Put, PutPlace, Puts
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

FAVOURED: Mapping[PutPlace, str] = MappingProxyType(
    {
        "first": msgid(
            "{other} went to counter {counter} before it: it had been put first in line."
        ),
        "back": msgid(
            "{other} went to counter {counter} before it: it had been finished, and was brought "
            "back."
        ),
    }
)

TO_COME = msgid("{other} went to counter {counter} before it: its appointment was still to come.")


def before(event: Event, hall: Hall, number: TicketNumber, puts: Puts) -> Iterator[Line]:
    """Give what the event did before the ticket's turn; the hall is as it was before it.

    `puts` knows who was put first, last or back until then.
    """
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
            yield Line(event.at, _because(event, hall, ticket, puts.chose(event)), values)
        case WalkInStarted(counter=counter) if number in event.passed:
            text = msgid("{other} was served at counter {counter} before it, without a ticket.")
            yield Line(event.at, text, {"other": event.ticket, "counter": counter})
        case _:
            pass


def _because(call: TicketCalled, hall: Hall, ticket: Ticket, put: Put | None) -> str:
    if put is not None and put.is_favour:
        return FAVOURED[put.place]
    is_sooner = place_of(hall.tickets[call.ticket]) < place_of(ticket)
    match call.why:
        case "strict" | "interleave" if is_sooner:
            return SOONER
        case "strict" | "interleave" | "accumulate" if ticket.is_early(call.at):
            return TO_COME
        case why:
            return BEFORE[why]
