"""What a command leads to when nothing speaks against it."""

from dataclasses import replace
from datetime import datetime, timedelta

from controller.hall import commands, events
from controller.hall.commands import Command
from controller.hall.events import Event
from controller.hall.ticket import Ticket
from tests.controller.hall.any_day import appointed, kiosks, leading_all, order, watched
from tests.controller.hall.any_day.book import Book
from tests.controller.hall.any_day.places import due_there, waits_there
from tests.controller.hall.any_day.sending import alone
from tests.controller.hall.any_day.setting import CLASSES, OFFERS, SKILLS, able


def leads_to(book: Book, command: Command, at: datetime) -> tuple[Event, ...]:
    """Return the events that the command must lead to."""
    for kinds, tell in TELLERS:
        if isinstance(command, kinds):
            return tuple(tell(book, command, at))
    raise AssertionError(f"nobody tells what {command} leads to")


def _visitor(book: Book, command: commands.VisitorCommand, at: datetime) -> list[Event]:
    match command:
        case commands.IssueTicket():
            return [appointed.issued(book, command, at)]
        case commands.GiveUp(number):
            return [events.TicketCancelled(at, number, "")]
        case commands.CancelTicket(number, reason, by):
            return [events.TicketCancelled(at, number, reason.strip(), by)]
        case commands.Reinstate(number, reason, _):
            return [_brought_back(book, book.tickets[number], reason.strip(), at)]
        case commands.RateVisit(number, face, about):
            of = book.tickets[number].given.service
            return [events.VisitRated(at, number, of, face, about)]


def _brought_back(book: Book, ticket: Ticket, reason: str, at: datetime) -> Event:
    beyond = appointed.taken_meanwhile(book, ticket)
    again = appointed.reinstated(book, ticket, at)
    return replace(again, reason=reason, beyond_quota=beyond)


def _counter(  # noqa: PLR0911 - one flat match
    book: Book, command: commands.CounterCommand, at: datetime
) -> list[Event]:
    match command:
        case commands.OpenCounter(number, agent, services):
            made_for = able(agent).intersection(OFFERS[number])
            given = tuple(sorted(services or made_for))
            likes = SKILLS[agent].preferences if agent in SKILLS else {}
            likes = tuple(sorted(likes.items()))
            is_other = set(given) != made_for
            return [events.CounterOpened(at, number, agent, given, likes, is_other)]
        case commands.LeaveCounter(agent):
            return _closed(book, book.seat_of(agent), at)
        case commands.CloseCounter(number):
            return _closed(book, number, at)
        case commands.ReleaseCounter(number):
            left = book.seats[number].ticket
            returned = [] if left is None else [events.TicketReturned(at, left, number)]
            return returned + _closed(book, number, at)
        case commands.PauseCounter(agent, reason):
            number = book.seat_of(agent)
            return [events.CounterPaused(at, number, reason.strip()), *_freed(book, number, at)]
        case commands.ResumeCounter(agent):
            return [events.CounterResumed(at, book.seat_of(agent))]
        case commands.ChangeServices(number, services):
            changed = events.CounterServicesChanged(at, number, tuple(sorted(services)))
            taken = book.seats[number].services - services
            moved = {each.number for each in book.waiting() if each.service in taken}
            return [changed, *(each for each in _freed(book, number, at) if each.ticket in moved)]


def _closed(book: Book, number: int, at: datetime) -> list[Event]:
    """Return the end of the counter; who waited for it alone waits for anybody."""
    return [events.CounterClosed(at, number), *_freed(book, number, at)]


def _freed(book: Book, number: int, at: datetime) -> list[Event]:
    names = (number, book.seats[number].agent)
    left = [each for name in names for each in book.waiting() if alone(each) == name]
    return [events.TicketMovedOn(at, t.number, t.service, t.due_at, t.then) for t in left]


def _calling(book: Book, command: commands.CallingCommand, at: datetime) -> list[Event]:
    number, agent = book.seat_of(command.agent), command.agent
    busy = book.seats[number].ticket
    match command:
        case commands.CallNext():
            ticket, why = order.next_for(book, number, at)
            over = order.passed(book, number, ticket, why)
            return [events.TicketCalled(at, ticket.number, number, agent, why, over)]
        case commands.CallTicket(_, ticket, reason):
            over, why = order.overtaken(book, number, book.tickets[ticket]), "out_of_turn"
            return [events.TicketCalled(at, ticket, number, agent, why, over, reason.strip())]
        case commands.PreCall():
            ticket = order.next_to_tell(book, number, at)
            return [events.TicketPreCalled(at, ticket.number, number)]
        case commands.Recall():
            return [events.TicketRecalled(at, busy, number)]
        case commands.MarkNoShow():
            return [events.NoShowRecorded(at, busy, number)]


