"""Puts widgets where the plan wants them."""

from kivy.uix.widget import Widget

from display.plan import Box


def place(widget: Widget, box: Box) -> None:
    """Give a widget its place and size, whatever its parent would like."""
    widget.size_hint = (None, None)
    widget.pos, widget.size = (round(box.x), round(box.y)), (round(box.width), round(box.height))
