"""What concerns the whole hall leads to: its day, emergencies, announcements."""

from datetime import datetime, timedelta

from controller.hall import commands, events
from controller.hall.events import Event
from controller.hall.ticket import Ticket
from tests.controller.hall.any_day import appointed, watched
from tests.controller.hall.any_day.book import Book
from tests.controller.hall.any_day.calm import calm
from tests.controller.hall.any_day.places import A_MOMENT
from tests.controller.hall.any_day.setting import MINUTE, SERVICES
from wire.messages import AnnouncementKind, TicketState


def of_day(  # noqa: C901, PLR0911 - one flat match
    book: Book, command: commands.DayCommand, at: datetime
) -> list[Event]:
    match command:
        case commands.PauseService(service, reason):
            some = [each for each in SERVICES if each not in book.paused]
            some = sorted(some) if service is None else [service]
            return [events.ServicePaused(at, each, reason.strip()) for each in some]
        case commands.ResumeService(service):
            some = sorted(book.paused) if service is None else [service]
            return [events.ServiceResumed(at, each) for each in some]
        case commands.LetTimePass() if book.is_over:
            return []
        case commands.LetTimePass() if _is_night(book, at):
            return _evening(book, at)
        case commands.LetTimePass() if book.emergencies:
            return []
        case commands.LetTimePass(unattended):
            back = [book.tickets[number] for number in book.parked]
            back = [each for each in back if _is_back(book, each, at)]
            whom = [(each.number, *appointed.still_for(book, each)) for each in back]
            back_in_line = [events.TicketResumed(at, *each) for each in whom]
            return [*back_in_line, *watched.told(book, at, unattended)]
        case commands.CloseDay():
            return _evening(book, at)
        case commands.EndDay():
            evening = [] if book.is_over else _evening(book, at)
            return [*evening, *(events.EmergencyLifted(at, kind) for kind in book.emergencies)]
        case commands.ReopenDay(reason, by):
            return [events.DayReopened(at, reason.strip(), by), *_reopened(book, at)]


def _is_back(book: Book, parked: Ticket, at: datetime) -> bool:
    """Return whether the time is over that its visitor was given."""
    if parked.back_at is None:
        return False
    return calm(book, parked.since, at) >= parked.back_at - parked.since


def _reopened(book: Book, at: datetime) -> list[Event]:
    """Let all wait whom the closing decided; who was being served before all others."""
    left = [each for each in book.tickets.values() if each.is_closed_out]
    first = min([at, *(each.due_at for each in left)]) - A_MOMENT
    longest = min([at, *(each.waits_from for each in left)])
    put = {"due_at": first, "waits_from": longest, "place": "first"}
    return [
        events.TicketReinstated(
            at,
            each.number,
            each.service,
            **(put if each.state is TicketState.FINISHED else {}),
        )
        for each in left
    ]


def of_emergency(_: Book, command: commands.EmergencyCommand, at: datetime) -> list[Event]:
    match command:
        case commands.RaiseEmergency(kind, by):
            return [events.EmergencyRaised(at, kind, by)]
        case commands.LiftEmergency(kind, by):
            return [events.EmergencyLifted(at, kind, by)]


def of_announcement(book: Book, command: commands.AnnouncementCommand, at: datetime) -> list[Event]:
    kind, service, by = command.kind, command.service, command.by
    if isinstance(command, commands.WithdrawAnnouncement):
        return [events.AnnouncementWithdrawn(at, kind, service, by)]
    if kind != AnnouncementKind.CLOSING_SOON:
        return [events.AnnouncementMade(at, kind, at + 5 * MINUTE, service, by=by)]
    left = book.setting.until_closing(at) / MINUTE
    minutes = next((each for each, most in ((5, 7.5), (10, 12.5), (15, 22.5)) if left <= most), 30)
    return [events.AnnouncementMade(at, kind, at + 2 * MINUTE, minutes=minutes, by=by)]


def _is_night(book: Book, at: datetime) -> bool:
    """Return whether the clock closes the day: an hour after its last closing."""
    if not book.setting.has_limits or book.was_reopened or not book.seq:
        return False
    return at >= book.setting.open.stretches[-1][1] + timedelta(hours=1)


def _evening(book: Book, at: datetime) -> list[Event]:
    told: list[Event] = []
    for each in book.tickets.values():
        if each.state in (TicketState.WAITING, TicketState.PARKED):
            told.append(events.TicketCancelled(at, each.number, "closing"))
        if each.state is TicketState.CALLED:
            told.append(events.NoShowRecorded(at, each.number, each.counter, "closing"))
        if each.state is TicketState.SERVING:
            what = (each.number, each.counter, "closing", "", each.quantity)
            told.append(events.ServiceFinished(at, *what))
    closed = [events.CounterClosed(at, n) for n, seat in book.seats.items() if seat.agent]
    return [*told, *closed, events.DayClosed(at)]
