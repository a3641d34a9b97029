"""The years that a database is made to remember are such as the hall itself would have left."""

from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bench.history import EVE, Past, remember, remember_in_postgres
from bench.in_process import a_reception
from controller.store.engine import open_engine
from controller.store.tables import journal, visits
from tests.postgres import new_database


def test_every_past_day_has_its_visits_and_its_journal(tmp_path: Path) -> None:
    facts = remember(tmp_path / "old.db", Past(120, a_day=40))
    engine = open_engine(f"sqlite:///{tmp_path}/old.db")
    with engine.connect() as connection:
        per_day = [
            connection.execute(
                select(table.c.day, func.count()).group_by(table.c.day).order_by(table.c.day)
            ).all()
            for table in (visits, journal)
        ]
    days = [date(2026, 2, 27), date(2026, 2, 28), EVE]
    each = facts // 3
    assert per_day == [[(day, 40) for day in days], [(day, each) for day in days]]
    assert 4 < each / 40 < 5


def test_a_copied_day_is_replayed_by_the_hall_to_its_end(tmp_path: Path) -> None:
    facts = remember(tmp_path / "old.db", Past(80, a_day=40))
    engine = open_engine(f"sqlite:///{tmp_path}/old.db")
    evening = datetime.combine(EVE, time(17, tzinfo=UTC))
    reception = a_reception(engine, lambda: evening)
    assert reception.read(lambda hall, _: (hall.seq, hall.waiting)) == (facts // 2, 0)


def test_the_moments_of_a_copied_visit_are_of_its_own_day(tmp_path: Path) -> None:
    remember(tmp_path / "old.db", Past(80, a_day=40))
    times = [visits.c[name] for name in ("issued_at", "due_at", "called_at", "ended_at")]
    with open_engine(f"sqlite:///{tmp_path}/old.db").connect() as connection:
        rows = connection.execute(select(*times).where(visits.c.day == EVE)).all()
    assert {moment.date() for row in rows for moment in row} == {EVE}


def test_the_measured_hall_waits_for_the_disk_again_after_the_filling(tmp_path: Path) -> None:
    remember(tmp_path / "old.db", Past(80, a_day=40))
    with open_engine(f"sqlite:///{tmp_path}/old.db").connect() as connection:
        pragmas = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous")
        ]
    assert pragmas == ["wal", 2]


def test_the_places_of_the_copies_go_on_from_day_to_day(tmp_path: Path) -> None:
    facts = remember(tmp_path / "old.db", Past(120, a_day=40))
    with open_engine(f"sqlite:///{tmp_path}/old.db").connect() as connection:
        in_order = select(journal.c.place).order_by(journal.c.day, journal.c.seq)
        places = connection.execute(in_order).scalars().all()
    assert places == list(range(1, facts + 1))


@pytest.mark.postgres
def test_postgresql_remembers_the_same(tmp_path: Path) -> None:
    url, past = new_database(), Past(120, a_day=40)
    assert remember_in_postgres(url, past) == remember(tmp_path / "old.db", past)
    what = (visits.c.day, visits.c.ticket, visits.c.issued_at, visits.c.ended_at, visits.c.outcome)
    rows = []
    for database in (url, f"sqlite:///{tmp_path}/old.db"):
        engine = open_engine(database)
        with engine.connect() as connection:
            in_order = select(*what).order_by(visits.c.day, visits.c.ticket)
            rows.append(connection.execute(in_order).all())
        engine.dispose()
    assert rows[0] == rows[1]


def test_half_a_day_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="60 visits are no whole days of 40"):
        remember(tmp_path / "old.db", Past(60, a_day=40))
