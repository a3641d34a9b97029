"""Speaks the calls, one after the other, on a thread of its own. It knows no window."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from threading import Condition, Thread
from typing import assert_never

import structlog

from display.call_words import CallWords
from display.manner import Manner
from hardware.ports import DeviceError, Pcm, Speaker
from media.voice.orders import orders
from media.voice.prose import Prose
from media.voice.sound import RATE, Samples
from media.voice.voices import Rendering, Voices
from wire.messages import Call, EmergencyKind


@dataclass(frozen=True, slots=True)
class _Turn:
    """A call that waits, and how often it was said."""

    call: Call
    said: int = 0
    is_following: bool = False
    """Whether another call was said right before it."""


@dataclass(frozen=True, slots=True)
class _Notice:
    """What the whole hall is told, when no call waits."""

    name: str
    texts: tuple[Prose, ...]


_Due = _Turn | _Notice | EmergencyKind
"""What is said next."""


class Announcer:
    """Announces calls: the chime, then the hall's languages and the visitor's own.

    The chime is heard at once, and the words are rendered meanwhile, or while the call before is
    heard. Announcements never overlap. A call is dropped when it is no longer current at its turn,
    or when its words are due; a newer call of a ticket that still waits for its turn
    takes its place. A failing speaker or voice is logged and stops nothing; what could not be
    rendered ahead is tried again at its turn. While many wait, each is said in one language, and
    one chime is enough for those that follow one another.

    In an emergency it falls silent, and says instead what everybody must do, again and again.
    """

    def __init__(
        self,
        speaker: Speaker,
        voices: Voices,
        is_current: Callable[[Call], bool],
        on_spoken: Callable[[int], None],
        manner: Manner | None = None,
        on_ended: Callable[[int], None] | None = None,
    ) -> None:
        """Begin to listen for calls.

        `is_current` tells whether this call may be spoken at its turn, `on_spoken` takes the
        `seq` of each call whose words were heard, and `on_ended` that of each whose turn is
        over, heard or not; all are called on the announcer's thread.
        """
        self._speaker = speaker
        self._voices = voices
        self._is_current = is_current
        self._on_spoken, self._on_ended = on_spoken, on_ended
        self._manner = manner or Manner()
        self._calls = CallWords(voices, self._manner)
        self._pending: dict[str, _Turn] = {}
        self._changed = Condition()
        self._is_closed = False
        self._alarms: tuple[EmergencyKind, ...] = ()
        self._hushed = 0
        self._notice: _Notice | None = None
        self._telling: _Notice | None = None
        self._ahead = ThreadPoolExecutor(1, thread_name_prefix="rendering")
        self._thread = Thread(target=self._work, name="announcer", daemon=True)
        self._thread.start()

    def announce(self, call: Call) -> None:
        """Take a call into the queue, and begin to render it. Returns at once."""
        if not self._manner.is_near(call.counter):
            self._end(call)
            return
        with self._changed:
            if self._is_closed:
                return
            self._pending[call.ticket] = _Turn(call)
            self._changed.notify()
            self._ahead.submit(self._calls.prepare, call.ticket, call.counter, call.language)

    def prepare(self, ticket: str, counter: int) -> None:
        """Render the hall's part of an announcement that is likely to come. Returns at once."""
        if not self._manner.is_near(counter):
            return
        with self._changed:
            if not self._is_closed:
                own = self._manner.languages[0]
                self._ahead.submit(self._calls.prepare, ticket, counter, own)

    def alarm(self, kinds: tuple[EmergencyKind, ...]) -> None:
        """Say what everybody must do while these emergencies last, the newest first, and no call.

        What is being said is cut off, and was not heard; the calls that wait are forgotten. With
        none, calls may be spoken again. Returns at once.
        """
        with self._changed:
            self._alarms = kinds
            self._notice = self._telling = None
            if kinds:
                self._pending.clear()
            self._hushed += 1
            self._changed.notify()
        self._speaker.stop()

    def tell(self, name: str, texts: tuple[Prose, ...]) -> None:
        """Say this to the whole hall, in its languages, when no call waits. Returns at once.

        It takes the place of what was to be told before.
        """
        with self._changed:
            self._notice = _Notice(name, texts)
            self._changed.notify()

    def hush(self) -> None:
        """Say no more of what the hall is told; a call that is heard goes on. Returns at once."""
        with self._changed:
            was, self._notice, self._telling = self._telling, None, None
        if was is not None:
            self._speaker.stop()

    def close(self) -> None:
        """Fall silent, forget the calls that wait, and end the threads."""
        with self._changed:
            self._is_closed = True
            self._changed.notify()
        self._ahead.shutdown(wait=False, cancel_futures=True)
        self._speaker.stop()
        self._thread.join(timeout=5)

    def _work(self) -> None:
        is_following = False
        while (turn := self._next()) is not None:
            try:
                self._take(turn, is_following=is_following)
            except Exception:  # noqa: BLE001  # whatever fails, the next visitor is called
                _log().exception("announcement_failed", turn=str(turn))
            if isinstance(turn, _Turn) and not self._is_to_be_repeated(turn):
                self._end(turn.call)
            is_following = isinstance(turn, _Turn) and bool(self._pending)

    def _next(self) -> _Due | None:
        with self._changed:
            self._changed.wait_for(self._is_due)
            if self._is_closed:
                return None
            if self._alarms:
                return self._alarms[0]
            if self._pending:
                return self._pending.pop(next(iter(self._pending)))
            self._telling, self._notice = self._notice, None
            return self._telling

    def _is_due(self) -> bool:
        return bool(self._pending or self._alarms or self._notice or self._is_closed)

    def _take(self, turn: _Due, *, is_following: bool) -> None:
        match turn:
            case _Turn():
                self._announce(replace(turn, is_following=is_following))
            case _Notice():
                self._tell(turn)
            case EmergencyKind():
                self._order(turn)
            case _:
                assert_never(turn)

    def _order(self, kind: EmergencyKind) -> None:
        """Say once what everybody must do, as loud as can be, and rest."""
        try:
            rendering = self._voices.proclaim(orders(kind))
            if self._alarms[:1] == (kind,):
                self._speaker.play(_pcm(rendering.samples), kind.value)
        except DeviceError as error:
            _log().error("order_not_spoken", kind=kind, why=str(error))
        finally:
            with self._changed:
                self._changed.wait_for(
                    lambda: self._alarms[:1] != (kind,) or self._is_closed,
                    self._manner.between_orders,
                )

    def _tell(self, notice: _Notice) -> None:
        volume = self._manner.volume()
        if volume == 0:
            _log().info("notice_in_quiet_hours", name=notice.name)
            return
        words = self._told_in_time(notice, volume)
        try:
            self._speaker.play(_pcm(self._voices.opening(), volume), notice.name, words)
        except DeviceError as error:
            _log().error("notice_not_spoken", name=notice.name, why=str(error))
        finally:
            with self._changed:
                self._telling = None if self._telling is notice else self._telling

    def _told_in_time(self, notice: _Notice, volume: float) -> Iterator[Pcm]:
        """Give the words while the chime is heard, unless the notice was taken back meanwhile."""
        chosen = (each for each in notice.texts if each.language in self._manner.languages)
        rendering = self._voices.reading(chosen)
        if self._telling is notice:
            yield _pcm(rendering.samples, volume)

    def _announce(self, turn: _Turn) -> None:
        """Let the chime be heard at once, and the words after it."""
        call, hushed = turn.call, self._hushed
        volume = self._manner.volume()
        if not self._is_wanted(call, hushed):
            return
        if volume == 0:
            _log().info("call_in_quiet_hours", ticket=call.ticket, counter=call.counter)
            return
        said: list[Rendering] = []
        words = self._words_in_time(turn, hushed, volume, said)
        waiting, is_following = len(self._pending), turn.is_following
        opening = self._calls.opening(call, waiting, is_following=is_following)
        try:
            self._speaker.play(_pcm(opening, volume), _name(call), words)
        except DeviceError as error:
            _log().error("call_not_spoken", ticket=call.ticket, why=str(error))
            return
        is_heard = any(each.spoken for each in said) and hushed == self._hushed
        if is_heard and turn.said == 0:
            self._on_spoken(call.seq)

    def _words_in_time(
        self, turn: _Turn, hushed: int, volume: float, said: list[Rendering]
    ) -> Iterator[Pcm]:
        """Give a call's words while its chime is heard, if it is still true then."""
        rendering = self._calls.words(turn.call, len(self._pending))
        if self._is_wanted(turn.call, hushed):
            said.append(rendering)
            yield _pcm(rendering.samples, volume)

    def _is_wanted(self, call: Call, hushed: int) -> bool:
        if hushed == self._hushed and not self._alarms and self._is_current(call):
            return True
        _log().info("call_dropped", ticket=call.ticket, counter=call.counter)
        return False

    def _is_to_be_repeated(self, turn: _Turn) -> bool:
        """Put a call behind those that wait, where it is to be said again."""
        said, call = turn.said + 1, turn.call
        with self._changed:
            is_last = said >= self._manner.times or bool(self._alarms) or self._is_closed
            if is_last or call.ticket in self._pending or not self._is_current(call):
                return False
            self._pending[call.ticket] = _Turn(call, said)
            return True

    def _end(self, call: Call) -> None:
        if self._on_ended is not None:
            self._on_ended(call.seq)


def _pcm(samples: Samples, volume: float = 1.0) -> Pcm:
    return Pcm((samples * volume).astype("<i2").tobytes(), RATE)


def _name(call: Call) -> str:
    recall = f" call {call.calls}" if call.calls > 1 else ""
    return f"{call.ticket} counter {call.counter}{recall}"


def _log() -> structlog.stdlib.BoundLogger:
    return structlog.get_logger("announcer")  # type: ignore[no-any-return]  # structlog types it Any
