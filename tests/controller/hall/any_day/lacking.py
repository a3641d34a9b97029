"""What several commands ask for, and is not there: each reason that holds."""

from collections.abc import Iterator
from datetime import datetime

from controller.hall import refusals
from controller.hall.refusals import Refused
from tests.controller.hall.any_day import order
from tests.controller.hall.any_day.book import Book
from tests.controller.hall.any_day.setting import SERVICES, able
from wire.messages import TicketState

Reasons = Iterator[type[Refused]]


def unknown(*services: str) -> Reasons:
    if set(services) - set(SERVICES):
        yield refusals.UnknownService


def blank(reason: str) -> Reasons:
    if not any(each.isalnum() for each in reason):
        yield refusals.ReasonMissing


def not_in(book: Book, number: str, *states: TicketState) -> Reasons:
    if number not in book.tickets:
        yield refusals.UnknownTicket
    elif book.tickets[number].state not in states:
        yield refusals.WrongMoment


def seated(book: Book, agent: str) -> Reasons:
    if book.seat_of(agent) is None:
        yield refusals.CounterNotOpen


def opened(book: Book, number: int) -> Reasons:
    if number not in book.seats:
        yield refusals.UnknownCounter
    elif book.seats[number].agent is None:
        yield refusals.CounterNotOpen


def busy(book: Book, number: int | None) -> Reasons:
    if number in book.seats and book.seats[number].ticket is not None:
        yield refusals.CounterBusy


def free(book: Book, agent: str) -> Reasons:
    """Yield why the agent may call nobody now."""
    yield from seated(book, agent)
    seat = book.seat_of(agent)
    yield from busy(book, seat)
    yield from on_a_break(book, seat)


def on_a_break(book: Book, seat: int | None) -> Reasons:
    if seat in book.seats and book.seats[seat].pause is not None:
        yield refusals.CounterPaused


def nobody(book: Book, seat: int | None, at: datetime) -> Reasons:
    if seat and order.next_for(book, seat, at) is None:
        yield refusals.NobodyWaiting


def has(book: Book, agent: str, *states: TicketState) -> Reasons:
    """Yield why the agent has no ticket in one of the states."""
    yield from seated(book, agent)
    seat = book.seat_of(agent)
    number = book.seats[seat].ticket if seat else None
    if seat and number is None:
        yield refusals.CounterIdle
    if number and book.tickets[number].state not in states:
        yield refusals.WrongMoment


def unable(agent: str | None, *services: str) -> Reasons:
    if agent is not None and set(services) - able(agent):
        yield refusals.NotSkilled
