"""What a screen says: its widgets, in the order in which they are read.

Whatever stands on a screen is said, because what is said is taken from what stands there. A
widget that says it better than its letters has `spoken`, in the languages that stand for it.
"""

from collections.abc import Iterable

from kivy.uix.widget import Widget

from kiosk.speech.reading import Control, Reading, spoken
from media.look.widgets import BigButton, Row, Text
from media.words import Parts
from wire.messages import Language


def reading_of(root: Widget, screen: str, language: Language | None) -> Reading:
    """Return what is to be heard of a screen."""
    heard = _Heard()
    heard.visit(root)
    told = tuple(dict.fromkeys(heard.told))
    return Reading(screen, language, told[:1], told[1:], tuple(heard.controls))


class _Heard:
    """Gathers what is met on the way through the widgets."""

    def __init__(self) -> None:
        self.told: list[tuple[Language, str]] = []
        self.controls: list[Control] = []

    def visit(self, widget: Widget) -> None:
        if isinstance(widget, BigButton):
            self._control(widget)
            return
        override: Parts | None = getattr(widget, "spoken", None)
        if override is not None:
            self.told += _plain(override)
            return
        if isinstance(widget, Text):
            self.told += spoken(widget.text, widget.language)
        for child in in_order(widget):
            self.visit(child)
        self._whole(widget)

    def _control(self, button: BigButton) -> None:
        target = getattr(button, "target", None)
        if target is not None and not button.disabled:
            self.controls.append(Control(target, said_of(button)))

    def _whole(self, widget: Widget) -> None:
        """Take in what is one control from edge to edge, unless a button in it is the same."""
        target = getattr(widget, "target", None)
        if target is not None and target not in {each.target for each in self.controls}:
            self.controls.append(Control(target, tuple(self.told)))


def said_of(widget: Widget) -> Parts:
    """Return all that is said of a widget and what is in it."""
    override: Parts | None = getattr(widget, "spoken", None)
    if override is not None:
        return _plain(override)
    if isinstance(widget, BigButton):
        return _named_first(widget)
    own = spoken(widget.text, widget.language) if isinstance(widget, Text) else ()
    return (*own, *_said_inside(widget))


def _named_first(button: BigButton) -> Parts:
    """Return what a button says: what it is, and then how it stands, wherever that is written."""
    name = [] if button.line is None else [button.line]
    named = (part for text in (button.title, *name) for part in said_of(text))
    return tuple(dict.fromkeys((*named, *_said_inside(button))))


def _said_inside(widget: Widget) -> Parts:
    return tuple(part for child in in_order(widget) for part in said_of(child))


def in_order(widget: Widget) -> Iterable[Widget]:
    """Return a widget's children as they are read: a row of Arabic from the right."""
    children: list[Widget] = widget.children
    is_turned = isinstance(widget, Row) and widget.look.is_rtl
    return children if is_turned else children[::-1]


def _plain(parts: Parts) -> Parts:
    return tuple(each for language, text in parts for each in spoken(text, language))
