"""A whole hall of real processes plays a short morning while its controller is killed."""

import pytest
from rich.console import Console

from controller.settings import DEMONSTRATION_PACK
from nouba.demo.place import fresh_place
from nouba.play.morning import Plan
from nouba.play.played_demo import play_demo

KILLS = 5

SLOW = 5
"""A machine that runs other tests beside this one may be so many times slower than a hall's."""


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    place = fresh_place(tmp_path_factory.mktemp("hall") / "demo")
    plan = Plan(visitors=12, kills=KILLS, kill_pause=2.0)
    return place, play_demo(place, DEMONSTRATION_PACK, plan, 250.0, Console(quiet=True))


@pytest.mark.window
@pytest.mark.browser
def test_no_ticket_is_lost_and_none_is_called_twice(told):
    _, played = told
    assert played.contradictions == ()


@pytest.mark.window
@pytest.mark.browser
def test_the_hall_is_whole_again_after_each_kill(told):
    _, played = told
    assert len(played.outages.seconds) >= KILLS
    assert played.outages.longest < 3 * SLOW


@pytest.mark.window
@pytest.mark.browser
def test_every_kind_of_picture_is_kept(told):
    place, _ = told
    kept = {path.name for path in place.pictures.glob("*.png")}
    assert {"hall-screen-idle.png", "tablet-called.png", "supervisor-end-ar.png"} <= kept
    assert {f"kiosk-ticket-{language}.png" for language in ("ar", "fr", "zgh", "en")} <= kept
    assert len(list(place.announcements.glob("*.wav"))) > 0
