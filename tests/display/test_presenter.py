"""What a hall screen shows, speaks and tells the controller, moment by moment."""

import subprocess
import sys
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from display.carousel import Carousel
from display.hall_clock import HallClock
from display.presenter import BoardPresenter
from display.rhythm import Rhythm
from display.scene import LargeCall, Line, Scene
from tests.display.builders import board, call, commitment, everything_fits, notice, pack, row
from wire.messages import Call, Shown

CASABLANCA = ZoneInfo("Africa/Casablanca")


@dataclass
class Wall:
    """A screen with room for three lines, a voice and a line to the controller."""

    scenes: list[Scene] = field(default_factory=list)
    announced: list[Call] = field(default_factory=list)
    told: list[Shown] = field(default_factory=list)

    def show(self, scene: Scene) -> None:
        self.scenes.append(scene)

    def capacity(self, *, is_calling: bool) -> int:
        return 3

    def announce(self, call: Call) -> None:
        self.announced.append(call)

    @property
    def scene(self) -> Scene:
        return self.scenes[-1]

    @property
    def large(self) -> str | None:
        return self.scene.large.ticket if self.scene.large else None


@pytest.fixture
def wall():
    return Wall()


@pytest.fixture
def presenter(wall):
    content = pack(notices=[notice()], charter=[commitment()])
    carousel = Carousel(content, ("ar",), everything_fits)
    presenter = BoardPresenter(
        wall, wall, wall.told.append, carousel, HallClock(CASABLANCA), Rhythm()
    )
    presenter.on_online(0.0)
    return presenter


def test_a_called_ticket_is_shown_large_and_announced(wall, presenter):
    presenter.on_board(board(4, row("A012", 3), row("B007", 1, "serving")), 1.0)
    presenter.on_call(call(4), 1.0)

    assert wall.scene.large == LargeCall("A012", 3, is_bright=True)
    assert wall.scene.lines == (Line("B007", 1, is_called=False),)
    assert wall.scene.waiting == 7
    assert wall.announced == [call(4)]


def test_a_call_whose_ticket_is_not_on_the_board_is_dropped(wall, presenter):
    presenter.on_board(board(4), 1.0)
    presenter.on_call(call(4), 1.0)

    assert (wall.large, wall.announced) == (None, [])


@pytest.mark.parametrize("late", [row(state="serving"), row(counter=5)])
def test_a_call_that_came_too_late_is_dropped(wall, presenter, late):
    presenter.on_board(board(5, late), 1.0)
    presenter.on_call(call(4), 1.0)

    assert (wall.large, wall.announced) == (None, [])


def test_a_call_that_comes_twice_is_announced_once(wall, presenter):
    presenter.on_board(board(4, row()), 1.0)
    presenter.on_call(call(4), 1.0)
    presenter.on_call(call(4), 2.0)

    assert wall.announced == [call(4)]


def test_a_call_that_comes_again_after_a_reconnection_is_announced_once(wall, presenter):
    presenter.on_board(board(4, row()), 1.0)
    presenter.on_call(call(4), 1.0)
    presenter.on_offline(2.0)
    presenter.on_online(3.0)
    presenter.on_board(board(4, row()), 3.0)
    presenter.on_call(call(4), 3.0)

    assert wall.announced == [call(4)]


def test_a_ticket_called_again_is_announced_and_flashes_again(wall, presenter):
    presenter.on_board(board(4, row()), 1.0)
    presenter.on_call(call(4), 1.0)
    presenter.tick(9.0)
    assert wall.scene.large == LargeCall("A012", 3, is_bright=False)

    presenter.on_board(board(5, row(calls=2)), 9.0)
    presenter.on_call(call(5, calls=2), 9.0)

    assert wall.scene.large == LargeCall("A012", 3, is_bright=True)
    assert wall.announced == [call(4), call(5, calls=2)]


