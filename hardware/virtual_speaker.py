"""A speaker that writes what it plays into a folder, and can be told to fail."""

import json
import os
import re
import time
import wave
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

from hardware.control import BadOrderError
from hardware.ports import DeviceError, Pcm

USAGE = """\
break [WHY]      fail from now on, as a speaker does that is unplugged
repair           work again
state            tell how it is, as JSON
"""


class VirtualSpeaker:
    """Writes each sound as `0001-NAME.wav`, counting on from what the folder holds.

    The file holds what a listener hears, and its time (`st_mtime_ns`) is that of its first sample.
    """

    def __init__(self, folder: Path, *, is_real_time: bool = False) -> None:
        """Play at once, or for as long as the sound lasts; raise `DeviceError` without a folder."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise DeviceError(f"no folder {folder}: {error}") from error
        self._folder = folder
        self._is_real_time = is_real_time
        self._stopped = Event()
        self._fault = ""

    def break_down(self, why: str) -> None:
        """Fail from now on, as a speaker does that is unplugged."""
        self._fault = why

    def repair(self) -> None:
        """Work again."""
        self._fault = ""

    def order(self, line: str) -> str:
        """Obey an order of `USAGE`; return `ok` or the state. Raises `BadOrderError`."""
        match line.split(maxsplit=1):
            case ["break", *why]:
                self.break_down(why[0].strip() if why else "unplugged")
            case ["repair"]:
                self.repair()
            case ["state"]:
                return json.dumps({"fault": self._fault, "sounds": self._count()})
            case _:
                raise BadOrderError(f"not an order: {line.strip()!r}")
        return "ok"

    def play(self, sound: Pcm, name: str, then: Iterable[Pcm] = ()) -> None:
        """Write the sound and what follows it, and return when they would be over.

        Raises `DeviceError`. A sound of no length is not written: it only asks whether the
        speaker works.
        """
        if self._fault:
            raise DeviceError(self._fault)
        if not sound.samples:
            return
        self._stopped.clear()
        path = self._folder / f"{self._count() + 1:04}-{_as_file_name(name)}.wav"
        try:
            self._record(path, sound, then)
        except OSError as error:
            raise DeviceError(str(error)) from error

    def stop(self) -> None:
        """Fall silent at once."""
        self._stopped.set()

    def _record(self, path: Path, sound: Pcm, then: Iterable[Pcm]) -> None:
        """Let the file appear as soon as all of it is known, and wait until it would be over."""
        part, at, began = path.with_suffix(".part"), time.time_ns(), time.monotonic()
        with _wav(part, sound.rate) as file:
            file.writeframes(sound.samples)
            heard = sound.seconds
            for each in then:
                heard += self._write_pause(file, time.monotonic() - began - heard) + each.seconds
                file.writeframes(each.samples)
        os.utime(part, ns=(at, at))
        part.replace(path)
        if self._is_real_time:
            self._stopped.wait(began + heard - time.monotonic())

    def _write_pause(self, file: wave.Wave_write, missing: float) -> float:
        """Let silence be heard for as long as what follows was not there; return how long."""
        if not self._is_real_time or missing <= 0:
            return 0.0
        file.writeframes(bytes(2 * round(missing * file.getframerate())))
        return missing

    def _count(self) -> int:
        numbers = (re.match(r"\d{4,}", file.name) for file in self._folder.glob("*.wav"))
        return max((int(number[0]) for number in numbers if number), default=0)


def _as_file_name(name: str) -> str:
    return re.sub(r"[^\w-]+", "-", name).strip("-")[:80]


@contextmanager
def _wav(path: Path, rate: int) -> Iterator[wave.Wave_write]:
    with path.open("wb") as stream, wave.open(stream, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        yield file
