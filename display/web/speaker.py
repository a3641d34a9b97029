"""The loudspeaker of a browser: a page plays the sound, and says whether it was heard."""

import io
import wave
from collections.abc import Iterable
from itertools import chain
from threading import Condition

from display.web.glass import Glass, Sound
from hardware.ports import DeviceError, Pcm

SLACK = 5.0
"""Seconds over its length that a sound may take: to be fetched, and to be heard to its end."""

NOBODY = "no page has played it"


class BrowserSpeaker:
    """A `hardware.ports.Speaker`."""

    def __init__(self, glass: Glass) -> None:
        self._glass = glass
        self._told = Condition()
        self._number = 0
        self._outcome: str | None = None
        self._is_stopped = False

    def play(self, sound: Pcm, name: str, then: Iterable[Pcm] = ()) -> None:
        """Let a page play it, then what follows, and return when it is over.

        Raises `DeviceError` with the page's own reason, or where no page has answered.
        """
        if not sound.samples:
            return  # a page says only when it plays whether it may
        self._is_stopped = False
        for each in chain((sound,), then):
            self._play_one(each, name)
            if self._is_stopped:
                return

    def stop(self) -> None:
        """Fall silent at once; a `play` under way returns."""
        with self._told:
            self._is_stopped = True
            self._glass.play(None)
            self._told.notify_all()

    def heard(self, number: int, why: str) -> None:
        """Take it from a page that a sound is over; `why` it was not heard, else empty."""
        with self._told:
            if number == self._number and self._outcome is None:
                self._outcome = why
                self._told.notify_all()

    def _play_one(self, sound: Pcm, name: str) -> None:
        with self._told:
            if self._is_stopped:
                return
            self._number += 1
            self._outcome = None
            self._glass.play(Sound(self._number, name, _wav(sound)))
            is_over = self._told.wait_for(self._is_over, sound.seconds + SLACK)
            self._glass.play(None)
            why = self._outcome if is_over else NOBODY
        if why:
            raise DeviceError(why)

    def _is_over(self) -> bool:
        return self._outcome is not None or self._is_stopped


def _wav(sound: Pcm) -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(sound.rate)
        writer.writeframes(sound.samples)
    return file.getvalue()
