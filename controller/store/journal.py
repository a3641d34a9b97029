"""The day's journal in the database, and the visits that its facts add up to."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from hashlib import sha256
from typing import Any, NamedTuple

from sqlalchemy import Connection, Engine, func, insert, select
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from controller.reception import Entry, Fact, JournalError, SeqTaken
from controller.store import visits
from controller.store.chain import BEGINNING, Link
from controller.store.encoding import decode, encode
from controller.store.engine import told
from controller.store.seals import seal_before
from controller.store.tables import journal


class Sealed(NamedTuple):
    """The last row that is known, and its seal."""

    day: date
    seq: int
    seal: str


class SqlJournal:
    """The `Journal` of one hall, on SQLite or PostgreSQL."""

    def __init__(self, engine: Engine, hall: str) -> None:
        self._engine, self._hall = engine, hall
        self._is_queueing = engine.dialect.name == "postgresql"
        self._has_turn = False
        self._insert = insert(journal)
        self._last = Sealed(date.min, 0, BEGINNING)
        self._key = int.from_bytes(sha256(hall.encode()).digest()[:8], signed=True)

    def append(self, day: date, facts: Iterable[Fact], request: str | None) -> None:
        """Keep the facts and the visits they change, in one transaction."""
        try:
            with self._engine.begin() as connection:
                if self._is_queueing and not self._has_turn:
                    connection.execute(select(func.pg_advisory_xact_lock_shared(self._key)))
                last = self._last
                for fact in facts:
                    last = self._keep(connection, day, fact, request, last)
        except SQLAlchemyError as error:
            raise JournalError(told(error)) from error
        self._last = last

    def _keep(
        self, connection: Connection, day: date, fact: Fact, request: str | None, last: Sealed
    ) -> Sealed:
        kind, event = encode(fact.event)
        link = Link(self._hall, day, fact.seq, kind, event, request)
        seal = link.seal(self._seal_before(connection, link, last))
        row = {"hall": self._hall, "day": day, "seq": fact.seq, "kind": kind, "event": event}
        try:
            connection.execute(self._insert, row | {"request": request, "seal": seal})
        except IntegrityError as error:  # the key of the journal is all that can be violated
            raise SeqTaken from error
        visits.record(connection, self._hall, day, fact.event)
        return Sealed(day, fact.seq, seal)

    def _seal_before(self, connection: Connection, link: Link, last: Sealed) -> str:
        if (link.day, link.seq - 1) == (last.day, last.seq):
            return last.seal
        return seal_before(connection, self._hall, link.day, link.seq)

    def read(self, day: date, after: int) -> tuple[Entry, ...]:
        """Return the day's entries whose seq is greater."""
        table = journal.c
        query = (
            select(table.seq, table.kind, table.event, table.request, table.seal)
            .where(table.hall == self._hall, table.day == day, table.seq > after)
            .order_by(table.seq)
        )
        try:
            with self._engine.connect() as connection:
                rows = connection.execute(query).all()
        except SQLAlchemyError as error:
            raise JournalError(told(error)) from error
        if rows:
            self._last = Sealed(day, rows[-1].seq, rows[-1].seal or BEGINNING)
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
