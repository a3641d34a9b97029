"""The one place where the hall changes."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from hashlib import sha256
from itertools import takewhile
from threading import Lock
from typing import TypeVar
from zoneinfo import ZoneInfo

from controller.agreed_clock import AgreedClock, Astray
from controller.facts import (
    Entry,
    Fact,
    Journal,
    JournalError,
    Outcome,
    SeqTaken,
    follow,
    numbered,
)
from controller.hall import Hall
from controller.hall.commands import Command
from controller.hall.refusals import Refused
from controller.past_days import PastDays

__all__ = ["Entry", "Fact", "Journal", "JournalError", "Outcome", "Reception", "SeqTaken"]

ATTEMPTS = 100
"""How often a command is decided anew because another process was quicker."""

LONG_AGO = datetime.min.replace(tzinfo=UTC)

Seen = TypeVar("Seen")


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
        self._agreed = AgreedClock(journal)
        self._past = PastDays(journal, empty_hall, zone)
        self._unwritten: str | None = None

    @property
    def trouble(self) -> str | None:
        """Why nothing is done now, or the latest fact was not written; nothing when all is well."""
        return self._agreed.trouble or self._unwritten

    @property
    def astray(self) -> Astray | None:
        """What the clocks say, while nothing is done because this machine's is wrong."""
        return self._agreed.astray

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
            at = self._turn_to(self._agreed.agreed(self._now()))
            return look(self._hall, at)

    def catch_up(self) -> bool:
        """Read and tell what other processes wrote; return whether there was anything.

        A day that has begun since the last time counts as something, whoever asked first
        on it. Raises `JournalError`.
        """
        with self._turn:
            day = self._caught_up_on
            self._turn_to(self._agreed.agreed(self._now()))
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
        now = self._now()
        self._agreed.check(now)
        at = self._turn_to(now)
        if request is not None and _digest(request) in self._first_seqs:
            return self._told_before(request)
        events = self._hall.decide(command, at)
        if not events:
            return Outcome(())
        # Not before the new day has something to tell: until then the clock may be wrong.
        self._past.decide(self._day, at)
        facts = numbered(events, self._hall.seq)
        self._write(facts, request)
        for fact in facts:
            self._accept(Entry(fact, request))
        self._tell(facts)
        return Outcome(facts)

    def _write(self, facts: tuple[Fact, ...], request: str | None) -> None:
        try:
            self._journal.append(self._day, facts, request)
        except JournalError as error:
            self._unwritten = str(error)
            raise
        self._unwritten = None

    def _told_before(self, request: str) -> Outcome:
        """Return what the request led to when it was carried out."""
        after = self._first_seqs[_digest(request)] - 1
        entries = takewhile(lambda e: e.request == request, self._journal.read(self._day, after))
        return Outcome(tuple(entry.fact for entry in entries))

    def _read_on(self) -> bool:
        entries = tuple(self._journal.read(self._day, self._hall.seq))
        for entry in entries:
            self._accept(entry)
        self._tell(entry.fact for entry in entries)
        return bool(entries)

    def _accept(self, entry: Entry) -> None:
        follow(self._hall, entry.fact, self._day)
        self._latest = max(self._latest, entry.fact.event.at)
        for witness in self._witnesses:
            witness(entry.fact)
        if entry.request is not None:
            self._first_seqs.setdefault(_digest(entry.request), entry.fact.seq)

    def _tell(self, facts: Iterable[Fact]) -> None:
        for fact in facts:
            for listener in self._listeners:
                listener(fact)

    def _turn_to(self, now: datetime) -> datetime:
        """Return the time, never before the day's last fact: a clock that is set back waits."""
        day = self._today(now)
        was_no_day = day < self._day and self._hall.seq == 0
        if day > self._day or was_no_day:
            self._begin(day)
        return max(now, self._latest)

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


def _digest(request: str) -> bytes:
    return sha256(request.encode()).digest()[:16]
