"""Which finger on the glass chooses: one at a time, and none of a hand that is laid on it."""

from kivy.input import MotionEvent

from media.look.screen import Screen

PALM = 3
"""So many fingers at once are a hand."""

BROAD_MM = 30.0
"""A touch of this side is no fingertip's: those leave 8 to 20 mm."""

REST = 3.0
"""Seconds after which a finger only rests on the glass: it keeps nobody else from choosing."""


class Fingers:
    """Knows which fingers lie on the glass of a screen, and which of them may choose.

    The first one chooses, when it is lifted from where it was put. Those that come while it
    is there do nothing; the third makes a palm of them, and the first chooses nothing either.
    """

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._down: dict[object, MotionEvent] = {}
        self._chooser: MotionEvent | None = None

    def begin(self, touch: MotionEvent) -> bool:
        """Take note of a finger that is put on the glass; return whether it may choose."""
        fresh = self._fresh(touch)
        self._down = {each.uid: each for each in (*fresh, touch)}
        if len(fresh) + 1 >= PALM or self._is_broad(touch):
            self.cancel()
            return False
        if fresh:
            return False
        self.cancel()
        self._chooser = touch
        return True

    def end(self, touch: MotionEvent) -> None:
        """Take note of a finger that is lifted."""
        self._down.pop(touch.uid, None)
        if touch is self._chooser:
            self._chooser = None

    def cancel(self) -> None:
        """Let the finger that is on the glass choose nothing any more."""
        if self._chooser is not None:
            _let_go(self._chooser)
            self._chooser = None

    def _fresh(self, touch: MotionEvent) -> list[MotionEvent]:
        """Return the others that have not come to rest; who never was lifted is among those."""
        return [
            each
            for each in self._down.values()
            if each.uid != touch.uid and touch.time_start - each.time_start < REST
        ]

    def _is_broad(self, touch: MotionEvent) -> bool:
        """Return whether its shape, in shares of the screen where it is known, is too large."""
        shape = getattr(touch, "shape", None)
        if shape is None:
            return False
        sides = (shape.width * self._screen.width_px, shape.height * self._screen.height_px)
        return bool(max(sides) > BROAD_MM * self._screen.px_per_mm)


def _let_go(touch: MotionEvent) -> None:
    """Take a touch away from the buttons that hold it."""
    for reference in touch.grab_list[:]:
        widget = reference()
        if widget is not None:
            touch.ungrab(widget)
            widget.state = "normal"
