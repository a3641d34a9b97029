"""Which calls are large and announced, and for how long."""

from itertools import pairwise

import pytest

from display.rhythm import Rhythm
from display.scene import LargeCall, Line
from tests.display.builders import board, call, row


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


def test_the_announcer_may_ask_whether_a_call_still_stands(presenter):
    presenter.on_board(board(4, row()), 1.0)
    assert presenter.is_current(call(4))
    presenter.on_board(board(5, row(state="no_show")), 2.0)
    assert not presenter.is_current(call(4))
