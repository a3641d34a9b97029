"""Columns that share their height as their texts need it."""

from typing import Any, Protocol, runtime_checkable

from kivy.uix.layout import Layout
from kivy.uix.widget import Widget

from media.look.look import Look
from media.look.theme import PALETTE, Color
from media.look.widgets import Panel, Pictogram, Row


@runtime_checkable
class Measured(Protocol):
    """A widget that knows how high its text is."""

    def needed_height(self, width: float) -> float:
        """Return its height in a width, at its role's size."""


@runtime_checkable
class Airy(Protocol):
    """A widget that knows what to do with a little more room than it needs."""

    def roomy_height(self, width: float) -> float:
        """Return the height from which more room would part what belongs together."""


def needed_height(widget: Widget, width: float) -> float:
    """Return the height that a widget's texts take in a width, at their roles' sizes."""
    if widget.size_hint_y is None:
        return float(widget.height)
    return float(widget.needed_height(width)) if isinstance(widget, Measured) else 0.0


def roomy_height(widget: Widget, width: float) -> float:
    """Return the height that a widget may have in a width when there is room enough."""
    is_airy = widget.size_hint_y is not None and isinstance(widget, Airy)
    return float(widget.roomy_height(width)) if is_airy else needed_height(widget, width)


class Stack(Layout):
    """Children one below the other from the top, each as high as its text needs.

    More room becomes air: inside the children and between them, no more than keeps them
    together; what is left goes to `growing`, or stays below.
    Too much text makes every text a little smaller, and no line disappears.
    """

    def __init__(
        self,
        look: Look,
        *children: Widget,
        spacing: int | None = None,
        growing: Widget | None = None,
    ) -> None:
        super().__init__()
        self.spacing = look.gap // 2 if spacing is None else spacing
        self._most_air = look.gap * 2
        self._growing = growing
        for child in children:
            self.add_widget(child)
        self.bind(size=self._trigger_layout, pos=self._trigger_layout)

    def needed_height(self, width: float) -> float:
        """Return what the children need together."""
        return sum(needed_height(child, width) for child in self.children) + self._gaps

    def roomy_height(self, width: float) -> float:
        """Return what the children take with air inside and between them."""
        inside = sum(roomy_height(child, width) for child in self.children)
        return inside + self._gaps + self._most_air * self._pauses

    @property
    def _pauses(self) -> int:
        return max(0, len(self.children) - 1)

    @property
    def _gaps(self) -> int:
        return self.spacing * self._pauses

    def do_layout(self, *_: object) -> None:
        """Arrange the children."""
        heights = self._heights()
        spare = max(0.0, self.height - self._gaps - sum(heights.values()))
        if self._growing is not None:
            heights[self._growing] += spare
            spare = 0.0
        air = min(float(self._most_air), spare / max(1, self._pauses))
        top = self.top
        for child, height in heights.items():
            child.size, child.pos = (self.width, height), (self.x, top - height)
            top -= height + self.spacing + air

    def _heights(self) -> dict[Widget, float]:
        """Return what each child gets: less than it needs, or all of that and some air."""
        children = self.children[::-1]
        needs = {child: needed_height(child, self.width) for child in children}
        room, needed = self.height - self._gaps, sum(needs.values())
        if room < needed:
            return {child: _shrunk(child, need, room / needed) for child, need in needs.items()}
        airs = {child: roomy_height(child, self.width) - needs[child] for child in children}
        share = min(1.0, (room - needed) / max(1.0, sum(airs.values())))
        return {child: need + airs[child] * share for child, need in needs.items()}


def _shrunk(child: Widget, need: float, share: float) -> float:
    return need if child.size_hint_y is None else need * max(0.0, share)


class SideBySide(Row):
    """Two columns of one width, as high as the higher one's texts need."""

    def __init__(self, look: Look, *columns: Widget) -> None:
        super().__init__(look)
        for column in columns:
            self.add_widget(column)

    def needed_height(self, width: float) -> float:
        """Return what the higher of the two needs."""
        each = (width - self.spacing) / 2
        return max(needed_height(child, each) for child in self.children)


class Sheet(Panel):
    """A panel around a stack, as high as its texts need."""

    def __init__(
        self, look: Look, *children: Widget, growing: Widget | None = None, **properties: Any
    ) -> None:
        super().__init__(look, **properties)
        self._stack = Stack(look, *children, growing=growing)
        self.add_widget(self._stack)

    def needed_height(self, width: float) -> float:
        """Return what the texts need, and the panel around them."""
        return self._stack.needed_height(width - self._beside) + self._around

    def roomy_height(self, width: float) -> float:
        """Return what the texts take with air between them, and the panel around them."""
        return self._stack.roomy_height(width - self._beside) + self._around

    @property
    def _beside(self) -> float:
        return float(self.padding[0] + self.padding[2])

    @property
    def _around(self) -> float:
        return float(self.padding[1] + self.padding[3])


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
