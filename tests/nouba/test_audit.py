"""A day is proved, and each ticket's story is told, by the command line."""

from datetime import UTC, datetime, timedelta
from secrets import token_hex

import pytest
from argon2 import PasswordHasher
from click.testing import CliRunner
from sqlalchemy import delete, insert, select, update

from controller.hall.commands import (
    CallNext,
    CallTicket,
    FinishService,
    IssueTicket,
    MarkNoShow,
    OpenCounter,
    StartService,
)
from controller.identity import Person
from controller.morning import empty_hall
from controller.reception import Reception
from controller.rulebook import Rulebook
from controller.settings import DEMONSTRATION_PACK
from controller.store.engine import open_engine
from controller.store.journal import SqlJournal
from controller.store.people import People
from controller.store.tables import journal, visits
from media.pack import load_pack
from nouba.__main__ import main

MORNING = datetime(2026, 3, 2, 9, tzinfo=UTC)
DAY = "2026-03-02"


@pytest.fixture(scope="module")
def pack():
    return load_pack(DEMONSTRATION_PACK)


@pytest.fixture
def engine(url, pack):
    """A morning in which B002 is called out of turn, before B001."""
    engine = open_engine(url)
    minutes = iter(range(100))

    def now():
        return MORNING + timedelta(minutes=next(minutes))

    reception = Reception(
        SqlJournal(engine, "hall"), lambda: empty_hall(pack, Rulebook()), now, pack.hall.zone
    )
    for command in (
        OpenCounter(4, "amina"),
        IssueTicket("legalisation"),
        IssueTicket("legalisation", priority="elderly"),
        CallTicket("amina", "B002", "she is unwell"),
        StartService("amina"),
        FinishService("amina"),
        CallNext("amina"),
        MarkNoShow("amina"),
    ):
        reception.execute(command, f"a:amina:{token_hex(8)}")
    yield engine
    engine.dispose()


@pytest.fixture
def run(tmp_path, url, engine):
    settings = tmp_path / "controller.toml"
    settings.write_text(f'database = "{url}"\n')
    return lambda *words: CliRunner().invoke(main, [*words, "--settings", str(settings)])


def test_a_day_that_nobody_touched_is_proved(run) -> None:
    told = run("audit")

    assert told.exit_code == 0
    assert told.output.startswith(f"{DAY}: nothing was changed after it was written. Last seal: ")


@pytest.mark.parametrize(("changed", "fact"), [({"kind": "TicketRecalled"}, 4), ({"seq": 40}, 40)])
def test_a_row_that_was_tampered_with_is_found(run, engine, changed, fact) -> None:
    with engine.begin() as connection:
        connection.execute(update(journal).where(journal.c.seq == 4).values(changed))

    told = run("audit", "--day", DAY)

    assert told.exit_code == 1
    assert (
        f"{DAY}, fact {fact}: it does not follow from what was written before it; one of the two "
        "was changed afterwards."
    ) in told.output


def test_a_visit_that_was_tampered_with_is_found(run, engine) -> None:
    with engine.begin() as connection:
        this = visits.c.ticket == "B002"
        connection.execute(update(visits).where(this).values(priority="disability"))
        connection.execute(delete(visits).where(visits.c.ticket == "B001"))
        row = connection.execute(select(visits).where(this)).mappings().one()
        connection.execute(insert(visits), dict(row) | {"ticket": "B003"})

    told = run("audit")

    assert (told.exit_code, told.output.splitlines()[-3:]) == (
        1,
        [
            f"{DAY}, visit of B001: missing, though the journal knows it.",
            f"{DAY}, visit of B002: priority is disability, and the journal says elderly.",
            f"{DAY}, visit of B003: the journal knows no such ticket.",
        ],
    )


def test_a_day_that_is_not_there_is_not_proved(run) -> None:
    told = run("audit", "--day", "2026-03-01")

    assert (told.exit_code, told.output) == (
        1,
        "2026-03-01: the journal has no fact of this day.\n",
    )


def test_the_whole_chain_is_proved(run) -> None:
    told = run("audit", "--whole")

    assert (told.exit_code, told.output.splitlines()[-1]) == (
        0,
        "The whole chain holds, from the first fact to the last: 8 facts.",
    )


