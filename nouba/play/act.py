"""What an agent does next, given what the tablet shows."""

from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from nouba.play.fate import Fate
from wire.messages import Desk, DeskTicket, TicketState

WALK = timedelta(seconds=40)
"""From the call to the visitor at the counter."""

PATIENCE = timedelta(seconds=120)
"""From a call to the next one, or to the no-show."""

CALLS = 2
"""Calls before a no-show."""

SERVICE_MINUTES = MappingProxyType({0: 6.0, 1: 11.0, 2: 4.0, 3: 8.0, 4: 14.0})
"""How long a service takes, in minutes, by the last digit of the ticket modulo five."""


class Act(StrEnum):
    """The agents' commands, as the protocol names them."""

    OPEN = "open"
    CLOSE = "close"
    CALL_NEXT = "call_next"
    RECALL = "recall"
    START = "start"
    FINISH = "finish"
    NO_SHOW = "no_show"
    TRANSFER = "transfer"


def next_act(desk: Desk, now: datetime, fate: Fate, *, is_over: bool) -> Act | None:
    """Decide what to do at this moment of the hall's time; nothing means wait.

    `fate` is that of the ticket at the desk; `is_over` says that nobody comes any more.
    """
    if desk.counter is None:
        return None if is_over else Act.OPEN
    if desk.ticket is not None:
        return _with_ticket(desk.ticket, now, fate)
    if any(queue.waiting for queue in desk.waiting if queue.service in desk.services):
        return Act.CALL_NEXT
    return Act.CLOSE if is_over else None


def _with_ticket(ticket: DeskTicket, now: datetime, fate: Fate) -> Act | None:
    if ticket.state == TicketState.SERVING and ticket.started_at is not None:
        return _serving(ticket, now - ticket.started_at, fate)
    return _called(ticket, now - ticket.called_at, fate)


def _called(ticket: DeskTicket, since: timedelta, fate: Fate) -> Act | None:
    is_missed = fate is Fate.ABSENT or (fate is Fate.LATE and ticket.calls < CALLS)
    if not is_missed:
        return Act.START if since >= WALK else None
    if since < PATIENCE * ticket.calls:
        return None
    return Act.RECALL if ticket.calls < CALLS else Act.NO_SHOW


def _serving(ticket: DeskTicket, since: timedelta, fate: Fate) -> Act | None:
    if since < timedelta(minutes=SERVICE_MINUTES[int(ticket.ticket[-1]) % 5]):
        return None
    return Act.TRANSFER if fate is Fate.MOVES_ON else Act.FINISH
