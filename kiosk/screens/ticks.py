"""Ticking what is at hand: what is missing is seen before a ticket is taken."""

from kivy.uix.widget import Widget

from kiosk.finding_page import Tick, TickList
from kiosk.page import Page
from kiosk.screens.choices import Shape, grid_of, shape_of
from kiosk.screens.frame import footer, framed
from kiosk.screens.further import KEEP, wide_middle
from kiosk.screens.kit import Kit
from kiosk.screens.plan import plan_of
from kiosk.screens.sheet import TAKE
from kiosk.screens.stack import Lead
from kiosk.screens.target import Target, Tile, action, action_height
from kiosk.take_home import EVERYTHING
from media.look.screen import Role
from media.look.theme import PALETTE
from media.look.widgets import Body, Column, Kind, Panel, Row, Title
from media.look.widgets import Page as Whole
from media.sheets import SheetWords
from media.texts import msgid
from media.words import Parts, on_one_line

QUESTION = msgid("Touch each document that you have")
TICKED = msgid("Ticked")
"""What is said of one that is there."""


def tick_screen(kit: Kit, page: TickList) -> Whole:
    """Return the documents to tick, how many are missing, and the two ways on."""
    pad, is_low = TickPad(kit, page), plan_of(kit.look).is_low
    middle = wide_middle(kit, *_ways(kit, page)) if is_low else None
    return framed(kit, kit.parts(QUESTION), pad, footer(kit, middle=middle), page.leaf)


class TickPad(Column):
    """The documents: one that is touched changes, and nothing else moves."""

    def __init__(self, kit: Kit, page: TickList) -> None:
        super().__init__(kit.look, spacing=kit.look.gap)
        self._kit = kit
        shape = _shape(kit, page)
        self._tiles = {each.number: TickTile(kit, each, shape) for each in page.ticks}
        self._counted = Column(kit.look, size_hint_y=None, height=_count_height(kit))
        self.add_widget(grid_of(kit, list(self._tiles.values()), shape))
        self.add_widget(self._counted)
        if not plan_of(kit.look).is_low:
            self.add_widget(_bar(kit, _ways(kit, page)))
        self._tell(page)

    def change(self, before: Page, page: Page) -> bool:
        """Show what is ticked now."""
        match before, page:
            case TickList(), TickList() if _is_alike(before, page):
                self._tell(page)
                return True
            case _:
                return False

    def _tell(self, page: TickList) -> None:
        for each in page.ticks:
            self._tiles[each.number].tick(is_held=each.is_held)
        self._counted.clear_widgets()
        self._counted.add_widget(_count(self._kit, page.missing))


class TickTile(Tile):
    """A document: green, with a check, once the visitor says that it is there."""

    def __init__(self, kit: Kit, tick: Tick, shape: Shape) -> None:
        told = SheetWords(kit.texts, kit.pack)
        self._own = told.pictogram(tick.piece)
        self._name = told.piece(kit.look.language, tick.piece)
        self._ticked = kit.parts(TICKED)
        super().__init__(
            kit,
            f"piece:{tick.number}",
            self._name,
            pictogram=self._own,
            is_open=True,
            flow="row",
            star=shape.star,
            role=shape.role,
        )

    def tick(self, *, is_held: bool) -> None:
        """Show whether it is there."""
        self.kind = Kind.PRIMARY if is_held else Kind.PLAIN
        self.spoken = (*self._name, *self._ticked) if is_held else self._name
        if self.medallion is not None:
            self.medallion.show("check" if is_held else self._own)
        self._repaint()


def _is_alike(before: TickList, page: TickList) -> bool:
    """Whether only ticks differ: the same documents of the same sheet, and the same ways on."""
    one, other = (
        (each.language, each.procedure, each.leaf, each.may_take) for each in (before, page)
    )
    return one == other


def _shape(kit: Kit, page: TickList) -> Shape:
    fullest = -(-len(page.procedure.documents) // page.leaf.count)
    columns = plan_of(kit.look).service_columns
    shape = shape_of(kit, fullest, columns, tick_room(kit, ways=1 + page.may_take))
    star = min(shape.star, round(kit.look.screen.touch * 1.1))
    role = Title.role if kit.look.screen.is_portrait else Body.role
    return Shape(shape.columns, shape.rows, "row", star, role)


def tick_room(kit: Kit, ways: int) -> float:
    """Return the height that the documents have, in pixels."""
    is_tall, is_low = kit.look.screen.is_portrait, plan_of(kit.look).is_low
    rows = ways if is_tall else int(not is_low)
    gap = kit.look.gap
    return plan_of(kit.look).body - _count_height(kit) - rows * (_way_height(kit) + gap) - gap


def _way_height(kit: Kit) -> int:
    return max(action_height(kit, TAKE), action_height(kit, KEEP))


def _count_height(kit: Kit) -> int:
    lines = len(kit.parts(EVERYTHING)) if kit.look.screen.is_portrait else 1
    return kit.line(Body, 1.3 * lines)


def _count(kit: Kit, missing: int) -> Widget:
    ground = PALETTE.gold_tint if missing else PALETTE.green_tint
    panel = Panel(kit.look, ground, None, padding=(kit.look.gap, 0))
    words = _words(kit, _counted(kit, missing))
    pictogram = "info" if missing else "check-circle"
    panel.add_widget(Lead(kit.look, pictogram, kit.look.text(Body.role), words, PALETTE.navy))
    return panel


def _words(kit: Kit, parts: Parts) -> Widget:
    """Return them one below the other, or on one line where the screen is low."""
    if kit.look.screen.is_portrait:
        return kit.set(Body, parts, color=PALETTE.navy, bold=True)
    told = on_one_line(kit.told(parts))
    return Body(kit.look, told, PALETTE.navy, language="own", lines=1, bold=True)


def _counted(kit: Kit, missing: int) -> Parts:
    if not missing:
        return kit.parts(EVERYTHING)
    forms = ("{n} document is missing", "{n} documents are missing", missing)
    return kit.texts.plural_parts(kit.look.language, *forms)


def _bar(kit: Kit, ways: list[Target]) -> Widget:
    """Return them below one another, or side by side where the screen lies."""
    height, is_tall = _way_height(kit), kit.look.screen.is_portrait
    bar = Column(kit.look, spacing=kit.look.gap) if is_tall else Row(kit.look)
    rows = len(ways) if is_tall else 1
    bar.size_hint_y, bar.height = None, rows * height + (rows - 1) * kit.look.gap
    for way in ways:
        way.height = height
        bar.add_widget(way)
    return bar


def _ways(kit: Kit, page: TickList) -> list[Target]:
    """Return what may be done next: the ticket first, where one may be taken."""
    role = Role.BODY if plan_of(kit.look).is_low else Role.TITLE
    if not page.may_take:
        return [action(kit, "keep", KEEP, "document", role)]
    keep = action(kit, "keep", KEEP, "document", role, Kind.NAVY)
    return [action(kit, "take", TAKE, "ticket", role), keep]