def test_a_chain_that_passes_through_a_seal_that_was_written_down_is_proved(run) -> None:
    seal = run("audit").output.splitlines()[0].split()[-1]

    told = run("audit", "--seal", f"{seal[:8]} {seal[8:16]}")

    assert (told.exit_code, told.output.splitlines()[-1]) == (
        0,
        f"The chain passes through this seal: it is that of fact 8 of {DAY}.",
    )


def test_an_end_that_was_cut_off_is_found_by_the_seal_that_was_written_down(run, engine) -> None:
    seal = run("audit").output.splitlines()[0].split()[-1]
    with engine.begin() as connection:
        connection.execute(delete(journal).where(journal.c.seq == 8))
        connection.execute(
            update(visits).where(visits.c.ticket == "B001").values(ended_at=None, outcome=None)
        )

    alone, with_seal = run("audit"), run("audit", "--seal", seal)

    assert (alone.exit_code, with_seal.exit_code) == (0, 1)
    assert "The chain does not pass through this seal: " in with_seal.output


def test_a_seal_that_is_mistyped_accuses_nobody(run) -> None:
    told = run("audit", "--seal", "23e72908")

    assert (told.exit_code, "written anew" in told.output) == (2, False)
    assert "this seal has 8 digits: write the first 16 at least, and no more than 64." in (
        told.output
    )


def test_the_story_of_a_ticket_says_who_was_called_before_it_and_why(run) -> None:
    told = run("audit", "b001").output.split("B001\n")[1]

    assert [line.strip() for line in told.splitlines()] == [
        (
            "09:02  Issued for Signature legalisation; 0 waited before it. Due at 09:12. "
            "(amina at counter 4)"
        ),
        "09:04  B002 went to counter 4 out of turn: she is unwell. (amina at counter 4)",
        "09:07  Called to counter 4 by amina: it was due first.",
        "09:08  Nobody came. (amina at counter 4)",
    ]


def test_the_story_is_told_in_the_readers_language(run) -> None:
    told = run("audit", "B002", "--language", "fr").output

    assert "Appelé au guichet 4 par amina hors tour : she is unwell." in told.replace(
        "\u202f", " "
    ).replace("\xa0", " ")
    assert "L’usager a déclaré un droit de priorité." in told


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("fr", ["2026-03-02\u00a0: rien n’a été modifié après avoir été écrit."]),
        ("ar", ["\u20662026-03-02\u2069: لم يُغيَّر شيء بعد كتابته."]),
        (
            "zgh",
            [
                "\u20662026-03-02\u2069: لم يُغيَّر شيء بعد كتابته.",
                "2026-03-02\u00a0: rien n’a été modifié après avoir été écrit.",
            ],
        ),
    ],
)
def test_the_verdict_is_told_in_the_readers_language(run, language, lines) -> None:
    told = run("audit", "--language", language).output.splitlines()

    assert [line[: len(start)] for line, start in zip(told, lines, strict=False)] == lines


def test_people_are_called_by_their_names_also_those_who_left(run, engine) -> None:
    people = People(engine, PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    people.add(Person("amina", "Amina Alaoui", "agent", "ar"), "correct horse")
    people.remove("amina")

    told = run("audit", "B001").output
    assert "09:08  Nobody came. (Amina Alaoui at counter 4)" in told


def test_the_story_of_no_ticket_is_none(run) -> None:
    told = run("audit", "Z999")

    assert (told.exit_code, told.output.splitlines()[-1]) == (
        1,
        "Error: There was no ticket Z999 on 2026-03-02.",
    )


def test_an_empty_journal_has_nothing_to_prove(tmp_path, url) -> None:
    settings = tmp_path / "other.toml"
    settings.write_text(f'database = "{url}"\n')

    open_engine(url).dispose()

    told = CliRunner().invoke(main, ["audit", "--settings", str(settings)])
    assert 'The journal has no day of the hall "hall".' in told.output


def test_a_story_that_lacks_its_beginning_is_told_in_a_sentence(run, engine) -> None:
    with engine.begin() as connection:
        connection.execute(delete(journal).where(journal.c.seq == 2))

    told = run("audit", "B001")

    assert told.exit_code == 1
    assert told.output.endswith("cannot follow those before it.\n")
    assert "Traceback" not in told.output
