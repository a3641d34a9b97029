"""Prepares Kivy for a program: call `prepare` before anything of Kivy is imported."""

import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import structlog

from media.look.screen import Screen
from media.look.x_screen import Size, video


class KivyLoaded(Exception):  # noqa: N818  # named by what happened, as refusals are
    """Kivy was imported before its window was described."""


@dataclass(frozen=True, slots=True)
class WindowSettings:
    """Where a program's window stands, in pixels."""

    width: int
    height: int
    left: int | None = None
    top: int | None = None
    """Both or none: without them the window manager places the window."""

    is_fullscreen: bool = False
    """The whole screen, whatever the size; else a window of that size."""

    is_borderless: bool = True
    is_cursor_shown: bool = False
    title: str = "Nouba"


def prepare(settings: WindowSettings, home: Path) -> None:
    """Describe the window to Kivy, install the text provider, quiet the rest.

    `home` is Kivy's own folder (created). Kivy logs through Python's logging. Raises
    `NoDisplay` when there is no screen to open a window on (with
    `SDL_VIDEODRIVER=offscreen` none is needed), and `KivyLoaded` when Kivy was imported
    before.
    """
    if "kivy" in sys.modules:
        raise KivyLoaded("media.look.window.prepare() comes before any import of kivy")
    found = video(os.environ)
    os.environ["SDL_VIDEODRIVER"] = found.driver
    home.mkdir(parents=True, exist_ok=True)
    os.environ.update(environment(home))
    _configure(_filling(settings, found.size))
    _name_window(settings.title)
    from media.typography.install import install  # noqa: PLC0415  # it loads Kivy

    install()


def opened(described: Screen) -> Screen:
    """Open the window; give the screen with the size that it really has, in pixels.

    The diagonal is believed, and a millimetre has as many pixels as follow from it. A size
    other than the one described is logged as a warning. Call it after `prepare`.
    """
    from kivy.core.window import Window  # noqa: PLC0415  # importing it opens the window

    width, height = (int(side) for side in Window.size)
    if (width, height) == (described.width_px, described.height_px):
        return described
    structlog.get_logger("window").warning(
        "screen_of_another_size",
        settings=f"{described.width_px}x{described.height_px}",
        window=f"{width}x{height}",
    )
    return replace(described, width_px=width, height_px=height)


def environment(home: Path) -> dict[str, str]:
    """Give the environment that Kivy reads when it is imported."""
    return {
        "KIVY_HOME": str(home),
        "KIVY_NO_ARGS": "1",
        "KIVY_NO_CONFIG": "1",
        "KIVY_NO_FILELOG": "1",
        "KIVY_LOG_MODE": "PYTHON",
        "KIVY_AUDIO": "sdl2",
    }


def _filling(settings: WindowSettings, screen: Size | None) -> WindowSettings:
    """Describe a window for the whole screen by the screen's true size.

    Without a window manager, X leaves a full-screen window as it was described.
    """
    if not settings.is_fullscreen or screen is None:
        return settings
    return replace(settings, width=screen.width, height=screen.height, left=0, top=0)


def _configure(settings: WindowSettings) -> None:
    from kivy.config import Config  # noqa: PLC0415  # it reads the environment when loaded

    for name, value in _graphics(settings).items():
        Config.set("graphics", name, value)
    Config.set("kivy", "exit_on_escape", "0")
    Config.set("kivy", "log_level", "warning")
    for name in Config.options("input"):
        Config.remove_option("input", name)
    # SDL delivers the touches; a second reader would tap twice.
    Config.set("input", "mouse", "mouse,disable_multitouch")


def _name_window(title: str) -> None:
    from kivy.base import EventLoop  # noqa: PLC0415  # after the environment is set
    from kivy.clock import Clock  # noqa: PLC0415

    # The window opens later; by the first frame it is there.
    def name(_: float) -> None:
        if EventLoop.window is None:  # a clock without a window, in a test
            return
        EventLoop.window.title = title
        EventLoop.window.set_title(title)

    Clock.schedule_once(name, 0)


def _graphics(settings: WindowSettings) -> dict[str, str]:
    graphics = {
        "width": str(settings.width),
        "height": str(settings.height),
        "fullscreen": "auto" if settings.is_fullscreen else "0",
        "borderless": str(int(settings.is_borderless)),
        "show_cursor": str(int(settings.is_cursor_shown)),
        "allow_screensaver": "0",
        "resizable": "0",
        "maxfps": "30",
        "multisamples": "0",
        "position": "auto" if settings.left is None else "custom",
    }
    if settings.left is not None and settings.top is not None:
        graphics |= {"left": str(settings.left), "top": str(settings.top)}
    return graphics
