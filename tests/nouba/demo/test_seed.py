from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from controller.identity import Device
from controller.morning import rulebook_of
from controller.program import clock
from controller.settings import DEMONSTRATION_PACK
from controller.settings import read_settings as read_controller
from controller.store.devices import Devices
from controller.store.engine import open_engine
from controller.store.people import People
from display.settings import read_settings as read_display
from kiosk.settings import read_settings as read_kiosk
from media.pack import load_pack
from nouba.demo.place import fresh_place
from nouba.demo.seed import Size, Wishes, furnish, rules_of
from nouba.demo.staff import PASSWORD, STAFF
from nouba.play.hall_time import HallTime

NOW = datetime(2026, 3, 2, 21, 15, tzinfo=UTC)
WISHES = Wishes(Size(1080, 1920, is_fullscreen=True), Size(960, 540, 10, 20), NOW, speed=50.0)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    place = fresh_place(tmp_path_factory.mktemp("seed") / "demo")
    furnish(place, DEMONSTRATION_PACK, WISHES, {"waits": {"idle": 9, "warning": 4}})
    return place


def test_the_kiosk_reads_its_settings(place):
    settings = read_kiosk(place.settings("kiosk"))
    assert (settings.controller, settings.touch_map) == (place.address, place.touch_map)
    assert (settings.screen.width_px, settings.screen.is_fullscreen) == (1080, True)
    assert (settings.waits.idle, settings.waits.warning) == (9, 4)


def test_the_display_reads_its_settings(place):
    settings = read_display(place.settings("display"))
    control = f"control={place.speaker_control}"
    assert settings.speaker == f"virtual:{place.announcements}?{control}&pace=real"
    assert (settings.screen.left, settings.screen.top) == (10, 20)


def test_the_controllers_clock_is_that_of_the_visitors(place):
    settings = read_controller(place.settings("controller"))
    zone = load_pack(DEMONSTRATION_PACK).hall.zone
    assert settings.clock is not None
    assert settings.clock.start == time(8, 30)
    theirs, ours = clock(settings.clock, zone)(), HallTime(NOW, 50.0, zone).now()
    assert abs((ours - theirs).total_seconds()) < 50 * 5


def test_the_demonstrations_own_hall_has_rules_and_opens_now_whatever_the_time(tmp_path):
    rules = rules_of(DEMONSTRATION_PACK)
    wishes = replace(WISHES, speed=1.0, rules=rules)
    furnish(place := fresh_place(tmp_path / "demo"), DEMONSTRATION_PACK, wishes)

    settings = read_controller(place.settings("controller"))
    hours = rulebook_of(settings, load_pack(DEMONSTRATION_PACK)).rules.hours
    first_day = NOW.astimezone(hours.zone).date()
    opening = datetime.combine(first_day, settings.clock.start, hours.zone)
    assert [hours.sessions(first_day + timedelta(days))[0][0] for days in range(7)] == [
        opening + timedelta(days) for days in range(7)
    ]


def test_a_pack_of_ones_own_is_shown_by_its_own_rules(tmp_path):
    assert rules_of(tmp_path) is None


def test_everybody_can_sign_in_and_both_devices_can_connect(place):
    engine = open_engine(place.database)
    people, devices = People(engine), Devices(engine)
    assert all(people.verify(member.name, PASSWORD) for member in STAFF)
    token = read_kiosk(place.settings("kiosk")).token
    assert devices.find(token) == Device("kiosk-1", "kiosk")
    token = read_display(place.settings("display")).token
    assert devices.find(token) == Device("screen-1", "screen")
    engine.dispose()


def test_settings_with_a_token_are_for_their_owner_alone(place):
    assert place.settings("kiosk").stat().st_mode & 0o777 == 0o600
