"""What can be touched: each has a name that the flow knows."""

from typing import Any

from kivy.uix.widget import Widget

from kiosk.screens.kit import Kit
from kiosk.screens.stack import Lead
from media.look.pictograms import GLYPHS
from media.look.screen import Role
from media.look.theme import PALETTE
from media.look.widgets import BigButton, Caption, Medallion, Pictogram
from media.look.widgets.button import DISABLED, Flow
from media.words import Parts

UNKNOWN_PICTOGRAM = "document"
"""Stands for a pictogram that the font does not have."""


class Target(BigButton):
    """A button that gives the flow its `target`."""

    def __init__(self, kit: Kit, target: str, title: str, **properties: Any) -> None:
        super().__init__(look=kit.look, title=title, **properties)
        self.target = target
        self.bind(on_release=lambda *_: kit.touch(target))


class Tile(Target):
    """A choice: its pictogram, its name in one language or two, how it stands."""

    def __init__(
        self, kit: Kit, target: str, parts: Parts, pictogram: str, *, is_open: bool, flow: Flow
    ) -> None:
        self.is_open, self.flow = is_open, flow
        self._pictogram = pictogram if pictogram in GLYPHS else UNKNOWN_PICTOGRAM
        super().__init__(
            kit,
            target,
            parts[0][1],
            line=parts[1][1] if len(parts) > 1 else "",
            pictogram=self._pictogram,
            flow=flow,
        )
        if flow == "column":
            self.title.lines = 3

    def tell_closed(self, kit: Kit) -> None:
        """Say that no ticket can be had: in words below a column, by a lock at the end of a row."""
        size = self.look.text(Caption.role)
        if self.flow == "row":
            lock = Pictogram(self.look, "lock", size, DISABLED.title, size_hint=(None, 1))
            self.children[0].add_widget(lock)
            return
        parts = kit.parts("Closed now")
        text = kit.set(Caption, parts, color=DISABLED.title)
        height = kit.line(Caption, len(parts))
        lead = Lead(self.look, "lock", size, text, DISABLED.title, spacing=size // 3)
        lead.size_hint_y, lead.height = None, height
        self.add_widget(lead)

    def tell_count(self, count: int) -> None:
        """Show how many wait: at the end of a row, or in a corner above a column."""
        size = self.look.text(Caption.role)
        number = Caption(self.look, str(count), PALETTE.slate, "start", "en", lines=1)
        lead = Lead(self.look, "people", size, number, PALETTE.slate, spacing=size // 3)
        if self.flow == "row":
            lead.size_hint_x, lead.width = None, round(size * 3)
            self.children[0].add_widget(lead)
        else:
            lead.size_hint, lead.size = (None, None), (round(size * 3.6), round(size * 1.9))
            lead.pos_hint = {"right": 1} if self.look.is_rtl else {"x": 0}
            self.add_widget(lead, len(self.children))

    def _assemble(self, flow: Flow) -> None:
        if flow == "column" and self.medallion is not None:
            large = round(self.look.text(Role.HEADING) * 1.15)
            self.medallion = Medallion(self.look, self._pictogram, large)
        super()._assemble(flow)

    def _repaint(self, *arguments: object) -> None:
        super()._repaint(*arguments)
        if not self.is_open:
            self._fade()

    def _fade(self) -> None:
        self.paint(DISABLED.ground, DISABLED.edge)
        self.title.color = DISABLED.title.rgba
        if self.line is not None:
            self.line.color = DISABLED.line.rgba
        if self.medallion is not None:
            self.medallion.paint(DISABLED.pictogram, DISABLED.star)


def targets(root: Widget) -> dict[str, Widget]:
    """Return everything below `root` that can be touched now, by its name."""
    found = (widget for widget in root.walk() if getattr(widget, "target", None))
    return {widget.target: widget for widget in found if not widget.disabled}
