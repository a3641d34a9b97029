"""Says one text after the other, on a thread of its own, and falls silent at once when told to."""

from collections import deque
from collections.abc import Callable
from threading import Condition, Thread

import structlog

from hardware.ports import DeviceError, Pcm, Speaker
from media.voice.chime import chime
from media.voice.engines.engine import CannotSayError
from media.voice.loudness import amplified
from media.voice.prose import Prose
from media.voice.sound import RATE, Samples

Read = Callable[[Prose], Samples]
"""Returns a text's sound, or raises `CannotSayError`."""

CHIME = Prose("ar", "chime")
"""Stands for the chime among the texts."""

ENDING = 2.0
"""Seconds in which the thread must end."""


class Narrator:
    """Reads texts aloud through a speaker. What is new cuts what is being said."""

    def __init__(self, speaker: Speaker, read: Read, gain: Callable[[], float]) -> None:
        """`gain` is the factor of the loudness at the moment when a text begins."""
        self._speaker, self._read, self._gain = speaker, read, gain
        self._waiting: deque[Prose] = deque()
        self._changed = Condition()
        self._is_busy = self._is_closed = False
        self._turn = 0
        self._thread = Thread(target=self._work, name="narrator", daemon=True)

    def start(self) -> None:
        """Begin to listen for texts."""
        self._thread.start()

    def say(self, texts: tuple[Prose, ...], *, after_chime: bool = False) -> None:
        """Say these, in place of what was being said. Returns at once."""
        with self._changed:
            self._turn += 1
            self._waiting = deque((CHIME, *texts) if after_chime else texts)
            self._changed.notify_all()
        self._speaker.stop()

    def add(self, texts: tuple[Prose, ...]) -> None:
        """Say these after all that is being said. Returns at once."""
        with self._changed:
            self._waiting.extend(texts)
            self._changed.notify_all()

    def chime(self) -> None:
        """Let a chime sound first: of what is on the screen alone, nobody who looks away hears."""
        with self._changed:
            self._waiting.appendleft(CHIME)
            self._changed.notify_all()

    def hush(self) -> bool:
        """Fall silent at once; return whether there was something to cut."""
        was_speaking = self.is_speaking
        self.say(())
        return was_speaking

    def close(self) -> None:
        """Fall silent and end the thread. May be called twice, and before `start`."""
        with self._changed:
            self._is_closed = True
        self.hush()
        if self._thread.is_alive():
            self._thread.join(ENDING)

    @property
    def is_speaking(self) -> bool:
        """Whether something is said or waits to be said."""
        with self._changed:
            return self._is_busy or bool(self._waiting)

    def _work(self) -> None:
        while self._has_said_next():
            pass

    def _has_said_next(self) -> bool:
        """Say the next text once there is one. What it was is known no longer than that."""
        told = self._next()
        if told is None:
            return False
        turn, prose = told
        try:
            self._speak(turn, prose)
        except (CannotSayError, DeviceError) as error:
            _log().error("not_spoken", language=prose.language, why=str(error))
        except Exception:  # noqa: BLE001  # whatever fails, the next text is said
            _log().exception("not_spoken", language=prose.language)
        return True

    def _next(self) -> tuple[int, Prose] | None:
        with self._changed:
            self._is_busy = False
            self._changed.wait_for(lambda: self._waiting or self._is_closed)
            if self._is_closed:
                return None
            self._is_busy = True
            return self._turn, self._waiting.popleft()

    def _speak(self, turn: int, prose: Prose) -> None:
        heard = chime() if prose is CHIME else self._read(prose)
        sound = amplified(heard, self._gain())
        with self._changed:
            if turn != self._turn:
                return
        self._speaker.play(Pcm(sound.astype("<i2").tobytes(), RATE), prose.text)


def _log() -> structlog.stdlib.BoundLogger:
    return structlog.get_logger("narrator")  # type: ignore[no-any-return]  # structlog types it Any
