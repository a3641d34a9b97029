"""Whatever lies behind a hall, each statement of its day finds its rows by an index."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from functools import partial

from sqlalchemy import Engine, event, text

from bench.in_process import AGENT, ZONE, a_reception, live
from controller.hall.commands import LeaveCounter
from controller.morning import empty_hall
from controller.program import learned
from controller.rulebook import Rulebook
from controller.settings import DEMONSTRATION_PACK
from controller.store.appointments import SqlBook
from controller.store.report import day_report
from media.pack import load_pack

DAYS = [datetime(2026, 3, 2 + number, 9, tzinfo=UTC) for number in range(3)]
YEARS = ("journal", "visits", "given", "appointments")
"""The tables that are never pruned."""


@contextmanager
def heard(engine: Engine) -> Iterator[dict[str, object]]:
    """Give the statements that are executed meanwhile, each with parameters it had."""
    statements: dict[str, object] = {}

    def hear(_connection, _cursor, statement, parameters, _context, executemany) -> None:
        statements[statement] = parameters[0] if executemany else parameters

    event.listen(engine, "before_cursor_execute", hear)
    yield statements
    event.remove(engine, "before_cursor_execute", hear)


def plan(engine: Engine, statement: str, parameters: object) -> list[str]:
    """Return how the database finds the statement's rows."""
    is_sqlite = engine.dialect.name == "sqlite"
    with engine.connect() as connection:
        if not is_sqlite:
            # A few rows are read through in any case: it must be able to do without.
            connection.execute(text("SET enable_seqscan = off"))
        explain = "EXPLAIN QUERY PLAN " if is_sqlite else "EXPLAIN "
        rows = connection.exec_driver_sql(explain + statement, parameters).all()
    return [str(row[-1]) for row in rows]


def reads_through(step: str) -> bool:
    """Return whether the step of a plan looks at all the rows of a table."""
    if step.startswith("SCAN") and any(f" {name}" in step for name in YEARS):
        return True
    return any(f"Seq Scan on {name}" in step for name in YEARS)


def test_no_statement_of_a_day_reads_years_through(engine: Engine) -> None:
    with heard(engine) as statements:
        for day in DAYS:
            moments = (day + number * timedelta(seconds=5) for number in range(1000))
            reception = a_reception(engine, moments.__next__)
            live(reception, 20)
            reception.execute(LeaveCounter(AGENT))
            reception.catch_up()
        learned(engine, "hall", ZONE, DAYS[-1], None)
        morning = partial(empty_hall, load_pack(DEMONSTRATION_PACK), Rulebook())
        assert day_report(engine, "hall", DAYS[1].date(), morning()) is not None
        SqlBook(engine, "hall").taken("birth_copy", date(2026, 3, 2), date(2026, 3, 9))

    asked = {s: p for s, p in statements.items() if s.startswith(("SELECT", "UPDATE"))}
    about_years = {s: p for s, p in asked.items() if any(name in s for name in YEARS)}
    through = {s: plan(engine, s, p) for s, p in about_years.items()}

    assert len(about_years) > 10
    assert {s: steps for s, steps in through.items() if any(map(reads_through, steps))} == {}


def test_a_plan_that_reads_years_through_is_seen(engine: Engine) -> None:
    steps = plan(engine, "SELECT count(*) FROM visits WHERE outcome = 'finished'", ())

    assert any(map(reads_through, steps))
