"""A visitor who sees nothing: presses keys of X, and listens to the speaker's files.

The speaker takes as long as the words do: a file is there when its first word is heard.
"""

import os
import re
import subprocess
import sys
import time
import wave

import numpy as np

from tests.kiosk.small_hall import PACK, TOKEN

SETTINGS = """
controller = "{controller}"
token = "{token}"
pack = "{pack}"
home = "home"
touch_map = "touch_map.json"
speaker = "virtual:heard?pace=real"

[printer]
address = "escpos+tcp://127.0.0.1:{printer}"

[screen]
width_px = 768
height_px = 1366
diagonal_mm = 546.0
is_fullscreen = true
"""
NEXT, PREVIOUS, CHOOSE, REPEAT = "Right", "Left", "Down", "Up"
PATIENCE = 60
MOST_STEPS = 60
RATE = 16_000
"""Samples a second, as a recogniser takes them."""


def started(folder, controller, printer, display):
    """Start the kiosk's program on that screen of X, with a speaker that writes files."""
    settings = folder / "kiosk.toml"
    settings.write_text(
        SETTINGS.format(controller=controller, token=TOKEN, pack=PACK, printer=printer)
    )
    inherited = {
        name: value
        for name, value in os.environ.items()
        if name != "WAYLAND_DISPLAY" and not name.startswith(("KIVY", "SDL"))
    }
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(
            [sys.executable, "-m", "kiosk", "--settings", str(settings)],
            env=inherited | {"DISPLAY": display},
            stdout=log,
            stderr=log,
        )


class Blindfolded:
    """Knows nothing but what was heard."""

    def __init__(self, screen, folder, process):
        self._screen, self._folder, self._process = screen, folder, process
        self._since = 0
        self.transcript = []

    def stands_before(self, screen):
        """Wait until the kiosk invites: that alone is not heard."""
        path = self._folder / "touch_map.json"
        self._until(lambda: path.exists() and f'"{screen}"' in path.read_text(), screen)

    def presses(self, key):
        """Press a key; what is heard from now on is its answer."""
        self._since = len(self._sounds())
        self._screen.press(key)

    def hears(self, *texts):
        """Wait until all of these texts were said since the last key."""
        self._until(lambda: all(self._is_said(text) for text in texts), texts)
        self.transcript += texts

    def goes_to(self, text):
        """Press `next` until this is said."""
        for _ in range(MOST_STEPS):
            self.presses(NEXT)
            self._until(lambda: len(self._sounds()) > self._since, "anything")
            if self._is_said(text):
                self.transcript.append(text)
                return
        raise AssertionError(f"nothing here is called {text!r}: {self.everything()}")

    def chooses(self, text):
        """Go to what is called so, and choose it."""
        self.goes_to(text)
        self.presses(CHOOSE)

    def sound_of(self, text):
        """Return the file in which the text was said."""
        return next(each for each in self._sounds()[::-1] if slug(text) == said_in(each))

    def everything(self):
        """Return all that was ever said, as the files' names tell it."""
        return [said_in(each) for each in self._sounds()]

    def _is_said(self, text):
        return slug(text) in [said_in(each) for each in self._sounds()[self._since :]]

    def _sounds(self):
        return sorted((self._folder / "heard").glob("*.wav"))

    def _until(self, is_so, what):
        deadline = time.monotonic() + PATIENCE
        while not is_so():
            assert self._process.poll() is None, (self._folder / "log").read_text()
            assert time.monotonic() < deadline, f"not heard: {what}; but {self.everything()}"
            time.sleep(0.02)


def slug(text):
    """Return a text as a virtual speaker's file is called."""
    return re.sub(r"[^\w-]+", "-", text).strip("-")[:80]


def said_in(path):
    return path.stem.partition("-")[2]


def heard(path):
    """Return a file's samples and its rate."""
    with wave.open(str(path)) as file:
        samples = np.frombuffer(file.readframes(file.getnframes()), dtype="<i2")
        return samples, file.getframerate()


def for_recogniser(path):
    """Return a file's sound at 16 kHz."""
    samples, rate = heard(path)
    every = rate // RATE
    whole = samples[: len(samples) // every * every].astype(np.float64)
    return whole.reshape(-1, every).mean(axis=1).astype("<i2").tobytes()
