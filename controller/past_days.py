"""The days that are past: none stays open, whoever forgot to close it."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import structlog

from controller.facts import Journal, JournalError, SeqTaken, follow, numbered
from controller.hall import Hall
from controller.hall.commands import EndDay
from controller.hall.refusals import Refused

ATTEMPTS = 100
"""How often a closing is decided anew because another process was quicker."""

DAYS = 31
"""So many of the latest days on which something happened are looked at."""

AGAIN = timedelta(minutes=5)
"""How long a day that could not be closed is left alone: it may cost a tenth of a second."""


class PastDays:
    """Closes those that were left open, once for each new day and until all of them are."""

    def __init__(self, journal: Journal, empty_hall: Callable[[], Hall], zone: ZoneInfo) -> None:
        self._journal, self._empty_hall, self._zone = journal, empty_hall, zone
        self._decided_before = date.min
        self._not_before = datetime.min.replace(tzinfo=UTC)
        self._told: set[tuple[date | None, str]] = set()

    def decide(self, today: date, at: datetime) -> None:
        """Leave no ticket of the days before today undecided.

        What cannot be done now is logged and tried again, `AGAIN` later or at the next start:
        what is wrong with yesterday keeps nobody from being served today.
        """
        if self._decided_before >= today or at < self._not_before:
            return
        left = [day for day in self._left_before(today) if not self._is_decided(day)]
        if left:
            self._not_before = at + AGAIN
        else:
            self._decided_before = today

    def _left_before(self, today: date) -> Iterator[date | None]:
        """Give the last day, and each before it that is not known to be closed.

        Nothing stands for those that the journal cannot tell now.
        """
        day, is_last = today, True
        for _ in range(DAYS):
            try:
                before = self._journal.last_day(day)
                is_left = before is not None and (is_last or not self._journal.is_closed(before))
            except JournalError as error:
                self._tell(None, error)
                yield None
                return
            if before is None:
                return
            if is_left:
                yield before
            day, is_last = before, False

    def _is_decided(self, day: date | None) -> bool:
        if day is None:
            return False
        try:
            self._close(day)
        except (JournalError, Refused) as error:
            self._tell(day, error)
            return False
        return True

    def _close(self, day: date) -> None:
        hall, latest = self._empty_hall(), self._end_of(day)
        for _ in range(ATTEMPTS):
            for entry in self._journal.read(day, hall.seq):
                follow(hall, entry.fact, day)
                latest = max(latest, entry.fact.event.at)
            events = hall.decide(EndDay(), latest)
            if not events:
                return
            with suppress(SeqTaken):  # another process closes the day, too: read on, and see
                self._journal.append(day, numbered(events, hall.seq), None)
        raise JournalError("the other processes leave no room")

    def _end_of(self, day: date) -> datetime:
        midnight = datetime.combine(day + timedelta(days=1), time.min, self._zone)
        return midnight.astimezone(UTC) - timedelta.resolution

    def _tell(self, day: date | None, error: Exception) -> None:
        why = str(error) or type(error).__name__
        if (day, why) not in self._told:
            self._told.add((day, why))
            structlog.get_logger().error("day_left_open", day=str(day), why=why)
