"""How many counters it takes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from controller.simulation import Advice, Visit, advise, confirmed
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
        ((9, 9), 1, (1, 1), False),
    ],
)
def test_counters_are_added_where_an_hour_falls_short(needed, most, counters, is_enough) -> None:
    advice = advise(an_office(*needed), (1,) * len(needed), lambda _: OPENS, 0.9, most)

    assert (advice.counters, advice.is_enough) == (counters, is_enough)


def test_no_more_counters_are_advised_than_there_may_be_from_the_first_on() -> None:
    advice = advise(an_office(1, 1), (60, 2), lambda _: OPENS, 0.9, 2)

    assert (advice.counters, advice.is_enough) == ((1, 1), True)
    advice = advise(an_office(60, 2), (60, 2), lambda _: OPENS, 0.9, 2)
    assert (advice.counters, advice.is_enough, advice.short(0.9)) == ((2, 2), False, (0,))


def some_days(needed: int, unlucky: int) -> Staffed:
    """Forty days of one hour and ten visitors; with too few counters two are late on some."""

    def staffed(counters: tuple[int, ...]) -> list[Visit]:
        late = unlucky if counters[0] < needed else 0
        days = ((day, 30 if day < late and n < 2 else 0) for day in range(40) for n in range(10))
        return [
            replace(
                visit,
                issued_at=visit.issued_at + day * 24 * HOUR,
                promised_at=visit.promised_at + day * 24 * HOUR,
                called_at=visit.called_at + day * 24 * HOUR,
            )
            for day, visit in ((day, a_visit(0, wait)) for day, wait in days)
        ]

    return staffed


def opening(at: datetime) -> datetime:
    return at.replace(hour=OPENS.hour, minute=OPENS.minute)


@pytest.mark.parametrize(
    ("unlucky", "most", "counters", "is_enough"),
    [
        (0, 3, 1, True),
        (8, 3, 1, True),
        (19, 3, 2, True),  # 90.5 %: within the error of its days
        (40, 3, 2, True),
        (40, 1, 1, False),
    ],
)
def test_on_other_days_an_hour_has_to_reach_the_aim_for_certain(
    unlucky, most, counters, is_enough
) -> None:
    drawn = Advice((1,), (0.95,), is_enough=True)
    aim = 0.9 if unlucky < 40 else 0.91

    advice = confirmed(some_days(2, unlucky), drawn, opening, aim, most)

    assert (advice.counters, advice.is_enough) == ((counters,), is_enough)


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
