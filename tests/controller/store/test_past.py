"""What expected waits learn from after a restart."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Engine, update

from controller.hall.commands import (
    CallNext,
    CancelTicket,
    FinishService,
    IssueTicket,
    OpenCounter,
    ServeWalkIn,
    StartService,
    Transfer,
)
from controller.reception import Reception
from controller.store.journal import SqlJournal
from controller.store.past import past_steps
from controller.store.tables import journal
from controller.waits import Waits
from controller.waits.history import relive
from controller.waits.moment import Moment
from controller.waits.step import Step
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


def known(engine):
    return list(past_steps(engine, "hall", ZONE, MONDAY, TUESDAY))


def test_the_past_tells_when_tickets_were_issued_and_called(engine):
    do = lived(engine)
    do(0, OpenCounter(ONE, AMINA), IssueTicket(BIRTHS))
    do(4, IssueTicket(TAXES, priority="elderly"))
    do(7, CallNext(AMINA))
    assert known(engine) == [
        Step(local(0), "issued", "A001", BIRTHS, 0, "normal"),
        Step(local(4), "issued", "D001", TAXES, 1, "elderly"),
        Step(local(7), "called", "A001"),
    ]


def test_the_past_tells_who_gave_up_and_who_waited_for_something_else(engine):
    do = lived(engine)
    do(0, OpenCounter(ONE, AMINA), IssueTicket(BIRTHS, then=(TAXES,)), IssueTicket(BIRTHS))
    do(2, CancelTicket("A002", "gone"), CallNext(AMINA), StartService(AMINA))
    do(5, FinishService(AMINA))
    assert known(engine)[2:] == [
        Step(local(2), "left", "A002"),
        Step(local(2), "called", "A001"),
        Step(local(5), "left", "A001"),
        Step(local(5), "joined", "A001", TAXES, kind="normal"),
    ]


def test_a_fact_that_cannot_be_read_is_left_out_with_what_follows_from_it(engine):
    do = lived(engine)
    do(0, OpenCounter(ONE, AMINA), IssueTicket(BIRTHS), IssueTicket(TAXES))
    do(3, CallNext(AMINA), StartService(AMINA), Transfer(AMINA, TAXES))
    row = (journal.c.seq == 2) & (journal.c.hall == "hall")
    with engine.begin() as connection:
        connection.execute(update(journal).where(row).values(event={"at": "once"}))
    found = known(engine)
    assert [(step.deed, step.ticket) for step in found] == [
        ("issued", "D001"),
        ("called", "A001"),
        ("left", "A001"),
    ]
    relive(Waits(), found)


def test_days_before_and_after_and_other_halls_are_left_out(engine):
    lived(engine)(0, OpenCounter(ONE, AMINA), IssueTicket(BIRTHS))
    asked = [("hall", TUESDAY, TUESDAY), ("hall", MONDAY, MONDAY), ("other", MONDAY, TUESDAY)]
    assert [list(past_steps(engine, hall, ZONE, *days)) for hall, *days in asked] == [[], [], []]


def test_a_walk_in_never_waited(engine):
    do = lived(engine)
    do(0, OpenCounter(ONE, AMINA), ServeWalkIn(AMINA, BIRTHS))
    do(3, FinishService(AMINA), IssueTicket(BIRTHS))
    do(5, CallNext(AMINA), StartService(AMINA))
    assert known(engine) == [
        Step(local(3), "issued", "A002", BIRTHS, 0, "normal"),
        Step(local(5), "called", "A002"),
    ]
