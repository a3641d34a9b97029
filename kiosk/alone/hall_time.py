"""The hall's time as a kiosk knows it that hears nothing any more."""

from collections.abc import Callable
from datetime import datetime, timedelta

WRONG = timedelta(minutes=1)
"""By so much the hall's time may be behind what it was thought to be: a message was under way."""


class HallTime:
    """Carries on the hall's time by seconds that no change of the kiosk's clock touches.

    Only over a restart the kiosk's own clock has to tell how long it was.
    """

    def __init__(self, wall: Callable[[], datetime], monotonic: Callable[[], float]) -> None:
        self._wall, self._monotonic = wall, monotonic
        self._at: datetime | None = None
        self._since = 0.0
        self._is_guessed = False

    def heard(self, at: datetime) -> None:
        """Take a time that the hall told. Who tells less was slower: it is later than that."""
        now = self.now()
        if now is None or self._is_guessed or not at <= now <= at + WRONG:
            self._set(at)
        self._is_guessed = False

    def restored(self, at: datetime, wall: datetime) -> None:
        """Take it from an earlier run, in which it was this when the kiosk's clock said that."""
        self._set(at + max(timedelta(0), self._wall() - wall))
        self._is_guessed = True

    def now(self) -> datetime | None:
        """Return it; nothing when the hall was never heard."""
        if self._at is None:
            return None
        return self._at + timedelta(seconds=self._monotonic() - self._since)

    def _set(self, at: datetime) -> None:
        self._at, self._since = at, self._monotonic()
