"""What a hall screen tells the controller: the board it shows, and the calls it really spoke."""

from tests.display.builders import board, call, row
from wire.messages import Shown

TWO = row("B001", 1), row("A012", 3)


def call_two(presenter):
    presenter.on_board(board(4, row("A012", 3)), 1.0)
    presenter.on_call(call(4), 1.0)
    presenter.on_board(board(5, *TWO), 2.0)
    presenter.on_call(call(5, "B001", 1), 2.0)


def test_what_is_shown_and_spoken_is_acknowledged(wall, presenter):
    presenter.on_board(board(4, row()), 1.0)
    presenter.on_call(call(4), 1.0)
    presenter.on_board(board(6, row()), 2.0)
    presenter.on_spoken(4)

    assert wall.told == [Shown(4), Shown(6), Shown(6, (4,))]


def test_a_call_that_was_lost_is_not_acknowledged_by_a_later_one(wall, presenter):
    call_two(presenter)

    presenter.on_spoken(5)

    assert wall.told[-1] == Shown(5, (5,))


def test_calls_that_end_out_of_order_are_all_acknowledged(wall, presenter):
    call_two(presenter)

    presenter.on_spoken(5)
    presenter.on_spoken(4)

    assert wall.told[2:] == [Shown(5, (5,)), Shown(5, (4, 5))]


def test_a_call_is_acknowledged_as_spoken_once(wall, presenter):
    call_two(presenter)
    presenter.on_spoken(4)
    told = list(wall.told)

    presenter.on_spoken(4)

    assert wall.told == told


def test_of_a_ticket_that_is_called_again_the_latest_call_counts(wall, presenter):
    presenter.on_board(board(4, row()), 1.0)
    presenter.on_call(call(4), 1.0)
    presenter.on_spoken(4)
    presenter.on_board(board(5, row(calls=2)), 9.0)
    presenter.on_call(call(5, calls=2), 9.0)
    presenter.on_board(board(6, row(calls=2)), 10.0)
    assert wall.told[-1] == Shown(6)

    presenter.on_spoken(5)

    assert wall.told[-1] == Shown(6, (5,))


def test_a_spoken_call_stands_as_long_as_its_ticket_is_on_the_board(wall, presenter):
    call_two(presenter)
    presenter.on_spoken(4)
    presenter.on_spoken(5)

    presenter.on_board(board(6, row("B001", 1), row("A012", 3, "serving")), 3.0)
    assert wall.told[-1] == Shown(6, (4, 5))
    presenter.on_board(board(7, row("B001", 1)), 4.0)
    assert wall.told[-1] == Shown(7, (5,))


def test_a_call_that_is_heard_out_after_its_ticket_has_gone_is_not_told(wall, presenter):
    call_two(presenter)
    presenter.on_board(board(6, row("B001", 1)), 3.0)

    presenter.on_spoken(4)

    assert wall.told[-1] == Shown(6)


def test_what_was_spoken_is_told_again_after_a_reconnection(wall, presenter):
    call_two(presenter)
    presenter.on_spoken(5)
    presenter.on_offline(3.0)
    presenter.on_online(4.0)

    presenter.on_board(board(5, *TWO), 4.0)

    assert wall.told[-1] == Shown(5, (5,))


def test_a_call_of_yesterday_that_is_spoken_late_is_not_acknowledged_today(wall, presenter):
    presenter.on_board(board(90, row()), 1.0)
    presenter.on_call(call(90), 1.0)
    presenter.on_online(2.0)
    presenter.on_board(board(3, row()), 2.0)

    presenter.on_spoken(90)

    assert wall.told[-1] == Shown(3)
