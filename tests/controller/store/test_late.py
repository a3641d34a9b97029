"""A day that was closed late, by itself, is told from one to which something was put in later."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine, func, select

from controller.hall.commands import CallNext, IssueTicket, OpenCounter
from controller.hall.events import (
    CounterClosed,
    DayClosed,
    Event,
    NoShowRecorded,
    ServiceFinished,
    TicketCancelled,
    TicketRecalled,
)
from controller.reception import Fact, JournalError, Reception
from controller.store.journal import SqlJournal
from controller.store.late import LateClosing, late_days
from controller.store.tables import journal
from media.zone import time_zone
from tests.controller.builders import AMINA, BIRTHS, NINE, ONE, a_hall
from tests.controller.store.chained import DAY, NEXT, all_breaks, proof_of
from tests.controller.store.refusing import Refusing

NEXT_MORNING = NINE + timedelta(days=1)


@pytest.fixture
def left_open(engine: Engine) -> Engine:
    """A day that nobody could close when the next one began, with a call and who waits."""
    at, kept = [NINE], Refusing(engine, "hall", DAY)
    reception = Reception(kept, a_hall, lambda: at[0], time_zone("Africa/Casablanca"))
    for wish in (OpenCounter(ONE, AMINA), IssueTicket(BIRTHS), IssueTicket(BIRTHS)):
        reception.execute(wish)
    reception.execute(CallNext(AMINA))
    at[0], kept.is_refusing = NEXT_MORNING, True
    reception.execute(IssueTicket(BIRTHS))
    return engine


def late_of(engine: Engine) -> list:
    with engine.connect() as connection:
        return late_days(connection, "hall")


def test_a_day_whose_closing_was_refused_and_came_later_holds_and_that_is_told(
    left_open: Engine,
) -> None:
    at = NEXT_MORNING + timedelta(minutes=5)
    zone = time_zone("Africa/Casablanca")
    Reception(SqlJournal(left_open, "hall"), a_hall, lambda: at, zone).execute(IssueTicket(BIRTHS))

    proof = proof_of(left_open)

    assert (proof.closing, proof.late) == (LateClosing(5, NEXT_MORNING), None)
    assert (proof.breaks, proof.holds, late_of(left_open)) == ((), True, [])
    assert (proof_of(left_open, NEXT).holds, all_breaks(left_open)) == (True, [])


NIGHT = NINE + timedelta(hours=14)
CANCELLED = TicketCancelled(NIGHT, "A002", "closing")
ENDED = (NoShowRecorded(NIGHT, "A001", ONE, "closing"), CANCELLED, CounterClosed(NIGHT, ONE))


@pytest.mark.parametrize(
    ("forged", "request_"),
    [
        ((TicketRecalled(NIGHT, "A001", ONE), *ENDED, DayClosed(NIGHT)), None),
        ((TicketCancelled(NIGHT, "A002", "closing", "salma"), DayClosed(NIGHT)), None),
        ((TicketCancelled(NIGHT, "A002", "went out"), DayClosed(NIGHT)), None),
        ((NoShowRecorded(NIGHT, "A001", ONE), DayClosed(NIGHT)), None),
        ((ServiceFinished(NIGHT, "A001", ONE), DayClosed(NIGHT)), None),
        ((*ENDED, DayClosed(NIGHT + timedelta.resolution)), None),
        ((*ENDED, DayClosed(NIGHT)), "s:salma:0f"),
    ],
)
def test_what_is_no_closing_by_itself_is_found(
    left_open: Engine, forged: tuple[Event, ...], request_: str | None
) -> None:
    facts = [Fact(seq, event) for seq, event in enumerate(forged, 5)]
    SqlJournal(left_open, "hall").append(DAY, facts, request_)

    proof = proof_of(left_open)

    assert (proof.closing, proof.late, proof.holds) == (None, 5, False)
    assert late_of(left_open) == [DAY]


def test_a_refused_closing_is_not_written_at_all(left_open: Engine) -> None:
    with left_open.connect() as connection:
        query = select(func.count()).where(journal.c.day == DAY)
        assert connection.execute(query).scalar_one() == 4
    with pytest.raises(JournalError):
        Refusing(left_open, "hall", DAY, is_refusing=True).append(DAY, [Fact(5, CANCELLED)], None)
