"""What kiosks ask for that are, or were, alone."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from controller.hall import refusals
from controller.hall.blocks import Block
from controller.hall.commands import KioskCommand, ReserveNumbers, TakeIn
from controller.hall.events import Event, NumbersReserved, TicketCancelled
from controller.hall.refusals import Refused
from tests.controller.hall.any_day import appointed
from tests.controller.hall.any_day.book import Book
from wire.messages import TicketState


def reasons(book: Book, command: KioskCommand, at: datetime) -> Iterator[type[Refused]]:
    """Yield why the kiosk is refused."""
    if isinstance(command, ReserveNumbers):
        return
    if book.reserved.owner(command.prefix, command.serial) != command.kiosk:
        yield refusals.NotReserved
    if number(command.prefix, command.serial) in book.tickets:
        yield refusals.NumberUsed
    yield from appointed.no_such_wish(command.wish)


def events_of(book: Book, command: KioskCommand, at: datetime) -> tuple[Event, ...]:
    """Return what the kiosk gets that is not refused."""
    if isinstance(command, ReserveNumbers):
        return tuple(_reserved(book, command, at))
    return tuple(_taken_in(book, command, at))


def _reserved(book: Book, wish: ReserveNumbers, at: datetime) -> Iterator[Event]:
    found: list[Block] = []
    for block in wish.held:
        taken = {*book.reserved.owners[block.prefix], *(n for each in found for n in numbers(each))}
        if not taken & set(numbers(block)) and block.first > book.issued[block.prefix]:
            found.append(block)
            yield NumbersReserved(at, block.kiosk, block.prefix, block.first, block.last)
    for prefix in ("A", "D"):
        mine = [
            b for b in wish.held if b.prefix == prefix and (b in found or b in book.reserved.blocks)
        ]
        if sum(left(book, block) for block in mine) < 2:
            ends = [n + 1 for n in book.reserved.owners[prefix]]
            ends += [each.last + 1 for each in found if each.prefix == prefix]
            first = max([4, book.issued[prefix] + 1, *ends])
            yield NumbersReserved(at, wish.kiosk, prefix, first, first + 2)


def numbers(block: Block) -> range:
    """Return the serials of a block."""
    return range(block.first, block.last + 1)


def left(book: Book, block: Block) -> int:
    """Return how many of a block's numbers come after those that are tickets."""
    given = [n for n in numbers(block) if number(block.prefix, n) in book.tickets]
    return block.last - max(given, default=block.first - 1)


def _taken_in(book: Book, entry: TakeIn, at: datetime) -> Iterator[Event]:
    before = [
        each.issued_at + timedelta(microseconds=1)
        for each in book.tickets.values()
        if book.reserved.owner(each.number[0], each.serial) == entry.kiosk
    ]
    since = min(at, max([entry.issued_at, entry.heard_at, *before]))
    yield replace(
        appointed.issued(book, entry.wish, at, own=(entry.prefix, entry.serial, since)),
        alone_at=since,
    )
    ghost = book.tickets.get(entry.instead_of)
    if ghost and ghost.state in (TicketState.WAITING, TicketState.PARKED):
        yield TicketCancelled(at, ghost.number, "issued_alone")


def number(prefix: str, serial: int) -> str:
    """Return a ticket's number."""
    return f"{prefix}{serial:03}"
