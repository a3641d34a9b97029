"""Which open counters nobody attends."""

from datetime import timedelta

from controller.attendance import NOBODY_MISSED, lasting, left, looked
from controller.hall.commands import IssueTicket, PauseCounter
from tests.controller.builders import AMINA, BIRTHS, BRAHIM, NINE, ONE, TWO, after, do, open_hall

MINUTE = timedelta(minutes=1)


def test_an_open_counter_whose_agent_is_not_there_is_unattended() -> None:
    hall = open_hall()

    assert list(left(hall, {AMINA})) == [(TWO, BRAHIM)]
    assert list(left(hall, {AMINA, BRAHIM})) == []


def test_on_a_break_nobody_is_missed() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), PauseCounter(BRAHIM, "prayer"))

    assert list(left(hall, set())) == [(ONE, AMINA)]


def test_a_counter_is_unattended_since_its_agent_went_or_was_first_missed() -> None:
    watch = looked(NOBODY_MISSED, iter([(ONE, AMINA), (TWO, BRAHIM)]), {AMINA: after(1)}, after(2))
    later = looked(watch, iter([(ONE, AMINA), (TWO, BRAHIM)]), {}, after(5))

    assert later == {(ONE, AMINA): after(1), (TWO, BRAHIM): after(2)}
    assert lasting(later, after(5), 4 * MINUTE) == {ONE: after(1)}


def test_who_is_back_is_missed_anew() -> None:
    watch = looked(NOBODY_MISSED, iter([(ONE, AMINA)]), {}, NINE)
    watch = looked(watch, iter([]), {}, after(1))

    assert looked(watch, iter([(ONE, AMINA)]), {}, after(2)) == {(ONE, AMINA): after(2)}
