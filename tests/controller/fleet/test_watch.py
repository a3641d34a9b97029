"""A device that is not well raises an alarm within 90 seconds, and it goes by itself."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import MappingProxyType

import pytest

from controller.fleet.watch import Sighting, alarms, looked, troubles
from controller.signage.tally import Said
from wire.messages import Playing, Published, ScreenHealth

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
NOW, BEFORE = Published(5, "5" * 64, 100), Published(4, "4" * 64, 100)
WELL = ScreenHealth("1", 1920, 1080, "controller", 10**10, 10**11)
BEAT = timedelta(seconds=10)


class Day:
    """A virtual clock that goes by the second, and what the controller sees of one screen."""

    def __init__(self, pace=1.0) -> None:
        self.at, self.watch, self.pace = START, MappingProxyType({}), pace
        self.sighting = Sighting("north", "screen", is_connected=True, came_at=START, health=WELL)
        self.plays(NOW)
        self.is_beating = True

    def plays(self, revision, state="playing", **told):
        playing = Playing(revision.number, revision.sha256, state, START, "controller", **told)
        self.sighting = replace(self.sighting, said=Said(playing, self.at, self.at))

    def go_on(self, seconds):
        """Let seconds pass, and return the alarms of each, by when they were first raised."""
        raised = {}
        for second in range(seconds + 1):
            said = self.sighting.said
            if self.is_beating and said and self.at - said.heard_at >= BEAT:
                self.sighting = replace(self.sighting, said=replace(said, heard_at=self.at))
            found = troubles([self.sighting], NOW, self.at, self.pace)
            self.watch = looked(self.watch, found, self.at)
            for each in alarms(self.watch, self.at, self.pace):
                raised.setdefault(each.trouble, second)
            self.at += timedelta(seconds=1)
        return raised

    @property
    def lasting(self):
        return [each.trouble for each in alarms(self.watch, self.at, self.pace)]


def away(day):
    day.sighting = replace(day.sighting, is_connected=False, said=None, health=None)


def silent(day):
    day.is_beating = False


def refused(day):
    day.plays(NOW, "refused", problem="unreadable")


def behind(day):
    day.plays(BEFORE)


def left_out(day):
    day.plays(NOW, quarantined=("film",))


def sick(**told):
    def fall_ill(day):
        day.sighting = replace(day.sighting, health=replace(WELL, **told))

    return fall_ill


SICK = [
    ("away", away),
    ("silent", silent),
    ("refused", refused),
    ("behind", behind),
    ("left_out", left_out),
    ("disk", sick(disk_trouble="Input/output error")),
    ("disk_full", sick(disk_free=10**8)),
    ("hot", sick(warmth=80.0)),
    ("slowed", sick(is_slowed=True)),
    ("power", sick(is_power_weak=True)),
]


def test_a_screen_that_is_well_raises_nothing_all_day():
    assert Day().go_on(600) == {}


@pytest.mark.parametrize(("trouble", "fall_ill"), SICK, ids=[name for name, _ in SICK])
def test_whatever_is_wrong_raises_its_alarm_within_ninety_seconds_and_goes_by_itself(
    trouble, fall_ill
):
    day = Day()
    day.go_on(100)
    well = day.sighting
    fall_ill(day)

    raised = day.go_on(89)

    assert list(raised) == [trouble]
    assert day.lasting == [trouble]
    day.sighting, day.is_beating = well, True
    day.plays(NOW)
    day.go_on(1)
    assert day.lasting == []


@pytest.mark.parametrize(("fall_ill", "seconds"), [(away, 55), (silent, 70), (behind, 70)])
def test_a_restart_or_a_large_file_raises_nothing(fall_ill, seconds):
    day = Day()
    fall_ill(day)

    assert day.go_on(seconds) == {}


def test_a_screen_that_never_came_raises_an_alarm_too_and_a_tablet_in_a_drawer_none():
    day = Day()
    day.sighting = Sighting("north", "screen", is_connected=False)
    assert day.go_on(89) == {"away": 60}
    day.sighting = Sighting("faces", "rater", is_connected=False)
    assert (day.go_on(200), day.lasting) == ({}, [])


def test_a_window_that_never_said_a_word_is_silent():
    day = Day()
    day.sighting = replace(day.sighting, said=None)

    assert day.go_on(89) == {"silent": 81}


def test_a_kiosk_has_no_playlist_to_be_behind_with():
    day = Day()
    day.sighting = Sighting("entrance", "kiosk", is_connected=True)

    assert day.go_on(200) == {}


def test_a_demonstration_whose_day_runs_fast_alarms_nobody_sooner():
    day = Day(pace=60.0)
    away(day)

    assert day.go_on(3599) == {}
    assert day.go_on(1) == {"away": 0}


def test_what_goes_on_keeps_its_beginning():
    day = Day()
    away(day)
    day.go_on(300)

    [alarm] = alarms(day.watch, day.at)
    assert (alarm.device, alarm.since) == ("north", START)
