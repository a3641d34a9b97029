"""Whatever somebody does to the database, `nouba audit` says so, and ends with code 1."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import Engine, literal_column, text

from controller.store.seals import prove
from nouba.__main__ import main
from tests.nouba.tampering.asking import Audit, rebuild_the_visits, run
from tests.nouba.tampering.tampered import HIDDEN_EVENINGS, NO_DAY, ONLY_ON_SQLITE, WAYS
from tests.nouba.tampering.ways import DAY, LAST, NEXT, put_in_a_visit, put_in_at_the_end, row, set_


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


def test_a_changed_day_is_not_reported_as_whole(engine: Engine, tmp_path: Path, audit) -> None:
    with engine.begin() as connection:
        put_in_at_the_end(connection)
    words = ["report", "day", "--settings", str(tmp_path / "controller.toml"), "--day", str(DAY)]

    assert CliRunner().invoke(main, [*words, "--to", str(tmp_path)]).exit_code == 1
