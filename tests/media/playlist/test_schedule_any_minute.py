"""At every minute of any days, a screen may play what a plain reading of the rules says.

Around the nights in which Morocco's clocks are put back for Ramadan and on again, and beside a
clock that shifts by half an hour (Lord Howe Island).
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from media.playlist.instants import clock_change, first_instant
from media.playlist.model import Item, Rank, Strength
from media.playlist.schedule import ClockTrust, schedule
from media.playlist.validity import WEEK, Holidays, Validity, Window
from tests.media.playlist.building import CASABLANCA, HERE, lasting, revision
from tests.media.playlist.plain_days import CHANGES, MINUTE, PlainDays, Ramadans

OLD_RULES = Ramadans()
NIGHTS = (
    *((datetime.fromisoformat(change), OLD_RULES) for change, _ in CHANGES),
    *((datetime.fromisoformat(change), CASABLANCA) for change, _ in CHANGES[:4]),
    (datetime.fromisoformat("2026-09-20T01:00"), CASABLANCA),
    (datetime.fromisoformat("2026-04-04T15:00"), ZoneInfo("Australia/Lord_Howe")),
    (datetime.fromisoformat("2026-10-03T15:30"), ZoneInfo("Australia/Lord_Howe")),
)
"""When the clocks may change, in UTC."""

QUARTERS = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 45]))
NIGHTLY = st.builds(time, st.integers(0, 4), st.sampled_from([0, 30]))
TIMES = st.one_of(QUARTERS, NIGHTLY)


def days_near(night: datetime) -> st.SearchStrategy[date]:
    return st.sampled_from([night.date() + timedelta(days=each) for each in (-1, 0, 1)])


def windows() -> st.SearchStrategy[Window]:
    days = st.lists(st.sampled_from(WEEK), min_size=1, max_size=7, unique=True).map(tuple)
    pairs = st.tuples(TIMES, TIMES).filter(lambda pair: pair[0] != pair[1])
    return st.builds(lambda pair, on: Window(*pair, on), pairs, st.one_of(st.just(WEEK), days))


@st.composite
def validities(draw: st.DrawFn, night: datetime) -> Validity:
    moments = st.builds(datetime.combine, days_near(night), TIMES)
    ends = draw(st.none() | st.lists(moments, min_size=2, max_size=2, unique=True).map(sorted))
    days = st.lists(days_near(night), max_size=2, unique=True).map(tuple)
    return Validity(
        *(ends or (None, None)),
        draw(st.lists(windows(), max_size=2).map(tuple)),
        draw(st.sampled_from(Holidays)),
        draw(days),
        draw(st.one_of(st.just(()), days)),
    )


@st.composite
def items(draw: st.DrawFn, night: datetime, key: str) -> Item:
    validity = draw(validities(night))
    strength = draw(st.sampled_from(Strength)) if validity.until else Strength.TURN
    is_replacing = strength is Strength.REPLACE
    ranks = [each for each in Rank if not (is_replacing and each is Rank.FALLBACK)]
    return Item(
        key,
        lasting().content,
        rank=draw(st.sampled_from(ranks)),
        strength=strength,
        validity=validity,
    )


def minutes(first: int, end: int) -> set[int]:
    """Every fifth minute, and all of the first and the last: nothing here lasts less than 15."""
    return {*range(first, end, 5), *range(first, min(end, first + 5)), *range(end - 5, end)} - {
        *range(end - 5, first)
    }


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_what_is_due_and_until_when_is_what_a_plain_reading_says(data):
    night, zone = data.draw(st.sampled_from(NIGHTS))
    count = data.draw(st.integers(1, 3))
    played = tuple(data.draw(items(night, f"item-{each}")) for each in range(count))
    holidays = frozenset(data.draw(st.lists(days_near(night), max_size=1)))
    plain = PlainDays(night.replace(tzinfo=UTC) - timedelta(days=3), 6, zone, holidays)
    content = revision(*played, holidays=holidays)
    now = data.draw(st.integers(24 * 60, 5 * 24 * 60))

    for _ in range(6):
        due = schedule(content, HERE, plain.moments[now].astimezone(zone), ClockTrust.RTC)
        last = len(plain.moments) - 1
        until = last if due.until is None else (due.until - plain.moments[0]) // MINUTE
        assert until > now
        stays = {tuple(plain.due(played, each)) for each in minutes(now, min(until, last))}
        assert stays <= {tuple(item.id for item in due.items)}
        now = until
        if now >= last:
            return


@pytest.mark.parametrize(("night", "zone"), NIGHTS)
@given(minutes=st.integers(-300, 300))
@settings(max_examples=25, deadline=None)
def test_the_first_moment_of_a_time_is_the_first_minute_that_shows_it_or_more(night, zone, minutes):
    start = night.replace(tzinfo=UTC) - timedelta(hours=12)
    wall = start.astimezone(zone).replace(tzinfo=None) + timedelta(hours=12, minutes=minutes)
    moments = [start + each * MINUTE for each in range(24 * 60)]
    shown = (each for each in moments if each.astimezone(zone).replace(tzinfo=None) >= wall)

    assert first_instant(wall, zone) == next(shown)


@pytest.mark.parametrize(("change", "hours"), CHANGES)
def test_the_minute_in_which_the_clocks_are_changed_is_found(change, hours):
    moment = datetime.fromisoformat(change).replace(tzinfo=UTC)
    around = moment - timedelta(hours=7), moment + timedelta(hours=5)
    assert clock_change(*around, OLD_RULES) == moment
    assert moment.astimezone(OLD_RULES).utcoffset() == timedelta(hours=hours)


@pytest.mark.parametrize(("change", "hours"), CHANGES)
def test_morocco_by_the_old_rules_is_morocco(change, hours):
    """The zone of these tests is that of the tz database where it knows the same change."""
    moment = datetime.fromisoformat(change).replace(tzinfo=UTC)
    if moment > datetime(2026, 9, 1, tzinfo=UTC):
        return
    for minute in range(-180, 180):
        mine, real = (
            (moment + minute * MINUTE).astimezone(each) for each in (OLD_RULES, CASABLANCA)
        )
        assert (mine.replace(tzinfo=None), mine.fold) == (real.replace(tzinfo=None), real.fold)
        for fold in (0, 1):
            offsets = {each.replace(fold=fold).utcoffset() for each in (mine, real)}
            assert len(offsets) == 1
