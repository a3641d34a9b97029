"""What stands around the stage: the other tickets at counters, who may get ready, who was missed.

What is longer than its place is shown part by part.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from display.drawn import lines_of, told_once
from display.paging import Item, leaf
from display.ports import BoardView
from display.rhythm import Rhythm
from display.scene import Line
from display.vicinity import Vicinity
from wire.messages import Board, Call, Missed, Ready

NO_BOARD = Board(0, datetime(1, 1, 1, tzinfo=UTC), (), 0)
"""What is shown of a hall of which nothing was heard."""


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands below: who may get ready, or else who was missed; they take turns."""

    ready: tuple[Ready, ...] = ()
    missed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything below."""
        return bool(self.ready or self.missed)


@dataclass(frozen=True, slots=True)
class Listing:
    """The lists of one screen. Moments are seconds of a clock that never jumps."""

    view: BoardView
    rhythm: Rhythm

    def lines(
        self, board: Board, near: Vicinity, call: Call | None, moment: float, *, has_foot: bool
    ) -> tuple[Line, ...]:
        """Return the lines beside a large call or none, those still called first."""
        lines = lines_of(board.rows, call, near)
        capacity = self.view.capacity(is_calling=call is not None, has_ready=has_foot)
        return self._leaf(lines, capacity, moment)

    def foot(self, board: Board, now: datetime | None, moment: float) -> Foot:
        """Return what stands below."""
        told = told_once(board.ready)
        missed = tuple(each.ticket for each in board.missed if _may_come(each, now))
        is_turn_of_missed = int(moment // self.rhythm.lines) % 2 == 1
        if missed and (is_turn_of_missed or not told):
            return Foot(missed=self._leaf(missed, self.view.missed_capacity(), moment / 2))
        # Each has every second turn, where there are both: else parts would be left out.
        pace = moment / 2 if missed else moment
        return Foot(self._leaf(told, self.view.ready_capacity(), pace))

    def _leaf(self, items: Sequence[Item], capacity: int, moment: float) -> tuple[Item, ...]:
        return leaf(items, capacity, int(moment // self.rhythm.lines))


def _may_come(missed: Missed, now: datetime | None) -> bool:
    return now is None or missed.until > now
