"""A hall screen in a browser, as its duty sees it: a `display.wall.Wall`."""

import json
from pathlib import Path

from display.livery import logo_of
from display.page import Page
from display.plan import Geometry
from display.scene import Scene
from display.web.drafting import Drafting
from display.web.glass import Glass, Size
from display.web.measuring import Measure
from display.web.settings import WebScreen
from media.look.look import is_rtl
from media.look.screen import Screen
from media.pack import Commune
from media.playlist.content import Content, Video
from media.texts import Texts
from media.typography.fonts import FontSet
from wire.codec import encode


class BrowserWall:
    """Draws each scene for the pages before which people stand."""

    def __init__(
        self, screen: WebScreen, size: Size, commune: Commune, fonts: FontSet, glass: Glass
    ) -> None:
        seen = Screen(size.width, size.height, screen.diagonal_mm, screen.distance_mm)
        self._geometry = Geometry(seen, is_rtl(screen.written[0]))
        self._drafting = Drafting(self._geometry, Measure(fonts), Texts(), screen.written)
        self._glass, self._commune = glass, commune
        self._scene = Scene()

    @property
    def extent(self) -> tuple[int, int]:
        """Its width and height, in pixels."""
        return self._geometry.screen.width_px, self._geometry.screen.height_px

    def show(self, scene: Scene) -> None:
        """Show this, in place of what was there."""
        self._scene = scene
        drawing = encode(self._drafting.drawn(scene, self._commune))
        self._glass.show(json.dumps(drawing, ensure_ascii=False, separators=(",", ":")))

    @property
    def logo(self) -> Path | None:
        """The file of the commune's logo, if it has one."""
        return logo_of(self._commune)

    def dress(self, commune: Commune) -> None:
        """Show the commune's names, its colours and its logo."""
        self._commune = commune
        self.show(self._scene)

    def fits(self, page: Page) -> bool:
        """Whether the page can be shown in letters that are legible from afar."""
        return self._drafting.sizes.fits(page)

    def is_seen(self) -> bool:
        """Whether a page has drawn what was shown last."""
        return self._glass.is_seen()

    def capacity(self, *, is_calling: bool, has_ready: bool) -> int:
        """Return how many lines fit the list, beside a large call and over those who get ready."""
        return self._geometry.capacity(is_calling=is_calling, has_ready=has_ready)

    def ready_capacity(self) -> int:
        """Return how many fit the row of those who get ready."""
        return self._drafting.lists.ready_capacity()

    def missed_capacity(self) -> int:
        """Return how many of those who were missed fit that row."""
        return self._drafting.lists.missed_capacity()

    def draws(self, content: Content) -> bool:
        """Whether it can draw this."""
        return not isinstance(content, Video)
