from datetime import date

from hypothesis import given, settings
from hypothesis.strategies import floats, integers, lists, tuples

from controller.waits import Range
from controller.waits.moment import Moment
from controller.waits.pace import ENOUGH, KEPT, Pace

DAY = date(2026, 3, 2)


def at(minute, days=0):
    return Moment(DAY.toordinal() + days, minute)


def a_past(count, minutes_each, days=0):
    pace = Pace()
    for number in range(count):
        ahead = number % 5
        pace.learn(at(540 + number, days), ahead, minutes_each * (ahead + 1))
    return pace


def test_a_queue_says_nothing_before_fifty_tickets():
    assert a_past(ENOUGH - 1, 4).range(3, 560) is None


def test_a_place_takes_as_long_as_it_took():
    assert a_past(ENOUGH, 4).range(3, 560) == Range(16, 16, 16)


def test_the_latest_days_count_more():
    pace = a_past(100, 4)
    for number in range(100):
        pace.learn(at(540 + number, days=14), number % 5, 6 * (number % 5 + 1))
    assert pace.range(4, 560).likely == 30


def test_a_like_time_of_day_counts_more():
    pace = Pace()
    for number in range(100):
        is_morning = number % 2 == 0
        pace.learn(at(540 if is_morning else 900), 2, 30 if is_morning else 6)
    assert (pace.range(2, 545).likely, pace.range(2, 890).likely) == (30, 6)


def test_who_finds_nobody_is_told_what_those_waited_who_found_nobody():
    pace = Pace()
    for number in range(100):
        pace.learn(at(600), 0 if number % 2 else 6, 0 if number % 2 else 35)
    assert (pace.range(0, 600).likely, pace.range(6, 600).likely) == (0, 35)


def test_one_wild_wait_changes_little():
    pace = a_past(99, 4)
    pace.learn(at(600), 4, 230)
    assert pace.range(4, 600).likely == 20


def test_a_queue_forgets_all_but_its_latest_tickets():
    pace = a_past(100, 9)
    for number in range(KEPT):
        pace.learn(at(540 + number % 100), number % 5, 2 * (number % 5 + 1))
    assert (len(pace), pace.range(0, 560)) == (KEPT, Range(2, 2, 2))


joins = tuples(integers(0, 3), floats(0, 1439), integers(0, 80), floats(0, 900))


@settings(max_examples=25, deadline=None)
@given(lists(joins, min_size=ENOUGH, max_size=ENOUGH + 20), integers(0, 500), floats(0, 1439))
def test_whatever_was_learned_the_range_is_one(past, ahead, minute):
    pace = Pace()
    for days, joined, before, wait in sorted(past):
        pace.learn(at(joined, days), before, wait)
    said = pace.range(ahead, minute)
    assert said == Range.around(said.low, said.likely, said.high)


def test_those_of_the_same_class_count_more():
    pace = Pace()
    for number in range(120):
        is_elderly = number % 4 == 0
        pace.learn(at(600), 1, 4 if is_elderly else 24, "elderly" if is_elderly else "normal")
    assert [pace.range(1, 600, kind).likely for kind in ("elderly", "normal")] == [4, 24]


def test_what_is_older_than_the_memory_is_forgotten():
    pace = Pace()
    for number in range(120):
        pace.learn(at(540 + number % 60, days=number // 60), 1, 8)
    pace.forget(at(540, days=1).day)
    assert (len(pace), pace.days_before(at(540, days=2).day)) == (60, 1)
