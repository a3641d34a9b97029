"""Why no ticket is given, and when there are tickets again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from wire.messages import Offer, OfferedService

WEEK = 7
"""Days after which a day's name means another day."""

BY_HOURS = frozenset({"service_closed", "day_over"})
"""Codes of refusals for which the hall itself is closed."""

UNTIL_NEXT = frozenset({"service_closed", "last_ticket_given"})
"""Codes of refusals that end when the hall opens next."""

FOR_TODAY = frozenset({"day_over", "quota_reached"})
"""Codes of refusals that end with the day."""


@dataclass(frozen=True, slots=True)
class Opening:
    """When the hall opens next. Both are on the hall's own clock and calendar."""

    at: datetime
    told_on: date

    @property
    def is_today(self) -> bool:
        """Whether it opens on the day on which this is told."""
        return self.at.date() == self.told_on

    @property
    def is_this_week(self) -> bool:
        """Whether the name of the day is enough to know which day is meant."""
        return (self.at.date() - self.told_on).days < WEEK


@dataclass(frozen=True, slots=True)
class Closed:
    """Why no ticket is given."""

    code: str = ""
    """Of the refusal that a ticket would get; empty when nothing tells."""

    reason: str = ""
    """What somebody wrote when the service was paused."""

    opening: Opening | None = None
    """When there are tickets again; nothing where the hours do not tell."""


@dataclass(frozen=True, slots=True)
class Openings:
    """When the hall opens next, where it has opening hours."""

    soon: Opening | None = None
    """After now, be it open or not."""

    later: Opening | None = None
    """After today."""

    is_open: bool = False
    """Whether its hours hold now."""

    def after(self, code: str) -> Opening | None:
        """Return when there are tickets again after a refusal; nothing where that is not known.

        A pause may end at any moment, and ends with the day at the latest.
        """
        if code in UNTIL_NEXT:
            return self.soon
        is_night = not self.is_open and self.soon == self.later
        if code in FOR_TODAY or (code == "service_paused" and is_night):
            return self.later
        return None


def closed_of(offered: OfferedService, openings: Openings | None) -> Closed | None:
    """Return why the service is closed; nothing while it is open."""
    if offered.is_open:
        return None
    code = offered.closed_because
    opening = None if openings is None else openings.after(code)
    return Closed(code, offered.reason, opening)


def together(every: Iterable[Closed]) -> Closed:
    """Return what holds of all of them: nothing is said where they differ."""
    distinct = set(every)
    if len(distinct) == 1:
        return distinct.pop()
    codes, openings = {each.code for each in distinct}, {each.opening for each in distinct}
    code = codes.pop() if len(codes) == 1 else ""
    return Closed(code, opening=openings.pop() if len(openings) == 1 else None)


def openings_of(offer: Offer, zone: tzinfo) -> Openings:
    """Return when the hall opens next, as its offer says."""
    told_on = offer.at.astimezone(zone).date()

    def opening(at: datetime | None) -> Opening | None:
        return None if at is None else Opening(at.astimezone(zone), told_on)

    soon, later = opening(offer.opens_at), opening(offer.opens_on_a_later_day_at)
    return Openings(soon, later, is_open=offer.closes_at is not None)
