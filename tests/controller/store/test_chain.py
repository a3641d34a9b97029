"""A journal that was changed afterwards is found out."""

from datetime import date, timedelta

import pytest
from sqlalchemy import Engine, delete, update

from controller.hall.commands import CallNext, IssueTicket, OpenCounter, Recall
from controller.reception import Reception
from controller.store.chain import Break
from controller.store.journal import SqlJournal
from controller.store.seals import broken
from controller.store.tables import journal
from media.zone import time_zone
from tests.controller.builders import AMINA, BIRTHS, NINE, ONE, a_hall

DAY = date(2026, 3, 2)
COMMANDS = (OpenCounter(ONE, AMINA), IssueTicket(BIRTHS), IssueTicket(BIRTHS), CallNext(AMINA))


def a_reception(engine: Engine, days: int = 0) -> Reception:
    def now():
        return NINE + timedelta(days=days)

    return Reception(SqlJournal(engine, "hall"), a_hall, now, time_zone("Africa/Casablanca"))


def breaks_of(engine: Engine, day: date = DAY) -> list[Break]:
    with engine.connect() as connection:
        return broken(connection, "hall", day)


@pytest.fixture
def day(engine: Engine) -> Engine:
    """A day written by two processes and a restart, and the beginning of the next."""
    one, other = a_reception(engine), a_reception(engine)
    for command in COMMANDS:
        one.execute(command)
    other.execute(Recall(AMINA))
    a_reception(engine).execute(Recall(AMINA))
    a_reception(engine, days=1).execute(IssueTicket(BIRTHS))
    return engine


def row(seq: int, of: date = DAY):
    return (journal.c.day == of) & (journal.c.seq == seq)


def test_a_journal_that_nobody_touched_holds(day: Engine) -> None:
    assert breaks_of(day) == breaks_of(day, DAY + timedelta(days=1)) == []


@pytest.mark.parametrize(
    "changed",
    [
        {"event": {"at": "2026-03-02T09:00:00Z", "ticket": "A002", "counter": 1, "agent": "amina"}},
        {"kind": "TicketRecalled"},
        {"request": "forged"},
        {"seal": "0" * 64},
    ],
)
def test_a_row_that_was_changed_is_found(day: Engine, changed) -> None:
    with day.begin() as connection:
        connection.execute(update(journal).where(row(4)).values(changed))

    assert breaks_of(day)[0] == Break(DAY, 4, "changed")


def test_a_row_that_was_taken_out_is_found(day: Engine) -> None:
    with day.begin() as connection:
        connection.execute(delete(journal).where(row(3)))

    assert breaks_of(day) == [Break(DAY, 3, "missing")]


def test_the_end_of_a_day_that_was_cut_off_is_found_in_the_next(day: Engine) -> None:
    with day.begin() as connection:
        connection.execute(delete(journal).where(journal.c.day == DAY, journal.c.seq >= 6))

    assert breaks_of(day) == []
    assert breaks_of(day, DAY + timedelta(days=1)) == [Break(DAY + timedelta(days=1), 1, "changed")]
