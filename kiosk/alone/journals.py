"""What the kiosk issued alone, day by day, and what the controller said to it."""

from datetime import date, timedelta
from pathlib import Path

import structlog

from kiosk.alone.journal import OwnJournal, days_in, forget
from wire.messages import MOST_REFUSED, HandedOver, HandOver, OwnTicket

KEPT_DAYS = timedelta(days=30)
"""So long a day's journal stays on the disk once each line has its answer."""

DAY_OVER = "day_over"
"""The refusal that ends when the hall is opened again."""


class Journals:
    """Every day's journal that is on the disk."""

    def __init__(self, folder: Path) -> None:
        """Read what is there; `is_whole` tells whether all of it could be read."""
        self._folder, self._of = folder, dict[date, OwnJournal]()
        self.is_whole = True
        try:
            days = days_in(folder)
        except (OSError, ValueError):
            self._unreadable()
            return
        for day in days:
            try:
                self._of[day] = OwnJournal(folder, day)
            except OSError:
                self._unreadable()

    def _unreadable(self) -> None:
        self.is_whole = False
        structlog.get_logger().exception("journal_not_read", folder=str(self._folder))

    def issued(self, day: date) -> tuple[OwnTicket, ...]:
        """Return what was issued on the day, in order."""
        return self._of[day].tickets if day in self._of else ()

    def taken_in(self, day: date) -> tuple[OwnTicket, ...]:
        """Return what the hall has taken in of it."""
        return self._of[day].taken_in if day in self._of else ()

    def write(self, day: date, ticket: OwnTicket, key: str) -> None:
        """Put the ticket on disk: it is there when this returns. Raises `OSError`."""
        if day not in self._of:
            self._of[day] = OwnJournal(self._folder, day)
        self._of[day].write(ticket, key)

    def to_hand_over(self) -> HandOver | None:
        """Return what the controller has not answered yet, the earliest day first."""
        every = (journal.to_hand_over() for _, journal in sorted(self._of.items()))
        return next((each for each in every if each is not None), None)

    def handed_over(self, handed: HandOver, said: HandedOver, on: date) -> None:
        """Note the answers to what was handed over. Raises `OSError`."""
        answers = said.answers[: len(handed.lines)]
        self._of[handed.day].answer(answers, on)
        for taken in (each for each in answers if each.refused):
            log = structlog.get_logger()
            log.error("ticket_not_taken_in", ticket=taken.ticket, why=taken.refused)

    def ask_again(self, day: date) -> None:
        """Hand all of the day over once more: what the hall has, it does not take twice."""
        try:
            self._of[day].ask_again()
        except OSError:
            structlog.get_logger().exception("answers_not_forgotten", day=day.isoformat())

    def is_refused_for_the_day(self, day: date) -> bool:
        """Whether something of the day was refused because the hall had closed."""
        return day in self._of and any(each.said == DAY_OVER for each in self._of[day].refused)

    def not_taken_in(self, today: date) -> tuple[str, ...]:
        """Return what the controller has refused today, of whatever day; the latest of it."""
        every = (answer for _, journal in sorted(self._of.items()) for answer in journal.refused)
        return tuple(each.ticket for each in every if each.on == today)[-MOST_REFUSED:]

    def forget_before(self, day: date) -> None:
        """Remove what is too old, and has its answers."""
        for old in [each for each in self._of if each < day - KEPT_DAYS]:
            if self._of[old].to_hand_over() is None:
                del self._of[old]
                self._remove(old)

    def _remove(self, day: date) -> None:
        try:
            forget(self._folder, day)
        except OSError:
            structlog.get_logger().exception("journal_not_removed", day=day.isoformat())
