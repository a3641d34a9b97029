"""Puts touches where they are meant, on a glass that feels them beside it."""

from kivy.base import EventLoop
from kivy.input import MotionEvent

from kiosk.affine import Affine

Events = list[tuple[str, MotionEvent]]


class TouchCorrection:
    """A post-processor of Kivy's input, from `start` to `stop`."""

    def __init__(self, correct: Affine) -> None:
        self.correct = correct
        self.is_raw = False
        """Whether touches are left as they were felt: while the glass is calibrated."""

    def start(self) -> None:
        """Begin to correct."""
        EventLoop.add_postproc_module(self)

    def stop(self) -> None:
        """Correct no more. May be called twice."""
        if self in EventLoop.postproc_modules:
            EventLoop.remove_postproc_module(self)

    def process(self, events: Events) -> Events:
        """Move each touch; where one ended is where it was last."""
        if self.is_raw or self.correct == Affine():
            return events
        for kind, event in events:
            if event.is_touch and kind != "end":
                event.sx, event.sy = self.correct((event.sx, event.sy))
        return events
