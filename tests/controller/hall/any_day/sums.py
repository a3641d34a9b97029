"""What the day adds up to: counted from the journal, row by row."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from controller.hall import events
from controller.hall.events import Event
from controller.hall.measures import Measures, Tally
from tests.controller.hall.any_day.book import Book
from tests.controller.hall.any_day.setting import COUNTERS, SERVICES, Setting
from wire.messages import TicketState

COUNTED = (
    "issued",
    "called",
    "on_time",
    "served",
    "no_shows",
    "cancelled",
    "transferred_in",
    "transferred_out",
)
QUARTER = timedelta(minutes=15)


@dataclass
class Row:
    """Something that counts, for a service and perhaps at a counter."""

    what: str
    service: str
    counter: int | None
    at: datetime
    length: timedelta = timedelta(0)
    times: int = 1


def rows(journal: Iterable[Event], setting: Setting) -> list[Row]:
    """Return all that counts in the journal; `waiting` has how many more wait."""
    book, found = Book(setting), []
    given: dict[str, Row] = {}
    for event in journal:
        new = _rows(event, book)
        if isinstance(event, events.TicketReinstated) and _was_served(event, book):
            taken_back = given[event.ticket]
            found = [each for each in found if each is not taken_back]
        if isinstance(event, events.ServiceFinished):
            given[event.ticket] = next(each for each in new if each.what == "stay")
        found += new
        before = len(book.waiting())
        book.note(event)
        more = len(book.waiting()) - before
        found.append(Row("waiting", "", None, _since(event), times=more))
    return found


def _since(event: Event) -> datetime:
    """Return when it began to count: of who had it from a kiosk alone, then."""
    return getattr(event, "alone_at", None) or event.at


def _was_served(event: events.TicketReinstated, book: Book) -> bool:
    return book.tickets[event.ticket].state is TicketState.FINISHED


def _rows(  # noqa: C901, PLR0911, PLR0912 - one flat match
    event: Event, book: Book
) -> list[Row]:
    at, ticket = event.at, book.tickets.get(getattr(event, "ticket", None))
    if isinstance(event, events.TicketIssued | events.WalkInStarted):
        return [Row("issued", event.service, None, _since(event))]
    if ticket is None:
        return []
    service, counter = ticket.service, getattr(event, "counter", None)
    match event:
        case events.TicketCalled() if ticket.called_at is None:
            is_on_time = at <= (ticket.promised_at or ticket.due_at)
            on_time = [Row("on_time", service, counter, at)] if is_on_time else []
            wait = Row("called", service, counter, at, at - ticket.issued_at)
            return [wait, *on_time]
        case events.ServiceFinished():
            return [Row("served", service, counter, at), *_stay(ticket, counter, at)]
        case events.TicketTransferred():
            out = Row("transferred_out", service, counter, at)
            into = Row("transferred_in", event.service, None, at)
            return [out, into, *_stay(ticket, counter, at)]
        case events.TicketRedirected() if event.service != service:
            out = Row("transferred_out", service, None, at)
            return [out, Row("transferred_in", event.service, None, at)]
        case events.TicketMovedOn() if ticket.state is TicketState.FINISHED:
            return [Row("transferred_in", event.service, None, at)]
        case events.TicketParked():
            return _stay(ticket, counter, at)
        case events.TicketCancelled():
            return [Row("cancelled", service, None, at)]
        case events.NoShowRecorded():
            return [Row("no_shows", service, counter, at)]
        case events.TicketReinstated() if ticket.state is TicketState.CANCELLED:
            return [Row("cancelled", service, None, at, times=-1)]
        case events.TicketReinstated() if ticket.state is TicketState.FINISHED:
            return [Row("served", service, ticket.counter, at, times=-1)]
        case events.TicketReinstated():
            return [Row("no_shows", service, ticket.counter, at, times=-1)]
        case _:
            return []


def _stay(ticket, counter: int, at: datetime) -> list[Row]:
    """Return how long the visitor was served there, if at all."""
    if ticket.state is not TicketState.SERVING:
        return []
    return [Row("stay", ticket.service, counter, at, at - ticket.started_at)]


def check(measures: Measures, counted: list[Row]) -> None:
    """Assert that the measures are what was counted."""
    _check(measures.total, counted)
    for service in SERVICES:
        _check(measures.of_service(service), [r for r in counted if r.service == service])
    for counter in COUNTERS:
        _check(measures.of_counter(counter), [r for r in counted if r.counter == counter])
    quarters: dict[datetime, list[int]] = {}
    for row in counted:
        since = row.at - timedelta(minutes=row.at.minute % 15)
        start = since.replace(second=0, microsecond=0)
        quarter = quarters.setdefault(start, [0, 0, 0])
        if row.what in ("issued", "called", "waiting"):
            quarter[("issued", "called", "waiting").index(row.what)] += row.times
    told = {at: [q.issued, q.called, q.waiting_change] for at, q in measures.quarters.items()}
    assert told == {at: sums for at, sums in quarters.items() if at in told or any(sums)}


def _check(tally: Tally, counted: list[Row]) -> None:
    sums = {what: sum(r.times for r in counted if r.what == what) for what in COUNTED}
    assert {what: getattr(tally, what) for what in COUNTED} == sums
    waits = sorted(r.length.total_seconds() for r in counted if r.what == "called")
    stays = sorted(r.length.total_seconds() for r in counted if r.what == "stay")
    for told, lengths in ((tally.waits, waits), (tally.services, stays)):
        if not lengths:
            assert (told.mean, told.percentile(0.9)) == (None, None)
            continue
        assert abs(told.mean - sum(lengths) / len(lengths)) < 1e-6
        for share in (0.5, 0.9):
            assert told.percentile(share) == lengths[ceil(share * len(lengths)) - 1]
    level = sums["on_time"] / sums["called"] if sums["called"] else None
    assert tally.service_level == level
