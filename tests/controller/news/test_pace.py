from datetime import timedelta

import pytest

from controller.news.pace import BREAKS_AFTER, REST, is_resting, wait_after

QUARTER = timedelta(minutes=15)
MIDDLE = 0.5


def test_each_failure_doubles_the_wait_until_the_feed_rests() -> None:
    waits = [wait_after(failures, QUARTER, MIDDLE) for failures in range(BREAKS_AFTER + 3)]

    assert waits == [
        *(QUARTER, 2 * QUARTER, 4 * QUARTER, 8 * QUARTER, 16 * QUARTER),
        *(REST, REST, REST),
    ]
    assert [is_resting(n) for n in (BREAKS_AFTER - 1, BREAKS_AFTER)] == [False, True]


def test_chance_spreads_the_visits_around_that_time() -> None:
    assert [wait_after(0, QUARTER, chance) for chance in (0, 0.5, 1)] == [
        timedelta(minutes=12),
        QUARTER,
        timedelta(minutes=18),
    ]


def test_a_site_is_left_alone_as_long_as_it_asked() -> None:
    assert wait_after(1, QUARTER, MIDDLE, timedelta(hours=2)) == timedelta(hours=2)
    assert wait_after(1, QUARTER, MIDDLE, timedelta(seconds=1)) == 2 * QUARTER


@pytest.mark.parametrize("failures", [0, 3, 4])
def test_a_feed_that_is_visited_once_a_day_is_never_visited_more_often(failures) -> None:
    assert wait_after(failures, timedelta(days=1), MIDDLE) == timedelta(days=1)
