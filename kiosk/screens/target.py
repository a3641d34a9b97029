"""What can be touched: each has a name that the flow knows."""

from typing import Any

from kivy.core.window import Window
from kivy.uix.widget import Widget

from kiosk.screens.kit import Kit
from kiosk.screens.stack import Lead
from kiosk.touch_map import Rectangle
from media.look.screen import Role
from media.look.theme import PALETTE
from media.look.widgets import BigButton, Body, Caption, Group, Kind, Pictogram, Row
from media.look.widgets.button import DISABLED, Flow
from media.texts import msgid
from media.words import Parts


class Target(BigButton):
    """A button that gives the flow its `target`."""

    def __init__(self, kit: Kit, target: str, title: str, **properties: Any) -> None:
        super().__init__(look=kit.look, title=title, **properties)
        self.target = target
        self.bind(on_release=lambda *_: kit.touch(target))


class TwoTongued(Target):
    """Words in the middle: on one line, or on two where two languages stand for one."""

    def __init__(self, kit: Kit, target: str, parts: Parts, **properties: Any) -> None:
        line = parts[1][1] if len(parts) > 1 else ""
        super().__init__(kit, target, parts[0][1], line=line, flow="column", **properties)


def action(
    kit: Kit,
    target: str,
    msgid: str,
    pictogram: str,
    role: Role = Role.TITLE,
    kind: Kind = Kind.PRIMARY,
) -> Target:
    """Return the button of a card: what to do next, in one language or two."""
    parts = kit.parts(msgid)
    return Target(
        kit,
        target,
        parts[0][1],
        line=parts[1][1] if len(parts) > 1 else "",
        pictogram=pictogram,
        kind=kind,
        role=role,
        size_hint_y=None,
        height=action_height(kit, msgid),
        padding=(kit.look.gap, kit.look.gap // 2),
    )


def action_height(kit: Kit, msgid: str) -> int:
    """Return the height of such a button, in pixels."""
    return round(kit.look.screen.touch * (1.1 + 0.5 * len(kit.parts(msgid))))


WAITING = (msgid("{n} person is waiting"), msgid("{n} people are waiting"))
"""What a pictogram and a number say."""

CLOSED_SHARE, CLOSED_SHARE_FLAT = 0.7, 0.6
"""The width of what a row says of its being closed, in that of its name."""

LOCK_SHARE = 0.15
"""The width of the lock alone."""


class Tile(Target):
    """A choice: its pictogram, its name in one language or two, how it stands."""

    def __init__(
        self,
        kit: Kit,
        target: str,
        parts: Parts,
        *,
        is_open: bool,
        flow: Flow,
        **properties: Any,
    ) -> None:
        self.is_open, self.flow = is_open, flow
        title, line = parts[0][1], parts[1][1] if len(parts) > 1 else ""
        super().__init__(kit, target, title, line=line, flow=flow, **properties)
        if flow == "column":
            self.title.lines = 3
            self.standing = Row(kit.look, size_hint_y=None, height=_standing_height(kit))
            self.add_widget(self.standing, 1)

    def tell_closed(self, kit: Kit, words: Parts) -> None:
        """Say in words why no ticket can be had, or from when: above a column, or ending a row.

        Without words a row ends in the lock alone.
        """
        size, words = self.look.text(Caption.role), kit.told(words)
        if self.flow == "row":
            lock = Pictogram(self.look, "lock", self.look.text(self.title.role), DISABLED.title)
            texts = [
                Caption(self.look, text, DISABLED.title, "center", each) for each, text in words
            ]
            told = Group(self.look, lock, *texts, size_hint_x=_closed_share(kit, words))
            told.spoken = words or kit.parts("Closed now")
            self.children[0].add_widget(told)
            return
        text = kit.set(Caption, words, color=DISABLED.title)
        self.standing.add_widget(
            Lead(self.look, "lock", size, text, DISABLED.title, spacing=size // 3)
        )

    def tell_count(self, kit: Kit, count: int) -> None:
        """Show how many wait: at the end of a row, or in a corner above a column."""
        size = self.look.text(Body.role)
        number = Body(self.look, str(count), PALETTE.slate, lines=1)
        lead = Lead(self.look, "people", size, number, PALETTE.slate, spacing=size // 3)
        lead.spoken = kit.texts.plural_parts(kit.look.language, *WAITING, count)
        if self.flow == "row":
            lead.size_hint_x, lead.width = None, round(size * 3)
            self.children[0].add_widget(lead)
        else:
            self.standing.add_widget(lead)

    def _repaint(self, *arguments: object) -> None:
        super()._repaint(*arguments)
        if not self.is_open:
            self._fade()

    def _fade(self) -> None:
        self.paint(DISABLED.ground, DISABLED.edge, is_rimmed=True)
        self.title.color = DISABLED.title.rgba
        if self.line is not None:
            self.line.color = DISABLED.line.rgba
        if self.medallion is not None:
            self.medallion.paint(DISABLED.pictogram, DISABLED.star)


def _closed_share(kit: Kit, words: Parts) -> float:
    if not words:
        return LOCK_SHARE
    return CLOSED_SHARE_FLAT if kit.look.screen.is_flat else CLOSED_SHARE


def _standing_height(kit: Kit) -> int:
    """Return the height of the line above a column, the same whatever it says."""
    return kit.line(Caption, len(kit.parts("Closed now")))


def targets(root: Widget) -> dict[str, Widget]:
    """Return everything below `root` that can be touched now, by its name."""
    found = (widget for widget in root.walk(restrict=True) if getattr(widget, "target", None))
    return {widget.target: widget for widget in found if not widget.disabled}


def place_of(widget: Widget) -> Rectangle:
    """Return where a widget is in the window."""
    left, bottom = widget.to_window(widget.x, widget.y)
    top = Window.height - bottom - widget.height
    return Rectangle(round(left), round(top), round(widget.width), round(widget.height))
