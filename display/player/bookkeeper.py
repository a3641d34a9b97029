"""Writes proof of play down and brings it to the controller, in a thread of its own."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

import structlog

from display.player.play_log import PlayLog
from wire.codec import BadMessage, decode
from wire.link import Answer
from wire.messages import Kept, Played, PlayedItem

IDLE = 30.0
"""Seconds without a new row after which those that wait are sent."""

MANY = 20
"""Rows that are sent without waiting any longer."""

Send = Callable[[Played, Answer], None]
"""Sends a message, and gives its acknowledgement, or nothing, to the answer."""


@dataclass(frozen=True, slots=True)
class _Answered:
    place: int
    is_kept: bool


class Bookkeeper:
    """All its methods return at once. A disk that takes nothing is told, and nothing is kept."""

    def __init__(self, path: Path, send: Send, idle: float = IDLE) -> None:
        self._path, self._send, self._idle = path, send, idle
        self._inbox: SimpleQueue[PlayedItem | _Answered | None] = SimpleQueue()
        self._thread = Thread(target=self._run, name="bookkeeper", daemon=True)
        self._is_asked = False

    def start(self) -> None:
        """Begin. To be called once."""
        self._thread.start()

    def stop(self) -> None:
        """End, with all that was given written down. May be called twice."""
        self._inbox.put(None)
        if self._thread.is_alive():
            self._thread.join(5)

    def keep(self, row: PlayedItem) -> None:
        """Write a row down."""
        self._inbox.put(row)

    # -- In the thread --

    def _run(self) -> None:
        try:
            log = PlayLog(self._path)
        except (OSError, sqlite3.Error) as error:
            _log().error("proof_not_kept", why=str(error))
            return
        while self._goes_on(log):
            pass
        log.close()

    def _goes_on(self, log: PlayLog) -> bool:
        try:
            match self._inbox.get(timeout=self._idle):
                case None:
                    return False
                case PlayedItem() as row:
                    log.add(row)
                    if log.count >= MANY:
                        self._offer(log)
                case _Answered(place, is_kept):
                    self._settle(log, place, is_kept=is_kept)
        except Empty:
            self._offer(log)
        except (OSError, sqlite3.Error, BadMessage) as error:
            _log().error("proof_not_kept", why=str(error))
        return True

    def _settle(self, log: PlayLog, place: int, *, is_kept: bool) -> None:
        self._is_asked = False
        if is_kept:
            log.forget(place)
            self._offer(log)

    def _offer(self, log: PlayLog) -> None:
        """Send the oldest rows, unless some are on their way."""
        place, rows = log.batch()
        if not rows or self._is_asked:
            return
        self._is_asked = True
        self._send(Played(rows), lambda data: self._answered(place, len(rows), data))

    def _answered(self, place: int, rows: int, data: object | None) -> None:
        try:
            is_kept = data is not None and decode(Kept, data).rows == rows
        except BadMessage as refusal:  # refused, or not understood: it is kept here, and told again
            _log().warning("proof_refused", why=str(refusal))
            is_kept = False
        self._inbox.put(_Answered(place, is_kept))


def _log() -> structlog.stdlib.BoundLogger:
    return structlog.get_logger("player")  # type: ignore[no-any-return]  # structlog types it Any
