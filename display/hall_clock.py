"""The hall's time, as the controller tells it: this machine's own clock may be wrong."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo


class HallClock:
    """Goes on from the last time that the controller told."""

    def __init__(self, zone: ZoneInfo) -> None:
        self._zone = zone
        self._told: tuple[datetime, float] | None = None

    def set(self, at: datetime, moment: float) -> None:
        """Note that it was `at` at that moment (in seconds of a clock that never jumps)."""
        self._told = (at, moment)

    def now(self, moment: float) -> datetime | None:
        """Return the hall's local time, to the minute; nothing before it was told."""
        if self._told is None:
            return None
        at, then = self._told
        local = (at + timedelta(seconds=moment - then)).astimezone(self._zone)
        return local.replace(second=0, microsecond=0)
