"""Whether anybody could call the ticket, and when that changed."""

from collections.abc import Iterator, Sequence

from controller.hall import Hall, events
from controller.hall.events import Event
from controller.hall.ids import TicketNumber
from controller.story.line import Line
from media.texts import msgid
from wire.messages import TicketState


def attended(hall: Hall, number: TicketNumber) -> bool | None:
    """Return whether a counter that may call it is at work; nothing when it does not wait."""
    ticket = hall.tickets.get(number)
    if ticket is None or ticket.state is not TicketState.WAITING:
        return None
    queue = hall.queue_of(ticket)
    at_work = (each for each in hall.counters.values() if each.is_open and each.pause is None)
    return any(reached is queue for each in at_work for reached in hall.reach(each))


def changed(
    moment: Sequence[Event],
    was: bool | None,  # noqa: FBT001 - what `attended` told before the moment
    is_now: bool | None,  # noqa: FBT001 - and after it
) -> Iterator[Line]:
    """Give what a moment's events changed about it."""
    match was, is_now:
        case True, False:
            yield _left(moment)
        case None, False:
            yield Line(moment[-1].at, msgid("No counter that may call it is at work."))
        case False, True:
            yield Line(moment[-1].at, msgid("A counter that may call it is at work again."))
        case _:
            pass


def _left(moment: Sequence[Event]) -> Line:
    match moment[-1]:
        case events.CounterPaused(at, counter, reason):
            text = msgid("Counter {counter}, the last that may call it, is on a break: {reason}.")
            return Line(at, text, {"counter": counter, "reason": reason})
        case event:
            return Line(event.at, msgid("No counter that may call it is at work any more."))
