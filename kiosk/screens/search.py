"""The search: what is typed, what is found by it, and the kiosk's own keyboards."""

from kivy.uix.widget import Widget

from kiosk.finding_page import SearchEntry
from kiosk.leaf import Leaf
from kiosk.page import Page
from kiosk.screens.choices import Shape, grid_of
from kiosk.screens.finding import procedure_tile
from kiosk.screens.frame import arrow, bare, footer, framed, leaves_row
from kiosk.screens.further import wide_middle
from kiosk.screens.keys import last_row, letters_of
from kiosk.screens.kit import Kit
from kiosk.screens.plan import plan_of
from kiosk.screens.stack import Lead
from kiosk.screens.target import TwoTongued
from kiosk.speech.reading import letter_by_ear, script_language
from kiosk.speech.words import number_of_choices
from media.look.screen import Role
from media.look.theme import PALETTE
from media.look.widgets import Column, Heading, Panel, Row, Title
from media.look.widgets import Page as Whole
from media.texts import msgid
from media.words import Parts, on_one_line

QUESTION = msgid("What are you looking for?")
HINT = msgid("Type a word: a document, an office, what you want to do")
NOTHING = msgid("Nothing is found. Ask at the reception desk.")
DELETE = msgid("Delete")
CURSOR = "|"


STAR_SHARE = 0.6
"""The side of a pictogram's star, in the height of its row."""


def search_screen(kit: Kit, page: SearchEntry) -> Whole:
    """Return what is typed so far, what is found, and the keys."""
    if kit.look.screen.is_portrait:
        return framed(kit, kit.parts(QUESTION), SearchPad(kit, page), footer(kit))
    pad = SearchPad(kit, page)
    return bare(kit, pad, footer(kit, middle=wide_middle(kit, pad.others)))


class SearchPad(Column):
    """It changes with each touch of a key: whoever types must not lose letters."""

    def __init__(self, kit: Kit, page: SearchEntry) -> None:
        super().__init__(kit.look, spacing=kit.look.gap)
        self._kit, self._script = kit, page.script
        plan = plan_of(kit.look)
        self._typed = Title(kit.look, "", PALETTE.navy, language="own", lines=1)
        self._found = Column(kit.look)
        self._keys = Column(kit.look, size_hint_y=None, height=plan.keyboard)
        self.others = Column(kit.look)
        """The space and the other keyboards, unless the screen is upright: then they are below."""

        for part in (self._box(), self._found, self._keys):
            self.add_widget(part)
        self._lay_keys()
        self._tell(page)

    def change(self, before: Page, page: Page) -> bool:
        """Show what is typed and found now."""
        match before, page:
            case SearchEntry(language=language), SearchEntry() if page.language == language:
                self._tell(page)
                return True
            case _:
                return False

    def _tell(self, page: SearchEntry) -> None:
        self._typed.text = page.typed + CURSOR
        self._typed.spoken = (*_by_ear(self._kit, page), *_count(self._kit, page))
        self._found.clear_widgets()
        self._found.add_widget(_found(self._kit, page))
        if page.script != self._script:
            self._script = page.script
            self._lay_keys()

    def _lay_keys(self) -> None:
        letters = letters_of(self._kit, self._script)
        others = letters if self._kit.look.screen.is_portrait else self.others
        self._keys.clear_widgets()
        self.others.clear_widgets()
        others.add_widget(last_row(self._kit, self._script))
        self._keys.add_widget(letters)

    def _box(self) -> Row:
        kit, look = self._kit, self._kit.look
        row = Row(look, size_hint_y=None, height=plan_of(look).search_box)
        panel = Panel(look, PALETTE.plaster, PALETTE.gold, padding=(look.gap, 0))
        panel.add_widget(self._typed)
        row.add_widget(panel)
        delete = kit.parts(DELETE)
        if not look.screen.is_portrait:
            delete = ((look.language, on_one_line(delete)),)
        row.add_widget(
            TwoTongued(kit, "delete", delete, role=Role.BODY, size_hint_x=0.3, padding=0)
        )
        return row


def _by_ear(kit: Kit, page: SearchEntry) -> Parts:
    """Return what is typed as it is said: as a word, or by its letters' names."""
    typed = page.typed.strip()
    if page.script == "tifinagh":
        return tuple(letter_by_ear(each, kit.look.language) for each in typed if each.strip())
    return ((script_language(typed, kit.look.language), typed),) if typed else ()


def _count(kit: Kit, page: SearchEntry) -> Parts:
    """Return how many procedures are found, by ear; where none is, that is written."""
    return number_of_choices(kit.texts, kit.look.language, len(page.tiles))


def _found(kit: Kit, page: SearchEntry) -> Widget:
    if not page.tiles:
        return _message(kit, NOTHING if page.typed.strip() else HINT)
    plan = plan_of(kit.look)
    rows = plan.result_rows
    star = round(plan.result_row * STAR_SHARE)
    shape = Shape(plan.service_columns, rows, "row", star, Role.TITLE)
    is_tall = kit.look.screen.is_portrait
    tiles = [procedure_tile(kit, each, shape, tells_why=is_tall) for each in page.tiles]
    return _turning(kit, page.leaf, grid_of(kit, tiles, shape))


def _turning(kit: Kit, leaf: Leaf, grid: Column) -> Widget:
    """Return what is found with the buttons that turn it: below, or on both sides where it lies."""
    if leaf.count == 1:
        return grid
    if kit.look.screen.is_portrait:
        column = Column(kit.look, spacing=kit.look.screen.apart)
        column.add_widget(grid)
        column.add_widget(leaves_row(kit, leaf))
        return column
    row = Row(kit.look)
    row.add_widget(arrow(kit, "less", disabled=leaf.is_first))
    row.add_widget(grid)
    row.add_widget(arrow(kit, "more", disabled=leaf.is_last))
    return row


def _message(kit: Kit, text: str) -> Widget:
    words = kit.set(Title, kit.parts(text), color=PALETTE.slate)
    return Lead(kit.look, "search", kit.look.text(Heading.role), words, PALETTE.navy)
