"""What the day measures."""

from datetime import timedelta

import pytest

from controller.hall.commands import (
    CallNext,
    FinishService,
    IssueTicket,
    MarkNoShow,
    Reinstate,
    ReleaseCounter,
    StartService,
    Transfer,
)
from controller.hall.measures import Durations, Quarter
from tests.controller.builders import AMINA, BIRTHS, BRAHIM, NINE, ONE, TAXES, after, do, open_hall


@pytest.mark.parametrize(
    ("seconds", "p90"), [([], None), ([7], 7), ([1, 2], 2), (range(1, 11), 9), (range(100), 89)]
)
def test_the_90th_percentile_is_the_nearest_rank(seconds, p90) -> None:
    durations = Durations()
    for second in reversed(seconds):
        durations.add(timedelta(seconds=second))

    assert durations.percentile(0.9) == p90


def test_a_wait_ends_with_the_first_call_and_a_service_lasts_from_start_to_finish() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), at=after(0))
    do(hall, CallNext(AMINA), at=after(4))
    do(hall, StartService(AMINA), at=after(5))
    do(hall, FinishService(AMINA), at=after(8))

    tally = hall.measures.services[BIRTHS]

    assert (tally.waits.mean, tally.services.mean, tally.served) == (240, 180, 1)


def test_the_service_level_is_the_share_called_by_the_promised_moment() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), IssueTicket(BIRTHS), at=after(0))
    do(hall, CallNext(AMINA), at=after(10))
    do(hall, CallNext(BRAHIM), at=after(10.1))

    assert hall.measures.total.service_level == 0.5


def test_a_transfer_counts_a_service_at_each_counter_but_one_wait_and_one_served() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), at=after(0))
    do(hall, CallNext(AMINA), at=after(2))
    do(hall, StartService(AMINA), at=after(3))
    do(hall, Transfer(AMINA, TAXES), at=after(4))
    do(hall, CallNext(BRAHIM), at=after(5))
    do(hall, StartService(BRAHIM), at=after(5))
    do(hall, FinishService(BRAHIM), at=after(10))

    total, births, taxes = hall.measures.total, *map(hall.measures.services.get, (BIRTHS, TAXES))

    assert (total.called, total.served, total.services.mean) == (1, 1, 180)
    assert (births.called, births.served, births.services.mean) == (1, 0, 60)
    assert (taxes.called, taxes.served, taxes.services.mean) == (0, 1, 300)
    assert (births.transferred_out, taxes.transferred_in, total.transferred_out) == (1, 1, 1)
    assert (births.transferred_in, taxes.transferred_out, total.transferred_in) == (0, 0, 1)


def test_the_quarters_tell_how_many_wait() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), IssueTicket(BIRTHS), at=after(14))
    do(hall, CallNext(AMINA), MarkNoShow(AMINA), at=after(16))

    assert hall.measures.quarters == {
        NINE: Quarter(issued=2, called=0, waiting_change=2),
        after(15): Quarter(issued=0, called=1, waiting_change=-1),
    }
    assert hall.measures.counters[ONE].no_shows == 1


def test_who_is_left_at_a_counter_waits_again() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), CallNext(AMINA), ReleaseCounter(ONE))

    assert hall.measures.quarters[NINE] == Quarter(issued=1, called=1, waiting_change=1)


def test_a_finish_that_was_taken_back_took_no_time() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), IssueTicket(BIRTHS), at=after(0))
    do(hall, CallNext(AMINA), StartService(AMINA), at=after(4))
    do(hall, FinishService(AMINA), at=after(4.5))
    do(hall, Reinstate("A001", "wrong tap"), at=after(5))
    tallies = (hall.measures.total, hall.measures.services[BIRTHS], hall.measures.counters[ONE])
    assert [(each.services.mean, each.served) for each in tallies] == [(None, 0)] * 3

    do(hall, CallNext(AMINA), StartService(AMINA), at=after(6))
    do(hall, FinishService(AMINA), at=after(10))
    assert [(each.services.mean, each.served) for each in tallies] == [(240, 1)] * 3
