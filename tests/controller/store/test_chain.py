"""A journal that was changed afterwards is found out, however it was done."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, create_engine, delete, insert, inspect, select, update

from controller.hall.commands import CallNext, IssueTicket, OpenCounter, Recall
from controller.hall.events import CounterOpened
from controller.reception import Fact, Reception, SeqTaken
from controller.store.chain import START, Break, Link
from controller.store.engine import open_engine
from controller.store.journal import SqlJournal
from controller.store.migrating import MIGRATIONS
from controller.store.seals import Proof, late_days, marked, prove, seal_digits, size, tip, whole
from controller.store.tables import journal
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


def late_of(engine: Engine) -> list[date]:
    with engine.connect() as connection:
        return late_days(connection, "hall")


@pytest.fixture
def day(engine: Engine) -> Engine:
    """A day written by two processes and a restart, and the beginning of the next."""
    one, other = a_reception(engine), a_reception(engine)
    for each in COMMANDS:
        one.execute(each)
    other.execute(Recall(AMINA))
    a_reception(engine).execute(Recall(AMINA))
    a_reception(engine, days=1).execute(IssueTicket(BIRTHS))
    a_reception(engine, days=1).execute(IssueTicket(BIRTHS))
    assert proof_of(engine).facts == LAST
    return engine


def row(seq: int, of: date = DAY):
    return (journal.c.day == of) & (journal.c.seq == seq)


def set_(connection: Connection, which, **values: object) -> None:
    connection.execute(update(journal).where(which).values(values))


def seal_again(connection: Connection, since: int, until: int | None = None) -> None:
    """Do what somebody would do who knows how the seals are made."""
    table = journal.c
    rows = connection.execute(select(journal).order_by(table.place)).all()
    before = START.seal
    for each in rows:
        seal = Link(*each[:6]).seal(before)
        if each.place >= since and (until is None or each.place <= until):
            set_(connection, table.place == each.place, seal=seal)
            before = seal
        else:
            before = each.seal


def test_a_journal_that_nobody_touched_holds(day: Engine) -> None:
    assert (proof_of(day).holds, proof_of(day, NEXT).holds, all_breaks(day)) == (True, True, [])


def test_a_proof_names_the_seals_of_the_day_and_of_what_came_before(day: Engine) -> None:
    first, second = proof_of(day), proof_of(day, NEXT)

    assert (first.before, first.facts, first.unsealed) == (None, LAST, 0)
    assert (first.first.seq, first.last.seq, second.before) == (1, LAST, first.last)
    with day.connect() as connection:
        assert tip(connection, "hall") == second.last.tip
        assert size(connection, "hall") == (LAST + 2, 0)


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
        set_(connection, row(4), **changed)

    assert breaks_of(day)[0] == all_breaks(day)[0] == Break(DAY, 4, "changed")


def swap(connection: Connection) -> None:
    set_(connection, row(2), seq=99)
    set_(connection, row(3), seq=2)
    set_(connection, row(99), seq=3)


def forge_one_more(connection: Connection) -> None:
    fourth = connection.execute(select(journal).where(row(4))).one()._asdict()
    for place in range(LAST + 2, LAST, -1):
        set_(connection, journal.c.place == place, place=place + 1)
    for seq in range(LAST, 4, -1):
        set_(connection, row(seq), seq=seq + 1, place=seq + 1)
    connection.execute(insert(journal), fourth | {"seq": 5, "place": fourth["place"] + 1})


TAMPERINGS: list[tuple[str, Callable[[Connection], object], Break]] = [
    ("two rows change places", swap, Break(DAY, 3, "changed")),
    (
        "a row is deleted",
        lambda c: c.execute(delete(journal).where(row(3))),
        Break(DAY, 4, "missing"),
    ),
    (
        "a row is deleted and the order closed",
        lambda c: (
            c.execute(delete(journal).where(row(3))),
            [set_(c, journal.c.place == n, place=n - 1) for n in range(4, LAST + 3)],
        ),
        Break(DAY, 4, "changed"),
    ),
    (
        "the day's last row is deleted",
        lambda c: c.execute(delete(journal).where(row(LAST))),
        Break(NEXT, 1, "missing"),
    ),
    ("a row is put in", forge_one_more, Break(DAY, 5, "changed")),
    (
        "a row is moved to another day",
        lambda c: set_(c, row(4), day=NEXT),
        Break(NEXT, 4, "changed"),
    ),
    (
        "the first row is moved to the day before",
        lambda c: set_(c, row(1), day=DAY - timedelta(days=1)),
        Break(DAY, 2, "missing"),
    ),
    (
        "one row is changed and sealed again",
        lambda c: (set_(c, row(4), request="forged"), seal_again(c, 4, 4)),
        Break(DAY, 5, "changed"),
    ),
    (
        "the day's last row is changed and sealed again",
        lambda c: (set_(c, row(LAST), request="forged"), seal_again(c, LAST, LAST)),
        Break(NEXT, 1, "changed"),
    ),
    ("a seal is taken away", lambda c: set_(c, row(4), seal=None), Break(DAY, 4, "unsealed")),
    (
        "a seal and its place are taken away",
        lambda c: set_(c, row(4), seal=None, place=None),
        Break(DAY, 4, "unsealed"),
    ),
    (
        "a row goes to another hall",
        lambda c: set_(c, row(4), hall="else"),
        Break(DAY, 5, "missing"),
    ),
]


@pytest.mark.parametrize(
    ("tamper", "found"), [each[1:] for each in TAMPERINGS], ids=[t[0] for t in TAMPERINGS]
)
def test_whatever_was_done_to_a_past_day_is_found_in_it(day: Engine, tamper, found) -> None:
    with day.begin() as connection:
        tamper(connection)

    assert found in breaks_of(day)
    assert not proof_of(day).holds
    assert all_breaks(day)


def test_a_day_that_was_deleted_is_found_in_the_next(day: Engine) -> None:
    with day.begin() as connection:
        connection.execute(delete(journal).where(journal.c.day == DAY))

    assert (proof_of(day).holds, proof_of(day).facts) == (False, 0)
    assert breaks_of(day, NEXT) == all_breaks(day) == [Break(NEXT, 1, "missing")]


def test_seals_that_are_taken_away_from_the_beginning_on_are_found(day: Engine) -> None:
    with day.begin() as connection:
        set_(connection, journal.c.place <= LAST, seal=None, place=None)

    assert (proof_of(day).unsealed, proof_of(day).holds) == (LAST, False)
    assert breaks_of(day, NEXT) == [Break(NEXT, 1, "missing")]


def test_a_journal_without_any_seal_proves_nothing(day: Engine) -> None:
    with day.begin() as connection:
        set_(connection, journal.c.seq > 0, seal=None, place=None)

    assert (proof_of(day).unsealed, proof_of(day).holds) == (LAST, False)


def test_all_sealed_anew_is_found_only_by_a_seal_that_was_written_down(day: Engine) -> None:
    written_down = proof_of(day).last.seal
    with day.begin() as connection:
        set_(connection, row(4), request="forged")
        seal_again(connection, 4)

    assert (proof_of(day).holds, all_breaks(day)) == (True, [])
    with day.connect() as connection:
        assert marked(connection, "hall", written_down) is None


def test_a_seal_is_found_by_its_first_digits_as_they_are_printed(day: Engine) -> None:
    last = proof_of(day).last
    printed = f"{last.seal[:8]} {last.seal[8:16].upper()}"

    with day.connect() as connection:
        assert marked(connection, "hall", seal_digits(printed)) == last


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("23e72908 287a7f9", "this seal has 15 digits: write the first 16 at least"),
        ("", "this seal has 0 digits"),
        ("0" * 65, "this seal has 65 digits"),
        ("23e72908 287a7fO4", '"o" is no digit of a seal'),
        ("%" * 16, '"%" is no digit of a seal'),
        ("٢" * 16, '"٢" is no digit of a seal'),
    ],
)
def test_what_is_no_seal_is_told_apart_from_one_that_the_chain_does_not_have(
    written: str, sentence: str
) -> None:
    with pytest.raises(ValueError, match="seal") as error:
        seal_digits(written)

    assert str(error.value).startswith(sentence)


def write(kept: SqlJournal, days: int, seq: int) -> None:
    opened = CounterOpened(NINE, ONE, AMINA, (BIRTHS,))
    kept.append(DAY + timedelta(days=days), [Fact(seq, opened)], None)


def test_what_a_wrong_clock_wrote_for_a_later_day_breaks_no_chain_and_is_told(
    engine: Engine,
) -> None:
    for days, seq in ((0, 1), (5, 1), (0, 2), (1, 1), (5, 2), (6, 1)):
        write(SqlJournal(engine, "hall"), days, seq)

    days = [DAY + timedelta(days=n) for n in (0, 1, 5, 6)]
    proofs = [proof_of(engine, each) for each in days]
    assert (all_breaks(engine), [each.breaks for each in proofs]) == ([], [()] * 4)
    assert [each.late for each in proofs] == [2, None, None, None]
    assert [each.holds for each in proofs] == [False, True, True, True]
    assert late_of(engine) == days[:2]  # of the second, only the whole chain tells it


def test_a_fact_that_is_put_in_at_the_end_with_a_right_seal_is_late(day: Engine) -> None:
    write(SqlJournal(day, "hall"), 0, LAST + 1)

    assert (breaks_of(day), all_breaks(day)) == ([], [])
    assert (proof_of(day).late, proof_of(day).holds, late_of(day)) == (LAST + 1, False, [DAY])


def test_who_missed_another_days_facts_is_told_and_then_finds_the_end(engine: Engine) -> None:
    today, ahead = SqlJournal(engine, "hall"), SqlJournal(engine, "hall")
    write(today, 0, 1)
    write(ahead, 1, 1)

    with pytest.raises(SeqTaken):
        write(today, 0, 2)
    write(today, 0, 2)

    assert all_breaks(engine) == []


def test_a_journal_from_before_the_order_of_writing_keeps_its_seals(url: str) -> None:
    old = create_engine(url)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    rows = [("hall", DAY, 1, "DayClosed", {"at": "x"}, None)]
    rows += [
        ("hall", each, seq, "DayClosed", {"at": "x"}, None)
        for each in (DAY, NEXT)
        for seq in (2, 3)
    ]
    with old.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0004")
        names = [each["name"] for each in inspect(connection).get_columns("journal")]
        before = ""
        for each in rows:
            seal = before = "" if each[2] == 1 else Link(*each).seal(before)
            values = dict(zip(names, (*each, seal or None), strict=True))
            connection.execute(insert(journal).values(values))
    old.dispose()

    engine = open_engine(url)

    assert (all_breaks(engine), proof_of(engine).unsealed) == ([], 1)
    assert breaks_of(engine) == []
    engine.dispose()
