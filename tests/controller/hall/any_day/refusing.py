"""Why a command must be refused: every reason that holds, in no order."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from controller.hall import commands, refusals
from controller.hall.commands import Command
from controller.hall.refusals import Refused
from controller.hall.ticket import Ticket
from tests.controller.hall.any_day import appointed, kiosks, lacking, order, refusing_all
from tests.controller.hall.any_day.book import Book
from tests.controller.hall.any_day.calm import COMEBACK, calm, is_kept
from tests.controller.hall.any_day.places import due_there
from tests.controller.hall.any_day.sending import alone
from tests.controller.hall.any_day.setting import MINUTE, OFFERS, able
from wire.messages import TicketState

Reasons = Iterator[type[Refused]]
RATING = 60 * MINUTE
"""The rules' default: how long visitors may say how it was."""

STILL_DONE = (
    commands.LetTimePass
    | commands.ReopenDay
    | commands.RateVisit
    | commands.EndDay
    | commands.EmergencyCommand
)
"""What is done, or refused for another reason, when the day is over."""

BRINGS_SOMEBODY = (
    commands.IssueTicket
    | commands.CheckIn
    | commands.CallNext
    | commands.CallTicket
    | commands.PreCall
    | commands.Recall
    | commands.ServeWalkIn
)
"""What is not done in an emergency."""


def reasons(book: Book, command: Command, at: datetime) -> set[type[Refused]]:
    """Return why the command must be refused; nothing when it must be done."""
    if book.is_over and not isinstance(command, STILL_DONE):
        return {refusals.DayOver}
    if book.emergencies and isinstance(command, BRINGS_SOMEBODY):
        return {refusals.InEmergency}
    for kinds, judge in JUDGES:
        if isinstance(command, kinds):
            return set(judge(book, command, at))
    return set()


def _visitor(book: Book, command: commands.VisitorCommand, at: datetime) -> Reasons:
    match command:
        case commands.IssueTicket():
            yield from appointed.no_such_ticket(book, command, at)
        case commands.GiveUp(number):
            yield from lacking.not_in(book, number, TicketState.WAITING, TicketState.PARKED)
        case commands.CancelTicket(number, reason):
            yield from lacking.not_in(book, number, TicketState.WAITING, TicketState.PARKED)
            yield from lacking.blank(reason)
        case commands.Reinstate(number, reason, is_by_staff):
            gone = (TicketState.NO_SHOW, TicketState.CANCELLED, TicketState.FINISHED)
            yield from lacking.not_in(book, number, *gone)
            ticket = book.tickets.get(number)
            is_over = ticket and ticket.since and calm(book, ticket.since, at) > COMEBACK
            if is_over and not is_kept(book, ticket, at):
                yield refusals.TooLate
            if ticket and ticket.state is TicketState.FINISHED:
                yield from lacking.blank(reason)
            if ticket and appointed.taken_meanwhile(book, ticket) and not is_by_staff:
                yield refusals.QuotaReached
        case commands.RateVisit():
            yield from _unanswerable(book, command, at)


def _unanswerable(book: Book, answer: commands.RateVisit, at: datetime) -> Reasons:
    if answer.ticket not in book.tickets:
        yield refusals.UnknownTicket
        return
    if answer.face not in range(1, 6) or answer.about not in (None, "wait", "place"):
        yield refusals.BadAnswer
    given = book.tickets[answer.ticket].given
    if given is None:
        yield refusals.WrongMoment
        return
    if answer.counter is not None and (given.face or given.counter != answer.counter):
        yield refusals.WrongMoment
    if at - given.at >= RATING:
        yield refusals.TooLate


def _counter(  # noqa: C901 - one flat match
    book: Book, command: commands.CounterCommand, at: datetime
) -> Reasons:
    match command:
        case commands.OpenCounter():
            yield from _open(book, command)
        case commands.LeaveCounter(agent):
            yield from lacking.seated(book, agent)
            yield from lacking.busy(book, book.seat_of(agent))
        case commands.CloseCounter(number):
            yield from lacking.opened(book, number)
            yield from lacking.busy(book, number)
        case commands.ReleaseCounter(number):
            yield from lacking.opened(book, number)
        case commands.PauseCounter(agent, reason):
            yield from lacking.free(book, agent)
            yield from lacking.blank(reason)
        case commands.ResumeCounter(agent):
            yield from lacking.seated(book, agent)
            seat = book.seat_of(agent)
            if seat and book.seats[seat].pause is None:
                yield refusals.WrongMoment
        case commands.ChangeServices(number, services):
            yield from lacking.opened(book, number)
            yield from lacking.unknown(*services)
            if not services:
                yield refusals.UnknownService
            agent = book.seats[number].agent if number in book.seats else None
            yield from lacking.unable(agent, *services)


def _open(book: Book, wish: commands.OpenCounter) -> Reasons:
    if wish.counter not in book.seats:
        yield refusals.UnknownCounter
        return
    if book.seats[wish.counter].agent is not None:
        yield refusals.CounterBusy
    if book.seat_of(wish.agent) is not None:
        yield refusals.AgentElsewhere
    yield from lacking.unknown(*wish.services)
    wanted = set(wish.services or OFFERS[wish.counter])
    if not wanted.intersection(able(wish.agent)) or wish.services.difference(able(wish.agent)):
        yield refusals.NotSkilled


