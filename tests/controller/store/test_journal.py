"""What is committed is there; what is not, is not."""

import sqlite3
from contextlib import nullcontext
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine, select, update
from sqlalchemy.event import listen

from controller.agreed_clock import ClockAstray
from controller.hall import Hall
from controller.hall.commands import (
    CallNext,
    CancelTicket,
    CloseDay,
    FinishService,
    IssueTicket,
    MarkNoShow,
    OpenCounter,
    Park,
    RateVisit,
    Reinstate,
    ReleaseCounter,
    ReopenDay,
    Resume,
    ServeWalkIn,
    StartService,
    Transfer,
)
from controller.hall.events import Event
from controller.hall.rules import Rules
from controller.reception import Fact, JournalError, Reception, SeqTaken
from controller.store.engine import open_engine
from controller.store.journal import SqlJournal
from controller.store.tables import given, journal, visits
from tests.controller.builders import AMINA, BIRTHS, NINE, ONE, TAXES, a_hall, after, do

DAY = date(2026, 3, 2)
COMMANDS = (
    OpenCounter(ONE, AMINA),
    IssueTicket(BIRTHS, "fr"),
    IssueTicket(BIRTHS),
    CallNext(AMINA),
    StartService(AMINA),
    Transfer(AMINA, TAXES),
    CallNext(AMINA),
    StartService(AMINA),
    ReleaseCounter(ONE),
    OpenCounter(ONE, AMINA),
    CallNext(AMINA),
    MarkNoShow(AMINA),
    CallNext(AMINA),
    StartService(AMINA),
    FinishService(AMINA),
)


def a_reception(engine: Engine, hall: str = "hall") -> Reception:
    return Reception(SqlJournal(engine, hall), a_hall, lambda: NINE, ZoneInfo("Africa/Casablanca"))


def state(reception: Reception) -> tuple[object, ...]:
    return reception.read(lambda hall, _at: (hall.seq, hall.tickets, hall.counters))


def test_a_restarted_reception_knows_the_whole_day(engine: Engine) -> None:
    before = a_reception(engine)
    for command in COMMANDS:
        before.execute(command)

    assert state(a_reception(engine)) == state(before)


def test_the_second_writer_of_a_place_is_refused_whole(engine: Engine) -> None:
    [issued] = a_hall().decide(IssueTicket(BIRTHS), NINE)
    [called_open] = a_hall().decide(OpenCounter(ONE, AMINA), NINE)
    SqlJournal(engine, "hall").append(DAY, [Fact(1, issued)], None)

    with pytest.raises(SeqTaken):
        SqlJournal(engine, "hall").append(DAY, [Fact(2, called_open), Fact(1, issued)], None)

    assert [e.fact for e in SqlJournal(engine, "hall").read(DAY, 0)] == [Fact(1, issued)]


def test_a_database_server_tells_its_own_time_and_who_is_astray_of_it_does_nothing(
    engine: Engine,
) -> None:
    journal = SqlJournal(engine, "hall", has_clock=True)
    is_server = engine.dialect.name == "postgresql"
    assert (journal.clock() is not None) is is_server

    at = datetime.now(UTC) - timedelta(minutes=10)
    reception = Reception(journal, a_hall, lambda: at, ZoneInfo("Africa/Casablanca"))
    with pytest.raises(ClockAstray) if is_server else nullcontext():
        reception.execute(OpenCounter(ONE, AMINA))


def test_a_day_is_closed_until_it_is_opened_again(engine: Engine) -> None:
    reception, journal = a_reception(engine), SqlJournal(engine, "hall")
    seen = [journal.is_closed(DAY)]
    for wish in (OpenCounter(ONE, AMINA), CloseDay(), ReopenDay("too soon", "salma"), CloseDay()):
        reception.execute(wish)
        seen.append(journal.is_closed(DAY))

    assert seen == [False, False, True, False, True]
    assert journal.is_closed(DAY + timedelta(days=1)) is False


def test_a_visit_tells_what_became_of_the_ticket(engine: Engine) -> None:
    hall, events = a_hall(), []
    for minutes, command in enumerate(COMMANDS):
        events += do(hall, command, at=after(minutes))
    keep(engine, events)

    with engine.connect() as connection:
        rows = connection.execute(select(visits).order_by(visits.c.ticket)).all()

    first, second = ("hall", DAY, "A001"), ("hall", DAY, "A002")
    assert [tuple(row) for row in rows] == [
        (
            *first,
            TAXES,
            "fr",
            ONE,
            AMINA,
            *times(1, 11, 3, 4, 11),
            "no_show",
            *("normal", 1, None),
        ),
        (
            *second,
            BIRTHS,
            "ar",
            ONE,
            AMINA,
            *times(2, 12, 12, 13, 14),
            "finished",
            *("normal", 1, None),
        ),
    ]


def times(*minutes: float) -> tuple[datetime, ...]:
    return tuple(map(after, minutes))


def test_two_halls_of_one_database_do_not_mix(engine: Engine) -> None:
    a_reception(engine, "annexe").execute(IssueTicket(BIRTHS))

    issued = a_reception(engine, "hall").execute(IssueTicket(BIRTHS))

    assert (issued.seq, issued.facts[0].event.ticket) == (1, "A001")


