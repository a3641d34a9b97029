"""A screen that exists in memory only: Xvfb, its pictures and a finger for it."""

import os
import struct
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import which

from PIL import Image

MISSING = "A screen in memory needs the system package {package}: apt-get install {package}"


class ScreenError(RuntimeError):
    """No screen can be had; the text says what to install or do."""


@dataclass(frozen=True, slots=True)
class Screen:
    """An X screen in memory."""

    display: str
    """X's name for it, as in `DISPLAY`."""

    memory: Path
    """The file that holds its picture."""

    def picture(self) -> Image.Image:
        """Read what the screen shows now."""
        return read_xwd(self.memory.read_bytes())

    def touch(self, x: int, y: int) -> None:
        """Touch the screen: the pointer goes there, presses and lifts."""
        self._xdotool("mousemove", str(x), str(y), "click", "1")

    def press(self, key: str) -> None:
        """Press a key of the keyboard and let it go; X's name for it, as in `Left`."""
        self._xdotool("key", key)

    def hold(self, x: int, y: int, seconds: float) -> None:
        """Hold a finger there for so long."""
        press = ("mousedown", "1", "sleep", str(seconds), "mouseup", "1")
        self._xdotool("mousemove", str(x), str(y), *press)

    def _xdotool(self, *words: str) -> None:
        program = which("xdotool")
        if program is None:
            raise ScreenError(MISSING.format(package="xdotool"))
        subprocess.run(  # noqa: S603 - words of our own
            (program, *words), check=True, env={**os.environ, "DISPLAY": self.display}
        )


@contextmanager
def virtual_screen(width: int, height: int) -> Iterator[Screen]:
    """Open an X screen in memory, of this size in pixels, and close it at the end.

    Raises `ScreenError` when Xvfb is not installed or does not start.
    """
    program = which("Xvfb")
    if program is None:
        raise ScreenError(MISSING.format(package="xvfb"))
    with tempfile.TemporaryDirectory(prefix="nouba-screen-") as folder:
        reader, writer = os.pipe()
        process = subprocess.Popen(  # noqa: S603 - words of our own
            (program, "-displayfd", str(writer), "-screen", "0", f"{width}x{height}x24",
             "-fbdir", folder, "-nolisten", "tcp", "-noreset"),
            pass_fds=(writer,),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
        os.close(writer)
        try:
            yield Screen(_display(reader), Path(folder) / "Xvfb_screen0")
        finally:
            process.terminate()
            process.wait()


def _display(reader: int) -> str:
    with os.fdopen(reader) as pipe:
        number = pipe.readline().strip()
    if not number:
        raise ScreenError("Xvfb does not start: run it by hand to see why")
    return f":{number}"


def read_xwd(data: bytes) -> Image.Image:
    """Read a picture of the X window dump format, version 7, 32 bits a pixel.

    The format stands in X11/XWDFile.h: a header of big-endian words, the colour map
    (12 bytes each), then the lines.
    """
    header = struct.unpack(">25I", data[:100])
    size, version, width, height = header[0], header[1], header[4], header[5]
    bits, line, colours = header[11], header[12], header[19]
    if (version, bits) != (7, 32):
        raise ValueError(f"not a version 7 dump of 32 bits a pixel: {version}, {bits}")
    start = size + colours * 12
    pixels = data[start : start + line * height]
    return Image.frombuffer("RGB", (width, height), pixels, "raw", "BGRX", line, 1)
