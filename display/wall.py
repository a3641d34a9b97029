"""What a hall screen's duty asks of what draws it."""

from typing import Protocol

from display.page import Page
from display.ports import BoardView
from media.pack import Commune


class Wall(BoardView, Protocol):
    """A board in a window, or in a browser."""

    @property
    def extent(self) -> tuple[int, int]:
        """Its width and height, in pixels."""

    def fits(self, page: Page) -> bool:
        """Whether the page can be shown in letters that are legible from afar."""

    def dress(self, commune: Commune) -> None:
        """Show the commune's names, its colours and its logo."""

    def is_seen(self) -> bool:
        """Whether what was shown last is on the glass."""
