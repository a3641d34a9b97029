"""What a hall screen shows of the hall beside its calls, moment by moment."""

import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from display.carousel import Carousel
from display.hall_clock import HallClock
from display.presenter import BoardPresenter
from display.rhythm import Rhythm
from media.isolation import plain
from tests.display.builders import board, call, everything_fits, notice, pack, row
from wire.messages import Shown

CASABLANCA = ZoneInfo("Africa/Casablanca")


def test_an_older_board_does_not_replace_a_newer_one(wall, presenter):
    presenter.on_board(board(9, row("A012")), 1.0)
    presenter.on_board(board(8, row("B001")), 1.1)

    assert [line.ticket for line in wall.scene.lines] == ["A012"]
    assert wall.told == [Shown(9)]


def test_after_a_reconnection_the_board_is_replaced_whatever_its_number(wall, presenter):
    presenter.on_board(board(90, row("A012")), 1.0)
    presenter.on_call(call(90), 1.0)
    presenter.on_spoken(90)
    presenter.on_offline(2.0)
    presenter.on_online(2.5)

    presenter.on_board(board(3, row("B001")), 2.6)
    presenter.on_call(call(3, "B001"), 2.6)

    assert wall.large == "B001"
    assert wall.told[-1] == Shown(3)
    assert wall.announced[-1] == call(3, "B001")


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


def test_the_clock_is_the_halls_and_goes_on(wall, presenter):
    presenter.tick(0.5)
    assert wall.scene.clock is None
    presenter.on_board(board(4), 1.0)
    presenter.tick(31.0)
    assert wall.scene.clock == datetime(2026, 11, 23, 10, 42, tzinfo=CASABLANCA)


def test_in_a_faster_demonstration_the_clock_goes_as_fast_between_two_boards(wall, presenter):
    presenter.on_board(replace(board(4), pace=30.0), 1.0)
    presenter.tick(2.0)
    assert wall.scene.clock == datetime(2026, 11, 23, 10, 42, tzinfo=CASABLANCA)
    presenter.tick(5.0)
    assert wall.scene.clock == datetime(2026, 11, 23, 10, 43, tzinfo=CASABLANCA)

    presenter.on_board(board(5), 6.0)
    presenter.tick(35.0)
    assert wall.scene.clock == datetime(2026, 11, 23, 10, 41, tzinfo=CASABLANCA)


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


def test_an_empty_hall_outside_its_hours_tells_them_between_its_other_pages(wall, presenter):
    evening = datetime(2026, 11, 23, 19, 0, tzinfo=CASABLANCA)
    presenter.on_board(board(4, waiting=0, at=evening), 0.0)
    keys = []
    for moment in range(1, 40):
        presenter.tick(float(moment))
        keys += [wall.scene.page.key] if wall.scene.page.key not in keys[-1:] else []
    assert keys[:4] == ["access", "hours", "roads", "hours"]
    assert "08:30 – 16:30" in {plain(each.page.title) for each in wall.scenes if each.page}


def test_whoever_is_still_there_after_hours_is_not_told_of_them(wall, presenter):
    evening = datetime(2026, 11, 23, 19, 0, tzinfo=CASABLANCA)
    presenter.on_board(board(4, waiting=1, at=evening), 0.0)
    for moment in range(1, 40):
        presenter.tick(float(moment))
    assert {each.page.key for each in wall.scenes if each.page} == {"access", "roads"}


def test_content_that_changes_is_shown_without_a_restart(wall, presenter):
    presenter.on_board(board(4), 1.0)
    assert wall.scene.page.key == "access"

    presenter.on_pack(pack(notices=[notice("water")]), 2.0)

    assert wall.scene.page.key == "water"


def test_no_window_is_needed_to_decide():
    program = "import display.presenter, display.carousel, sys; sys.exit('kivy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
