"""Whether there is a screen that windows can be opened on. Knows no Kivy."""

import ctypes
from collections.abc import Mapping
from typing import NamedTuple

USUAL = ":0"
"""X's name for the only screen of a machine."""

_LIBRARY = "libX11.so.6"


class NoDisplay(Exception):  # noqa: N818  # named by what is missing, as refusals are
    """There is no screen to open a window on; the text is a sentence for whoever started us."""


class Size(NamedTuple):
    """In pixels."""

    width: int
    height: int


class Video(NamedTuple):
    """What windows are opened by."""

    driver: str
    """SDL's name for it."""

    size: Size | None = None
    """The whole screen's; nothing where the driver does not tell before a window is open."""


def video(environment: Mapping[str, str]) -> Video:
    """Choose SDL's video driver, so that it falls back to none that draws where nobody sees it.

    A driver that `SDL_VIDEODRIVER` asks for stays, `offscreen` too. Raises `NoDisplay`
    when windows are to be opened by X, and no X answers at `DISPLAY`.
    """
    asked, display = environment.get("SDL_VIDEODRIVER", ""), environment.get("DISPLAY", "")
    if asked not in {"", "x11"}:
        return Video(asked)
    if not asked and not display and environment.get("WAYLAND_DISPLAY"):
        return Video("wayland")
    if not display:
        raise NoDisplay(f"no display {USUAL}: start X, and set DISPLAY={USUAL}")
    return Video("x11", _size(display))


def _size(display: str) -> Size:
    x = _library(display)
    connection = x.XOpenDisplay(display.encode())
    if connection is None:
        raise NoDisplay(
            f"no display {display}: no X answers there, or it does not let this user in"
        )
    screen = x.XDefaultScreen(connection)
    size = Size(x.XDisplayWidth(connection, screen), x.XDisplayHeight(connection, screen))
    x.XCloseDisplay(connection)
    return size


def _library(display: str) -> ctypes.CDLL:
    try:
        x = ctypes.CDLL(_LIBRARY)
    except OSError:
        raise NoDisplay(f"no display {display}: {_LIBRARY} is not installed") from None
    x.XOpenDisplay.restype, x.XOpenDisplay.argtypes = ctypes.c_void_p, [ctypes.c_char_p]
    x.XDefaultScreen.argtypes = x.XCloseDisplay.argtypes = [ctypes.c_void_p]
    x.XDisplayWidth.argtypes = x.XDisplayHeight.argtypes = [ctypes.c_void_p, ctypes.c_int]
    return x
