"""Which place a ticket gets where it is sent."""

from datetime import datetime, timedelta

from controller.hall.commands import Redirect, Transfer
from controller.hall.ticket import Ticket
from tests.controller.hall.any_day.book import Book

A_MOMENT = timedelta(microseconds=1)


def due_there(book: Book, wish: Transfer | Redirect, ticket: Ticket, at: datetime) -> datetime:
    """Return when the ticket is due where it is sent: as before, before all, or after all."""
    service = wish.service or ticket.service
    likes = _likes(book, wish)
    own = likes.get(service, timedelta(0))
    dues = [
        each.due_at - likes.get(each.service, timedelta(0)) for each in _there(book, wish, ticket)
    ]
    if wish.place == "first":
        return min([ticket.due_at, *(due + own - A_MOMENT for due in dues)])
    if wish.place == "last":
        target = book.setting.services[service].target
        return max([at + target, *(due + own + A_MOMENT for due in dues)])
    return ticket.due_at


def waits_there(
    book: Book, wish: Transfer | Redirect, ticket: Ticket, at: datetime
) -> datetime | None:
    """Return since when its wait counts where it is sent; nothing when as before."""
    waits = [each.waits_from for each in _there(book, wish, ticket)]
    kinds = {"first": min([ticket.waits_from, *waits]), "last": at}
    return kinds.get(wish.place)


def _there(book: Book, wish: Transfer | Redirect, ticket: Ticket) -> list[Ticket]:
    """Return all whom the one counter may call, or who wait for the service at any."""
    number = _number(book, wish)
    service = wish.service or ticket.service
    return book.waiting_for(service) if number is None else book.in_reach(number)


def _likes(book: Book, wish: Transfer | Redirect) -> dict[str, timedelta]:
    number = _number(book, wish)
    return {} if number is None else book.seats[number].preferences


def _number(book: Book, wish: Transfer | Redirect) -> int | None:
    return wish.to_counter or (wish.to_agent and book.seat_of(wish.to_agent))
