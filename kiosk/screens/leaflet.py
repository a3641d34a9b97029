"""Leaflets: what is told of an office, the council, the charter or a piece of news."""

from collections.abc import Sequence

from kivy.uix.widget import Widget

from kiosk.information.words import InformationWords, Told
from kiosk.information_page import Column as Things
from kiosk.information_page import Leaflet, Subject, Thing
from kiosk.paging import cut, packed
from kiosk.screens.enlarged import Enlarged, leave
from kiosk.screens.frame import footer, framed, heading_height
from kiosk.screens.kit import Kit
from kiosk.screens.plan import plan_of
from kiosk.screens.sheet import column_width
from kiosk.screens.stack import Lead, Sheet, SideBySide, Stack
from media.look.theme import PALETTE
from media.look.widgets import Body, Page
from wire.messages import Language

SQUEEZE = 1.03
"""Texts may take so much more room than there is: then they become a little smaller."""


def leaflet_screen(kit: Kit, page: Leaflet) -> Page:
    """Return what is told, on one column or on two."""
    heading = InformationWords(kit.texts, kit.pack).heading(kit.look.language, page.subject)
    body = Enlarged(kit, lambda larger: _body(larger, page.columns))
    return framed(kit, heading, body, footer(kit), page.leaf)


def _body(kit: Kit, columns: Sequence[Things]) -> Widget:
    sheets = [column_sheet(kit, each) for each in columns]
    if kit.look.screen.is_portrait:
        return sheets[0]
    beside = sheets[1] if len(sheets) > 1 else Widget()
    return SideBySide(kit.look, sheets[0], beside)


def column_sheet(kit: Kit, things: Things) -> Sheet:
    """Return a column of things, one below the other."""
    words = InformationWords(kit.texts, kit.pack)
    told = [words.told(kit.look.language, each) for each in things]
    return Sheet(kit.look, *(_lines(kit, each) for each in told))


def _lines(kit: Kit, told: Told) -> Widget:
    title = [kit.set(Body, told.title, color=PALETTE.navy, bold=True)] if told.title else []
    lines = [kit.set(Body, each) for each in told.lines]
    stack = Stack(kit.look, *title, *lines, spacing=0)
    if not told.pictogram:
        return stack
    return Lead(kit.look, told.pictogram, kit.look.text(Body.role), stack, PALETTE.green)


class LeafletCutter:
    """A `CutLeaflet` for one screen. It remembers what it cut: texts are slow to measure."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._known: dict[tuple[Language, Subject, Things], tuple[tuple[Things, ...], ...]] = {}

    def __call__(
        self, language: Language, subject: Subject, things: Sequence[Thing]
    ) -> tuple[tuple[Things, ...], ...]:
        """Return the leaves, every text in a legible size."""
        key = (language, subject, tuple(things))
        if key not in self._known:
            if len(self._known) >= MOST_REMEMBERED:
                self._known.clear()  # news come and go
            self._known[key] = self._cut(self._kit.within(language), subject, tuple(things))
        return self._known[key]

    def _cut(self, kit: Kit, subject: Subject, things: Things) -> tuple[tuple[Things, ...], ...]:
        plan = plan_of(kit.look)
        heading = InformationWords(kit.texts, kit.pack).heading(kit.look.language, subject)
        room = plan.body + plan.heading - heading_height(kit, heading)
        beside = 1 if kit.look.screen.is_portrait else 2
        whole = _shared(things, beside)
        if all(_is_fitting(kit, each, room + plan.turning) for each in whole):
            return (whole,)
        columns = packed(things, lambda some: _is_fitting(kit, some, room))
        starts = range(0, len(columns), beside)
        return tuple(columns[start : start + beside] for start in starts)


MOST_REMEMBERED = 200
"""Leaflets: those of all offices in four languages are fewer."""


def _shared(things: Things, columns: int) -> tuple[Things, ...]:
    """Return them in so many columns of one length, if there are as many."""
    size = -(-len(things) // columns)
    count = cut(things, 1, max(1, size))[1].count
    return tuple(cut(things, number, max(1, size))[0] for number in range(1, count + 1))


def _is_fitting(kit: Kit, things: Things, room: float) -> bool:
    sheet = column_sheet(kit, things)
    leave(sheet)
    return sheet.needed_height(column_width(kit)) <= room * SQUEEZE
