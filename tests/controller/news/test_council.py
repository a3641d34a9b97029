"""Sessions of the council: on time through Ramadan, each of a series by itself."""

from datetime import UTC, datetime, timedelta

import pytest

from controller.news.council import AHEAD, MOST_EVENTS, UNTOLD
from controller.news.problem import FeedProblem, Problem
from controller.news.reading import read
from media.zone import time_zone
from tests.controller.news.written import COUNCIL, a_calendar, a_feed, an_event, as_answer

RABAT = time_zone("Africa/Casablanca")
FEBRUARY = datetime(2026, 2, 1, 8, tzinfo=UTC)
CALENDAR = a_feed(kind="calendar", url="https://site.test/council.ics")
HERE = ";TZID=Africa/Casablanca:"
"""In 2026 Ramadan's clock is that of UTC from 15 February to 22 March, and UTC+1 around it."""


def reading(body: bytes, now: datetime = FEBRUARY):
    return read(CALENDAR, as_answer(body, "text/calendar"), now, RABAT)


def starts(body: bytes) -> list[datetime]:
    return [each.sitting.starts for each in reading(body).entries]


@pytest.mark.parametrize(
    ("head", "start", "rule"),
    [
        ("", f"{HERE}20260202T100000", "RRULE:FREQ=WEEKLY;COUNT=9"),
        ("", ":20260202T100000", "RRULE:FREQ=WEEKLY;COUNT=9"),
        ("", ";TZID=Morocco Standard Time:20260202T100000", "RRULE:FREQ=WEEKLY;COUNT=9"),
        ("X-WR-TIMEZONE:Africa/Casablanca", ":20260202T090000Z", "RRULE:FREQ=WEEKLY;COUNT=9"),
    ],
    ids=["zone", "no zone", "Outlook's zone", "Google's zone"],
)
def test_a_weekly_session_at_ten_stays_at_ten_through_ramadan(head, start, rule) -> None:
    got = starts(a_calendar(an_event("weekly", start, rule), head=head))

    assert [f"{each.astimezone(RABAT):%m-%d %H:%M}" for each in got] == [
        *("02-02 10:00", "02-09 10:00", "02-16 10:00", "02-23 10:00", "03-02 10:00"),
        *("03-09 10:00", "03-16 10:00", "03-23 10:00", "03-30 10:00"),
    ]
    assert [each.hour for each in got] == [9, 9, 10, 10, 10, 10, 10, 9, 9]


def test_a_session_in_utc_is_a_moment_whatever_the_clock_shows() -> None:
    assert starts(a_calendar(an_event("one", ":20260216T090000Z"))) == [
        datetime(2026, 2, 16, 9, tzinfo=UTC)
    ]


def test_one_of_a_series_is_moved_and_another_one_cancelled() -> None:
    body = a_calendar(
        an_event("s", f"{HERE}20260202T100000", "RRULE:FREQ=WEEKLY;COUNT=4"),
        an_event("s", f"{HERE}20260210T150000", f"RECURRENCE-ID{HERE}20260209T100000"),
        an_event(
            "s",
            f"{HERE}20260216T100000",
            f"RECURRENCE-ID{HERE}20260216T100000",
            "STATUS:CANCELLED",
        ),
    )
    before = reading(
        a_calendar(an_event("s", f"{HERE}20260202T100000", "RRULE:FREQ=WEEKLY;COUNT=4"))
    )

    got = reading(body).entries

    assert [
        (f"{each.sitting.starts.astimezone(RABAT):%m-%d %H:%M}", each.sitting.is_cancelled)
        for each in got
    ] == [
        ("02-02 10:00", False),
        ("02-10 15:00", False),
        ("02-16 10:00", True),
        ("02-23 10:00", False),
    ]
    assert [each.guid for each in got] == [each.guid for each in before.entries]


def test_a_session_that_is_moved_stays_the_same_session() -> None:
    one, other = (
        reading(a_calendar(an_event("only", f"{HERE}202602{day}T100000"))).entries[0].guid
        for day in ("03", "17")
    )

    assert one == other == "only"


def test_where_and_how_long_are_told_and_a_day_is_the_halls() -> None:
    body = a_calendar(
        an_event("a", f"{HERE}20260203T100000", f"DTEND{HERE}20260203T123000", "LOCATION:قاعة 1"),
        an_event("b", ";VALUE=DATE:20260220"),
    )

    first, second = (each.sitting for each in reading(body).entries)

    assert (first.place, first.ends - first.starts) == ("قاعة 1", timedelta(hours=2, minutes=30))
    assert (second.is_whole_day, second.starts, second.ends) == (
        True,
        datetime(2026, 2, 20, tzinfo=UTC),
        datetime(2026, 2, 21, tzinfo=UTC),
    )


def test_a_session_without_an_end_is_held_for_some_time() -> None:
    (entry,) = reading(a_calendar(an_event("a", f"{HERE}20260203T100000"))).entries

    assert entry.sitting.ends - entry.sitting.starts == UNTOLD


def test_sessions_are_told_from_now_on_and_some_time_ahead() -> None:
    days = ("20260130", "20260203", "20261230")
    body = a_calendar(*(an_event(day, f"{HERE}{day}T100000") for day in days))

    got = reading(body)

    assert [each.guid for each in got.entries] == ["20260203"]
    assert (got.since, got.until, got.is_whole) == (FEBRUARY, FEBRUARY + AHEAD, True)


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (a_calendar(), Problem.NO_ENTRIES),
        (a_calendar(an_event("a", ":20260203T100000"))[:-30], Problem.CUT_SHORT),
        (b"<!doctype html><title>Sign in", Problem.HTML),
        (b"hello", Problem.OTHER_FORMAT),
        (
            a_calendar(an_event("a", ":20260203T100000", title="é")).replace("é".encode(), b"\xe9"),
            Problem.OTHER_FORMAT,
        ),
        (a_calendar(*[an_event("a", ":20260203T100000")] * (MOST_EVENTS + 1)), Problem.TOO_LARGE),
    ],
    ids=["empty", "cut", "page", "text", "no UTF-8", "huge"],
)
def test_what_is_no_whole_calendar_is_told(body, problem) -> None:
    with pytest.raises(FeedProblem) as raised:
        reading(body)

    assert raised.value.problem is problem


@pytest.mark.parametrize(
    "wild",
    [
        an_event("w", ":20260202T100000Z", "RRULE:FREQ=SECONDLY"),
        an_event("w", ":20260202T100000Z", "RRULE:FREQ=DAILY;BYHOUR=1,2;BYMINUTE=0,1,2"),
        an_event("w", ":00010101T100000Z", "RRULE:FREQ=DAILY"),
        an_event("w", ";TZID=Nowhere/Land:2026", "RRULE:FREQ=DAILY"),
    ],
    ids=["every second", "every minute", "from the year 1", "no date"],
)
def test_a_wild_series_is_left_out_and_the_rest_is_told(wild) -> None:
    got = reading(a_calendar(wild, an_event("good", f"{HERE}20260203T100000")))

    assert ([each.guid for each in got.entries], got.is_whole) == (["good"], False)


def test_a_title_may_be_in_any_language() -> None:
    assert reading(a_calendar(an_event("a", ":20260203T100000"))).entries[0].title == COUNCIL
