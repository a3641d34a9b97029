"""One queue as somebody sees it who joins it."""

from array import array
from bisect import bisect_left
from collections import deque
from dataclasses import dataclass
from math import nan
from statistics import median

RECENT = 8
"""The calls that tell how quickly it goes now."""

HALF_HOUR, HOUR = 30.0, 60.0


@dataclass(frozen=True, slots=True)
class Sight:
    """What can be seen of a queue at one moment. Ages are minutes; nan where there is none."""

    ahead: int
    minute: float
    oldest: float
    """Since when the ticket that waits longest has waited; 0 when nobody waits."""

    last_wait: float
    """How long the ticket that was called last had waited."""

    since_call: float
    since_first_call: float
    pace: float
    """Minutes for each place in the queue, the median of the latest calls."""

    called: int
    called_half_hour: int
    called_hour: int
    issued_half_hour: int
    waiting: int
    """How many wait, in front or behind."""

    kind: str = "normal"
    """The class of who joins."""

    @property
    def features(self) -> "array[float]":
        """The numbers that a model learns from, in a fixed order."""
        return array("d", (
            self.ahead, self.minute, self.oldest, self.last_wait, self.since_call,
            self.since_first_call, self.pace, self.called, self.called_half_hour,
            self.called_hour, self.issued_half_hour,
        ))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """Where a ticket joined the queue."""

    minute: float
    ahead: int


class Line:
    """Who waits in a queue on one day, and whom it called."""

    def __init__(self) -> None:
        self._waiting: dict[str, Place] = {}
        self._issued: list[float] = []
        self._calls: list[float] = []
        self._paces: deque[float] = deque(maxlen=RECENT)
        self._last_wait = nan

    def __len__(self) -> int:
        return len(self._waiting)

    def see(self, minute: float, ahead: int | None = None, kind: str = "normal") -> Sight:
        """Return what somebody sees who has so many tickets ahead; all who wait, unless told."""
        first = next(iter(self._waiting.values()), None)
        return Sight(
            ahead=len(self) if ahead is None else ahead,
            minute=minute,
            oldest=max(0.0, minute - first.minute) if first else 0.0,
            last_wait=self._last_wait,
            since_call=minute - self._calls[-1] if self._calls else nan,
            since_first_call=minute - self._calls[0] if self._calls else nan,
            pace=median(self._paces) if self._paces else nan,
            called=len(self._calls),
            called_half_hour=_since(self._calls, minute - HALF_HOUR),
            called_hour=_since(self._calls, minute - HOUR),
            issued_half_hour=_since(self._issued, minute - HALF_HOUR),
            waiting=len(self),
            kind=kind,
        )

    def join(self, ticket: str, minute: float, ahead: int) -> None:
        """Let the ticket wait."""
        self._waiting[ticket] = Place(minute, ahead)
        self._issued.append(minute)

    def call(self, ticket: str, minute: float, *, teaches: bool = True) -> None:
        """Let the ticket go to a counter; unless it teaches, its wait tells nothing of the line."""
        place = self._waiting.pop(ticket)
        self._calls.append(minute)
        if not teaches:
            return
        self._last_wait = minute - place.minute
        self._paces.append(self._last_wait / (place.ahead + 1))

    def leave(self, ticket: str) -> None:
        """Let the ticket go; it was not called."""
        del self._waiting[ticket]


def _since(minutes: list[float], start: float) -> int:
    return len(minutes) - bisect_left(minutes, start)
