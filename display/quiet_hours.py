"""How loud the voice is by the time of day: softer while few are there, silent in the prayer."""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Annotated

from annotated_types import Ge, Le


@dataclass(frozen=True, slots=True)
class QuietHours:
    """A part of each day, on the hall's clocks; it may go past midnight."""

    since: time
    until: time
    decibels: Annotated[float, Ge(-40), Le(0)] = 0.0
    """By how much the voice is softer."""

    is_silent: bool = False
    """Whether nothing is spoken at all: calls are only shown."""

    def has(self, moment: time) -> bool:
        """Whether it is that part of the day."""
        if self.since <= self.until:
            return self.since <= moment < self.until
        return moment >= self.since or moment < self.until

    @property
    def volume(self) -> float:
        """What of its full height the sound has then, 0 to 1."""
        return 0.0 if self.is_silent else float(10 ** (self.decibels / 20))


@dataclass(frozen=True, slots=True)
class SpeechSettings:
    """How the loudspeaker calls. An emergency is spoken at every hour, to everybody."""

    times: Annotated[int, Ge(1), Le(3)] = 1
    """How often each call is said, as long as its visitor has not come."""

    counters: tuple[int, ...] = ()
    """The counters that this loudspeaker calls to, where others call to the rest; none for all."""

    quiet: tuple[QuietHours, ...] = ()
    """When the voice is softer, or silent."""


def volume(hours: tuple[QuietHours, ...], now: datetime | None) -> float:
    """Return what of its full height the sound has now; the quietest hours count.

    It is full while the hall's time is not known.
    """
    if now is None:
        return 1.0
    return min((each.volume for each in hours if each.has(now.time())), default=1.0)
