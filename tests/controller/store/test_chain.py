"""A journal that was changed afterwards is found out, however it was done."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import Connection, Engine, delete, insert, select, update

from controller.store.chain import START, Break, Link
from controller.store.seals import marked, seal_digits, size, tip
from controller.store.tables import journal
from tests.controller.store.chained import (
    DAY,
    LAST,
    NEXT,
    all_breaks,
    breaks_of,
    proof_of,
    write_days,
)


@pytest.fixture
def day(engine: Engine) -> Engine:
    write_days(engine)
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
