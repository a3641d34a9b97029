"""The chain follows the order of writing, whatever day a fact is of."""

from datetime import date, timedelta

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, create_engine, insert, inspect

from controller.hall.events import CounterOpened, DayClosed, EmergencyRaised, Event, VisitRated
from controller.reception import Fact, SeqTaken
from controller.store.chain import Break, Link
from controller.store.engine import open_engine
from controller.store.journal import SqlJournal
from controller.store.late import late_days
from controller.store.migrating import MIGRATIONS
from controller.store.seals import marked, written_since
from controller.store.tables import journal
from tests.controller.builders import AMINA, BIRTHS, NINE, ONE
from tests.controller.store.chained import (
    DAY,
    LAST,
    NEXT,
    all_breaks,
    breaks_of,
    proof_of,
    write_days,
)
from wire.messages import EmergencyKind


@pytest.fixture
def day(engine: Engine) -> Engine:
    write_days(engine)
    return engine


def late_of(engine: Engine) -> list[date]:
    with engine.connect() as connection:
        return late_days(connection, "hall")


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

    closed = [Break(DAY, LAST + 1, "closed")]  # and then it was written on, too
    assert (breaks_of(day), all_breaks(day)) == (closed, closed)
    assert (proof_of(day).late, proof_of(day).holds, late_of(day)) == (LAST + 1, False, [DAY])


@pytest.mark.parametrize(
    "later",
    [
        VisitRated(NINE + timedelta(days=1), "A001", BIRTHS, 5, None),
        EmergencyRaised(NINE + timedelta(days=1), EmergencyKind.EVACUATION, "salma"),
    ],
)
def test_a_day_on_which_something_is_said_after_its_closing_holds_and_so_does_its_seal(
    engine: Engine, later: Event
) -> None:
    kept = SqlJournal(engine, "hall")
    kept.append(DAY, [Fact(1, DayClosed(NINE))], None)
    evening = proof_of(engine, DAY).last
    kept.append(DAY, [Fact(2, later)], None)

    assert (proof_of(engine, DAY).breaks, proof_of(engine, DAY).holds) == ((), True)
    with engine.connect() as connection:
        assert marked(connection, "hall", evening.seal) == evening
        assert written_since(connection, "hall", evening) == (2,)


def test_what_is_put_in_behind_such_words_is_found(engine: Engine) -> None:
    kept = SqlJournal(engine, "hall")
    rated = VisitRated(NINE, "A001", BIRTHS, 5, None)
    opened = CounterOpened(NINE, ONE, AMINA, (BIRTHS,))
    facts = enumerate((DayClosed(NINE), rated, opened), 1)
    kept.append(DAY, [Fact(seq, each) for seq, each in facts], None)

    assert breaks_of(engine) == [Break(DAY, 3, "closed")]


def test_who_missed_another_days_facts_is_told_and_then_finds_the_end(engine: Engine) -> None:
    today, ahead = SqlJournal(engine, "hall"), SqlJournal(engine, "hall")
    write(today, 0, 1)
    write(ahead, 1, 1)

    with pytest.raises(SeqTaken):
        write(today, 0, 2)
    write(today, 0, 2)

    assert all_breaks(engine) == []


def test_a_journal_from_before_the_order_of_writing_keeps_its_seals(empty_url: str) -> None:
    old = create_engine(empty_url)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    rows = [("hall", DAY, 1, "ServicePaused", {"at": "x"}, None)]
    rows += [
        ("hall", each, seq, "ServicePaused", {"at": "x"}, None)
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

    engine = open_engine(empty_url)

    assert (all_breaks(engine), proof_of(engine).unsealed) == ([], 1)
    assert breaks_of(engine) == []
    engine.dispose()
