"""A screen in a program's settings: its pixels, its millimetres, where its window is."""

from dataclasses import dataclass
from typing import Annotated

from annotated_types import Gt

from media.look.screen import Screen
from media.look.window import WindowSettings

Pixels = Annotated[int, Gt(0)]
Millimetres = Annotated[float, Gt(0)]


@dataclass(frozen=True, slots=True)
class ScreenSettings:
    """One screen as somebody measured it."""

    width_px: Pixels
    height_px: Pixels
    """More than its width for a screen that stands or hangs upright."""

    diagonal_mm: Millimetres
    distance_mm: Millimetres
    """From the eyes of whoever must read it to the glass."""

    left: int | None = None
    top: int | None = None
    is_fullscreen: bool = False
    is_cursor_shown: bool = False

    def geometry(self) -> Screen:
        """Return it as sizes are derived from it."""
        return Screen(self.width_px, self.height_px, self.diagonal_mm, self.distance_mm)

    def window(self, name: str) -> WindowSettings:
        """Return the window of the program that has this name."""
        return WindowSettings(
            self.width_px,
            self.height_px,
            self.left,
            self.top,
            is_fullscreen=self.is_fullscreen,
            is_cursor_shown=self.is_cursor_shown,
            title=f"Nouba · {name}",
        )
