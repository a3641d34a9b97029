"""What a kiosk can do by itself: offer, issue, and remember."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import structlog

from kiosk.alone.hall_time import HallTime
from kiosk.alone.journals import Journals
from kiosk.alone.kept import Heard, Kept
from kiosk.alone.numbers import (
    OwnNumber,
    held,
    is_forgotten,
    is_short,
    next_number,
    own_number,
)
from kiosk.alone.offering import offered_alone
from media.pack import Pack
from wire.messages import (
    Grant,
    HandedOver,
    HandOver,
    HeldBlock,
    Offer,
    OwnTicket,
    TakeTicket,
    TicketSlip,
)

BEFORE_OPENING = timedelta(hours=1)
"""So long before the day's first opening it asks for its numbers."""

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
        self._pack, self._wall = pack, wall
        self._kept, self._time = Kept(folder), HallTime(wall, monotonic)
        self._grant = self._kept.grant()
        self._heard = self._kept.heard()
        if self._heard is not None:
            self._time.restored(self._heard.at, self._heard.wall)
        self._offer = self._heard.offer if self._heard else None
        self._journals = Journals(folder)
        self._is_near, self._is_dismissed = False, False

    # -- What it hears --

    def heard(self, offer: Offer) -> None:
        """Take note of what the hall offers."""
        self._time.heard(offer.at)
        self._offer, self._is_near, self._is_dismissed = offer, True, False
        if self._is_worth_keeping(offer):
            self._heard = Heard(offer, self._time.now() or offer.at, self._wall())
            self._kept.keep_heard(self._heard)
        today = self._day(offer.at)
        if self._is_any_open and self._journals.is_refused_for_the_day(today):
            self._journals.ask_again(today)  # the hall had closed, and was opened again

    def away(self, *, is_dismissed: bool) -> None:
        """Take note that the hall is out of reach; or that it wants to know nothing of it."""
        self._is_near = False
        self._is_dismissed = self._is_dismissed or is_dismissed

    def answered(self, slip: TicketSlip) -> None:
        """Take note of a ticket of the hall's: what the kiosk issues by itself is later."""
        self._time.heard(slip.issued_at)

    def granted(self, grant: Grant) -> None:
        """Take numbers of its own, in place of those that it had."""
        self._grant = grant
        self._kept.keep_grant(grant)
        if is_forgotten(grant, self._journals.taken_in(grant.day)):
            self._journals.ask_again(grant.day)
        self._journals.forget_before(grant.day)

    @property
    def wants_numbers(self) -> bool:
        """Whether tickets may be taken, or soon, and it has few numbers of its own for today."""
        now = self._time.now()
        if now is None or not self._is_near or not self._journals.is_whole:
            return False
        if not self._is_any_open and not self._opens_soon(now):
            return False
        if self._grant is None or self._grant.day != self._day(now):
            return True
        return is_short(self._grant, self._issued())

    @property
    def held(self) -> tuple[HeldBlock, ...]:
        """The numbers of its own that it has for today."""
        now = self._time.now()
        if self._grant is None or now is None or self._grant.day != self._day(now):
            return ()
        return held(self._grant)

    @property
    def _is_any_open(self) -> bool:
        return self._offer is not None and any(each.is_open for each in self._offer.services)

    def _opens_soon(self, now: datetime) -> bool:
        opens_at = self._offer.opens_at if self._offer else None
        return opens_at is not None and timedelta(0) <= opens_at - now <= BEFORE_OPENING

    def _is_worth_keeping(self, offer: Offer) -> bool:
        kept = self._heard
        if kept is None or offer.at - kept.offer.at >= PACE or offer.at < kept.offer.at:
            return True
        return _openness(offer) != _openness(kept.offer)

    # -- What it gives --

    def offer(self) -> Offer | None:
        """Return what it can issue now; nothing when it has no numbers for today."""
        now = self._time.now()
        if self._offer is None or self._grant is None or now is None or self._is_dismissed:
            return None
        if not self._journals.is_whole or self._grant.day != self._day(now):
            return None
        return offered_alone(
            self._offer, self._grant.hours, now, lambda service: self._next(service) is not None
        )

    def issue(self, wish: TakeTicket) -> TicketSlip | None:
        """Return a ticket that is on disk; nothing when none can be given.

        The same wish gets the same ticket.
        """
        given = next((each for each in self._issued() if each.request == wish.request), None)
        number = self._number(wish) if given is None else None
        if number is not None:
            given = self._written(wish, number)
        return None if given is None else self._slip(given)

    def can_issue(self, wish: TakeTicket) -> bool:
        """Whether there is a ticket for the wish, should the hall be silent."""
        return self._number(wish) is not None

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
            self._journals.write(self._grant.day, ticket, self._grant.key)
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

    def _issued(self) -> tuple[OwnTicket, ...]:
        """Return what was issued on the day of its numbers."""
        return () if self._grant is None else self._journals.issued(self._grant.day)

    # -- What it remembers --

    def to_hand_over(self) -> HandOver | None:
        """Return what the controller has not answered yet, the earliest day first."""
        return self._journals.to_hand_over()

    def handed_over(self, handed: HandOver, said: HandedOver) -> None:
        """Note the answers to what was handed over. Raises `OSError`."""
        self._journals.handed_over(handed, said, self._day(self._time.now() or self._wall()))

    @property
    def not_taken_in(self) -> tuple[str, ...]:
        """The tickets of which the hall has said today that it will not know them."""
        now = self._time.now()
        return () if now is None else self._journals.not_taken_in(self._day(now))

    def _day(self, at: datetime) -> date:
        return at.astimezone(self._pack.hall.zone).date()


def _openness(offer: Offer) -> object:
    opened = {each.service for each in offer.services if each.is_open}
    return opened, offer.closes_at, offer.priorities
