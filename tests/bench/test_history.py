"""The years that a database is made to remember are such as the hall itself would have left."""

from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bench.history import EVE, remember
from bench.in_process import a_reception
from controller.store.engine import open_engine
from controller.store.tables import journal, visits


def test_every_past_day_has_its_visits_and_its_journal(tmp_path: Path) -> None:
    facts = remember(tmp_path / "old.db", 120, a_day=40)
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
    facts = remember(tmp_path / "old.db", 80, a_day=40)
    engine = open_engine(f"sqlite:///{tmp_path}/old.db")
    evening = datetime.combine(EVE, time(17, tzinfo=UTC))
    reception = a_reception(engine, lambda: evening)
    assert reception.read(lambda hall, _: (hall.seq, hall.waiting)) == (facts // 2, 0)


def test_the_moments_of_a_copied_visit_are_of_its_own_day(tmp_path: Path) -> None:
    remember(tmp_path / "old.db", 80, a_day=40)
    times = [visits.c[name] for name in ("issued_at", "due_at", "called_at", "ended_at")]
    with open_engine(f"sqlite:///{tmp_path}/old.db").connect() as connection:
        rows = connection.execute(select(*times).where(visits.c.day == EVE)).all()
    assert {moment.date() for row in rows for moment in row} == {EVE}


def test_the_measured_hall_waits_for_the_disk_again_after_the_filling(tmp_path: Path) -> None:
    remember(tmp_path / "old.db", 80, a_day=40)
    with open_engine(f"sqlite:///{tmp_path}/old.db").connect() as connection:
        pragmas = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous")
        ]
    assert pragmas == ["wal", 2]


def test_half_a_day_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="60 visits are no whole days of 40"):
        remember(tmp_path / "old.db", 60, a_day=40)
