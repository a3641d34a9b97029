"""What a screen may play: the cases that people ask about."""

from dataclasses import replace
from datetime import UTC, timedelta

import pytest

from media.playlist.model import Placement, Playlist, Rank, Spot
from media.playlist.schedule import ClockTrust, Due, schedule
from media.playlist.validity import Holidays
from tests.media.playlist.building import (
    HERE,
    at,
    day,
    lasting,
    notice,
    replacing,
    revision,
    wall,
    window,
)


def due(content, moment, trust=ClockTrust.CONTROLLER) -> Due:
    return schedule(content, HERE, moment, trust)


def ids(content, moment, trust=ClockTrust.CONTROLLER) -> list[str]:
    return [item.id for item in due(content, moment, trust).items]


def test_an_item_plays_from_its_start_to_its_end_and_the_moments_are_known_before():
    content = revision(notice(since="2026-11-23 08:00", until="2026-11-23 16:00"))

    assert due(content, at("2026-11-23 07:59")) == Due((), at("2026-11-23 08:00"))
    assert ids(content, at("2026-11-23 08:00")) == ["closing"]
    assert due(content, at("2026-11-23 15:59")).until == at("2026-11-23 16:00")
    assert due(content, at("2026-11-23 16:00")) == Due((), None)


def test_a_window_past_midnight_belongs_to_the_day_on_which_it_begins():
    night = lasting(windows=(window("22:00", "02:00", "friday"),))
    content = revision(night)

    assert ids(content, at("2026-11-27 22:00")) == ["charter"]  # a Friday
    assert ids(content, at("2026-11-28 01:59")) == ["charter"]
    assert ids(content, at("2026-11-28 02:00")) == []
    assert ids(content, at("2026-11-27 01:00")) == []
    assert ids(content, at("2026-11-28 22:00")) == []


def test_the_night_of_a_day_that_is_left_out_is_left_out_whole():
    night = lasting(windows=(window("22:00", "02:00"),), not_on=(day("2026-11-27"),))
    content = revision(night)

    assert ids(content, at("2026-11-27 23:00")) == []
    assert ids(content, at("2026-11-28 01:00")) == []
    assert ids(content, at("2026-11-28 23:00")) == ["charter"]


@pytest.mark.parametrize(
    ("holidays", "on_the_day", "the_day_before"),
    [
        (Holidays.AS_EVER, ["charter"], ["charter"]),
        (Holidays.NEVER, [], ["charter"]),
        (Holidays.ONLY, ["charter"], []),
    ],
)
def test_holidays(holidays, on_the_day, the_day_before):
    content = revision(lasting(holidays=holidays), holidays=[day("2027-01-11")])

    assert ids(content, at("2027-01-11 10:00")) == on_the_day
    assert ids(content, at("2027-01-10 10:00")) == the_day_before


def test_while_something_replaces_the_rest_all_of_a_lower_rank_is_absent():
    content = revision(
        lasting("charter"),
        lasting("filler", rank=Rank.FALLBACK),
        lasting("session", rank=Rank.EVENT),
        notice("news", rank=Rank.URGENT),
        replacing("storm", since="2026-11-23 10:00", until="2026-11-23 11:00"),
    )

    assert ids(content, at("2026-11-23 09:59")) == ["news", "session", "charter"]
    assert ids(content, at("2026-11-23 10:00")) == ["news", "storm"]
    assert ids(content, at("2026-11-23 11:00")) == ["news", "session", "charter"]


def test_the_fallback_plays_when_nothing_else_does():
    content = revision(lasting("filler", rank=Rank.FALLBACK), notice())

    assert ids(content, at("2026-11-23 09:00")) == ["closing"]
    assert ids(content, at("2026-11-23 17:00")) == ["filler"]


@pytest.mark.parametrize("moment", [None, at("2026-11-23 09:00")])
def test_on_a_guessed_clock_only_what_has_no_date_and_no_hour_plays(moment):
    content = revision(
        notice(),
        replacing(),
        lasting("charter"),
        lasting("morning", windows=(window("08:00", "12:00"),)),
        lasting("workdays", holidays=Holidays.NEVER),
    )

    assert due(content, moment, ClockTrust.NONE) == Due((lasting("charter"),), None)
    assert ids(content, at("2026-11-23 09:00"), ClockTrust.NTP) == ["storm"]


def test_a_clock_that_is_not_known_yet_is_a_guess_whoever_will_tell_it():
    assert ids(revision(notice(), lasting()), None, ClockTrust.RTC) == ["charter"]


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="has no zone"):
        due(revision(notice()), wall("2026-11-23 09:00"))


def test_what_has_ended_does_not_come_back_when_ramadan_puts_the_clocks_back():
    """On 15 February 2026, 02:00 to 03:00 was shown twice."""
    content = revision(notice(since="2026-02-14 08:00", until="2026-02-15 02:30"))

    assert ids(content, at("2026-02-15 02:29")) == ["closing"]
    assert ids(content, at("2026-02-15 02:30")) == []
    assert ids(content, at("2026-02-15 02:15", fold=1)) == []
    assert due(content, at("2026-02-14 23:00")).until == at("2026-02-15 02:30").astimezone(UTC)


def test_what_begins_in_an_hour_that_is_left_out_begins_when_the_clocks_are_put_on():
    """On 22 March 2026, 03:00 came right after 01:59."""
    content = revision(notice(since="2026-03-22 02:30", until="2026-03-22 12:00"))

    assert due(content, at("2026-03-22 01:59")) == Due((), at("2026-03-22 03:00"))
    assert ids(content, at("2026-03-22 03:00")) == ["closing"]


def test_opening_hours_stay_those_of_the_hall_across_ramadan():
    content = revision(lasting(windows=(window("09:00", "15:00"),)))

    for date, utc in (("2026-02-13", "08:00"), ("2026-02-16", "09:00"), ("2026-03-23", "08:00")):
        opening = at(f"{date} 09:00")
        assert f"{opening.astimezone(UTC):%H:%M}" == utc
        assert ids(content, opening - timedelta(minutes=1)) == []
        assert ids(content, opening) == ["charter"]


def test_each_screen_plays_the_playlists_of_its_name_and_zone_each_item_once():
    one, two, three = lasting("one"), lasting("two"), lasting("three")
    content = replace(
        revision(one, two, three),
        playlists=(
            Playlist("all", "All", ("one", "two")),
            Playlist("zone", "Zone", ("two", "three")),
            Playlist("door", "Door", ("three",)),
        ),
        placements=(
            Placement("all"),
            Placement("zone", zones=("civil_status",)),
            Placement("door", screens=("entrance",)),
        ),
    )

    assert content.items_on(HERE) == (one, two, three)
    assert content.items_on(Spot("entrance")) == (one, two, three)
    assert content.items_on(Spot("cellar", "taxes")) == (one, two)


def test_nothing_published_is_nothing_due():
    assert due(revision(), at("2026-11-23 09:00")) == Due()