def test_opening_an_open_database_changes_nothing(url: str) -> None:
    first = open_engine(url)
    a_reception(first).execute(IssueTicket(BIRTHS))

    again = open_engine(url)

    assert state(a_reception(again)) == state(a_reception(first))


def test_a_full_disk_is_told_and_nothing_is_kept(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path}/hall.db")
    reception = a_reception(engine)
    reception.execute(IssueTicket(BIRTHS))
    fill_the_disk(engine)

    with pytest.raises(JournalError):
        issue_many(reception)

    kept = reception.read(lambda hall, _at: len(hall.tickets))
    with engine.connect() as connection:
        rows = connection.execute(select(journal.c.seq)).all()
        tickets = connection.execute(select(visits.c.ticket)).all()
    assert len(rows) == len(tickets) == kept


def fill_the_disk(engine: Engine) -> None:
    """Let the database grow no more: SQLite's limit on its own size answers as a full disk does."""
    with engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    engine.dispose()
    limit = f"PRAGMA max_page_count={pages}"
    listen(engine, "connect", lambda connection, _: connection.execute(limit))


def issue_many(reception: Reception) -> None:
    for _ in range(500):
        reception.execute(IssueTicket(BIRTHS))


@pytest.mark.parametrize("damage", [{"event": {"at": 5}}, {"kind": "Unheard"}])
def test_a_damaged_row_is_told_with_its_place(engine: Engine, damage: dict[str, object]) -> None:
    a_reception(engine).execute(IssueTicket(BIRTHS))
    with engine.begin() as connection:
        connection.execute(update(journal).values(damage))

    with pytest.raises(JournalError, match="fact 1 of 2026-03-02 in the journal cannot be read"):
        a_reception(engine)


def test_sqlite_commits_survive_a_power_cut(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path}/hall.db")
    with engine.connect() as connection:
        pragmas = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous")
        ]

    assert (pragmas, sqlite3.sqlite_version_info >= (3, 7)) == (["wal", 2], True)


def test_a_visit_keeps_its_class_its_outcome_and_its_note(engine: Engine) -> None:
    rules = Rules(outcomes=("incomplete",))
    hall = Hall(a_hall().services.values(), {ONE: [BIRTHS]}, rules)
    wishes = (
        OpenCounter(ONE, AMINA),
        IssueTicket(BIRTHS, priority="elderly", quantity=2),
        CallNext(AMINA),
        Park(AMINA, "photo"),
        Resume("A001"),
        CallNext(AMINA),
        StartService(AMINA),
        FinishService(AMINA, "incomplete", "no photo", 3),
        IssueTicket(BIRTHS),
        CancelTicket("A002", "went home"),
        ServeWalkIn(AMINA, BIRTHS, "fr"),
    )
    keep(engine, [event for wish in wishes for event in do(hall, wish)])

    with engine.connect() as connection:
        rows = connection.execute(select(visits).order_by(visits.c.ticket)).all()
        [finish] = connection.execute(select(given)).all()

    told = [(r.ticket, r.priority, r.quantity, r.outcome, r.note) for r in rows]
    assert told == [
        ("A001", "elderly", 2, "finished", None),
        ("A002", "normal", 1, "cancelled", "went home"),
        ("A003", "normal", 1, None, None),
    ]
    assert finish == ("hall", DAY, "A001", 1, BIRTHS, "incomplete", 3, "no photo", None, None)


def test_nothing_is_left_of_a_finish_that_was_taken_back(engine: Engine) -> None:
    hall = a_hall()
    there = (CallNext(AMINA), StartService(AMINA))
    wishes = (
        OpenCounter(ONE, AMINA),
        IssueTicket(BIRTHS, then=(TAXES,)),
        *(*there, FinishService(AMINA), RateVisit("A001", 1, "welcome")),
        *(*there, FinishService(AMINA, "", "wrong paper", 3), RateVisit("A001", 5)),
        Reinstate("A001", "wrong tap"),
        *(CallNext(AMINA), MarkNoShow(AMINA)),
    )
    keep(engine, [event for wish in wishes for event in do(hall, wish)])

    with engine.connect() as connection:
        [visit] = connection.execute(select(visits)).all()
        rows = connection.execute(select(given)).all()

    assert (visit.outcome, visit.note, visit.quantity) == ("no_show", None, 1)
    first = ("hall", DAY, "A001", 1, BIRTHS)
    assert [tuple(row) for row in rows] == [(*first, None, 1, None, 1, "welcome")]


def test_a_visit_that_goes_on_or_comes_back_has_not_ended(engine: Engine) -> None:
    hall = a_hall()
    wishes = (
        OpenCounter(ONE, AMINA),
        IssueTicket(BIRTHS, then=(TAXES,)),
        CallNext(AMINA),
        StartService(AMINA),
        FinishService(AMINA),
        CallNext(AMINA),
        MarkNoShow(AMINA),
        Reinstate("A001"),
    )
    keep(engine, [event for wish in wishes for event in do(hall, wish)])

    with engine.connect() as connection:
        [row] = connection.execute(select(visits)).all()

    assert (row.service, row.ended_at, row.outcome) == (TAXES, None, None)


def keep(engine: Engine, events: list[Event]) -> None:
    SqlJournal(engine, "hall").append(DAY, [Fact(n, e) for n, e in enumerate(events, 1)], None)
