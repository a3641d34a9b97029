"""The one place where the hall changes."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from itertools import takewhile
from threading import Lock
from typing import Protocol, TypeVar
from zoneinfo import ZoneInfo

import structlog

from controller.hall import Hall, ImpossibleEvent
from controller.hall.commands import CloseDay, Command
from controller.hall.events import Event
from controller.hall.refusals import Refused

ATTEMPTS = 100
"""How often a command is decided anew because another process was quicker."""

LONG_AGO = datetime.min.replace(tzinfo=UTC)

Seen = TypeVar("Seen")


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

    def clock(self) -> datetime | None:
        """Return what the journal's own clock says, if it has one; raises `JournalError`."""

    def turn(self) -> AbstractContextManager[None]:
        """Keep other processes from writing inside the block, where the journal can.

        Only for fairness: who was overtaken once would else be overtaken again and again
        by a process that need not read on first. Raises `JournalError`.
        """


Listener = Callable[[Fact], None]


class Reception:
    """Runs commands on the hall, one at a time, and tells its listeners.

    A command is decided, journalled, applied, and only then told. The hall in memory
    changes after the commit, so a failed commit has nothing to undo. Several processes
    may serve one hall: who finds its place in the journal taken reads what it missed
    and decides again.
    """

    def __init__(
        self,
        journal: Journal,
        empty_hall: Callable[[], Hall],
        now: Callable[[], datetime],
        zone: ZoneInfo,
        witnesses: Iterable[Listener] = (),
    ) -> None:
        """`witnesses` are told every fact of each day, also those from before the start."""
        self._witnesses = tuple(witnesses)
        self._journal, self._empty_hall, self._now, self._zone = journal, empty_hall, now, zone
        self._listeners: list[Listener] = []
        self._turn = Lock()
        self._latest: datetime = LONG_AGO
        self._begin(self._today(now()))
        self._caught_up_on = self._day
        self.trouble: str | None = None
        """Why the latest fact could not be written; nothing when it was."""

    def listen(self, listener: Listener) -> None:
        """Tell the listener every fact from now on. It must be quick, and not raise."""
        self._listeners.append(listener)

    def execute(self, command: Command, request: str | None = None) -> Outcome:
        """Do what the command asks and return what happened.

        A request that was carried out before is not carried out again: its first outcome
        is returned. Raises `Refused` or `JournalError`; then nothing has changed.
        """
        with self._turn:
            try:
                return self._attempt(command, request)
            except SeqTaken:
                return self._insist(command, request)
            except Refused:
                # Perhaps only because another process wrote what this one has not read yet.
                if not self._read_on():
                    raise
                return self._insist(command, request)

    def read(self, look: Callable[[Hall, datetime], Seen]) -> Seen:
        """Return what `look` makes of the hall and the time, while nothing changes."""
        with self._turn:
            at = self._turn_to_today()
            return look(self._hall, at)

    def catch_up(self) -> bool:
        """Read and tell what other processes wrote; return whether there was anything.

        A day that has begun since the last time counts as something, whoever asked first
        on it. Raises `JournalError`.
        """
        with self._turn:
            day = self._caught_up_on
            self._turn_to_today()
            self._caught_up_on = self._day
            return self._read_on() or day != self._day

    def _insist(self, command: Command, request: str | None) -> Outcome:
        for _ in range(ATTEMPTS):
            with self._journal.turn():
                self._read_on()
                try:
                    return self._attempt(command, request)
                except SeqTaken:
                    continue
        raise JournalError("the other processes leave no room")

    def _attempt(self, command: Command, request: str | None) -> Outcome:
        at = self._turn_to_today()
        if request is not None and _digest(request) in self._first_seqs:
            return self._told_before(request)
        events = self._hall.decide(command, at)
        if not events:
            return Outcome(())
        if self._hall.seq == 0:
            self._check_clock()
            self._end_last_day()
        facts = _numbered(events, self._hall.seq)
        self._write(facts, request)
        for fact in facts:
            self._accept(Entry(fact, request))
        self._tell(facts)
        return Outcome(facts)

    def _write(self, facts: tuple[Fact, ...], request: str | None) -> None:
        try:
            self._journal.append(self._day, facts, request)
        except JournalError as error:
            self.trouble = str(error)
            raise
        self.trouble = None

    def _told_before(self, request: str) -> Outcome:
        """Return what the request led to when it was carried out."""
        after = self._first_seqs[_digest(request)] - 1
        entries = takewhile(lambda e: e.request == request, self._journal.read(self._day, after))
        return Outcome(tuple(entry.fact for entry in entries))

    def _check_clock(self) -> None:
        """Begin no day that the journal's own clock does not know.

        One machine of several, with a wrong clock, would else end the day of all others.
        """
        at = self._journal.clock()
        if at is not None and self._today(at) != self._day:
            raise JournalError(f"this machine's clock says {self._day}, the database's {at:%F}")

    def _end_last_day(self) -> None:
        """Leave no ticket of the last day undecided, if nobody closed it.

        Not before the new day has its first fact: until then the clock may be wrong.
        """
        day = self._journal.last_day(self._day)
        if day is None:
            return
        try:
            self._close(day)
        except JournalError as error:
            # What is wrong with yesterday keeps nobody from being served today.
            structlog.get_logger().error("day_left_open", day=str(day), why=str(error))

    def _close(self, day: date) -> None:
        hall, latest = self._empty_hall(), self._end_of(day)
        for _ in range(ATTEMPTS):
            for entry in self._journal.read(day, hall.seq):
                _follow(hall, entry.fact, day)
                latest = max(latest, entry.fact.event.at)
            if hall.is_over:
                break
            with suppress(SeqTaken):  # another process closes the day, too: read on, and see
                events = hall.decide(CloseDay(), latest)
                self._journal.append(day, _numbered(events, hall.seq), None)

    def _end_of(self, day: date) -> datetime:
        midnight = datetime.combine(day + timedelta(days=1), time.min, self._zone)
        return midnight.astimezone(UTC) - timedelta.resolution

    def _read_on(self) -> bool:
        entries = tuple(self._journal.read(self._day, self._hall.seq))
        for entry in entries:
            self._accept(entry)
        self._tell(entry.fact for entry in entries)
        return bool(entries)

    def _accept(self, entry: Entry) -> None:
        _follow(self._hall, entry.fact, self._day)
        self._latest = max(self._latest, entry.fact.event.at)
        for witness in self._witnesses:
            witness(entry.fact)
        if entry.request is not None:
            self._first_seqs.setdefault(_digest(entry.request), entry.fact.seq)

    def _tell(self, facts: Iterable[Fact]) -> None:
        for fact in facts:
            for listener in self._listeners:
                listener(fact)

    def _turn_to_today(self) -> datetime:
        """Return the time, never before the day's last fact: a clock that is set back waits."""
        at = self._now()
        day = self._today(at)
        was_no_day = day < self._day and self._hall.seq == 0
        if day > self._day or was_no_day:
            self._begin(day)
        return max(at, self._latest)

    def _begin(self, day: date) -> None:
        entries = tuple(self._journal.read(day, 0))
        self._hall, self._day = self._empty_hall(), day
        self._latest = LONG_AGO
        # Thousands of them: the facts themselves are the journal's to remember.
        self._first_seqs: dict[bytes, int] = {}
        for entry in entries:
            self._accept(entry)

    def _today(self, at: datetime) -> date:
        return at.astimezone(self._zone).date()


def _follow(hall: Hall, fact: Fact, day: date) -> None:
    if fact.seq != hall.seq + 1:
        raise JournalError(f"the journal of {day} lacks fact {hall.seq + 1}")
    try:
        hall.apply(fact.event)
    except ImpossibleEvent as error:
        raise JournalError(f"in the journal of {day}, {error}") from error


def _digest(request: str) -> bytes:
    return sha256(request.encode()).digest()[:16]


def _numbered(events: Iterable[Event], after: int) -> tuple[Fact, ...]:
    return tuple(Fact(seq, event) for seq, event in enumerate(events, after + 1))
