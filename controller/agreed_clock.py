"""Whether this machine's clock agrees with the journal's, which all machines of the hall share."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import structlog

from controller.facts import Journal, JournalError

LEEWAY = timedelta(minutes=2)
"""As far as two clocks of a hall may be apart: more than any that is set by a time server."""

TRUST = timedelta(seconds=30)
"""How long, by this machine's clock, what was found holds. A leap is looked at in any case."""


class ClockAstray(JournalError):  # noqa: N818 - it says what happened
    """This machine's clock tells another time than the journal's own."""


@dataclass(frozen=True, slots=True)
class Astray:
    """What the two clocks said at one moment."""

    ours: datetime
    theirs: datetime


class AgreedClock:
    """Lets nothing be done at a time that only this machine believes in.

    One machine of several with a wrong clock would else close the day of all others, and what it
    wrote would hold up their time until theirs has come there.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._seen: datetime | None = None
        self._asked: datetime | None = None
        self.astray: Astray | None = None
        """What the clocks say, where nothing can be done at this machine's time."""

    @property
    def trouble(self) -> str | None:
        """Why nothing can be done at this machine's time; nothing when all is well."""
        if self.astray is None:
            return None
        ours, theirs = self.astray.ours, self.astray.theirs
        return f"this machine's clock says {ours:%F %T} UTC, the database's {theirs:%F %T}"

    def agreed(self, at: datetime) -> datetime:
        """Return the moment at which the hall is looked at: the journal's, where ours is astray.

        Whoever only looks is refused nothing, also when the journal is away.
        """
        if self._asked is None or abs(at - self._asked) >= TRUST:
            with suppress(JournalError):
                self.check(at)
        return at if self.astray is None else at + (self.astray.theirs - self.astray.ours)

    def check(self, at: datetime) -> None:
        """Refuse the moment by raising `ClockAstray`; `JournalError` when the journal is away."""
        if self._seen is not None and abs(at - self._seen) < TRUST:
            return
        self._asked = at
        told = self._journal.clock()
        if told is not None and abs(told - at) > LEEWAY:
            self._go_astray(at.astimezone(UTC), told.astimezone(UTC))
        if self.astray is not None:
            structlog.get_logger().info("clock_agrees")
        self._seen, self.astray = at, None

    def _go_astray(self, ours: datetime, theirs: datetime) -> None:
        is_new, self._seen = self.astray is None, None
        self.astray = Astray(ours, theirs)
        if is_new:
            structlog.get_logger().error("clock_astray", why=self.trouble)
        raise ClockAstray(self.trouble)
