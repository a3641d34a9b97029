"""The course of a day: its moments never run back, and after its closing it is only opened again.

What a visitor says of the visit, and an emergency, may still come: neither changes what became of
anybody. The program never writes otherwise (a clock that is set back waits, and a hall that is
over refuses): what does was put in by somebody else, even where each seal is right.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from controller.hall.events import (
    DayClosed,
    DayReopened,
    EmergencyLifted,
    EmergencyRaised,
    VisitRated,
)

Misstep = Literal["closed", "earlier"]
"""The day was closed, and not opened again; it happened before what was written before it."""

STILL_WRITTEN = frozenset(each.__name__ for each in (VisitRated, EmergencyRaised, EmergencyLifted))
"""What happens in a hall that has closed, and leaves it closed."""


@dataclass(slots=True)
class Course:
    """How far a day has come. After a misstep it goes on from there: one change is one misstep."""

    latest: datetime | None = None
    is_over: bool = False

    def follow(self, kind: str, event: object) -> Misstep | None:
        """Go on with the next fact, and return what is wrong with it."""
        at, before = _moment(event), self.latest
        self.latest = at or before
        if self.is_over and kind in STILL_WRITTEN:
            return self._earlier(at, before)
        was_over, self.is_over = self.is_over, kind == DayClosed.__name__
        if was_over and kind != DayReopened.__name__:
            return "closed"
        return self._earlier(at, before)

    @staticmethod
    def _earlier(at: datetime | None, before: datetime | None) -> Misstep | None:
        if at is not None and before is not None and at < before:
            return "earlier"
        return None


def _moment(event: object) -> datetime | None:
    """Return when it happened; nothing for what is no event, which is found where it is read."""
    written: Any = event.get("at") if isinstance(event, Mapping) else None
    if not isinstance(written, str):
        return None
    try:
        at = datetime.fromisoformat(written)
    except ValueError:
        return None
    return None if at.tzinfo is None else at
