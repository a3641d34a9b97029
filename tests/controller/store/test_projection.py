"""The visits are held against what the journal says."""

from datetime import date, timedelta

import pytest
from sqlalchemy import ColumnElement, Engine, delete, update

from controller.reception import Fact
from controller.store.journal import SqlJournal
from controller.store.projection import Difference, differences
from controller.store.tables import given, visits
from tests.controller.store.lived import DAY, a_morning, live


@pytest.fixture
def day(engine: Engine) -> Engine:
    facts = [Fact(seq, event) for seq, event in enumerate(live(a_morning(), 300), 1)]
    SqlJournal(engine, "hall").append(DAY, facts, None)
    return engine


def found(engine: Engine, day: date = DAY) -> list[Difference]:
    entries = SqlJournal(engine, "hall").read(day, 0)
    with engine.connect() as connection:
        return differences(connection, "hall", day, (entry.fact.event for entry in entries))


def test_visits_that_nobody_touched_are_what_the_journal_says(day: Engine) -> None:
    assert found(day) == []


def test_each_field_that_was_changed_is_found(day: Engine) -> None:
    [(number, issued_at)] = visit(day)
    earlier = issued_at - timedelta(hours=1)
    with day.begin() as connection:
        this = update(visits).where(visits.c.ticket == number)
        connection.execute(this.values(issued_at=earlier, agent="nobody"))

    told = {(each.ticket, each.column): (each.kept, each.told) for each in found(day)}
    assert told[number, "issued_at"] == (earlier, issued_at)
    assert told[number, "agent"][0] == "nobody"
    assert len(told) == 2


def visit(engine: Engine) -> list[tuple]:
    with engine.connect() as connection:
        rows = connection.execute(visits.select().order_by(visits.c.ticket).limit(1)).all()
    return [(row.ticket, row.issued_at) for row in rows]


def test_a_visit_that_is_missing_and_one_too_many_are_found(day: Engine) -> None:
    [(number, _)] = visit(day)
    with day.begin() as connection:
        this = visits.c.ticket == number
        row = connection.execute(visits.select().where(this)).mappings().one()
        connection.execute(visits.insert(), dict(row) | {"ticket": "Z999"})
        connection.execute(delete(visits).where(this))

    assert found(day) == [
        Difference(number, "", None, number),
        Difference("Z999", "", "Z999", None),
    ]


def test_what_was_said_otherwise_taken_away_or_put_in_is_found(day: Engine) -> None:
    with day.begin() as connection:
        rated = given.select().where(given.c.face.is_not(None)).order_by(given.c.ticket)
        first, second, *_ = connection.execute(rated).all()
        connection.execute(update(given).where(_is(first)).values(face=9, note="!"))
        connection.execute(delete(given).where(_is(second)))
        connection.execute(given.insert(), second._asdict() | {"number": 9})

    assert {(each.ticket, each.column, each.kept) for each in found(day)} == {
        (first.ticket, f"given[{first.number}].face", 9),
        (first.ticket, f"given[{first.number}].note", "!"),
        (second.ticket, f"given[{second.number}]", None),
        (second.ticket, "given[9]", second.service),
    }


def _is(row) -> ColumnElement[bool]:
    return (given.c.ticket == row.ticket) & (given.c.number == row.number)
