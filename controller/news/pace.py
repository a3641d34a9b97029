"""When a feed is visited again: soon when all is well, seldom when it fails again and again."""

from datetime import timedelta

BREAKS_AFTER = 5
"""Failures in a row after which a feed rests; the first visit that goes well ends it."""

REST = timedelta(hours=6)
"""Between two visits of a feed that rests."""

SPREAD = 0.2
"""How much sooner or later, in parts, so that many halls do not ask one site at one moment."""


def is_resting(failures: int) -> bool:
    """Return whether a feed that failed so many times in a row rests."""
    return failures >= BREAKS_AFTER


def wait_after(
    failures: int, every: timedelta, chance: float, asked: timedelta = timedelta()
) -> timedelta:
    """Return the time until the next visit: doubled with each failure, up to the rest.

    `every` is the time between visits that go well, `chance` a number from 0 up to 1, `asked`
    how long the site asked to be left alone.
    """
    wait = REST if is_resting(failures) else min(every * 2**failures, max(REST, every))
    return max(wait * (1 - SPREAD + 2 * SPREAD * chance), asked)
