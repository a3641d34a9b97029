"""A day is reported by the command line: in words, on a page to print, and as tables."""

import csv
import json
from datetime import UTC, datetime, timedelta
from secrets import token_hex

import pytest
from click.testing import CliRunner
from sqlalchemy import update

from controller.hall.commands import (
    CallTicket,
    CloseDay,
    FinishService,
    IssueTicket,
    OpenCounter,
    RateVisit,
    StartService,
)
from controller.morning import empty_hall
from controller.reception import Reception
from controller.rulebook import Rulebook
from controller.settings import DEMONSTRATION_PACK
from controller.store.engine import open_engine
from controller.store.journal import SqlJournal
from controller.store.tables import journal
from media.pack import load_pack
from nouba.__main__ import main

MORNING = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def engine(url):
    """A day in which B002 is called out of turn, and whose end leaves B001 undecided."""
    engine, pack = open_engine(url), load_pack(DEMONSTRATION_PACK)
    moments = (MORNING + timedelta(minutes=n) for n in range(100))
    kept = SqlJournal(engine, "hall")
    reception = Reception(
        kept, lambda: empty_hall(pack, Rulebook()), lambda: next(moments), pack.hall.zone
    )
    for command in (
        OpenCounter(4, "amina"),
        IssueTicket("legalisation"),
        IssueTicket("legalisation", priority="elderly"),
        CallTicket("amina", "B002", "=unwell"),
        StartService("amina"),
        FinishService("amina", note="came without a photo", quantity=2),
        RateVisit("B002", 4, "wait"),
        CloseDay(),
    ):
        role = "s:salma" if isinstance(command, CloseDay) else "a:amina"
        reception.execute(command, f"{role}:{token_hex(8)}")
    yield engine
    engine.dispose()


@pytest.fixture
def run(tmp_path, url, engine):
    settings = tmp_path / "controller.toml"
    settings.write_text(f'database = "{url}"\n')
    words = ["report", "day", "--settings", str(settings), "--to", str(tmp_path / "reports")]
    return lambda *more: CliRunner().invoke(main, [*words, *more])


FILES = (
    ".html",
    ".json",
    "-services.csv",
    "-outcomes.csv",
    "-satisfaction.csv",
    "-notes.csv",
    "-out-of-turn.csv",
    "-put-first.csv",
    "-handled.csv",
    "-changes.csv",
)


def test_the_day_is_told_in_short(run, tmp_path, engine) -> None:
    told = run("--lang", "en")
    seal = SqlJournal(engine, "hall").seal()

    assert (told.exit_code, told.output.splitlines()) == (
        0,
        [
            "Report of the day 2 March 2026",
            "Waits are in minutes.",
            "Visits: 2",
            "Served: 1",
            "No-shows: 0",
            "Cancelled: 1",
            "Median wait: 1",
            "90% within: 1",
            "Called by the promised moment: 100 %",
            "How services ended",
            "  Signature legalisation  No outcome was given: 1",
            "What visitors said",
            "  Signature legalisation: 4.0 · 1/1 · 100 %",
            "All services: 4.0 · 1/1 · 100 %",
            "Notes of the agents: 1",
            "Calls out of turn: 1",
            "  09:04  B002  amina at counter 4  =unwell",
            f"Last seal: {seal}",
            *(str(tmp_path / "reports" / f"2026-03-02{each}") for each in FILES),
        ],
    )


def test_the_tables_have_the_same_rows(run, tmp_path) -> None:
    run()
    folder = tmp_path / "reports"
    told = json.loads((folder / "2026-03-02.json").read_text())
    with (folder / "2026-03-02-services.csv").open(encoding="utf-8-sig") as file:
        services = list(csv.DictReader(file))
    with (folder / "2026-03-02-out-of-turn.csv").open(encoding="utf-8-sig") as file:
        calls = list(csv.DictReader(file))

    assert services == [
        {name: str(value) for name, value in row.items()} for row in told["services"]
    ]
    assert told["services"][-1] == {
        "service": "",
        "visits": 2,
        "called": 1,
        "served": 1,
        "no_shows": 0,
        "cancelled": 1,
        "median_wait_seconds": 60.0,
        "p90_wait_seconds": 60.0,
        "service_level": 1.0,
    }
    assert told["out_of_turn"] == [calls[0] | {"counter": 4, "reason": "=unwell"}]
    assert (calls[0]["reason"], calls[0]["by"]) == ("'=unwell", "amina au guichet 4")
    assert told["outcomes"] == [
        {
            "service": "legalisation",
            "outcome": "",
            "times": 1,
            "quantity": 2,
            "median_service_seconds": 60.0,
        }
    ]
    assert [(x["ticket"], x["by"], x["note"]) for x in told["notes"]] == [
        ("B002", "amina au guichet 4", "came without a photo")
    ]
    assert [(x["by"], x["what"]) for x in told["changes"]] == [
        ("salma, supervision", "Le hall a fermé pour la journée.")
    ]


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("fr", "ltr")])
def test_the_page_needs_no_other_file(run, tmp_path, language, direction) -> None:
    run("--lang", language)
    page = (tmp_path / "reports" / "2026-03-02.html").read_text()

    assert f'<html lang="{language}" dir="{direction}">' in page
    assert [each for each in ("<link", "<script", "src=", "href=", "url(") if each in page] == []
    assert "@page { size: A4" in page


def test_in_arabic_each_value_keeps_its_direction(run) -> None:
    lines = run("--lang", "ar").output.splitlines()

    assert "النداءات خارج الدور: \u20661\u2069" in lines
    assert all(line.count("\u2069") == sum(map(line.count, "\u2066\u2068")) for line in lines)


def test_a_journal_that_was_changed_is_reported_as_such(run, engine) -> None:
    with engine.begin() as connection:
        connection.execute(update(journal).where(journal.c.seq == 3).values(request="forged"))

    assert run().exit_code == 1


def test_a_day_that_never_was_is_not_reported(run) -> None:
    told = run("--day", "2026-03-01")

    assert (told.exit_code, told.output) == (1, "Error: The journal has no fact of 2026-03-01.\n")


def test_what_visitors_said_in_some_days_is_told_and_written_as_a_table(
    tmp_path, url, engine
) -> None:
    settings, table = tmp_path / "hall.toml", tmp_path / "said.csv"
    settings.write_text(f'database = "{url}"\n')
    words = ("report", "satisfaction", "--settings", str(settings), "--lang", "en")
    days = ("--first", "2026-03-01", "--last", "2026-03-31", "--csv", str(table))

    told = CliRunner().invoke(main, [*words, *days])
    assert (told.exit_code, told.output.splitlines()) == (
        0,
        [
            "What visitors said",
            "  Signature legalisation: 4.0 · 1/1 · 100 %",
            "All services: 4.0 · 1/1 · 100 %",
            str(table),
        ],
    )
    with table.open(encoding="utf-8-sig") as file:
        row, total = csv.DictReader(file)
    assert (row["service"], row["face_4"], row["about_wait"], total["mean"]) == (
        "legalisation",
        "1",
        "1",
        "4.0",
    )
    none = CliRunner().invoke(main, [*words, "--first", "2027-03-01", "--last", "2027-03-31"])
    assert (none.exit_code, none.output) == (1, "Error: Nobody answered on these days.\n")
