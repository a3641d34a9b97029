"""The rows that reports are made of."""

from pathlib import Path

from sqlalchemy import text

from controller.hall.commands import CallNext, FinishService, IssueTicket, OpenCounter, StartService
from controller.reception import Reception
from controller.store.engine import open_engine
from controller.store.journal import SqlJournal
from tests.controller.builders import AMINA, BIRTHS, NINE, ONE, a_hall
from tests.controller.journals import CASABLANCA

MOMENTS = "issued_at, due_at, called_at, started_at, ended_at"


def test_sqlite_keeps_every_moment_in_one_form_so_that_texts_compare_as_moments(
    tmp_path: Path,
) -> None:
    engine = open_engine(f"sqlite:///{tmp_path}/nouba.db")
    reception = Reception(SqlJournal(engine, "hall"), a_hall, lambda: NINE, CASABLANCA)
    visit = (OpenCounter(ONE, AMINA), IssueTicket(BIRTHS), CallNext(AMINA))
    for command in (*visit, StartService(AMINA), FinishService(AMINA)):
        reception.execute(command)

    with engine.connect() as connection:
        [row] = connection.execute(text(f"SELECT {MOMENTS} FROM visits"))

    nine = "2026-03-02 09:00:00.000000"
    assert [moment for moment in row if moment != row.due_at] == [nine] * 4
    assert len(row.due_at) == len(nine)
    engine.dispose()
