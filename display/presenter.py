"""Decides what a hall screen shows and calls out. Knows no Kivy, no clock, no network."""

from collections.abc import Callable, Sequence
from typing import Protocol

from display.carousel import Carousel
from display.hall_clock import HallClock
from display.page import Page
from display.paging import Item, leaf
from display.rhythm import Rhythm
from display.scene import LargeCall, Line, Scene
from display.spoken_calls import SpokenCalls
from display.spotlight import Spotlight, Standing, is_called
from media.pack import Pack
from wire.messages import Board, Call, Language, Ready, Row, Shown, TicketState
from wire.order import is_older

WARNED_IN: tuple[Language, ...] = ("ar", "fr")
"""The languages of the warning that the hall is lost."""


class BoardView(Protocol):
    """What the presenter asks of the screen."""

    def show(self, scene: Scene) -> None:
        """Show this, in place of what was there."""

    def capacity(self, *, is_calling: bool, has_ready: bool) -> int:
        """Return how many lines fit the list, beside a large call and over those who get ready."""

    def ready_capacity(self) -> int:
        """Return how many fit the row of those who get ready."""


class Announcing(Protocol):
    """What the presenter asks of the voice."""

    def announce(self, call: Call) -> None:
        """Speak the call when its turn comes; return at once."""


class BoardPresenter:
    """Keeps a screen up to date, and has each call spoken once.

    Moments are seconds of a clock that never jumps; `tick` is called several times a second.
    """

    def __init__(
        self,
        view: BoardView,
        announcer: Announcing,
        acknowledge: Callable[[Shown], None],
        carousel: Carousel,
        clock: HallClock,
        rhythm: Rhythm,
    ) -> None:
        self._view, self._announcer, self._acknowledge = view, announcer, acknowledge
        self._carousel, self._clock, self._rhythm = carousel, clock, rhythm
        self._spotlight = Spotlight(rhythm)
        self._board: Board | None = None
        self._standing: Standing = {}
        self._heard = 0
        self._spoken = SpokenCalls()
        self._is_anew = True
        self._lost_since: float | None = None
        self._scene: Scene | None = None

    # -- What arrives --

    def on_online(self, moment: float) -> None:
        """Take note that the controller is there: its next board replaces everything."""
        self._lost_since, self._is_anew = None, True
        self.tick(moment)

    def on_offline(self, moment: float) -> None:
        """Take note that the controller is away since this moment, or still is."""
        if self._lost_since is None:
            self._lost_since = moment
        self.tick(moment)

    def on_board(self, board: Board, moment: float) -> None:
        """Show the hall as it is now, unless this is older than what is shown."""
        if self._is_stale(board):
            return
        if self._board is not None and board.seq < self._board.seq:
            self._heard, self._spoken = 0, SpokenCalls()  # another day, which counts from 1 again
        self._board, self._is_anew = board, False
        self._standing = {row.ticket: row for row in board.rows}
        self._spoken.keep(self._standing)
        self._clock.set(board.at, moment, board.pace)
        self.tick(moment)
        self._tell()

    def on_call(self, call: Call, moment: float) -> None:
        """Call the ticket out, unless this came late or twice."""
        if call.seq <= self._heard or not self.is_current(call):
            return
        self._heard = call.seq
        self._spoken.expect(call)
        self._spotlight.add(call, moment)
        self._announcer.announce(call)
        self.tick(moment)

    def on_pack(self, pack: Pack, moment: float) -> None:
        """Take note that the commune's content has changed."""
        self._carousel.renew(pack, moment)
        self.tick(moment)

    def on_spoken(self, seq: int) -> None:
        """Take note that the call with this `seq` has been heard."""
        if self._spoken.note(seq):
            self._tell()

    def is_current(self, call: Call) -> bool:
        """Whether the hall still waits for this call's visitor. Any thread may ask."""
        return is_called(call, self._standing)

    def tick(self, moment: float) -> None:
        """Go with the time: show what has changed since the last moment."""
        was_large = self._spotlight.call
        self._spotlight.turn(self._standing, moment)
        if was_large is not None and self._spotlight.call is None:
            self._carousel.restart(moment)
        scene = self._scene_at(moment)
        if scene != self._scene:
            self._scene = scene
            self._view.show(scene)

    # -- What is shown --

    def _is_stale(self, board: Board) -> bool:
        return self._board is not None and not self._is_anew and is_older(board, self._board)

    def _tell(self) -> None:
        if self._board is not None:
            self._acknowledge(Shown(self._board.seq, self._spoken.seqs))

    def _scene_at(self, moment: float) -> Scene:
        return Scene(
            large=self._large(moment),
            lines=self._lines(moment),
            waiting=self._board.waiting if self._board else None,
            page=self._page(moment),
            clock=self._clock.now(moment),
            lost_in=self._lost_in(moment),
            ready=self._ready(moment),
        )

    def _lost_in(self, moment: float) -> Language | None:
        """Return the language of the warning: one after the other, in large letters."""
        lost = self._lost_since
        if lost is None or moment - lost < self._rhythm.offline:
            return None
        turns = int((moment - lost - self._rhythm.offline) // self._rhythm.warning)
        return WARNED_IN[turns % len(WARNED_IN)]

    def _page(self, moment: float) -> Page | None:
        """Return the page to read; while a call is large it has the visitors' whole attention."""
        if self._spotlight.call is not None:
            return None
        now = self._clock.now(moment)
        if now is None:
            return self._carousel.page(None, moment)
        is_closed = self._is_empty and not self._carousel.is_open_at(now.time())
        return self._carousel.page(now.date(), moment, is_closed=is_closed)

    @property
    def _is_empty(self) -> bool:
        """Whether nobody waits or is served, as far as the screen knows."""
        return self._board is not None and not (self._board.rows or self._board.waiting)

    def _large(self, moment: float) -> LargeCall | None:
        call = self._spotlight.call
        if call is None:
            return None
        return LargeCall(call.ticket, call.counter, self._spotlight.is_bright(moment))

    def _lines(self, moment: float) -> tuple[Line, ...]:
        call = self._spotlight.call
        rows = self._board.rows if self._board else ()
        others = [row for row in rows if call is None or row.ticket != call.ticket]
        lines = [_line(row) for row in sorted(others, key=_is_at_its_counter)]
        has_ready = self._board is not None and bool(self._board.ready)
        capacity = self._view.capacity(is_calling=call is not None, has_ready=has_ready)
        return self._leaf(lines, capacity, moment)

    def _ready(self, moment: float) -> tuple[Ready, ...]:
        """Return who may get ready. Whom two counters told so goes by the first."""
        told: dict[str, Ready] = {}
        for each in self._board.ready if self._board else ():
            told.setdefault(each.ticket, each)
        return self._leaf(tuple(told.values()), self._view.ready_capacity(), moment)

    def _leaf(self, items: Sequence[Item], capacity: int, moment: float) -> tuple[Item, ...]:
        return leaf(items, capacity, int(moment // self._rhythm.lines))


def _is_at_its_counter(row: Row) -> bool:
    return row.state is not TicketState.CALLED


def _line(row: Row) -> Line:
    return Line(row.ticket, row.counter, is_called=row.state is TicketState.CALLED)
