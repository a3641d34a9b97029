"""An emblem and the texts directly beneath it, together in the middle."""

from collections.abc import Iterable
from typing import Any

from kivy.uix.layout import Layout

from media.look.look import Look
from media.look.widgets.medallion import Medallion
from media.look.widgets.pictogram import Pictogram
from media.look.widgets.text import Text

Emblem = Medallion | Pictogram

SMALLEST_EMBLEM = 0.4
"""Where texts leave little room an emblem shrinks: down to this share of its side."""


class Group(Layout):
    """An emblem, if any, above texts, the whole in the middle of the height.

    Groups of one rank (`even_groups`) have emblems of one size at one height. `between` is
    the space between two texts, in pixels.
    """

    def __init__(
        self, look: Look, emblem: Emblem | None, *texts: Text, between: int = 0, **properties: Any
    ) -> None:
        super().__init__(**properties)
        self.emblem, self.texts = emblem, texts
        self._between, self._largest = between, int(emblem.width) if emblem else 0
        self._below = look.gap if emblem else 0
        self.even_with: tuple[Group, ...] = (self,)
        self.arrange = self._trigger_layout
        for widget in (*([emblem] if emblem else ()), *texts):
            widget.size_hint = (None, None)
            self.add_widget(widget)
        self.bind(size=self.arrange_rank, pos=self.arrange)

    def needed_height(self, width: float) -> int:
        """Give the height that the texts take in a width, in their roles' sizes."""
        texts = sum(text.needed_height(width) for text in self.texts)
        return texts + self._between * max(0, len(self.texts) - 1)

    def arrange_rank(self, *_: object) -> None:
        """Arrange every group of the rank before the next frame."""
        for group in self.even_with:
            group.arrange()

    def do_layout(self, *_: object) -> None:
        """Arrange the emblem and the texts."""
        rank = max(group.needed_height(group.width) for group in self.even_with)
        side = self._side(rank)
        words = min(rank, self.height - side - self._below)
        top = self.center_y + (side + self._below + words) / 2
        if self.emblem is not None:
            self.emblem.resize(side)
            self.emblem.pos = (round(self.center_x - side / 2), round(top - side))
        self._stack(top - side - self._below, words / max(1, rank))

    def _side(self, words: int) -> int:
        room = int(self.height - words - self._below)
        return max(round(self._largest * SMALLEST_EMBLEM), min(self._largest, room))

    def _stack(self, top: float, share: float) -> None:
        """Set the texts one below the other, each as high as it needs, or its share of that."""
        for text in self.texts:
            height = text.needed_height(self.width) * share
            text.size, text.pos = (self.width, height), (self.x, top - height)
            top -= height + self._between * share


def even_groups(groups: Iterable[Group]) -> None:
    """Let groups of one rank have emblems of one size at one height."""
    together = tuple(groups)
    for group in together:
        group.even_with = together
