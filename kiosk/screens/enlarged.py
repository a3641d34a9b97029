"""Content as large as its room lets it be: a short sheet leaves no half of a screen empty."""

from collections.abc import Callable

from kivy.uix.layout import Layout
from kivy.uix.widget import Widget

from kiosk.screens.kit import Kit
from kiosk.screens.stack import needed_height

SHARES = (1.5, 1.35, 1.2, 1.1, 1.0)
"""How many times their size texts may have. Larger ones would outgrow the screen's heading."""


class Enlarged(Layout):
    """What `make` returns, with the largest texts with which it fits."""

    def __init__(self, kit: Kit, make: Callable[[Kit], Widget]) -> None:
        super().__init__()
        self._kit, self._make = kit, make
        self._made_for: tuple[float, float] | None = None
        self.bind(size=self._trigger_layout, pos=self._trigger_layout)
        self.add_widget(make(kit))  # what it can be touched on is there from the beginning

    def do_layout(self, *_: object) -> None:
        """Make the content anew where the room has changed, and give it the room."""
        if self._made_for != tuple(self.size):
            self._made_for = (self.width, self.height)
            self.clear_widgets()
            self.add_widget(self._largest())
        (content,) = self.children
        content.pos, content.size = self.pos, self.size

    def _largest(self) -> Widget:
        for share in SHARES[:-1]:
            content = self._make(self._kit.enlarged(share))
            if needed_height(content, self.width) <= self.height:
                return content
        return self._make(self._kit.enlarged(SHARES[-1]))
