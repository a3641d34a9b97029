"""When the hall is open."""

from datetime import UTC, date, datetime, time

from controller.hall.hours import Period, Session, Timetable
from media.zone import time_zone

MORNING, AFTERNOON = Session(time(8, 30), time(12, 30)), Session(time(12, 30), time(16, 30))
RAMADAN = Session(time(9), time(15))
WEEK = dict.fromkeys(range(5), (MORNING, AFTERNOON))
CASABLANCA = time_zone("Africa/Casablanca")
HOURS = Timetable(
    CASABLANCA,
    WEEK,
    (
        Period(date(2026, 2, 18), date(2026, 3, 19), dict.fromkeys(range(5), (RAMADAN,))),
        Period(date(2026, 7, 30), date(2026, 7, 30), reason="Throne Day"),
    ),
)


def utc(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


def test_shifts_that_touch_are_one_stretch() -> None:
    [(start, end)] = HOURS.sessions(date(2026, 4, 7))

    assert (start.time(), end.time()) == (time(8, 30), time(16, 30))


def test_a_break_at_noon_is_closed() -> None:
    friday = {4: (Session(time(8, 30), time(12)), Session(time(14), time(16, 30)))}
    hours = Timetable(CASABLANCA, friday)

    assert [end.time() for _, end in hours.sessions(date(2026, 4, 10))] == [time(12), time(16, 30)]
    assert hours.closes_at(datetime(2026, 4, 10, 13, tzinfo=CASABLANCA)) is None


def test_the_hall_closes_with_the_clock_of_the_hall() -> None:
    """In April 2026 Morocco is an hour ahead of UTC; in Ramadan, until 22 March, it is not."""
    assert HOURS.closes_at(utc(4, 7, 10)) == utc(4, 7, 15, 30)
    assert HOURS.closes_at(utc(3, 10, 10)) == utc(3, 10, 15)


def test_before_opening_and_after_closing_nobody_is_let_in() -> None:
    at = [utc(4, 7, 7, 29), utc(4, 7, 7, 30), utc(4, 7, 15, 29), utc(4, 7, 15, 30)]

    assert [HOURS.closes_at(each) is not None for each in at] == [False, True, True, False]


def test_a_holiday_and_a_sunday_are_closed() -> None:
    assert HOURS.sessions(date(2026, 7, 30)) == ()
    assert HOURS.sessions(date(2026, 4, 12)) == ()


def test_the_next_opening_is_the_afternoons_or_the_next_days() -> None:
    noon = (Session(time(8, 30), time(12)), Session(time(14), time(16, 30)))
    hours = Timetable(CASABLANCA, dict.fromkeys((3, 4, 0), noon))
    thursday = datetime(2026, 4, 9, 10, tzinfo=CASABLANCA)

    assert hours.opens_at(thursday) == thursday.replace(hour=14)
    assert hours.opens_on_a_later_day(thursday) == thursday.replace(day=10, hour=8, minute=30)
    friday = thursday.replace(day=10, hour=18)
    assert hours.opens_on_a_later_day(friday) == thursday.replace(day=13, hour=8, minute=30)


def test_a_hall_that_never_opens_has_no_next_day() -> None:
    assert Timetable(CASABLANCA, {}).opens_on_a_later_day(utc(4, 7, 10)) is None
