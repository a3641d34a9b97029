"""Why what concerns the whole hall must be refused: its day, emergencies, announcements."""

from collections.abc import Iterator
from datetime import datetime

from controller.hall import commands, refusals
from controller.hall.refusals import Refused
from tests.controller.hall.any_day import lacking
from tests.controller.hall.any_day.book import Book
from tests.controller.hall.any_day.setting import MINUTE, SERVICES
from wire.messages import AnnouncementKind

Reasons = Iterator[type[Refused]]


def of_emergency(book: Book, command: commands.EmergencyCommand, _: datetime) -> Reasons:
    is_raised = isinstance(command, commands.RaiseEmergency)
    if is_raised is (command.kind in book.emergencies):
        yield refusals.WrongMoment


def of_announcement(book: Book, command: commands.AnnouncementCommand, at: datetime) -> Reasons:
    kind, service = command.kind, command.service
    yield from lacking.unknown(service or SERVICES[0])
    meant, paused = {service} if service else set(SERVICES), set(book.paused)
    if kind == AnnouncementKind.SERVICE_PAUSED and not meant <= paused:
        yield refusals.WrongMoment
    if kind == AnnouncementKind.SERVICE_RESUMED and meant & paused:
        yield refusals.WrongMoment
    if isinstance(command, commands.WithdrawAnnouncement):
        if book.announced.get((kind, service), at) <= at:
            yield refusals.WrongMoment
        return
    is_of_none = kind in ("closing_soon", "long_waits", "documents_ready")
    left = book.setting.until_closing(at)
    is_early = kind == AnnouncementKind.CLOSING_SOON and (left is None or left > 35 * MINUTE)
    if is_early or (is_of_none and service):
        yield refusals.WrongMoment


def of_day(book: Book, command: commands.DayCommand, at: datetime) -> Reasons:
    match command:
        case commands.PauseService(service, reason):
            yield from lacking.unknown(service or SERVICES[0])
            yield from lacking.blank(reason)
            if not set([service] if service else SERVICES) - set(book.paused):
                yield refusals.WrongMoment
        case commands.ResumeService(service):
            yield from lacking.unknown(service or SERVICES[0])
            if not set([service] if service else SERVICES) & set(book.paused):
                yield refusals.WrongMoment
        case commands.ReopenDay(reason):
            yield from lacking.blank(reason)
            if not book.is_over:
                yield refusals.WrongMoment
        case _:
            return
