"""What was said once is kept: in memory, and as WAV files in a folder.

The key holds all that makes the sound (engine, voice, speed, text), so nothing in here
is ever out of date; what was not asked for longest goes first.
"""

import hashlib
import json
import os
import wave
from collections import OrderedDict
from pathlib import Path
from tempfile import NamedTemporaryFile
from threading import Lock

import numpy as np

from media.voice.sound import Samples
from media.voice.wav import write_wav

VERSION = 2
"""To be raised when the way from an engine's sound to ours changes."""

_HEADER = 44
"""Bytes of a WAV file with no sound in it: what a full disk leaves behind."""


def key(**told: str) -> str:
    """Return the name under which a sound made of all this is kept."""
    content = json.dumps(told | {"version": VERSION}, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(content.encode()).hexdigest()


HELD = 40
"""Sounds that are kept in memory."""


class SoundCache:
    """Sounds by key. Safe for several threads; a folder that cannot be written is done without."""

    def __init__(self, folder: Path | None = None, *, held: int = HELD, stored: int = 400) -> None:
        """Hold so many sounds in memory, and store so many in the folder."""
        self._folder = folder
        self._held = held
        self._stored = stored
        self._sounds: OrderedDict[str, Samples] = OrderedDict()
        self._lock = Lock()

    def get(self, name: str) -> Samples | None:
        """Return the sound, or nothing when it is not kept."""
        with self._lock:
            sound = self._sounds.get(name)
            if sound is None:
                sound = self._read(name)
            if sound is not None:
                self._hold(name, sound)
            return sound

    def put(self, name: str, sound: Samples) -> None:
        """Keep the sound; raise `OSError` when it could only be kept in memory."""
        with self._lock:
            self._hold(name, sound)
            if self._folder:
                self._write(self._folder, name, sound)

    def _hold(self, name: str, sound: Samples) -> None:
        self._sounds[name] = sound
        self._sounds.move_to_end(name)
        while len(self._sounds) > self._held:
            self._sounds.popitem(last=False)

    def _read(self, name: str) -> Samples | None:
        if not self._folder:
            return None
        path = self._folder / f"{name}.wav"
        try:
            if path.stat().st_size <= _HEADER:
                return None
            with wave.open(str(path)) as file:
                sound = np.frombuffer(file.readframes(file.getnframes()), dtype="<i2")
            os.utime(path)
        except (OSError, EOFError, ValueError, wave.Error):
            # Not there, or cut short by a fault: it is made anew and written over.
            return None
        return sound.astype(np.int16)

    def _write(self, folder: Path, name: str, sound: Samples) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=folder, suffix=".part", delete=False) as part:
            try:
                write_wav(Path(part.name), sound)
                Path(part.name).replace(folder / f"{name}.wav")
            except OSError:
                Path(part.name).unlink(missing_ok=True)
                raise
        self._forget_oldest(folder)

    def _forget_oldest(self, folder: Path) -> None:
        files = sorted(folder.glob("*.wav"), key=lambda file: file.stat().st_mtime)
        for file in files[: -self._stored]:
            file.unlink(missing_ok=True)
