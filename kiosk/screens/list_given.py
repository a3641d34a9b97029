"""The list to take home: on paper, and in a code that holds the list itself."""

from kivy.uix.widget import Widget

from kiosk.finding_page import ListGiven
from kiosk.qr import codes_beside
from kiosk.screens.code_picture import code_row
from kiosk.screens.frame import bare, footer, framed
from kiosk.screens.further import between_ways
from kiosk.screens.kit import Kit
from kiosk.screens.plan import plan_of
from kiosk.screens.sheet import column_width
from kiosk.screens.stack import Lead, Sheet, Stack
from kiosk.take_home import SCAN, ListWords
from media.look.theme import PALETTE, Color
from media.look.widgets import Body, Column, Kind, Page, Panel, Row, Title
from media.texts import msgid
from media.words import Parts

AGAIN = msgid("Print the list again")


def list_screen(kit: Kit, page: ListGiven) -> Page:
    """Return the code, what became of the paper, and a button where it failed."""
    ways = footer(kit, middle=_again(kit) if page.is_printed is False else None)
    heading = kit.words(page.take_home.procedure.name)
    if kit.look.screen.is_portrait:
        return framed(kit, heading, _tall(kit, page), ways)
    return bare(kit, _wide(kit, page, heading), ways)


def _tall(kit: Kit, page: ListGiven) -> Column:
    told = Stack(kit.look, _scan(kit), *_paper(kit, page), spacing=kit.look.gap)
    told.size_hint_y, told.height = None, told.needed_height(column_width(kit))
    body = Column(kit.look, spacing=kit.look.gap)
    body.add_widget(_codes(kit, page, plan_of(kit.look).body - told.height - kit.look.gap))
    body.add_widget(told)
    return body


def _wide(kit: Kit, page: ListGiven, heading: Parts) -> Row:
    """Return the same side by side, the procedure's name among what is told."""
    name = Sheet(kit.look, kit.set(Title, heading, color=PALETTE.navy, bold=True), edge=None)
    told = Stack(kit.look, name, _scan(kit), *_paper(kit, page), spacing=kit.look.gap)
    body = Row(kit.look)
    body.add_widget(_codes(kit, page, plan_of(kit.look).alone))
    body.add_widget(told)
    return body


def _again(kit: Kit) -> Widget:
    return between_ways(kit, "print", AGAIN, "printer", Kind.PRIMARY)


def _scan(kit: Kit) -> Sheet:
    words = kit.set(Body, kit.parts(SCAN), color=PALETTE.navy)
    return Sheet(kit.look, Lead(kit.look, "qr", kit.look.text(Title.role), words, PALETTE.navy))


def _codes(kit: Kit, page: ListGiven, height: float) -> Panel:
    """Return the codes in which the list stands, on as high a panel at least, in pixels."""
    lines = ListWords(kit.texts, kit.pack).plain_lines(page.take_home)
    width, around = column_width(kit), 3 * kit.look.gap
    texts = codes_beside(lines, round(width) - around, round(height) - around)
    panel = Panel(kit.look)
    panel.add_widget(code_row(kit.look, texts))
    return panel


def _paper(kit: Kit, page: ListGiven) -> list[Sheet]:
    """Return what became of the paper; nothing where there is no printer."""
    if not page.has_paper:
        return []
    text, pictogram, ground = _told(page)
    words: Parts = kit.parts(text)
    lead = Lead(
        kit.look,
        pictogram,
        kit.look.text(Title.role),
        kit.set(Title if len(words) == 1 else Body, words, color=PALETTE.navy),
        PALETTE.navy,
    )
    return [Sheet(kit.look, lead, ground=ground, edge=None)]


def _told(page: ListGiven) -> tuple[str, str, Color]:
    match page.is_printed:
        case None:
            return msgid("The list is being printed"), "printer", PALETTE.navy_tint
        case True:
            return msgid("Please take your list"), "document", PALETTE.green_tint
        case False:
            failed = msgid("The list could not be printed. Scan the code.")
            return failed, "warning", PALETTE.gold_tint
