"""Screens say how their machines are; supervisors, the log and the command line are told."""

import pytest

from tests.controller.web.browsing import page
from wire.messages import ScreenHealth

HEALTH = {
    "version": "0.1.0",
    "width": 1080,
    "height": 1920,
    "clock_trust": "controller",
    "disk_free": 10**10,
    "disk_size": 10**11,
    "warmth": 52.5,
}
NOT_TOLD = {
    "disk_trouble": "",
    "uptime": None,
    "is_slowed": None,
    "is_power_weak": None,
    "memory_free": None,
    "memory_size": None,
    "is_dark": False,
    "diagonal_mm": None,
    "distance_mm": None,
    "written": [],
}


def overview_that(page, said, holds):
    """Return the next overview that is as wanted; `said` waits for each with a deadline."""
    while True:
        found = [each for each in said(page, "overview") if holds(each)]
        if found:
            return found[-1]


def north(overview):
    return next(each for each in overview["devices"] if each["name"] == "north")


def test_a_hot_screen_raises_an_alarm_that_goes_by_itself(house, said):
    page, screen = house.person("salma"), house.device("north")

    screen.emit("health", HEALTH | {"warmth": 81.0}, namespace="/screens")
    hot = overview_that(page, said, lambda each: each["alarms"])
    screen.emit("health", HEALTH, namespace="/screens")
    well = overview_that(page, said, lambda each: not each["alarms"])

    told = [(each["device"], each["kind"], each["trouble"]) for each in hot["alarms"]]
    assert told == [("north", "screen", "hot")]
    assert north(well)["health"] == NOT_TOLD | HEALTH


def test_the_command_line_reads_what_the_controller_saw(house, said):
    page, screen = house.person("salma"), house.device("north")
    screen.emit("health", HEALTH | {"is_power_weak": True}, namespace="/screens")
    overview_that(page, said, lambda each: each["alarms"])

    snapshot = house.fleet.shelf.last()

    seen = {each.name: each for each in snapshot.seen}
    assert [each.trouble for each in snapshot.alarms] == ["power"]
    assert seen["north"].health == ScreenHealth(**HEALTH, is_power_weak=True)
    assert (seen["south"].is_connected, seen["south"].health) == (False, None)


@pytest.mark.parametrize(
    ("language", "not_told"),
    [
        ("ar", "لا يخبر به هذا الجهاز"),
        ("fr", "non communiqué par cet appareil"),
        ("en", "not told by this machine"),
        ("zgh", "non communiqué par cet appareil"),
    ],
)
def test_the_page_of_the_screens_tells_also_what_a_machine_does_not(house, language, not_told):
    screen = house.device("north")
    screen.emit("health", HEALTH, namespace="/screens", callback=True)

    told = page(house, "/screens", "salma", language).text

    for word in ("north", "south", "52 °C", "10.0 / 100.0 GB", "1080 × 1920", "0.1.0", not_told):
        assert word in told


def test_who_is_no_supervisor_sees_no_screens(house):
    assert page(house, "/screens", "amina").status_code == 403


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        HEALTH | {"disk_free": -1},
        HEALTH | {"width": 0},
        HEALTH | {"clock_trust": "sundial"},
        HEALTH | {"disk_trouble": "x" * 201},
        HEALTH | {"version": "x" * 41},
        HEALTH | {"warmth": float("inf")},
    ],
)
def test_what_is_no_health_is_refused(house, wrong):
    screen = house.device("north")

    answer = screen.emit("health", wrong, namespace="/screens", callback=True)

    assert answer["refused"] == "bad_request"
