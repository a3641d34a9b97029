"""A call that misses a screen is seen in the figures."""

from math import inf

from bench.screens import latencies
from bench.stopwatch import Stopwatch


def test_a_call_lasts_until_the_last_screen_hears_it() -> None:
    watch = Stopwatch(2)
    watch.tap(7, 1.0)
    watch.hear(0, 7, 1.25)
    watch.hear(1, 7, 1.5)
    assert (watch.last_ms(), watch.is_complete) == ([500], True)


def test_a_call_that_misses_a_screen_lasts_for_ever() -> None:
    watch = Stopwatch(2)
    watch.tap(7, 1.0)
    watch.hear(0, 7, 1.25)
    assert (watch.last_ms(), watch.is_complete) == ([inf], False)


def test_a_screen_that_hears_twice_does_not_stand_in_for_one_that_misses() -> None:
    watch = Stopwatch(2)
    watch.tap(7, 1.0)
    watch.hear(0, 7, 1.25)
    watch.hear(0, 7, 1.5)
    assert watch.last_ms() == [inf]


def test_calls_that_missed_a_screen_count_in_the_percentiles() -> None:
    figures = latencies(12, [2.0] * 390 + [inf] * 10)
    assert [(figure.what, figure.value) for figure in figures] == [
        ("tap → last of 12 screens, 400 taps, p50", 2),
        ("tap → last of 12 screens, 400 taps, p99", inf),
        ("tap → last of 12 screens, 400 taps, calls that reached all", 97.5),
    ]
