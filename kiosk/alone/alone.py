"""What a kiosk can do by itself: offer, issue, and remember."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import structlog

from kiosk.alone.hall_time import HallTime
from kiosk.alone.journal import OwnJournal, days_in, forget
from kiosk.alone.kept import Heard, Kept
from kiosk.alone.numbers import OwnNumber, is_short, next_number, own_number
from media.pack import Pack
from wire.messages import (
    Grant,
    HandedOver,
    HandOver,
    Offer,
    OfferedService,
    OwnTicket,
    TakeTicket,
    TicketSlip,
)

KEPT_DAYS = timedelta(days=30)
"""So long a day's journal stays on the disk."""

PACE = timedelta(seconds=10)
"""Between two writings of an offer that opens and closes nothing."""

A_MOMENT = timedelta(microseconds=1)
"""By so much a ticket is later than the one before it, at the least."""


class Alone:
    """Issues tickets of the kiosk's own numbers. `wall` and `monotonic` are its two clocks."""

    def __init__(
        self,
        folder: Path,
        pack: Pack,
        wall: Callable[[], datetime],
        monotonic: Callable[[], float],
    ) -> None:
        """Read what earlier runs left. Where that cannot be read, nothing is issued alone."""
        self._folder, self._pack, self._wall = folder, pack, wall
        self._kept, self._time = Kept(folder), HallTime(wall, monotonic)
        self._grant = self._kept.grant()
        self._heard = self._kept.heard()
        if self._heard is not None:
            self._time.restored(self._heard.at, self._heard.wall)
        self._offer = self._heard.offer if self._heard else None
        self._journals, self._is_able = _journals(folder)

    # -- What it hears --

    def heard(self, offer: Offer) -> None:
        """Take note of what the hall offers."""
        self._time.heard(offer.at)
        self._offer = offer
        if self._is_worth_keeping(offer):
            self._heard = Heard(offer, self._time.now() or offer.at, self._wall())
            self._kept.keep_heard(self._heard)

    def answered(self, slip: TicketSlip) -> None:
        """Take note of a ticket of the hall's: what the kiosk issues by itself is later."""
        self._time.heard(slip.issued_at)

    def granted(self, grant: Grant) -> None:
        """Take numbers of its own."""
        self._grant = grant
        self._kept.keep_grant(grant)
        for day in [each for each in self._journals if each < grant.day - KEPT_DAYS]:
            self._forget(day)

    @property
    def wants_numbers(self) -> bool:
        """Whether tickets may be taken, and it has few numbers of its own for today, or none."""
        if self._offer is None or not self._is_able:
            return False
        if not any(each.is_open for each in self._offer.services):
            return False
        if self._grant is None or self._grant.day != self._day(self._offer.at):
            return True
        return is_short(self._grant, self._issued())

    def _is_worth_keeping(self, offer: Offer) -> bool:
        kept = self._heard
        if kept is None or offer.at - kept.offer.at >= PACE or offer.at < kept.offer.at:
            return True
        return _openness(offer) != _openness(kept.offer)

    def _forget(self, day: date) -> None:
        if self._journals[day].to_hand_over() is None:
            forget(self._folder, day)
            del self._journals[day]

    # -- What it gives --

    def offer(self) -> Offer | None:
        """Return what it can issue now; nothing when it has no numbers for today."""
        now = self._time.now()
        if self._offer is None or now is None or not self._has_numbers(now):
            return None
        services = tuple(self._offered(each, now) for each in self._offer.services)
        return replace(self._offer, at=now, services=services, takes_appointments=False)

    def issue(self, wish: TakeTicket) -> TicketSlip | None:
        """Return a ticket that is on disk; nothing when none can be given.

        The same wish gets the same ticket.
        """
        given = next((each for each in self._issued() if each.request == wish.request), None)
        number = self._number(wish) if given is None else None
        if number is not None:
            given = self._written(wish, number)
        return None if given is None else self._slip(given)

    def _has_numbers(self, now: datetime) -> bool:
        if self._grant is None or not self._is_able:
            return False
        return self._grant.day == self._day(now)

    def _offered(self, service: OfferedService, now: datetime) -> OfferedService:
        assert self._offer is not None
        closes_at = self._offer.closes_at
        if service.is_open and closes_at is not None and now >= closes_at:
            return OfferedService(service.service, False, 0, "service_closed")
        is_open = service.is_open and self._next(service.service) is not None
        return replace(service, is_open=is_open, waiting=0, wait=None)

    def _next(self, service: str) -> OwnNumber | None:
        known = next((each for each in self._pack.services if each.id == service), None)
        if known is None or self._grant is None:
            return None
        return next_number(self._grant, known.prefix, self._issued())

    def _number(self, wish: TakeTicket) -> OwnNumber | None:
        offer = self.offer()
        if offer is None:
            return None
        opened = {each.service for each in offer.services if each.is_open}
        return self._next(wish.service) if opened.issuperset((wish.service, *wish.then)) else None

    def _written(self, wish: TakeTicket, number: OwnNumber) -> OwnTicket | None:
        assert self._grant is not None
        assert self._offer is not None
        ticket = OwnTicket(
            request=wish.request,
            prefix=number.prefix,
            serial=number.serial,
            service=wish.service,
            language=wish.language,
            priority=wish.priority,
            then=wish.then,
            quantity=wish.quantity,
            sheets=wish.sheets,
            issued_at=self._moment(),
            heard_at=self._offer.at,
        )
        try:
            self._journal(self._grant.day).write(ticket, self._grant.key)
        except OSError:
            structlog.get_logger().exception("ticket_not_written", ticket=number.ticket)
            return None
        structlog.get_logger().warning("ticket_issued_alone", ticket=number.ticket)
        return ticket

    def _slip(self, ticket: OwnTicket) -> TicketSlip | None:
        assert self._grant is not None
        assert self._offer is not None
        number = own_number(self._grant, ticket.prefix, ticket.serial)
        if number is None:
            return None
        return TicketSlip(
            seq=self._offer.seq,
            ticket=number.ticket,
            service=ticket.service,
            language=ticket.language,
            issued_at=ticket.issued_at,
            ahead=0,
            url=number.url,
            priority=ticket.priority,
            then=ticket.then,
            quantity=ticket.quantity,
            sheets=ticket.sheets,
            is_alone=True,
        )

    def _moment(self) -> datetime:
        """Return the hall's time, later than that of the ticket before."""
        now, issued = self._time.now(), self._issued()
        assert now is not None
        return max(now, issued[-1].issued_at + A_MOMENT) if issued else now

    # -- What it remembers --

    def to_hand_over(self) -> HandOver | None:
        """Return what the controller has not answered yet, the earliest day first."""
        every = (journal.to_hand_over() for _, journal in sorted(self._journals.items()))
        return next((each for each in every if each is not None), None)

    def handed_over(self, handed: HandOver, said: HandedOver) -> None:
        """Note the answers to what was handed over. Raises `OSError`."""
        journal = self._journals[handed.day]
        for taken in said.answers[: len(handed.lines)]:
            journal.answer(taken)
            if taken.refused:
                log = structlog.get_logger()
                log.error("ticket_not_taken_in", ticket=taken.ticket, why=taken.refused)

    def _issued(self) -> tuple[OwnTicket, ...]:
        """Return what was issued on the day of its numbers."""
        if self._grant is None or self._grant.day not in self._journals:
            return ()
        return self._journals[self._grant.day].tickets

    def _journal(self, day: date) -> OwnJournal:
        if day not in self._journals:
            self._journals[day] = OwnJournal(self._folder, day)
        return self._journals[day]

    def _day(self, at: datetime) -> date:
        return at.astimezone(self._pack.hall.zone).date()


def _journals(folder: Path) -> tuple[dict[date, OwnJournal], bool]:
    """Return the days' journals, and whether they could be read: else numbers might come twice."""
    try:
        return {day: OwnJournal(folder, day) for day in days_in(folder)}, True
    except OSError:
        structlog.get_logger().exception("journal_not_read", folder=str(folder))
        return {}, False


def _openness(offer: Offer) -> object:
    opened = {each.service for each in offer.services if each.is_open}
    return opened, offer.closes_at, offer.priorities
