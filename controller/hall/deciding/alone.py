"""What kiosks ask for, to issue tickets while they are alone."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import assert_never

from controller.hall import commands, events, refusals
from controller.hall.blocks import Block, next_block
from controller.hall.commands import KioskCommand, ReserveNumbers, TakeIn
from controller.hall.deciding.visitors import Own, check_wish, issue
from controller.hall.events import Event, NumbersReserved
from controller.hall.ids import TicketNumber
from controller.hall.state import State
from wire.messages import TicketState
from wire.numbering import ticket_number

A_MOMENT = timedelta(microseconds=1)
"""By so much a kiosk's ticket is later than the one before it, at the least."""


def decide(hall: State, command: KioskCommand, at: datetime) -> tuple[Event, ...]:
    """Return the events that the command leads to, or raise `Refused`."""
    match command:
        case commands.ReserveNumbers():
            return tuple(_reserved(hall, command, at))
        case commands.TakeIn():
            return _taken_in(hall, command, at)
    assert_never(command)


def _reserved(hall: State, wish: ReserveNumbers, at: datetime) -> Iterator[Event]:
    """Give a block of each prefix of which the kiosk has few numbers left."""
    granted, rule = hall.blocks.granted, hall.rules.reserve
    lost = hall.blocks.lost(wish.held, hall.issued)
    yield from (_reserving(block, at) for block in lost)
    mine = [block for block in wish.held if block in lost or block in granted]
    for prefix in sorted({service.prefix for service in hall.services.values()}):
        if hall.blocks.left(each for each in mine if each.prefix == prefix) < rule.few:
            given = hall.issued[prefix]
            yield _reserving(next_block(wish.kiosk, prefix, (*granted, *lost), given, rule), at)


def _reserving(block: Block, at: datetime) -> NumbersReserved:
    return NumbersReserved(at, block.kiosk, block.prefix, block.first, block.last)


def _taken_in(hall: State, entry: TakeIn, at: datetime) -> tuple[Event, ...]:
    """Return the ticket that the visitor holds already: no closing or quota speaks against it."""
    block = hall.blocks.holding(entry.prefix, entry.serial)
    if block is None or block.kiosk != entry.kiosk:
        raise refusals.NotReserved
    if ticket_number(entry.prefix, entry.serial) in hall.tickets:
        raise refusals.NumberUsed
    check_wish(hall, entry.wish)
    own = Own(entry.prefix, entry.serial, _issued_at(hall, entry, at))
    return (issue(hall, entry.wish, at, own=own), *_forgotten(hall, entry.instead_of, at))


def _issued_at(hall: State, entry: TakeIn, at: datetime) -> datetime:
    """Return when it was issued: after what its kiosk had heard, in order, not in the future."""
    told = max(entry.issued_at, entry.heard_at)
    latest = hall.blocks.latest.get(entry.kiosk)
    return min(at, told if latest is None else max(told, latest + A_MOMENT))


def _forgotten(hall: State, ghost: TicketNumber | None, at: datetime) -> Iterator[Event]:
    """Cancel the ticket of which nobody heard, unless something became of it already."""
    ticket = None if ghost is None else hall.tickets.get(ghost)
    if ticket is not None and ticket.state in (TicketState.WAITING, TicketState.PARKED):
        yield events.TicketCancelled(at, ticket.number, events.ISSUED_ALONE)
