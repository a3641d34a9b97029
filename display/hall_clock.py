"""The hall's time, as the controller tells it: this machine's own clock may be wrong."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo


class HallClock:
    """Goes on from the last time that the controller told."""

    def __init__(self, zone: ZoneInfo) -> None:
        self._zone = zone
        self._told: tuple[datetime, float, float] | None = None

    def set(self, at: datetime, moment: float, pace: float) -> None:
        """Note that it was `at` at that moment (in seconds of a clock that never jumps).

        From then on, `pace` of the hall's seconds pass in one.
        """
        self._told = (at, moment, pace)

    def now(self, moment: float) -> datetime | None:
        """Return the hall's local time, to the minute; nothing before it was told."""
        if self._told is None:
            return None
        at, then, pace = self._told
        local = (at + timedelta(seconds=pace * (moment - then))).astimezone(self._zone)
        return local.replace(second=0, microsecond=0)
