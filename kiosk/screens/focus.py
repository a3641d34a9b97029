"""The frame around the choice that the keys have come to, for those who see a little."""

from kivy.graphics import Color as Paint
from kivy.graphics import InstructionGroup, Line
from kivy.uix.widget import Widget

from kiosk.screens.stage import Stage
from kiosk.screens.target import targets
from media.look.theme import PALETTE

OUTER_MM, INNER_MM = 2.4, 1.2
"""The widths of the dark line and of the light one on it: one of them stands out anywhere."""


class Focus:
    """One frame over the whole glass, or none."""

    def __init__(self, stage: Stage, glass: Widget) -> None:
        self._stage, self._glass = stage, glass
        self._frame = InstructionGroup()

    def put(self, target: str) -> None:
        """Draw the frame around a target, where it is shown now."""
        self.take_away()
        widget = targets(self._stage.question or self._glass).get(target)
        if widget is None:
            return
        screen = self._stage.kit.look.screen
        place = (*widget.to_window(*widget.pos), *widget.size)
        for color, width in ((PALETTE.navy_deep, OUTER_MM), (PALETTE.gold, INNER_MM)):
            self._frame.add(Paint(*color.rgba))
            self._frame.add(Line(rectangle=place, width=screen.px(width) / 2))
        self._glass.canvas.after.add(self._frame)

    def take_away(self) -> None:
        """Draw none."""
        if self._frame.children:
            self._glass.canvas.after.remove(self._frame)
            self._frame.clear()
