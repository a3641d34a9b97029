"""The report of a day, from its journal."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import Connection, Engine, select

from controller.hall import Hall, ImpossibleEvent
from controller.reception import Entry, Fact, JournalError
from controller.report import DayReport, Seals, report_on
from controller.store.encoding import decode
from controller.store.engine import reading
from controller.store.seals import ROWS_AT_ONCE, Breathe, Proof, at_ease, prove
from controller.store.tables import journal


def day_report(
    engine: Engine, hall: str, day: date, morning: Hall, breathe: Breathe = lambda: None
) -> DayReport | None:
    """Return the report of a day; nothing when the journal does not know the day.

    `breathe` is called again and again: a day of 2,000 visits takes a second, and others may
    have something to do meanwhile. Raises `StoreError` and `JournalError`.
    """
    with reading(engine) as connection:
        proof = prove(connection, hall, day, breathe)
        if not proof.facts:
            return None
        entries = at_ease(_entries(connection, hall, day), breathe)
        try:
            return report_on(day, entries, morning, _seals(proof))
        except ImpossibleEvent as error:
            raise JournalError(f"in the journal of {day}, {error}") from error
        except (ValueError, LookupError) as error:
            raise JournalError(f"the facts of {day} do not follow one another") from error


def _seals(proof: Proof) -> Seals:
    return Seals(
        holds=proof.holds,
        facts=proof.facts,
        day_before=None if proof.before is None else proof.before.day,
        before="" if proof.before is None else proof.before.seal,
        first="" if proof.first is None else proof.first.seal,
        last="" if proof.last is None else proof.last.seal,
    )


def _entries(connection: Connection, hall: str, day: date) -> Iterator[Entry]:
    table = journal.c
    query = select(table.seq, table.kind, table.event, table.request).order_by(table.seq)
    query = query.where(table.hall == hall, table.day == day)
    rows = connection.execute(query.execution_options(yield_per=ROWS_AT_ONCE))
    for seq, kind, event, request in rows:
        try:
            yield Entry(Fact(seq, decode(kind, event)), request)
        except (KeyError, ValueError) as error:
            raise JournalError(f"fact {seq} of {day} in the journal cannot be read") from error
