"""The player's thread: what it plays, and what it says of itself."""

import time
from datetime import UTC, datetime
from itertools import count

import pytest

from display.player.fetching import HttpSource
from display.player.playable import NOTHING
from display.player.player import Player
from display.player.store import Store
from tests.display.player import serving
from tests.display.player.publishing import png, publishing
from tests.display.player.serving import TOKEN
from wire.messages import Published

RED, GREEN, BLUE = png(1), png(2), png(3)


class Screen:
    """A player, and what it gave its screen to play."""

    def __init__(self, server, checker, folder) -> None:
        seconds = count()
        self.player = Player(
            Store(folder, reserve=0),
            HttpSource(server.address, TOKEN, silence=0.3),
            checker,
            lambda: datetime(2026, 11, 23, 12, 0, next(seconds) % 60, tzinfo=UTC),
        )
        self.played = []
        self.player.start()

    def plays(self):
        self.played += self.player.drain()
        return self.played[-1] if self.played else None

    def until(self, condition, seconds=10.0):
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, (self.player.standing, self.played)
            time.sleep(0.01)

    def until_it_plays(self, made):
        self.until(lambda: self.plays() is not None and self.plays().name == made.name)
        self.until(lambda: self.player.standing.state == "ready")

    def items(self):
        playable = self.plays()
        return [item.id for item in playable.revision.items] if playable.revision else []


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "player"


@pytest.fixture
def screens(server, checker, folder):
    made = []

    def start():
        made.append(Screen(server, checker, folder))
        return made[-1]

    yield start
    for screen in made:
        screen.player.stop()


def test_what_is_published_is_played_and_told_and_played_again_after_a_start(screens, server):
    made = publishing(1, RED, GREEN)
    server.have(made)
    screen = screens()
    screen.player.want(made.name)
    screen.until_it_plays(made)
    standing = screen.player.standing
    screen.player.stop()
    again = screens()
    again.until(lambda: again.plays() is not None)

    assert (standing.progress.fetched, standing.progress.wanted, standing.problem) == (2, 2, None)
    assert (again.plays().name, again.items()) == (made.name, ["p0", "p1"])
    assert again.player.standing is None


def test_it_tries_again_by_itself_and_says_what_keeps_it(screens, server):
    made = publishing(1, RED)
    server.have(made)
    del server.files[made.asset()]
    screen = screens()
    screen.player.want(made.name)
    screen.until(lambda: screen.player.standing and screen.player.standing.problem == "missing")
    told = screen.player.standing
    server.have(made)
    screen.until_it_plays(made)

    assert (told.state, told.progress.fetched, told.progress.wanted) == ("fetching", 0, 1)
    assert screen.player.standing.problem is None


def test_what_is_published_next_does_not_wait_for_a_file_that_drips_in(screens, server):
    slow, quick = publishing(1, png(5, 400, 300), sizes=(400, 300)), publishing(2, RED)
    server.have(slow, quick)
    server.misbehave(slow.asset(), serving.dripping)
    screen = screens()
    screen.player.want(slow.name)
    screen.until(lambda: server.times(slow.asset()) == 1)
    screen.player.want(quick.name)
    screen.until_it_plays(quick)

    assert [each.name for each in screen.played] == [quick.name]


def test_what_was_taken_down_leaves_while_a_new_file_drips_in(screens, server):
    more, less = publishing(1, RED, GREEN, BLUE), publishing(2, RED, png(6))
    server.have(more, less)
    server.misbehave(less.asset(1), serving.dripping)
    screen = screens()
    screen.player.want(more.name)
    screen.until_it_plays(more)
    screen.player.want(less.name)
    screen.until(lambda: screen.items() == ["p0", "p1"])

    assert (screen.plays().name, screen.player.standing.state) == (more.name, "fetching")
    assert screen.player.standing.name == less.name


def test_a_manifest_that_cannot_be_read_is_refused_and_what_played_goes_on(screens, server):
    good = publishing(1, RED)
    odd = publishing(2, GREEN)
    odd.manifest = odd.manifest.replace(b'"form":1', b'"form":2')
    odd.name = renamed(odd.manifest, 2)
    server.have(good, odd)
    screen = screens()
    screen.player.want(good.name)
    screen.until_it_plays(good)
    screen.player.want(odd.name)
    screen.until(lambda: screen.player.standing.state == "refused")

    assert screen.player.standing.problem == "unreadable"
    assert screen.plays().name == good.name


def test_an_item_that_could_not_be_shown_three_times_is_left_out_and_told(screens, server):
    made = publishing(1, RED, GREEN)
    server.have(made)
    screen = screens()
    screen.player.want(made.name)
    screen.until_it_plays(made)
    for _ in range(3):
        screen.player.failed(made.name, "p1")
    screen.until(lambda: screen.player.standing.quarantined == ("p1",))

    screen.until(lambda: screen.items() == ["p0"])
    screen.player.want(made.name)  # as at each connection
    screen.until(lambda: screen.player.standing.state == "ready")
    assert screen.items() == ["p0"]


def test_when_nothing_is_published_any_more_the_pack_plays(screens, server):
    made = publishing(1, RED)
    server.have(made)
    screen = screens()
    screen.player.want(made.name)
    screen.until_it_plays(made)
    screen.player.want(NOTHING)
    screen.until(lambda: screen.plays().revision is None)


@pytest.mark.parametrize("name", ["../../etc/passwd", "A" * 64, "", "a" * 63])
def test_what_is_no_fingerprint_names_no_file(screens, server, name):
    screen = screens()
    screen.player.want(Published(1, name, 10))

    assert screen.player._wanted is None


def renamed(data, number):
    from tests.display.player.publishing import fingerprint

    return Published(number, fingerprint(data), len(data))
