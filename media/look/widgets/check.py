"""What is wrong with a screen as it is drawn now. Tests ask it of every screen."""

from collections.abc import Iterator
from typing import TypeVar

from kivy.uix.widget import Widget

from media.look.screen import Screen
from media.look.widgets.button import BigButton
from media.look.widgets.text import Text

W = TypeVar("W")


def overflowing(root: Widget) -> list[Text]:
    """Give the texts that do not fit their boxes, even in the smallest legible size."""
    return [text for text in shown(root, Text) if text.text and not text.fitted.is_fitting]


def small_targets(root: Widget, screen: Screen) -> list[BigButton]:
    """Give the buttons that are narrower or lower than a touch target."""
    least = screen.touch - 1
    return [button for button in shown(root, BigButton) if min(button.width, button.height) < least]


def out_of_reach(root: Widget, screen: Screen) -> list[BigButton]:
    """Give the buttons whose middle a seated person does not reach."""
    lowest, highest = screen.reach()
    return [
        button
        for button in shown(root, BigButton)
        if not lowest <= button.to_window(*button.center)[1] <= highest
    ]


def shown(root: Widget, kind: type[W]) -> Iterator[W]:
    """Walk the widgets of a kind below `root`."""
    return (widget for widget in root.walk() if isinstance(widget, kind))
