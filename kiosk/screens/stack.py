"""Columns that share their height as their texts need it."""

from typing import Any, Protocol, runtime_checkable

from kivy.uix.widget import Widget

from media.look.look import Look
from media.look.theme import PALETTE, Color
from media.look.widgets import Column, Panel, Pictogram, Row


@runtime_checkable
class Measured(Protocol):
    """A widget that knows how high its text is."""

    def needed_height(self, width: float) -> float:
        """Return its height in a width, at its role's size."""


def needed_height(widget: Widget, width: float) -> float:
    """Return the height that a widget's texts take in a width, at their roles' sizes."""
    if widget.size_hint_y is None:
        return float(widget.height)
    return float(widget.needed_height(width)) if isinstance(widget, Measured) else 0.0


class Stack(Column):
    """Children one below the other, each as high as its text needs in proportion to the others.

    Room that no text needs goes to those that are not `Firm`. Too much text makes every
    text a little smaller, and no line disappears.
    """

    def __init__(self, look: Look, *children: Widget, **properties: Any) -> None:
        super().__init__(look, **properties)
        for child in children:
            self.add_widget(child)
        self.bind(size=self._share)

    def needed_height(self, width: float) -> float:
        """Return what the children need together."""
        left, top, right, bottom = self.padding
        inner = width - left - right
        gaps = self.spacing * max(0, len(self.children) - 1)
        needed = sum(needed_height(child, inner) for child in self.children)
        return needed + float(gaps + top + bottom)

    def _share(self, *_: object) -> None:
        left, _top, right, _bottom = self.padding
        width = self.width - left - right
        needs = {
            child: max(1.0, needed_height(child, width))
            for child in self.children
            if child.size_hint_y is not None
        }
        airy = sum(need for child, need in needs.items() if not isinstance(child, Firm))
        growth = 1 + max(0.0, self.height - self.needed_height(self.width)) / max(1.0, airy)
        for child, need in needs.items():
            child.size_hint_y = need if isinstance(child, Firm) else need * growth


class Sheet(Panel):
    """A panel around a stack, as high as its texts need."""

    def __init__(self, look: Look, *children: Widget, **properties: Any) -> None:
        super().__init__(look, **properties)
        self._stack = Stack(look, *children)
        self.add_widget(self._stack)

    def needed_height(self, width: float) -> float:
        """Return what the texts need, and the panel around them."""
        left, top, right, bottom = self.padding
        return self._stack.needed_height(width - left - right) + float(top + bottom)


class Firm(Sheet):
    """A sheet that leaves room beyond its own need to others."""


class Lead(Row):
    """A pictogram, and the text that it leads into."""

    def __init__(  # a widget's properties, named by the caller
        self,
        look: Look,
        pictogram: str,
        size: int,
        body: Widget,
        color: Color = PALETTE.green,
        **properties: Any,
    ) -> None:
        super().__init__(look, **properties)
        self._body = body
        self._width = round(size * 1.4)
        self.add_widget(
            Pictogram(look, pictogram, size, color, size_hint=(None, 1), width=self._width)
        )
        self.add_widget(body)

    def needed_height(self, width: float) -> float:
        """Return what the text needs beside its pictogram."""
        return needed_height(self._body, width - self._width - self.spacing)
