"""What a kiosk offers while it is alone: what the hall offered last, at the hours of the day."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from kiosk.closed import UNTIL_NEXT
from wire.messages import Offer, OfferedService, TicketHours

Hours = tuple[TicketHours, ...] | None


def offered_alone(
    last: Offer, hours: Hours, now: datetime, has_number: Callable[[str], bool]
) -> Offer:
    """Return what can be issued now; `has_number` tells whether there is one for a service.

    A service that was closed only until the hall's next opening opens with it. Nobody knows
    who waits, or who has an appointment.
    """
    until = _until(last, hours, now)
    numbered = has_number if hours is None or until is not None else None
    return replace(
        last,
        at=now,
        services=tuple(_offered(each, numbered) for each in last.services),
        closes_at=until,
        opens_at=_opens_at(last, hours, now),
        takes_appointments=False,
    )


def _offered(last: OfferedService, has_number: Callable[[str], bool] | None) -> OfferedService:
    """Return the service as it stands; without `has_number` it is not the time for tickets."""
    if not last.is_open and last.closed_because not in UNTIL_NEXT:
        return replace(last, waiting=0, wait=None)
    if has_number is None:
        return OfferedService(last.service, False, 0, "service_closed")
    return OfferedService(last.service, has_number(last.service), 0)


def _until(last: Offer, hours: Hours, now: datetime) -> datetime | None:
    if hours is None:
        return last.closes_at
    return next((each.until for each in hours if each.since <= now <= each.until), None)


def _opens_at(last: Offer, hours: Hours, now: datetime) -> datetime | None:
    if hours is None:
        return last.opens_at
    later = last.opens_on_a_later_day_at
    return next((each.since for each in hours if each.since > now), later)
