"""A journal whose database refuses one day, as a full disk or a lost connection does."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Engine

from controller.reception import Fact, JournalError
from controller.store.journal import SqlJournal


class Refusing(SqlJournal):
    """Writes everything but, while it is refusing, what is of that day."""

    def __init__(self, engine: Engine, hall: str, day: date, *, is_refusing: bool = False) -> None:
        super().__init__(engine, hall)
        self._day, self.is_refusing = day, is_refusing

    def append(self, day: date, facts: Sequence[Fact], request: str | None) -> None:
        if self.is_refusing and day == self._day:
            raise JournalError("the disk is full")
        super().append(day, facts, request)
