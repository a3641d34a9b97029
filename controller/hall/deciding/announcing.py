"""What the whole hall is told, because somebody wants it or because the rules do."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from controller.hall import commands, events, refusals
from controller.hall.announcements import (
    A_MINUTE,
    CLOSING_LASTS,
    CLOSING_MINUTES,
    LASTS,
    OF_A_SERVICE,
    Subject,
)
from controller.hall.commands import AnnouncementCommand
from controller.hall.events import AnnouncementEvent, AnnouncementMade
from controller.hall.ids import PersonName, ServiceId
from controller.hall.state import State
from wire.messages import AnnouncementKind


def decide(hall: State, command: AnnouncementCommand, at: datetime) -> AnnouncementEvent:
    """Announce what is true, or withdraw what was announced; refuse otherwise."""
    service = None if command.service is None else hall.service(command.service).id
    match command:
        case commands.Announce(kind, _, by) if _may_be_said(hall, (kind, service), at):
            if kind is AnnouncementKind.CLOSING_SOON:
                return _closing(_nearest(hall, at), at, by)
            return AnnouncementMade(at, kind, at + LASTS, service, by=by)
        case commands.WithdrawAnnouncement(kind, _, by) if holds(hall, (kind, service), at):
            return events.AnnouncementWithdrawn(at, kind, service, by)
        case _:
            raise refusals.WrongMoment


def holds(hall: State, subject: Subject, at: datetime) -> bool:
    """Return whether this was announced, may still be said, and is true."""
    made = hall.announcements.get(subject)
    return made is not None and at < made.until and is_true(hall, subject)


def is_true(hall: State, subject: Subject) -> bool:
    """Return whether the hall is as this says; what only people know is believed."""
    kind, service = subject
    paused, all_ = set(hall.paused), set(hall.services)
    meant = all_ if service is None else {service}
    match kind:
        case _ if hall.is_over:
            return False
        case AnnouncementKind.SERVICE_PAUSED:
            return meant <= paused
        case AnnouncementKind.SERVICE_RESUMED:
            return not meant & paused
        case _:
            return True


def of_pauses(
    hall: State, kind: AnnouncementKind, service: ServiceId | None, at: datetime
) -> Iterator[AnnouncementMade]:
    """Give what is announced of a service, or of all, that is paused or taken up again."""
    if hall.rules.said.pauses:
        yield AnnouncementMade(at, kind, at + LASTS, service)


def of_closing(hall: State, at: datetime) -> Iterator[AnnouncementMade]:
    """Give what is announced now before a closing, once."""
    left = _until_closing(hall, at)
    if left is None or hall.is_over or not hall.seq:
        return
    for minutes in hall.rules.said.before_closing:
        moment = minutes * A_MINUTE
        if moment - CLOSING_LASTS < left <= moment and not _was_said(hall, minutes, at):
            yield _closing(minutes, at, None)


def _was_said(hall: State, minutes: int, at: datetime) -> bool:
    said = hall.announcements.get((AnnouncementKind.CLOSING_SOON, None))
    return said is not None and said.minutes == minutes and at - said.at < 2 * CLOSING_LASTS


def _closing(minutes: int, at: datetime, by: PersonName | None) -> AnnouncementMade:
    kind, until = AnnouncementKind.CLOSING_SOON, at + CLOSING_LASTS
    return AnnouncementMade(at, kind, until, minutes=minutes, by=by)


def _may_be_said(hall: State, subject: Subject, at: datetime) -> bool:
    kind, service = subject
    if service is not None and kind not in OF_A_SERVICE:
        return False
    if kind is AnnouncementKind.CLOSING_SOON:
        left = _until_closing(hall, at)
        return left is not None and left <= (CLOSING_MINUTES[-1] + 5) * A_MINUTE
    return is_true(hall, subject)


def _nearest(hall: State, at: datetime) -> int:
    """Return in how many minutes the hall is said to close."""
    left = _until_closing(hall, at) or timedelta()
    return min(CLOSING_MINUTES, key=lambda minutes: abs(minutes * A_MINUTE - left))


def _until_closing(hall: State, at: datetime) -> timedelta | None:
    hours = hall.rules.hours
    closes_at = None if hours is None else hours.closes_at(at)
    return None if closes_at is None else closes_at - at