def _calling(book: Book, command: commands.CallingCommand, at: datetime) -> Reasons:
    seat = book.seat_of(command.agent)
    match command:
        case commands.CallNext(agent):
            yield from lacking.free(book, agent)
            yield from lacking.nobody(book, seat, at)
        case commands.CallTicket(agent, number, reason):
            yield from lacking.free(book, agent)
            yield from lacking.not_in(book, number, TicketState.WAITING)
            yield from lacking.blank(reason)
            if number in book.tickets:
                yield from lacking.unable(agent, book.tickets[number].service)
        case commands.PreCall(agent):
            yield from _pre_call(book, agent, seat, at)
        case commands.Recall(agent):
            yield from lacking.has(book, agent, TicketState.CALLED)
            number = book.seats[seat].ticket if seat else None
            if number and book.setting.has_limits and book.tickets[number].calls >= 2:
                yield refusals.RecalledEnough
        case commands.MarkNoShow(agent):
            yield from lacking.has(book, agent, TicketState.CALLED)


def _pre_call(book: Book, agent: str, seat: int | None, at: datetime) -> Reasons:
    yield from lacking.seated(book, agent)
    yield from lacking.on_a_break(book, seat)
    yield from lacking.nobody(book, seat, at)
    if seat and book.in_reach(seat):
        next_ = order.next_to_tell(book, seat, at)
        if next_ is None or book.ready.get(seat) == next_.number:
            yield refusals.WrongMoment


def _serving(  # noqa: C901 - one flat match
    book: Book, command: commands.ServingCommand, at: datetime
) -> Reasons:
    seat = book.seat_of(getattr(command, "agent", None))
    match command:
        case commands.StartService(agent):
            yield from lacking.has(book, agent, TicketState.CALLED)
        case commands.ServeWalkIn(agent, service, _, reason):
            yield from lacking.free(book, agent)
            yield from lacking.unknown(service)
            yield from lacking.unable(agent, service)
            if seat and [*book.in_reach(seat), *book.waiting_for(service)]:
                yield from lacking.blank(reason)
        case commands.FinishService(agent, outcome, _, quantity, further):
            yield from lacking.has(book, agent, TicketState.SERVING)
            yield from lacking.unknown(*([] if further is None else [further]))
            busy = book.tickets.get(book.seats[seat].ticket) if seat else None
            if busy and busy.service == further:
                yield refusals.SameService
            if outcome not in ("", "resolved"):
                yield refusals.UnknownOutcome
            if quantity is not None and quantity not in range(1, 21):
                yield refusals.BadQuantity
        case commands.Transfer():
            yield from _transfer(book, command)
        case commands.Park(agent, reason, _, back_in):
            yield from lacking.has(book, agent, TicketState.CALLED, TicketState.SERVING)
            yield from lacking.blank(reason)
            if back_in is not None and back_in <= timedelta(0):
                yield refusals.TooLate
        case commands.Resume(number):
            yield from lacking.not_in(book, number, TicketState.PARKED)


def _nowhere(
    book: Book, wish: commands.Transfer | commands.Redirect, ticket: Ticket | None
) -> Reasons:
    service = wish.service or (ticket and ticket.service)
    if wish.service is not None:
        yield from lacking.unknown(wish.service)
    if wish.to_counter is not None:
        yield from lacking.opened(book, wish.to_counter)
        yield from lacking.on_a_break(book, wish.to_counter)
        seat = book.seats.get(wish.to_counter)
        yield from lacking.unable(seat and seat.agent, service)
    if wish.to_agent is not None:
        if book.seat_of(wish.to_agent) is None:
            yield refusals.AgentAway
        if wish.to_counter not in (None, book.seat_of(wish.to_agent)):
            yield refusals.AgentAway
        yield from lacking.on_a_break(book, book.seat_of(wish.to_agent))
        yield from lacking.unable(wish.to_agent, service)


def _transfer(book: Book, wish: commands.Transfer) -> Reasons:
    yield from lacking.has(book, wish.agent, TicketState.CALLED, TicketState.SERVING)
    seat = book.seat_of(wish.agent)
    number = book.seats[seat].ticket if seat else None
    yield from _nowhere(book, wish, book.tickets.get(number))
    stays = number and wish.service in (None, book.tickets[number].service)
    to_all = wish.to_counter is None and wish.to_agent is None
    if stays and (to_all or wish.to_counter == seat or wish.to_agent == wish.agent):
        yield refusals.SameService
    if wish.place == "first":
        yield from lacking.blank(wish.reason)


def _supervising(book: Book, command: commands.SupervisingCommand, at: datetime) -> Reasons:
    yield from lacking.not_in(book, command.ticket, TicketState.WAITING)
    yield from lacking.blank(command.reason)
    ticket = book.tickets.get(command.ticket)
    if isinstance(command, commands.Reprioritise):
        if ticket and ticket.priority == command.priority:
            yield refusals.WrongMoment
        return
    yield from _nowhere(book, command, ticket)
    is_open = command.to_counter is None and command.to_agent is None
    if ticket is None or not is_open or alone(ticket) is not None:
        return
    stays = command.service in (None, ticket.service)
    if stays and due_there(book, command, ticket, at) == ticket.due_at:
        yield refusals.SameService


JUDGES = (
    (commands.VisitorCommand, _visitor),
    (commands.CounterCommand, _counter),
    (commands.CallingCommand, _calling),
    (commands.ServingCommand, _serving),
    (commands.SupervisingCommand, _supervising),
    (commands.CheckIn, appointed.reasons),
    (commands.KioskCommand, kiosks.reasons),
    (commands.DayCommand, refusing_all.of_day),
    (commands.EmergencyCommand, refusing_all.of_emergency),
    (commands.AnnouncementCommand, refusing_all.of_announcement),
)
