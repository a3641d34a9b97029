"""Days in the journal, and what the chain of their seals says."""

from datetime import date, timedelta

from sqlalchemy import Engine

from controller.hall.commands import CallNext, IssueTicket, OpenCounter, Recall
from controller.reception import Reception
from controller.store.chain import Break
from controller.store.journal import SqlJournal
from controller.store.seals import Proof, prove, whole
from media.zone import time_zone
from tests.controller.builders import AMINA, BIRTHS, NINE, ONE, a_hall

DAY = date(2026, 3, 2)
NEXT = DAY + timedelta(days=1)
COMMANDS = (OpenCounter(ONE, AMINA), IssueTicket(BIRTHS), IssueTicket(BIRTHS), CallNext(AMINA))

LAST = 10
"""The day's last fact: the closing, which is written before the next day's first."""


def a_reception(engine: Engine, days: int = 0) -> Reception:
    def now():
        return NINE + timedelta(days=days)

    return Reception(SqlJournal(engine, "hall"), a_hall, now, time_zone("Africa/Casablanca"))


def proof_of(engine: Engine, day: date = DAY) -> Proof:
    with engine.connect() as connection:
        return prove(connection, "hall", day)


def breaks_of(engine: Engine, day: date = DAY) -> list[Break]:
    return list(proof_of(engine, day).breaks)


def all_breaks(engine: Engine) -> list[Break]:
    with engine.connect() as connection:
        return list(whole(connection, "hall"))


def write_days(engine: Engine) -> None:
    """Write a day by two processes and a restart, and the beginning of the next."""
    one, other = a_reception(engine), a_reception(engine)
    for each in COMMANDS:
        one.execute(each)
    other.execute(Recall(AMINA))
    a_reception(engine).execute(Recall(AMINA))
    a_reception(engine, days=1).execute(IssueTicket(BIRTHS))
    a_reception(engine, days=1).execute(IssueTicket(BIRTHS))
    assert proof_of(engine).facts == LAST
