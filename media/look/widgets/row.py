"""Rows, columns and grids that turn round with the language."""

from typing import Any

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.gridlayout import GridLayout
from kivy.uix.widget import Widget

from media.look.look import Look


class Row(BoxLayout):
    """Children side by side, the first where reading starts: at the right in Arabic."""

    def __init__(self, look: Look, **properties: Any) -> None:
        properties.setdefault("spacing", look.gap)
        super().__init__(orientation="horizontal", **properties)
        self.look = look

    def add_widget(self, widget: Widget, index: int = 0, canvas: str | None = None) -> None:
        """Add a widget; `index` counts from the last child, as everywhere in Kivy."""
        at = len(self.children) - index if self.look.is_rtl else index
        super().add_widget(widget, at, canvas)


class Column(BoxLayout):
    """Children one below the other."""

    def __init__(self, look: Look, **properties: Any) -> None:
        properties.setdefault("spacing", look.gap // 2)
        super().__init__(orientation="vertical", **properties)
        self.look = look


class Grid(GridLayout):
    """Children in rows and columns, the first where reading starts."""

    def __init__(self, look: Look, **properties: Any) -> None:
        properties.setdefault("spacing", look.gap)
        order = "rl-tb" if look.is_rtl else "lr-tb"
        super().__init__(orientation=order, **properties)
        self.look = look
