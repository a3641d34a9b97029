"""A notice of the commune beside the invitation: read in passing, and nothing to touch."""

from kiosk.notice_leaf import NoticeLeaf
from kiosk.screens.enlarged import Enlarged, leave
from kiosk.screens.kit import Kit
from kiosk.screens.plan import plan_of
from kiosk.screens.stack import Stack
from media.dates import long_date
from media.isolation import isolate
from media.look.theme import PALETTE
from media.look.widgets import Body, Caption, Panel, Pictogram, Row, Title

WIDTH_SHARE = 0.44
"""Beside the invitation on a wide screen, in the screen's width."""

HEIGHT_SHARE = 0.3
"""Above it on an upright one, in the screen's height."""

AROUND = 10
"""The band and the spaces above and below it on a wide screen, in gaps."""


def notice_card(kit: Kit, leaf: NoticeLeaf) -> Panel:
    """Return what it is and of which day, its title, and its text, as large as there is room."""
    own = kit.within(leaf.language)
    card = Panel(own.look, padding=2 * kit.look.gap, spacing=kit.look.gap)
    card.add_widget(_head(own, leaf))
    card.add_widget(Enlarged(own, lambda enlarged: _words(enlarged, leaf)))
    return card


def _words(kit: Kit, leaf: NoticeLeaf) -> Stack:
    title = [Title(kit.look, leaf.title, PALETTE.navy)] if leaf.title else []
    text = [Body(kit.look, leaf.text)] if leaf.text else []
    return Stack(kit.look, *title, *text)


def notice_size(kit: Kit) -> tuple[int, int]:
    """Return the width and the height of such a card, in pixels."""
    look, screen = kit.look, kit.look.screen
    if screen.is_portrait:
        return screen.width_px - 6 * look.gap, round(screen.height_px * HEIGHT_SHARE)
    taken = plan_of(look).header + plan_of(look).foot + AROUND * look.gap
    return round(screen.width_px * WIDTH_SHARE), screen.height_px - taken


class NoticeMeasure:
    """Tells whether a card has room for a leaf, in its texts' own sizes."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit

    def __call__(self, leaf: NoticeLeaf) -> bool:
        """Return whether it fits."""
        kit = self._kit.within(leaf.language)
        width, height = notice_size(kit)
        words, around = _words(kit, leaf), 4 * kit.look.gap
        room = height - around - kit.look.gap - _head_height(kit)
        is_fitting = words.needed_height(width - around) <= room
        leave(words)
        return is_fitting


def _head_height(kit: Kit) -> int:
    return kit.line(Body)


def _head(kit: Kit, leaf: NoticeLeaf) -> Row:
    size = kit.look.text(Caption.role)
    row = Row(kit.look, spacing=size // 3, size_hint_y=None, height=_head_height(kit))
    picture = Pictogram(kit.look, "megaphone", round(size * 1.4), PALETTE.green)
    picture.size_hint, picture.width = (None, 1), size * 2
    day = isolate(long_date(leaf.language, leaf.since))
    row.add_widget(picture)
    told = f"{kit.say('Notice')} · {day}" if kit.look.screen.is_portrait else day
    row.add_widget(Caption(kit.look, told, PALETTE.green, lines=1))
    if leaf.count > 1:
        part = isolate(f"{leaf.number}/{leaf.count}")
        of = Caption(kit.look, part, PALETTE.slate, "end", lines=1)
        of.size_hint_x, of.width = None, size * 2
        row.add_widget(of)
    return row
