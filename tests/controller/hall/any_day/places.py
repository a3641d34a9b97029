"""Which place a ticket gets where it is sent."""

from datetime import datetime, timedelta

from controller.hall.commands import Redirect, Transfer
from controller.hall.ticket import Ticket
from tests.controller.hall.any_day.book import Book, alone

A_MOMENT = timedelta(microseconds=1)


def due_there(book: Book, wish: Transfer | Redirect, ticket: Ticket, at: datetime) -> datetime:
    """Return when the ticket is due where it is sent: as before, before all, or after all."""
    service = wish.service or ticket.service
    name = wish.to_counter or wish.to_agent
    there = book.waiting_for(service)
    if name is not None:
        there = [each for each in book.waiting() if alone(each) == name]
    dues = [each.due_at for each in there]
    if wish.place == "first":
        return min([ticket.due_at, *(due - A_MOMENT for due in dues)])
    if wish.place == "last":
        target = book.setting.services[service].target
        return max([at + target, *(due + A_MOMENT for due in dues)])
    return ticket.due_at
