"""Content as large as its room lets it be: a short sheet leaves no half of a screen empty."""

from collections.abc import Callable

from kivy.uix.layout import Layout
from kivy.uix.widget import Widget

from kiosk.screens.kit import Kit
from kiosk.screens.stack import needed_height
from media.look.widgets import Text

SHARES = (1.5, 1.35, 1.2, 1.1)
"""How many times their size texts may have. Larger ones would outgrow the screen's heading."""


class Enlarged(Layout):
    """What `make` returns, with the largest texts with which it fits."""

    def __init__(self, kit: Kit, make: Callable[[Kit], Widget]) -> None:
        super().__init__()
        self._kit, self._make = kit, make
        self._measured = make(kit)
        self._made_for: tuple[float, float] | None = None
        self.bind(size=self._trigger_layout, pos=self._trigger_layout)
        self.add_widget(self._measured)

    def do_layout(self, *_: object) -> None:
        """Take the content that suits the room, where that has changed, and give it the room."""
        if self._made_for != tuple(self.size):
            self._made_for = (self.width, self.height)
            self.clear_widgets()
            self.add_widget(self._largest())
        (content,) = self.children
        content.pos, content.size = self.pos, self.size

    def _largest(self) -> Widget:
        share = self._share()
        if share is None:
            return self._measured
        leave(self._measured)
        return self._make(self._kit.enlarged(share))

    def _share(self) -> float | None:
        """Find the share by measuring: in a narrower width texts break as larger ones do."""
        least = needed_height(self._measured, self.width)
        possible = (share for share in SHARES if share * least <= self.height)
        return next(filter(self._is_fitting, possible), None)

    def _is_fitting(self, share: float) -> bool:
        needed = needed_height(self._measured, self.width / share)
        return bool(share * needed <= self.height)


def leave(content: Widget) -> None:
    """Let what was only measured take no more time."""
    for widget in content.walk(restrict=True):
        if isinstance(widget, Text):
            widget.leave()
