"""The hall's clock in a played morning: it runs faster than the visitors' feet."""

from dataclasses import dataclass
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

OPENING = time(8, 30)


@dataclass(frozen=True, slots=True)
class HallTime:
    """Reckons the hall's time as its controller does."""

    began_at: datetime
    """The real moment at which the hall opened, aware."""

    speed: float
    zone: ZoneInfo

    def now(self) -> datetime:
        """Tell what the hall's clock shows."""
        opening = datetime.combine(self.began_at.astimezone(self.zone).date(), OPENING, self.zone)
        return opening + (datetime.now(UTC) - self.began_at) * self.speed

    def real_since(self, moment: datetime) -> float:
        """Return the real seconds since a moment of the hall's."""
        return (self.now() - moment).total_seconds() / self.speed

    def real_wait(self, seconds: float) -> float:
        """Return the real seconds until so many of the hall's have passed since its opening."""
        passed = (datetime.now(UTC) - self.began_at).total_seconds()
        return max(0.0, seconds / self.speed - passed)
