"""How many counters it takes."""

from datetime import UTC, datetime, timedelta

import pytest

from controller.simulation import Visit, advise
from controller.simulation.advice import Staffed, levels_of, load
from tests.controller.builders import BIRTHS

OPENS = datetime(2026, 1, 6, 8, 30, tzinfo=UTC)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


def a_visit(hour: int, wait: float) -> Visit:
    issued = OPENS + hour * HOUR
    return Visit(BIRTHS, issued, issued + 10 * MINUTE, issued + wait * MINUTE)


def an_office(*needed: int) -> Staffed:
    """Where everybody is called at once in an hour with enough counters, and late without."""

    def staffed(counters: tuple[int, ...]) -> list[Visit]:
        enough = zip(counters, needed, strict=True)
        return [
            a_visit(hour, 0 if has >= needs else 30) for hour, (has, needs) in enumerate(enough)
        ]

    return staffed


@pytest.mark.parametrize(
    ("needed", "most", "counters", "is_enough"),
    [
        ((1, 1), 3, (1, 1), True),
        ((1, 3), 3, (1, 3), True),
        ((2, 1, 2), 3, (2, 1, 2), True),
        ((1, 4), 3, (1, 3), False),
    ],
)
def test_counters_are_added_where_an_hour_falls_short(needed, most, counters, is_enough) -> None:
    advice = advise(an_office(*needed), (1,) * len(needed), lambda _: OPENS, 0.9, most)

    assert (advice.counters, advice.is_enough) == (counters, is_enough)


def test_what_was_added_too_much_on_the_way_is_taken_away_again() -> None:
    """The first hour is helped by the second: its visitors wait no longer where two help later."""

    def staffed(counters: tuple[int, ...]) -> list[Visit]:
        first, second = counters
        is_enough = first >= 3 or second >= 2
        return [a_visit(0, 0 if is_enough else 30), a_visit(1, 0 if second >= 2 else 30)]

    advice = advise(staffed, (1, 1), lambda _: OPENS, 0.9, 4)

    assert advice.counters == (1, 2)


def test_an_hours_level_is_the_share_called_in_time_of_those_who_came_in_it() -> None:
    never = Visit(BIRTHS, OPENS, OPENS + 10 * MINUTE)
    visits = [a_visit(0, 5), a_visit(0, 10), a_visit(0, 11), never, a_visit(1, 0), a_visit(7, 30)]

    assert levels_of(visits, lambda _: OPENS, 3) == (0.5, 1.0, 0.0)


def test_the_beginning_is_what_would_do_if_all_came_evenly() -> None:
    half_hours = (0.2, 0.1, 0.05, 0.05, 0.0, 0.0)

    assert load(half_hours, visitors=100, seconds=240, hours=3) == (2, 1, 1)
