"""Texts of second rank, which may be smaller than what visitors must read."""

from typing import Any

from display.plan import Geometry
from media.look.look import Look
from media.look.screen import Role
from media.look.widgets import Text


class AfarText(Text):
    """A text that shrinks down to the least that can be read from the hall's far end.

    `font_size` is what it has at most, in pixels; that least, where it is more.
    """

    role = Role.BODY

    def __init__(self, look: Look, geometry: Geometry, text: str = "", **more: Any) -> None:
        self._smallest = geometry.afar
        more["font_size"] = max(self._smallest, more.get("font_size", 0))
        super().__init__(look, text, **more)

    @property
    def smallest(self) -> int:
        """The size below which it does not shrink, in pixels."""
        return self._smallest
