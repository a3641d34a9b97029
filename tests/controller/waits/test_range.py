from statistics import mean

from hypothesis import given
from hypothesis.strategies import floats, lists

from controller.waits import Range

minutes = floats(-1e4, 1e4)


@given(minutes, minutes, minutes)
def test_a_range_is_in_order_and_never_negative(low, likely, high):
    made = Range.around(low, likely, high)
    assert [0.0, *sorted([made.low, made.likely, made.high])] == [
        0.0, made.low, made.likely, made.high,
    ]  # fmt: skip
    assert made.low >= 0


def test_a_range_covers_its_ends():
    told = Range(2, 5, 9)
    assert [told.covers(wait) for wait in (1.9, 2, 5, 9, 9.1)] == [False, True, True, True, False]


def test_a_range_between_two_lies_where_it_is_told():
    assert Range(0, 4, 8).mixed(Range(2, 8, 12), 0.25) == Range(0.5, 5, 9)


def test_a_range_is_read_in_the_nearest_minutes():
    assert Range(0.4, 2.5, 9.6).read == Range(0, 3, 10)


@given(lists(floats(0, 240), min_size=1, max_size=9))
def test_no_likely_wait_costs_less_than_the_median(waits):
    median = sorted(waits)[len(waits) // 2]
    costs = {
        likely: mean(Range(0, likely, 240).loss(wait) for wait in waits)
        for likely in (*waits, median)
    }
    assert costs[median] <= min(costs.values()) + 1e-9