def _serving(book: Book, command: commands.ServingCommand, at: datetime) -> list[Event]:
    if isinstance(command, commands.Resume):
        ticket = book.tickets[command.ticket]
        return [events.TicketResumed(at, ticket.number, *appointed.still_for(book, ticket))]
    number = book.seat_of(command.agent)
    busy = book.tickets.get(book.seats[number].ticket)
    match command:
        case commands.StartService():
            return [events.ServiceStarted(at, busy.number, number)]
        case commands.ServeWalkIn(agent, service, language, reason):
            new = appointed.issued(
                book, commands.IssueTicket(service, language, is_by_staff=True), at
            )
            what = (new.ticket, new.prefix, new.serial, service, language)
            over = order.by_age([*book.in_reach(number), *book.waiting_for(service)])
            due_at = at + book.setting.services[service].target
            rest = (reason.strip(), due_at, new.beyond_quota)
            return [events.WalkInStarted(at, *what, number, agent, over, *rest)]
        case commands.FinishService():
            return _finished(book, command, busy, number, at)
        case commands.Transfer():
            return [_transferred(book, command, busy, number, at)]
        case commands.Park(_, reason, place, back_in):
            back_at = at + back_in if back_in else None
            return [events.TicketParked(at, busy.number, number, reason.strip(), place, back_at)]


def _finished(
    book: Book, wish: commands.FinishService, busy: Ticket, number: int, at: datetime
) -> list[Event]:
    quantity = busy.quantity if wish.quantity is None else wish.quantity
    done = events.ServiceFinished(at, busy.number, number, wish.outcome, wish.note, quantity)
    if wish.goes_on_to is None:
        return [done, *_goes_on(book, busy, at)]
    then = tuple(each for each in busy.then if each != wish.goes_on_to)
    return [done, _to(busy, wish.goes_on_to, then, at)]


def _to(busy: Ticket, service: str, then: tuple[str, ...], at: datetime) -> Event:
    many = busy.put_off.get(service, 1)
    return events.TicketMovedOn(at, busy.number, service, busy.due_at, then, quantity=many)


def _goes_on(book: Book, busy: Ticket, at: datetime) -> list[Event]:
    if busy.returns:
        # To the agent who asked for it last, if at work; for the service that it had there.
        asked, service, _ = busy.returns[-1]
        seat = book.seat_of(asked)
        is_there = seat is not None and book.seats[seat].pause is None
        is_given = is_there and not watched.was_taken_away(book, seat, service)
        agent = asked if is_given else None
        back = (service, busy.due_at, busy.then, agent, True)
        return [events.TicketMovedOn(at, busy.number, *back)]
    if busy.then:
        return [_to(busy, busy.then[0], busy.then[1:], at)]
    return []


def _transferred(
    book: Book, wish: commands.Transfer, busy: Ticket, number: int, at: datetime
) -> Event:
    service = wish.service or busy.service
    due_at = due_there(book, wish, busy, at)
    back = wish.agent if wish.comes_back else None
    whom = (wish.to_counter, wish.to_agent, back)
    how = (wish.place, waits_there(book, wish, busy, at), wish.reason.strip())
    asked, of, many = busy.returns[-1] if busy.returns else (None, None, None)
    seat = book.seat_of(wish.to_agent) if wish.to_counter is None else wish.to_counter
    is_back = seat is not None and (asked, of) == (book.seats[seat].agent, service)
    back = (is_back, many if is_back else busy.put_off.get(service, 1))
    return events.TicketTransferred(at, busy.number, number, service, due_at, *whom, *how, *back)


def _supervising(book: Book, command: commands.SupervisingCommand, at: datetime) -> list[Event]:
    ticket, reason, by = book.tickets[command.ticket], command.reason.strip(), command.by
    if isinstance(command, commands.Redirect):
        service, due_at = command.service or ticket.service, due_there(book, command, ticket, at)
        whom = (command.to_counter, command.to_agent)
        how = (command.place, waits_there(book, command, ticket, at))
        what = (ticket.number, service, due_at, reason, by)
        then = ticket.then
        if service in then:
            rest = {ticket.service, *ticket.then} - {service}
            added = [each for each in (ticket.service, *then) if each not in ticket.visit]
            then = tuple(each for each in (*ticket.visit, *added) if each in rest)
        rest = (then, ticket.put_off.get(service, 1))
        return [events.TicketRedirected(at, *what, *whom, *how, *rest)]
    had, has = (
        CLASSES[each].head_start if each in CLASSES and each != "appointment" else timedelta(0)
        for each in (ticket.priority, command.priority)
    )
    shift = had - has if ticket.place == "due" else timedelta(0)
    new = (command.priority, ticket.due_at + shift)
    return [events.TicketReprioritised(at, ticket.number, *new, reason, by)]


TELLERS = (
    (commands.VisitorCommand, _visitor),
    (commands.CounterCommand, _counter),
    (commands.CallingCommand, _calling),
    (commands.ServingCommand, _serving),
    (commands.SupervisingCommand, _supervising),
    (commands.CheckIn, appointed.events_of),
    (commands.KioskCommand, kiosks.events_of),
    (commands.DayCommand, leading_all.of_day),
    (commands.EmergencyCommand, leading_all.of_emergency),
    (commands.AnnouncementCommand, leading_all.of_announcement),
)
