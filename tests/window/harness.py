"""One real Kivy window for all window tests, its frames pumped by hand.

With a DISPLAY (Xvfb) it is a real X window, else SDL draws off screen.
"""

import gc
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from media.look.window import WindowSettings, prepare

if TYPE_CHECKING:
    from kivy.graphics import Fbo
    from kivy.uix.widget import Widget

PORTRAIT = (1080, 1920)
LANDSCAPE = (1920, 1080)
OLD_SQUARE = (1280, 1024)

DEADLINE = 5.0
"""Seconds that a condition is waited for."""


def prepare_window(home: Path) -> None:
    """Describe the window to Kivy, before any test module imports a widget."""
    if "DISPLAY" not in os.environ:
        os.environ.setdefault("SDL_VIDEODRIVER", "offscreen")
    prepare(WindowSettings(*PORTRAIT), home)


class WindowDriver:
    """The window and the finger before it."""

    def __init__(self) -> None:
        from kivy.base import EventLoop
        from kivy.core.window import Window
        from kivy.input.factory import MotionEventFactory

        self.window, self._loop = Window, EventLoop
        EventLoop.ensure_window()
        mouse = MotionEventFactory.get("mouse")("mouse", "disable_multitouch")
        EventLoop.add_input_provider(mouse)
        EventLoop.start()
        # As the programs do: half the time of a test that draws pages went into it.
        gc.collect()
        gc.freeze()

    def resize(self, width: int, height: int) -> None:
        """Give the window another size, in pixels."""
        self.window.size = (width, height)
        self.until(lambda: tuple(self.window.size) == (width, height))

    def show(self, widget: "Widget") -> None:
        """Put one widget into the window, in place of what was there."""
        self.clear()
        self.window.add_widget(widget)
        self.pump(3)

    def clear(self) -> None:
        for child in self.window.children[:]:
            self.window.remove_widget(child)

    def pump(self, frames: int = 1) -> None:
        for _ in range(frames):
            self._loop.idle()

    def until(self, condition: Callable[[], object], seconds: float = DEADLINE) -> None:
        """Pump until a condition holds. Fails after a deadline."""
        deadline = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < deadline, "the condition did not come true"
            self._loop.idle()

    def tap(self, widget: "Widget") -> None:
        """Touch the middle of a widget and let go, through Window and its input provider."""
        x, y = widget.to_window(*widget.center)
        self.press_at(x, y)
        self.release_at(x, y)

    def press_at(self, x: float, y: float) -> None:
        """Touch a point, in pixels from the window's lower left corner."""
        self._finger("on_mouse_down", x, y)

    def release_at(self, x: float, y: float) -> None:
        self._finger("on_mouse_up", x, y)

    def shot(self, path: Path) -> Path:
        """Save what the window shows as a PNG."""
        self.pump(2)
        path.parent.mkdir(parents=True, exist_ok=True)
        from kivy.core.image import Image

        Image(self._painted().texture).save(str(path), flipped=True)
        return path

    def pixel(self, x: float, y: float) -> tuple[int, int, int]:
        """The colour that the window shows at a point, from the lower left corner."""
        red, green, blue, _ = self._painted().get_pixel_color(int(x), int(y))
        return red, green, blue

    def _painted(self) -> "Fbo":
        from kivy.graphics import ClearBuffers, ClearColor, Fbo

        picture = Fbo(size=self.window.size, with_stencilbuffer=True)
        with picture:
            ClearColor(*self.window.clearcolor)
            ClearBuffers()
        for child in reversed(self.window.children):
            picture.add(child.canvas)
        picture.draw()
        return picture

    def _finger(self, event: str, x: float, y: float) -> None:
        # Window counts the mouse's rows from the top.
        self.window.mouse_pos = (x, y)
        self.window.dispatch(event, x, self.window.height - y, "left", [])
        self.pump(2)
