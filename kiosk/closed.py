"""Why no ticket is given, and when there are tickets again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from wire.messages import Offer, OfferedService

WEEK = 7
"""Days after which a day's name means another day."""

BY_HOURS = frozenset({"service_closed", "day_over"})
"""Codes of refusals that end when the hall opens."""


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


def closed_of(offered: OfferedService, opening: Opening | None) -> Closed | None:
    """Return why the service is closed; nothing while it is open."""
    if offered.is_open:
        return None
    code = offered.closed_because
    return Closed(code, offered.reason, opening if _is_known(code, opening) else None)


def _is_known(code: str, opening: Opening | None) -> bool:
    """Whether there are tickets again at the opening: one that has closed its day stays closed."""
    if opening is None or code not in BY_HOURS:
        return False
    return not (code == "day_over" and opening.is_today)


def together(every: Iterable[Closed]) -> Closed:
    """Return what holds of all of them: nothing is said where they differ."""
    distinct = set(every)
    if len(distinct) == 1:
        return distinct.pop()
    codes = {each.code for each in distinct}
    return Closed(codes.pop() if len(codes) == 1 else "")


def opening_of(offer: Offer, zone: tzinfo) -> Opening | None:
    """Return when the hall opens next, where it has opening hours."""
    if offer.opens_at is None:
        return None
    return Opening(offer.opens_at.astimezone(zone), offer.at.astimezone(zone).date())
