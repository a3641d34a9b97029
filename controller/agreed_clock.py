"""Whether this machine's clock agrees with the journal's, which all machines of the hall share."""

from datetime import UTC, datetime, timedelta

import structlog

from controller.facts import Journal, JournalError

LEEWAY = timedelta(minutes=2)
"""As far as two clocks of a hall may be apart: more than any that is set by a time server."""

TRUST = timedelta(seconds=30)
"""How long, by this machine's clock, what was found holds. A leap is looked at in any case."""


class ClockAstray(JournalError):  # noqa: N818 - it says what happened
    """This machine's clock tells another time than the journal's own."""


class AgreedClock:
    """Lets nothing be done at a time that only this machine believes in.

    One machine of several with a wrong clock would else close the day of all others, and what it
    wrote would hold up their time until theirs has come there.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._seen: datetime | None = None
        self.trouble: str | None = None
        """Why nothing can be done at this machine's time."""

    def check(self, at: datetime) -> None:
        """Refuse the moment by raising `ClockAstray`; `JournalError` when the journal is away."""
        if self._seen is not None and abs(at - self._seen) < TRUST:
            return
        told = self._journal.clock()
        if told is not None and abs(told - at) > LEEWAY:
            self._go_astray(at.astimezone(UTC), told.astimezone(UTC))
        if self.trouble is not None:
            structlog.get_logger().info("clock_agrees")
        self._seen, self.trouble = at, None

    def _go_astray(self, ours: datetime, theirs: datetime) -> None:
        why = f"this machine's clock says {ours:%F %T} UTC, the database's {theirs:%F %T}"
        if self.trouble is None:
            structlog.get_logger().error("clock_astray", why=why)
        self._seen, self.trouble = None, why
        raise ClockAstray(why)
