"""What expected waits learn from after a restart."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Engine

from controller.hall.commands import (
    CallNext,
    FinishService,
    IssueTicket,
    OpenCounter,
    ServeWalkIn,
    StartService,
)
from controller.reception import Reception
from controller.store.journal import SqlJournal
from controller.store.past import past_visits
from controller.waits.history import Visit
from controller.waits.moment import Moment
from tests.controller.builders import AMINA, BIRTHS, ONE, TAXES, a_hall, after

ZONE = ZoneInfo("Africa/Casablanca")
MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)


class Clock:
    """The hall's clock, in minutes after nine."""

    def __init__(self) -> None:
        self.minutes = 0.0

    def __call__(self) -> datetime:
        return after(self.minutes)


def lived(engine: Engine) -> Callable[..., None]:
    """Something that does commands in a hall, so many minutes after nine."""
    clock = Clock()
    reception = Reception(SqlJournal(engine, "hall"), a_hall, clock, ZONE)

    def do(minutes, *commands):
        clock.minutes = minutes
        for command in commands:
            reception.execute(command)

    return do


def local(minutes, day=MONDAY):
    offset = datetime(2026, 3, 2, 9, tzinfo=ZONE).utcoffset() or timedelta(0)
    return Moment.on(day, 9 * 60 + minutes + offset.total_seconds() / 60)


def test_past_visits_tell_when_tickets_were_issued_and_called(engine):
    do = lived(engine)
    do(0, OpenCounter(ONE, AMINA), IssueTicket(BIRTHS))
    do(4, IssueTicket(TAXES))
    do(7, CallNext(AMINA))
    found = set(past_visits(engine, "hall", ZONE, MONDAY, TUESDAY))
    assert found == {
        Visit(BIRTHS, "A001", local(0), local(7)),
        Visit(TAXES, "D001", local(4), None),
    }


def test_days_before_and_after_and_other_halls_are_left_out(engine):
    lived(engine)(0, OpenCounter(ONE, AMINA), IssueTicket(BIRTHS))
    asked = [("hall", TUESDAY, TUESDAY), ("hall", MONDAY, MONDAY), ("other", MONDAY, TUESDAY)]
    assert [list(past_visits(engine, hall, ZONE, *days)) for hall, *days in asked] == [[], [], []]


def test_a_walk_in_never_waited(engine):
    do = lived(engine)
    do(0, OpenCounter(ONE, AMINA), ServeWalkIn(AMINA, BIRTHS))
    do(3, FinishService(AMINA), IssueTicket(BIRTHS))
    do(5, CallNext(AMINA), StartService(AMINA))
    found = list(past_visits(engine, "hall", ZONE, MONDAY, TUESDAY))
    assert found == [Visit(BIRTHS, "A002", local(3), local(5))]
