"""The board of a window, as a hall screen's duty sees it."""

from display.page import Page
from display.scene import Scene
from display.screens.board import BoardScreen
from media.pack import Commune
from media.playlist.content import Content


class WindowWall:
    """A `display.wall.Wall`."""

    def __init__(self, board: BoardScreen) -> None:
        self._board = board

    @property
    def extent(self) -> tuple[int, int]:
        """Its width and height, in pixels."""
        width, height = self._board.size
        return int(width), int(height)

    def show(self, scene: Scene) -> None:
        """Show this, in place of what was there."""
        self._board.show(scene)

    def dress(self, commune: Commune) -> None:
        """Show the commune's names, its colours and its logo."""
        self._board.dress(commune)

    def fits(self, page: Page) -> bool:
        """Whether the page can be shown in letters that are legible from afar."""
        return self._board.notice_stage.fits(page)

    def is_seen(self) -> bool:
        """Whether what was shown last is on the glass: the window draws it with its next frame."""
        return True

    def capacity(self, *, is_calling: bool, has_ready: bool) -> int:
        """Return how many lines fit the list, beside a large call and over those who get ready."""
        return self._board.capacity(is_calling=is_calling, has_ready=has_ready)

    def ready_capacity(self) -> int:
        """Return how many fit the row of those who get ready."""
        return self._board.ready_capacity()

    def missed_capacity(self) -> int:
        """Return how many of those who were missed fit that row."""
        return self._board.missed_capacity()

    def draws(self, content: Content) -> bool:
        """Whether it can draw this."""
        return self._board.draws(content)
