"""A seal that somebody wrote down proves what no database can."""

from datetime import date

import pytest
from sqlalchemy import Connection, Engine, delete, select

from controller.store.journal import SqlJournal
from controller.store.seals import prove
from controller.store.tables import journal
from tests.nouba.tampering.asking import Audit, rebuild_the_visits
from tests.nouba.tampering.ways import (
    DAY,
    MIDNIGHT,
    NEXT,
    at_night,
    opened_again,
    row,
    seal_again,
    served_again,
    set_,
)


def seal_of(engine: Engine, day: date) -> str:
    """Return the seal that the day's report prints."""
    with engine.connect() as connection:
        return prove(connection, "hall", day).last.seal


def cut_the_end(connection: Connection) -> None:
    connection.execute(delete(journal).where(journal.c.day == NEXT))


def write_all_anew(connection: Connection) -> None:
    set_(connection, row(4), request="a:karim:00000003")
    seal_again(connection)


@pytest.mark.parametrize("tamper", [cut_the_end, write_all_anew])
def test_what_no_database_can_tell_is_found_by_a_seal_that_was_written_down(
    engine: Engine, audit: Audit, tamper
) -> None:
    noted = SqlJournal(engine, "hall").seal()
    before = audit("--seal", noted)
    with engine.begin() as connection:
        tamper(connection)

    alone, with_seal = audit("--whole"), audit("--seal", noted[:16])
    assert (before.exit_code, alone.exit_code, with_seal.exit_code) == (0, 0, 1)
    assert with_seal.output.startswith("The chain does not pass through this seal: ")


def test_an_evening_that_was_told_anew_by_night_is_found_with_the_visits_made_to_fit(
    engine: Engine, audit: Audit
) -> None:
    printed = seal_of(engine, DAY)
    with engine.begin() as connection:
        at_night(*served_again(MIDNIGHT))(connection)
    rebuild_the_visits(engine)

    told = "it was written after the hall had closed for the day"
    for found in (audit(), audit("--whole"), audit("--seal", printed)):
        assert (found.exit_code, found.output.count(told)) == (1, 1), found.output


def test_a_day_that_was_opened_again_is_told_by_the_seal_of_its_evening(
    engine: Engine, audit: Audit
) -> None:
    """Of itself the database cannot tell a forged reopening from one that took place."""
    printed = seal_of(engine, DAY)
    before = audit("--seal", printed)
    with engine.begin() as connection:
        at_night(opened_again(MIDNIGHT), *served_again(MIDNIGHT))(connection)
    rebuild_the_visits(engine)

    alone, with_seal = audit("--whole"), audit("--whole", "--seal", printed)
    anew = audit("--seal", seal_of(engine, DAY))
    codes = [found.exit_code for found in (before, alone, with_seal, anew)]
    assert codes == [0, 0, 3, 0]
    assert with_seal.output.splitlines()[-2:] == [
        f"This seal is not the last of {DAY}: facts written after it: 7. The first:",
        "  23:59  The day was opened again: a visitor came back. (salma, a supervisor)",
    ]


def test_the_first_fact_after_a_seal_is_told_with_its_ticket(engine: Engine, audit: Audit) -> None:
    with engine.connect() as connection:
        marks = connection.execute(select(journal.c.seal).order_by(journal.c.place)).scalars()
        first, second, third = marks.fetchmany(3)

    opening, call, start = (audit("--seal", seal) for seal in (first, second, third))
    assert [found.exit_code for found in (opening, call, start)] == [3, 3, 3]
    assert (
        opening.output.splitlines()[-1] == "  09:00  amina sat down at counter 4. (amina, an agent)"
    )
    assert call.output.splitlines()[-2:] == [
        "  B001",
        "  09:00  Called to counter 4 by amina: it was due first. (amina at counter 4)",
    ]
    assert start.output.splitlines()[-1].endswith(
        "The visitor came to the counter. (amina at counter 4)"
    )
