"""A whole hall of real processes plays a short morning while its controller is killed."""

import pytest
from rich.console import Console

from controller.settings import DEMONSTRATION_PACK
from nouba.demo.place import fresh_place
from nouba.play.morning import Plan
from nouba.play.outage import LIMIT, LONGEST
from nouba.play.played_demo import play_demo

KILLS = 30
"""As many as fit into three minutes; `make demo PLAY=1 KILLS=50` does more."""


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    place = fresh_place(tmp_path_factory.mktemp("hall") / "demo")
    plan = Plan(visitors=16, kills=KILLS, kill_pause=1.0)
    return place, play_demo(place, DEMONSTRATION_PACK, plan, 100.0, Console(quiet=True))


@pytest.mark.window
@pytest.mark.browser
def test_no_ticket_is_lost_none_is_called_twice_and_each_call_is_spoken_once(told):
    _, played = told
    assert played.contradictions == ()


@pytest.mark.window
@pytest.mark.browser
def test_everybody_is_connected_again_within_three_seconds(told):
    _, played = told
    assert len(played.outages) == KILLS
    # From the controller's first answer. How soon it answers after a kill is the processor's
    # affair, which tests may share with others: `make demo PLAY=1 KILLS=50` judges that as well.
    assert max(outage.comeback for outage in played.outages) < LIMIT
    assert max(outage.whole for outage in played.outages) < LONGEST


@pytest.mark.window
@pytest.mark.browser
def test_every_kind_of_picture_is_kept(told):
    place, _ = told
    kept = {path.name for path in place.pictures.glob("*.png")}
    assert {"hall-screen-idle.png", "tablet-called.png", "supervisor-end-ar.png"} <= kept
    assert len([name for name in kept if name.startswith("hall-screen-calling-")]) >= 3
    assert {f"kiosk-ticket-{language}.png" for language in ("ar", "fr", "zgh", "en")} <= kept
    assert len(list(place.announcements.glob("*.wav"))) > 0
