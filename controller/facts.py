"""What a journal keeps of a day, and what is asked of it."""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from controller.hall import Hall, ImpossibleEvent
from controller.hall.events import Event


@dataclass(frozen=True, slots=True)
class Fact:
    """An event with its place in the day's journal, counted from 1."""

    seq: int
    event: Event


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact as the journal keeps it, with the id of the request that led to it."""

    fact: Fact
    request: str | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command led to."""

    facts: tuple[Fact, ...]

    @property
    def seq(self) -> int:
        """The number of its last fact."""
        return self.facts[-1].seq


class SeqTaken(Exception):  # noqa: N818 - it says what happened, and is always handled
    """Another process has written its facts in this place of the journal."""


class JournalError(Exception):
    """The journal could not be written or read; nothing has changed."""


class Journal(Protocol):
    """Where each day's facts are kept, in order."""

    def append(self, day: date, facts: Iterable[Fact], request: str | None) -> None:
        """Keep all the facts, or none of them and raise `SeqTaken` or `JournalError`."""

    def read(self, day: date, after: int) -> Iterable[Entry]:
        """Return the day's entries whose seq is greater; raises `JournalError`."""

    def last_day(self, before: date) -> date | None:
        """Return the latest day with entries before this one; raises `JournalError`."""

    def is_closed(self, day: date) -> bool:
        """Return whether the day was closed, and not opened again; raises `JournalError`."""

    def clock(self) -> datetime | None:
        """Return what the journal's own clock says, if it has one; raises `JournalError`."""

    def turn(self) -> AbstractContextManager[None]:
        """Keep other processes from writing inside the block, where the journal can.

        Only for fairness: who was overtaken once would else be overtaken again and again
        by a process that need not read on first. Raises `JournalError`.
        """


def follow(hall: Hall, fact: Fact, day: date) -> None:
    """Let the hall go on with the fact; raises `JournalError` when it cannot be the next one."""
    if fact.seq != hall.seq + 1:
        raise JournalError(f"the journal of {day} lacks fact {hall.seq + 1}")
    try:
        hall.apply(fact.event)
    except ImpossibleEvent as error:
        raise JournalError(f"in the journal of {day}, {error}") from error


def numbered(events: Iterable[Event], after: int) -> tuple[Fact, ...]:
    """Return the events as the facts that come after so many."""
    return tuple(Fact(seq, event) for seq, event in enumerate(events, after + 1))
