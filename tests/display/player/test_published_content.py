"""A screen's whole side of publishing, with a controller that is a process of its own."""

import time

import pytest

from display.arbiter.claims import Show
from display.arbiter.programme import Playing
from tests.display.builders import board
from tests.display.player.publishing import png, publishing
from tests.display.player.screen_loop import Screen
from tests.display.small_hall import TOKEN, SmallHall

RED, GREEN = png(1), png(2)


@pytest.fixture
def hall():
    hall = SmallHall(board(4))
    yield hall
    hall.kill()


@pytest.fixture
def screen(hall, tmp_path):
    screen = Screen(hall.address, tmp_path, TOKEN)
    yield screen
    screen.stop()


def test_what_is_published_is_fetched_played_told_and_proved(hall, screen, tmp_path):
    made = publishing(3, RED, GREEN)
    hall.publish(made.name, made.served)
    screen.until(lambda: screen.plays and screen.plays.name == made.name)
    screen.playing = Playing(Show(screen.plays.revision.items[0], (0.1,)))
    screen.until(lambda: hall.told("playing")[-1].get("item") == "p0")

    said = hall.told("playing")[-1]
    since = said.pop("since")
    assert said == {
        "number": 3,
        "sha256": made.name.sha256,
        "state": "playing",
        "clock_trust": "controller",
        "fetched": 2,
        "wanted": 2,
        "problem": None,
        "item": "p0",
        "quarantined": [],
    }
    assert since.endswith("Z")

    for _ in range(40):  # turns of a tenth of a second: enough for a message
        screen.pulse()
        time.sleep(0.06)
    screen.until(lambda: hall.told("played"))
    row = hall.told("played")[0]["rows"][0]
    assert (row["item"], row["revision"], row["was_whole"]) == ("p0", 3, True)

    hall.kill()
    screen.stop()
    alone = Screen(hall.address, tmp_path, TOKEN)
    alone.until(lambda: alone.plays is not None)
    alone.stop()
    assert (alone.plays.name, [item.id for item in alone.plays.revision.items]) == (
        made.name,
        ["p0", "p1"],
    )
