"""Whatever somebody does to the database, `nouba audit` says so, and ends with code 1."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import Connection, Engine, delete, literal_column, select, text

from controller.hall.commands import CallNext, FinishService, IssueTicket, OpenCounter, StartService
from controller.morning import empty_hall
from controller.reception import Reception
from controller.rulebook import Rulebook
from controller.settings import DEMONSTRATION_PACK
from controller.store import visits as visits_kept
from controller.store.engine import open_engine
from controller.store.journal import SqlJournal
from controller.store.seals import prove
from controller.store.tables import journal, visits
from media.pack import load_pack
from nouba.__main__ import main
from tests.nouba.ways_to_tamper import (
    DAY,
    HIDDEN_EVENINGS,
    LAST,
    MIDNIGHT,
    NEXT,
    NO_DAY,
    ONLY_ON_SQLITE,
    WAYS,
    at_night,
    opened_again,
    put_in_a_visit,
    put_in_at_the_end,
    row,
    seal_again,
    served_again,
    set_,
)
from tests.postgres import new_database

Audit = Callable[..., Result]


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/hall.db" if request.param == "sqlite" else new_database()


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    """A day with one visit, its closing, and the beginning of the next day."""
    engine = open_engine(url)
    pack = load_pack(DEMONSTRATION_PACK)
    at = [datetime(2026, 3, 2, 9, tzinfo=UTC)]
    hall = lambda: empty_hall(pack, Rulebook())  # noqa: E731 - the reception asks for a function
    reception = Reception(SqlJournal(engine, "hall"), hall, lambda: at[0], pack.hall.zone)
    wishes = (IssueTicket("legalisation"), OpenCounter(4, "amina"), CallNext("amina"))
    for number, wish in enumerate((*wishes, StartService("amina"), FinishService("amina"))):
        reception.execute(wish, f"a:amina:{number:08x}")
    at[0] += timedelta(days=1)
    for number in (1, 2):
        reception.execute(IssueTicket("legalisation"), f"k:kiosk:{number:08x}")
    yield engine
    engine.dispose()


@pytest.fixture
def words(tmp_path: Path, url: str, engine: Engine) -> tuple[str, ...]:
    """What is typed to prove the latest day."""
    settings = tmp_path / "controller.toml"
    settings.write_text(f'database = "{url}"\n')
    return "audit", "--settings", str(settings)


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words)


@pytest.fixture
def audit(words: tuple[str, ...]) -> Audit:
    return lambda *more: run(*words, "--day", str(DAY), *more)


def test_a_day_that_nobody_touched_is_proved(audit: Audit) -> None:
    told = audit("--whole")

    assert (told.exit_code, told.output.splitlines()[-1]) == (
        0,
        f"The whole chain holds, from the first fact to the last: {LAST + 2} facts.",
    )


@pytest.mark.parametrize(("tamper", "told"), WAYS.values(), ids=WAYS)
def test_whatever_is_done_to_a_day_is_found(engine: Engine, audit: Audit, tamper, told) -> None:
    with engine.begin() as connection:
        tamper(connection)

    found = audit()
    assert (found.exit_code, told in found.output) == (1, True), found.output
    assert f"{DAY}: nothing was changed" not in found.output or "visit" in told


@pytest.mark.parametrize(("assignment", "told"), ONLY_ON_SQLITE.values(), ids=ONLY_ON_SQLITE)
@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_what_is_no_fact_at_all_is_found(engine: Engine, audit: Audit, assignment, told) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE journal SET {assignment} WHERE place = 4")

    for found in (audit(), audit("--whole")):
        assert (found.exit_code, told in found.output) == (1, True), found.output


@pytest.mark.parametrize("assignment", ["seq = '4'", "seq = 4.0", "place = '4'", "place = 4.0"])
@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_what_sqlite_itself_writes_as_it_was_changes_nothing(
    engine: Engine, audit: Audit, assignment
) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE journal SET {assignment} WHERE place = 4")

    assert audit("--whole").exit_code == 0


def rebuild_the_visits(engine: Engine) -> None:
    """Make the visits of the day what the facts say that are left of it."""
    entries = SqlJournal(engine, "hall").read(DAY, 0)
    with engine.begin() as connection:
        connection.execute(delete(visits).where(visits.c.day == DAY))
        for entry in entries:
            visits_kept.record(connection, "hall", DAY, entry.fact.event)


@pytest.mark.parametrize("assignment", HIDDEN_EVENINGS)
@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_an_evening_that_was_hidden_is_found_whatever_is_asked(
    engine: Engine, audit: Audit, words, assignment, tmp_path: Path
) -> None:
    with engine.connect() as connection:
        printed = prove(connection, "hall", DAY).last.seal
    with engine.begin() as connection:
        connection.exec_driver_sql(
            f"UPDATE journal SET {assignment} WHERE day = '{DAY}' AND seq >= 5"
        )
    if "seq" not in assignment:
        rebuild_the_visits(engine)

    seal = ("--seal", printed)
    for found in (
        audit(),
        audit("--whole"),
        audit(*seal),
        audit("--whole", *seal),
        run(*words, *seal),
    ):
        assert found.exit_code == 1, found.output
        for untrue in (f"{DAY}: nothing was changed", "passes through this seal:", "0001-01-01"):
            assert untrue not in found.output
    report = ("report", "day", *words[1:], "--day", str(DAY), "--to", str(tmp_path))
    assert run(*report).exit_code == 1


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_a_word_as_a_day_is_not_the_latest_day(engine: Engine, words) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE journal SET day = 'never' WHERE place = 9")

    found = run(*words)
    assert (found.exit_code, f"Fact 2 {NO_DAY}" in found.output) == (1, True), found.output
    assert f"{NEXT}, visit of" in found.output


def test_a_first_row_that_follows_no_seal_is_not_proved(engine: Engine, audit: Audit) -> None:
    """Without a seal to follow, any change of the row would fit."""
    with engine.begin() as connection:
        set_(connection, row(LAST), seal=None)
        set_(connection, row(1, NEXT), request="a:karim:00000003")

    found = audit("--day", str(NEXT))
    assert (found.exit_code, f"{DAY}, fact {LAST}: its seal was taken away." in found.output) == (
        1,
        True,
    ), found.output
    assert f"{NEXT}: nothing was changed" not in found.output


def test_the_whole_chain_tells_a_row_without_a_place_on_any_day(
    engine: Engine, audit: Audit
) -> None:
    with engine.begin() as connection:
        set_(connection, row(2, NEXT), place=None, seal=None)

    found = audit("--whole")
    assert (found.exit_code, f"{NEXT}, fact 2: its seal was taken away." in found.output) == (
        1,
        True,
    ), found.output
    assert "The whole chain holds" not in found.output


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_a_visit_of_no_day_is_told_on_every_day(engine: Engine, audit: Audit) -> None:
    with engine.begin() as connection:
        put_in_a_visit(connection)
        connection.exec_driver_sql("UPDATE visits SET day = '2026-W10-1' WHERE ticket = 'B009'")

    for day in (DAY, NEXT):
        found = audit("--day", str(day))
        told = f"{day}, visit of B009: day is 2026-W10-1, and the journal says –."
        assert (found.exit_code, told in found.output) == (1, True), found.output


@pytest.mark.parametrize("day", ["infinity", "0044-03-15 BC"])
@pytest.mark.parametrize(
    "url", [pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True
)
def test_a_day_that_no_calendar_here_has_is_never_proved(
    engine: Engine, audit: Audit, day: str
) -> None:
    with engine.begin() as connection:
        set_(connection, row(LAST), day=literal_column(f"'{day}'"))

    for found in (audit(), audit("--whole")):
        assert found.exit_code == 1, found.output
        assert f"{DAY}: nothing was changed" not in found.output


def test_a_journal_that_is_gone_is_told_in_a_sentence(engine: Engine, audit: Audit) -> None:
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE journal"))

    found = audit()
    assert (found.exit_code, found.output.startswith("Error: The database cannot be used: ")) == (
        1,
        True,
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


def test_a_changed_day_is_not_reported_as_whole(engine: Engine, tmp_path: Path, audit) -> None:
    with engine.begin() as connection:
        put_in_at_the_end(connection)
    words = ["report", "day", "--settings", str(tmp_path / "controller.toml"), "--day", str(DAY)]

    assert CliRunner().invoke(main, [*words, "--to", str(tmp_path)]).exit_code == 1
