"""Proof of play: what was shown, for how long, and whether to its end. Pure."""

from dataclasses import dataclass, replace
from datetime import datetime

from wire.messages import PlayedItem

GONE = 120.0
"""Seconds after which an item that a call has covered counts as not coming back."""

_SLACK = 0.5
"""Seconds: a screen looks many times in one, not at the very end."""


@dataclass(frozen=True, slots=True)
class Show:
    """An item that is to be seen on the stage now."""

    item: str
    revision: int
    seconds: float
    """How long one turn of it lasts."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn of an item, so far."""

    show: Show
    began_at: datetime
    seen: float
    """Seconds for which it was to be seen."""

    last: float
    """The moment at which it was last seen."""

    @property
    def row(self) -> PlayedItem:
        """What is written down of it."""
        is_whole = self.seen >= self.show.seconds - _SLACK
        seconds = round(self.seen, 1)
        return PlayedItem(self.show.item, self.show.revision, self.began_at, seconds, is_whole)


class PlayWatch:
    """Watches the stage. A call that covers an item does not end its turn."""

    def __init__(self) -> None:
        self._turn: Turn | None = None
        self._was_seen = False

    def look(self, show: Show | None, now: datetime, moment: float) -> PlayedItem | None:
        """Take note of what is shown, and return the turn that has come to its end.

        `now` is by the machine's own clock, `moment` by one that never jumps.
        """
        turn = self._went_on(show, moment)
        if turn is None:
            self._begin(show, now, moment)
            return None
        if show is None:
            self._turn, self._was_seen = turn, False
            return self._ended() if moment - turn.last > GONE else None
        if show != turn.show or turn.seen >= show.seconds:
            self._turn = turn
            ended = self._ended()
            self._begin(show, now, moment)
            return ended
        self._turn, self._was_seen = turn, True
        return None

    def _went_on(self, show: Show | None, moment: float) -> Turn | None:
        """Return the turn with the time that it was seen since the last look."""
        turn = self._turn
        if turn is None or not self._was_seen:
            return turn if turn is None or show is None else replace(turn, last=moment)
        return replace(turn, seen=turn.seen + moment - turn.last, last=moment)

    def _begin(self, show: Show | None, now: datetime, moment: float) -> None:
        self._turn = None if show is None else Turn(show, now, 0.0, moment)
        self._was_seen = show is not None

    def _ended(self) -> PlayedItem | None:
        turn, self._turn = self._turn, None
        self._was_seen = False
        return None if turn is None or turn.seen == 0 else turn.row
