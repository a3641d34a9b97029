"""Journals in memory, and a reception over them."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from datetime import date, datetime
from zoneinfo import ZoneInfo

from controller.hall import Hall
from controller.hall.events import DayClosed, DayReopened
from controller.reception import Entry, Fact, JournalError, Reception, SeqTaken
from tests.controller.builders import NINE, a_hall

CASABLANCA = ZoneInfo("Africa/Casablanca")


class ListJournal:
    """A journal in memory, which several receptions may share."""

    def __init__(self) -> None:
        self.entries: dict[date, list[Entry]] = {}
        self.unreadable: date | None = None
        self.own_clock: datetime | None = None

    def append(self, day: date, facts: Iterable[Fact], request: str | None) -> None:
        entries, new = self.entries.setdefault(day, []), list(facts)
        if new[0].seq != len(entries) + 1:
            raise SeqTaken
        entries += [Entry(fact, request) for fact in new]

    def read(self, day: date, after: int) -> Iterable[Entry]:
        if day == self.unreadable:
            raise JournalError(f"fact 1 of {day} in the journal cannot be read")
        return tuple(self.entries.get(day, ())[after:])

    def clock(self) -> datetime | None:
        return self.own_clock

    def last_day(self, before: date) -> date | None:
        return max((day for day in self.entries if day < before), default=None)

    def is_closed(self, day: date) -> bool:
        kinds = [type(entry.fact.event) for entry in self.entries.get(day, ())]
        ends = [kind for kind in kinds if kind in (DayClosed, DayReopened)]
        return ends[-1:] == [DayClosed]

    def turn(self) -> AbstractContextManager[None]:
        return nullcontext()


class FullDisk(ListJournal):
    """A journal that cannot be written."""

    def append(self, day: date, facts: Iterable[Fact], request: str | None) -> None:
        raise JournalError("disk full")


class SlowJournal(ListJournal):
    """A journal that lets a second agent come in between a decision and its commit."""

    def __init__(self) -> None:
        super().__init__()
        self.meanwhile: Callable[[], object] = lambda: None

    def append(self, day: date, facts: Iterable[Fact], request: str | None) -> None:
        self.meanwhile()
        super().append(day, facts, request)


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.at = NINE

    def __call__(self) -> datetime:
        return self.at


def a_reception(journal: ListJournal, hall: Callable[[], Hall] = a_hall, now=None) -> Reception:
    return Reception(journal, hall, now or (lambda: NINE), CASABLANCA)


def numbers(reception: Reception) -> list[str]:
    return reception.read(lambda hall, _at: list(hall.tickets))
