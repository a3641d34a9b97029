"""The day's journal in the database, and the visits that its facts add up to."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Engine, func, insert, select
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from controller.facts import Entry, Fact, JournalError, SeqTaken
from controller.hall.events import DayClosed, DayReopened
from controller.store import appointments, visits
from controller.store.chain import BEGINNING, Link, Tip
from controller.store.encoding import decode, encode
from controller.store.engine import told
from controller.store.seals import tip
from controller.store.tables import journal


class SqlJournal:
    """The `Journal` of one hall, on SQLite or PostgreSQL."""

    def __init__(self, engine: Engine, hall: str, *, has_clock: bool = False) -> None:
        """With `has_clock`, a database server's clock is asked: the one that all machines share."""
        self._engine, self._hall = engine, hall
        self._is_queueing = engine.dialect.name == "postgresql"
        self._has_clock = has_clock and self._is_queueing
        self._has_turn = False
        self._insert = insert(journal)
        self._tip: Tip | None = None
        """The last that was written, as far as is known; where it was not the last, the next
        row finds its place taken."""

        self._key = int.from_bytes(sha256(hall.encode()).digest()[:8], signed=True)

    def append(self, day: date, facts: Iterable[Fact], request: str | None) -> None:
        """Keep the facts and the visits they change, in one transaction."""
        before, self._tip = self._tip, None
        try:
            with self._engine.begin() as connection:
                if self._is_queueing and not self._has_turn:
                    connection.execute(select(func.pg_advisory_xact_lock_shared(self._key)))
                last = before or tip(connection, self._hall)
                for fact in facts:
                    last = self._keep(connection, day, fact, request, last)
        except SQLAlchemyError as error:
            raise JournalError(told(error)) from error
        self._tip = last

    def _keep(
        self, connection: Connection, day: date, fact: Fact, request: str | None, before: Tip
    ) -> Tip:
        kind, event = encode(fact.event)
        link = Link(self._hall, day, fact.seq, kind, event, request)
        last = Tip(before.place + 1, link.seal(before.seal or BEGINNING))
        row = {"hall": self._hall, "day": day, "seq": fact.seq, "kind": kind, "event": event}
        row |= {"request": request, "place": last.place, "seal": last.seal}
        try:
            connection.execute(self._insert, row)
        except IntegrityError as error:  # the place, in the day or in the chain, is taken
            raise SeqTaken from error
        visits.record(connection, self._hall, day, fact.event)
        appointments.record(connection, self._hall, fact.event)
        return last

    def seal(self) -> str:
        """Return the seal on all that this process knows to be written; raises `JournalError`."""
        if self._tip is not None:
            return self._tip.seal or BEGINNING
        try:
            with self._engine.connect() as connection:
                return tip(connection, self._hall).seal or BEGINNING
        except SQLAlchemyError as error:
            raise JournalError(told(error)) from error

    def read(self, day: date, after: int) -> tuple[Entry, ...]:
        """Return the day's entries whose seq is greater."""
        table = journal.c
        query = (
            select(table.seq, table.kind, table.event, table.request, table.place, table.seal)
            .where(table.hall == self._hall, table.day == day, table.seq > after)
            .order_by(table.seq)
        )
        try:
            with self._engine.connect() as connection:
                rows = connection.execute(query).all()
        except SQLAlchemyError as error:
            raise JournalError(told(error)) from error
        except ValueError as error:
            raise JournalError(f"a fact of {day} in the journal cannot be read") from error
        if rows:
            self._tip = None if rows[-1].place is None else Tip(rows[-1].place, rows[-1].seal)
        return tuple(_entry(day, *row[:4]) for row in rows)

    def last_day(self, before: date) -> date | None:
        """Return the latest day with entries before this one; nothing when there is none."""
        table = journal.c
        query = select(func.max(table.day)).where(table.hall == self._hall, table.day < before)
        try:
            with self._engine.connect() as connection:
                return connection.execute(query).scalar()
        except SQLAlchemyError as error:
            raise JournalError(told(error)) from error

    def is_closed(self, day: date) -> bool:
        """Return whether the day's last closing was not taken back."""
        table = journal.c
        ends = (DayClosed.__name__, DayReopened.__name__)
        this = (table.hall == self._hall, table.day == day, table.kind.in_(ends))
        query = select(table.kind).where(*this).order_by(table.seq.desc()).limit(1)
        try:
            with self._engine.connect() as connection:
                return connection.execute(query).scalar() == DayClosed.__name__
        except SQLAlchemyError as error:
            raise JournalError(told(error)) from error

    def clock(self) -> datetime | None:
        """Return what the server's clock says; nothing of SQLite, which has this machine's."""
        if not self._has_clock:
            return None
        try:
            with self._engine.connect() as connection:
                return connection.execute(select(func.now())).scalar_one()
        except SQLAlchemyError as error:
            raise JournalError(told(error)) from error

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Keep other processes from writing, by an advisory lock; SQLite serves one process."""
        if not self._is_queueing:
            yield
            return
        with self._locked():
            self._has_turn = True
            try:
                yield
            finally:
                self._has_turn = False

    @contextmanager
    def _locked(self) -> Iterator[None]:
        connection = None
        try:
            connection = self._engine.connect()
            connection.execute(select(func.pg_advisory_xact_lock(self._key)))
        except SQLAlchemyError as error:
            if connection is not None:
                connection.close()
            raise JournalError(told(error)) from error
        try:
            yield
        finally:
            # What was written has its own transaction: no failure here undoes it, and the
            # lock goes with the connection.
            with suppress(SQLAlchemyError):
                connection.close()


def _entry(day: date, seq: int, kind: str, event: dict[str, Any], request: str | None) -> Entry:
    try:
        return Entry(Fact(seq, decode(kind, event)), request)
    except (KeyError, ValueError) as error:
        raise JournalError(f"fact {seq} of {day} in the journal cannot be read") from error
