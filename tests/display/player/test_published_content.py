"""A screen's whole side of publishing, with a controller that is a process of its own."""

import time

import pytest

from display.arbiter.claims import Show
from display.arbiter.programme import Playing
from display.publishing import PublishedContent
from tests.display.builders import board
from tests.display.player.publishing import png, publishing
from tests.display.small_hall import TOKEN, SmallHall
from wire.link import Link, Message, Place

RED, GREEN = png(1), png(2)


class Screen:
    """The loop of a screen, without its window."""

    def __init__(self, address, home) -> None:
        self.link = Link(Place(address, "/screens", TOKEN))
        self.content = PublishedContent(home, address, TOKEN, self.link)
        self.playing, self.plays = None, None
        self.content.start()
        self.link.start()

    def pulse(self):
        for arrival in self.link.drain():
            if isinstance(arrival, Message) and arrival.event == "published":
                self.content.hear(arrival.data)
        moment = time.monotonic()
        trust = self.content.trust(moment, has_heard=True)
        self.plays = self.content.pulse(self.playing, moment, trust) or self.plays

    def until(self, condition, seconds=15.0):
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end
            self.pulse()
            time.sleep(0.02)

    def stop(self):
        self.link.stop()
        self.content.stop()


@pytest.fixture
def hall():
    hall = SmallHall(board(4))
    yield hall
    hall.kill()


@pytest.fixture
def screen(hall, tmp_path):
    screen = Screen(hall.address, tmp_path)
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
    alone = Screen(hall.address, tmp_path)
    alone.until(lambda: alone.plays is not None)
    alone.stop()
    assert (alone.plays.name, [item.id for item in alone.plays.revision.items]) == (
        made.name,
        ["p0", "p1"],
    )
