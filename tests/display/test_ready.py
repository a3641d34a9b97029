"""Who may get ready, as the presenter decides it: a board's state, never a call."""

from dataclasses import replace

from tests.display.builders import board, call, row
from wire.messages import Board, Ready

FIRST, SECOND, THIRD = Ready("A013", 2), Ready("B004", 5), Ready("C001", 1)


def preparing(seq: int, *ready: Ready, rows=()) -> Board:
    return replace(board(seq, *rows), ready=ready)


def test_who_may_get_ready_is_shown_and_nobody_is_called_by_it(wall, presenter) -> None:
    presenter.on_board(preparing(4, FIRST), 1.0)

    assert wall.scene.ready == (FIRST,)
    assert (wall.large, wall.scene.lines, wall.announced) == (None, (), [])


def test_whoever_is_called_gets_ready_no_more(wall, presenter) -> None:
    presenter.on_board(preparing(4, FIRST, SECOND), 1.0)
    presenter.on_board(preparing(5, SECOND, rows=[row("A013", 2)]), 2.0)
    presenter.on_call(call(5, "A013", 2), 2.0)

    assert (wall.large, wall.scene.ready) == ("A013", (SECOND,))


def test_what_is_withdrawn_is_shown_no_more(wall, presenter) -> None:
    presenter.on_board(preparing(4, FIRST), 1.0)
    presenter.on_board(preparing(5), 2.0)

    assert wall.scene.ready == ()


def test_more_than_fit_are_shown_in_turn(wall, presenter) -> None:
    presenter.on_board(preparing(4, FIRST, SECOND, THIRD), 1.0)
    first = wall.scene.ready
    presenter.tick(8.0)

    assert (first, wall.scene.ready) == ((FIRST,), (SECOND, THIRD))


def test_a_ticket_that_two_counters_expect_stands_there_once(wall, presenter) -> None:
    presenter.on_board(preparing(4, FIRST, Ready("A013", 3), SECOND), 1.0)

    assert wall.scene.ready == (FIRST, SECOND)


def test_the_list_leaves_room_for_who_gets_ready(wall, presenter) -> None:
    rows = [row(f"A00{n}", n) for n in range(1, 4)]
    presenter.on_board(preparing(4, rows=rows), 1.0)
    without = len(wall.scene.lines)
    presenter.on_board(preparing(5, FIRST, rows=rows), 2.0)

    assert (without, len(wall.scene.lines)) == (3, 1)


def test_the_voice_makes_ready_once_what_whoever_is_next_will_hear(wall, presenter) -> None:
    presenter.on_board(preparing(4, FIRST, SECOND), 1.0)
    presenter.on_board(preparing(5, SECOND, THIRD), 2.0)

    assert wall.prepared == [("A013", 2), ("B004", 5), ("C001", 1)]
    assert wall.announced == []
