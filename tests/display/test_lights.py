"""A screen is dark outside the hall's hours, and never while the hall needs it."""

from datetime import UTC, datetime, time, timedelta

import pytest

from display.curtain import Curtain
from display.lights import Lights
from display.scene import LargeCall, Line, Scene
from media.pack.model import Shift
from media.zone import time_zone
from tests.display.conftest import Wall
from wire.messages import EmergencyKind, Ready

CASABLANCA = time_zone("Africa/Casablanca")
HOURS = (Shift(time(8, 30), time(16, 30)),)
BEFORE, AFTER = timedelta(minutes=20), timedelta(minutes=30)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")


def lights(hours=HOURS, days=WEEKDAYS):
    return Lights(hours, BEFORE, AFTER, days)


def at(text):
    """A moment of the hall's wall clock."""
    return datetime.fromisoformat(text).replace(tzinfo=CASABLANCA)


@pytest.mark.parametrize(
    ("moment", "are_on"),
    [
        ("2026-03-02 08:09", False),
        ("2026-03-02 08:10", True),
        ("2026-03-02 12:00", True),
        ("2026-03-02 16:59", True),
        ("2026-03-02 17:00", False),
        ("2026-03-01 12:00", False),  # a Sunday
    ],
)
def test_there_is_light_from_before_the_opening_to_after_the_closing(moment, are_on):
    assert lights().are_on(at(moment)) is are_on


def test_a_break_at_noon_that_is_shorter_than_both_is_no_dark():
    split = lights((Shift(time(8, 30), time(12, 0)), Shift(time(12, 40), time(16, 30))))

    assert split.are_on(at("2026-03-02 12:25"))


def test_light_reaches_over_midnight_from_the_day_on_which_it_began():
    late = lights((Shift(time(20, 0), time(23, 45)),), ("friday",))

    assert late.are_on(at("2026-03-07 00:14"))
    assert not late.are_on(at("2026-03-07 00:15"))
    assert not late.are_on(at("2026-03-06 00:10"))


def on_in(days):
    """The moments, in UTC, at which the light changes in these days, minute by minute."""
    start = datetime(2026, 2, 13, tzinfo=UTC)
    minutes = [start + timedelta(minutes=each) for each in range(days * 1440)]
    states = [
        lights(days=("sunday", "monday")).are_on(each.astimezone(CASABLANCA)) for each in minutes
    ]
    return [
        f"{minute:%a %H:%M}"
        for minute, before, now in zip(minutes[1:], states, states[1:], strict=False)
        if before != now
    ]


def test_through_the_clock_change_of_ramadan_the_hall_is_lit_by_its_own_clocks():
    """On 15 February 2026 at 03:00 the clocks of Morocco go back to 02:00, until 22 March."""
    offsets = {datetime(2026, 2, day, 12, tzinfo=CASABLANCA).utcoffset() for day in (14, 15)}
    assert offsets == {timedelta(hours=1), timedelta()}

    assert on_in(4) == ["Sun 08:10", "Sun 17:00", "Mon 08:10", "Mon 17:00"]


def test_back_from_ramadan_time_the_same_hours_begin_an_hour_earlier_in_utc():
    start = datetime(2026, 3, 22, 0, 0, tzinfo=UTC)
    on = [
        start + timedelta(minutes=each)
        for each in range(1440)
        if lights(days=("sunday",)).are_on((start + timedelta(minutes=each)).astimezone(CASABLANCA))
    ]

    assert (f"{on[0]:%H:%M}", len(on)) == ("07:10", 530)


NIGHT = at("2026-03-02 22:00")


@pytest.mark.parametrize(
    "needed",
    [
        {"large": LargeCall("A012", 3, is_bright=False)},
        {"lines": (Line("B104", 4, is_called=False),)},
        {"waiting": 1},
        {"ready": (Ready("A013", 2),)},
        {"emergency": EmergencyKind.EVACUATION},
        {"clock": None},
    ],
    ids=lambda needed: next(iter(needed)),
)
def test_it_is_never_dark_while_the_hall_needs_it_or_the_hour_is_not_known(needed):
    wall = Wall()
    curtain = Curtain(wall, lights())
    curtain.show(Scene(clock=NIGHT, waiting=0))
    assert (curtain.is_dark, wall.scene.is_dark) == (True, True)

    curtain.show(Scene(**({"clock": NIGHT} | needed)))

    assert (curtain.is_dark, wall.scene.is_dark) == (False, False)


def test_it_wakes_before_the_opening_by_the_clock_alone():
    wall = Wall()
    curtain = Curtain(wall, lights())
    curtain.show(Scene(clock=at("2026-03-03 08:09")))
    curtain.show(Scene(clock=at("2026-03-03 08:10")))

    assert [each.is_dark for each in wall.scenes] == [True, False]


def test_without_hours_it_is_never_dark():
    wall = Wall()
    Curtain(wall).show(Scene(clock=NIGHT))

    assert wall.scene.is_dark is False


def test_who_asks_which_screen_it_is_sees_it_in_the_night_for_ten_seconds():
    wall = Wall()
    curtain = Curtain(wall, lights())
    curtain.show(Scene(clock=NIGHT))
    curtain.identify("north", 10.0, moment=50.0)
    assert (wall.scene.identity, wall.scene.is_dark) == ("north", False)
    curtain.tick(59.9)
    assert wall.scene.identity == "north"
    curtain.tick(60.0)

    assert (wall.scene.identity, wall.scene.is_dark) == (None, True)