def test_an_older_board_does_not_replace_a_newer_one(wall, presenter):
    presenter.on_board(board(9, row("A012")), 1.0)
    presenter.on_board(board(8, row("B001")), 1.1)

    assert [line.ticket for line in wall.scene.lines] == ["A012"]
    assert wall.told == [Shown(9, 0)]


def test_after_a_reconnection_the_board_is_replaced_whatever_its_number(wall, presenter):
    presenter.on_board(board(90, row("A012")), 1.0)
    presenter.on_call(call(90), 1.0)
    presenter.on_spoken(90)
    presenter.on_offline(2.0)
    presenter.on_online(2.5)

    presenter.on_board(board(3, row("B001")), 2.6)
    presenter.on_call(call(3, "B001"), 2.6)

    assert wall.large == "B001"
    assert wall.told[-1] == Shown(3, 0)
    assert wall.announced[-1] == call(3, "B001")


def test_calls_within_seconds_are_large_one_after_the_other(wall, presenter):
    both = row("B001", 1), row("A012", 3)
    presenter.on_board(board(5, *both), 1.0)
    presenter.on_call(call(4), 1.0)
    presenter.on_call(call(5, "B001", 1), 2.0)
    assert wall.large == "A012"
    assert wall.scene.lines == (Line("B001", 1, is_called=True),)

    presenter.tick(10.9)
    assert wall.large == "A012"
    presenter.tick(11.0)
    assert wall.large == "B001"
    presenter.tick(20.9)
    assert wall.large == "B001"
    assert [each.ticket for each in wall.announced] == ["A012", "B001"]


def test_a_call_that_waits_for_its_turn_is_forgotten_when_its_visitor_came(wall, presenter):
    presenter.on_board(board(5, row("B001", 1), row("A012", 3)), 1.0)
    presenter.on_call(call(4), 1.0)
    presenter.on_call(call(5, "B001", 1), 2.0)

    presenter.on_board(board(6, row("B001", 1, "serving"), row("A012", 3)), 5.0)
    presenter.tick(12.0)

    assert wall.large == "A012"


def test_a_call_is_large_for_ten_seconds_even_when_the_visitor_is_quick(wall, presenter):
    presenter.on_board(board(4, row()), 1.0)
    presenter.on_call(call(4), 1.0)
    presenter.on_board(board(5, row(state="serving")), 3.0)

    presenter.tick(10.9)
    assert wall.large == "A012"
    presenter.tick(11.1)
    assert (wall.large, wall.scene.lines) == (None, (Line("A012", 3, is_called=False),))


@pytest.mark.parametrize("rows", [(), (row(counter=6),)])
def test_a_call_that_is_over_leaves_the_stage_at_once(wall, presenter, rows):
    presenter.on_board(board(4, row()), 1.0)
    presenter.on_call(call(4), 1.0)
    presenter.on_board(board(5, *rows), 3.0)

    assert wall.large is None


def test_without_another_call_it_stays_large_for_a_while(wall, presenter):
    presenter.on_board(board(4, row()), 1.0)
    presenter.on_call(call(4), 1.0)

    presenter.tick(25.9)
    assert wall.large == "A012"
    presenter.tick(26.0)
    assert wall.large is None
    assert wall.scene.lines == (Line("A012", 3, is_called=True),)


def test_a_call_flashes_no_more_than_three_times_a_second(wall, presenter):
    presenter.on_board(board(4, row()), 0.0)
    presenter.on_call(call(4), 0.0)
    for step in range(1, 1000):
        presenter.tick(step / 100)

    phases = [scene.large.is_bright for scene in wall.scenes if scene.large]
    changes = sum(one != other for one, other in pairwise(phases))
    assert changes == 2 * 4 - 1
    with pytest.raises(ValueError, match="flash"):
        Rhythm(flashes_per_second=3.1)
    with pytest.raises(ValueError, match="large"):
        Rhythm(highlight=9.0)


def test_called_tickets_come_before_served_ones_and_a_long_list_turns(wall, presenter):
    rows = [row(f"A00{n}", n, "serving" if n < 4 else "called") for n in range(1, 7)]
    presenter.on_board(board(9, *rows), 1.0)
    assert [line.ticket for line in wall.scene.lines] == ["A004", "A005", "A006"]

    presenter.tick(8.0)
    assert [line.ticket for line in wall.scene.lines] == ["A001", "A002", "A003"]


def test_a_short_absence_of_the_controller_is_not_shown_a_long_one_is(wall, presenter):
    presenter.on_board(board(4, row()), 1.0)
    presenter.on_offline(10.0)
    presenter.tick(13.9)
    assert wall.scene.lost_in is None
    presenter.on_offline(13.9)
    presenter.tick(14.0)
    assert wall.scene.lost_in == "ar"
    presenter.tick(22.0)
    assert wall.scene.lost_in == "fr"
    assert [line.ticket for line in wall.scene.lines] == ["A012"]

    presenter.on_online(15.0)
    assert wall.scene.lost_in is None


def test_a_call_of_yesterday_that_is_spoken_late_is_not_acknowledged_today(wall, presenter):
    presenter.on_board(board(90, row()), 1.0)
    presenter.on_online(2.0)
    presenter.on_board(board(3), 2.0)
    presenter.on_spoken(90)
    assert wall.told[-1] == Shown(3, 0)


def test_what_is_shown_and_spoken_is_acknowledged(wall, presenter):
    presenter.on_board(board(4, row()), 1.0)
    presenter.on_call(call(4), 1.0)
    presenter.on_board(board(6, row()), 2.0)
    presenter.on_spoken(4)

    assert wall.told == [Shown(4, 0), Shown(6, 0), Shown(6, 4)]


def test_the_announcer_may_ask_whether_a_call_still_stands(presenter):
    presenter.on_board(board(4, row()), 1.0)
    assert presenter.is_current(call(4))
    presenter.on_board(board(5, row(state="no_show")), 2.0)
    assert not presenter.is_current(call(4))


def test_the_clock_is_the_halls_and_goes_on(wall, presenter):
    presenter.tick(0.5)
    assert wall.scene.clock is None
    presenter.on_board(board(4), 1.0)
    presenter.tick(31.0)
    assert wall.scene.clock == datetime(2026, 11, 23, 10, 42, tzinfo=CASABLANCA)


def test_before_the_day_is_known_only_what_has_no_date_is_told(wall, presenter):
    presenter.tick(0.5)
    assert wall.scene.page.key == "access"
    presenter.on_board(board(4), 1.0)
    presenter.tick(10.0)
    assert wall.scene.page.key == "roads"


def test_a_large_call_leaves_no_page_and_then_the_page_gets_its_full_time(wall, presenter):
    presenter.on_board(board(4, row()), 0.0)
    before = wall.scene.page
    presenter.on_call(call(4), 7.0)
    assert wall.scene.page is None
    presenter.on_board(board(5), 9.0)
    presenter.tick(16.9)
    assert (wall.large, wall.scene.page) == (None, before)


def test_nothing_is_drawn_when_nothing_has_changed(wall, presenter):
    presenter.on_board(board(4), 1.0)
    drawn = list(wall.scenes)
    presenter.tick(1.2)
    assert wall.scenes == drawn


def test_a_notice_of_another_day_is_not_shown(wall):
    content = pack(notices=[notice(until=date(2026, 11, 22))])
    carousel = Carousel(content, ("ar",), everything_fits)
    presenter = BoardPresenter(
        wall, wall, wall.told.append, carousel, HallClock(CASABLANCA), Rhythm()
    )
    presenter.on_board(board(4), 1.0)
    assert wall.scene.page is None


def test_content_that_changes_is_shown_without_a_restart(wall, presenter):
    presenter.on_board(board(4), 1.0)
    assert wall.scene.page.key == "access"

    presenter.on_pack(pack(notices=[notice("water")]), 2.0)

    assert wall.scene.page.key == "water"


def test_no_window_is_needed_to_decide():
    program = "import display.presenter, display.carousel, sys; sys.exit('kivy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
