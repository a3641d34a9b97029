"""The list to take home: on paper, and in a code that holds the list itself."""

from kivy.uix.widget import Widget

from kiosk.finding_page import ListGiven
from kiosk.screens.code_picture import CodePicture
from kiosk.screens.frame import footer, framed
from kiosk.screens.further import between_ways
from kiosk.screens.kit import Kit
from kiosk.screens.stack import Lead, Sheet, Stack
from kiosk.take_home import SCAN, ListWords
from media.look.theme import PALETTE, Color
from media.look.widgets import Body, Column, Kind, Page, Row, Title
from media.texts import msgid
from media.words import Parts

AGAIN = msgid("Print the list again")


def list_screen(kit: Kit, page: ListGiven) -> Page:
    """Return the code, what became of the paper, and a button where it failed."""
    told = Stack(kit.look, _scan(kit), _paper(kit, page), spacing=kit.look.gap)
    code = Sheet(kit.look, _code(kit, page))
    if kit.look.screen.is_portrait:
        told.size_hint_y, told.height = None, told.needed_height(_width(kit))
        body: Widget = Column(kit.look, spacing=kit.look.gap)
    else:
        body = Row(kit.look)
    body.add_widget(code)
    body.add_widget(told)
    middle = None if page.is_printed is not False else _again(kit)
    heading = kit.words(page.take_home.procedure.name)
    return framed(kit, heading, body, footer(kit, middle=middle))


def _width(kit: Kit) -> float:
    return kit.look.screen.width_px - 4.0 * kit.look.gap


def _again(kit: Kit) -> Widget:
    return between_ways(kit, "print", AGAIN, "printer", Kind.PRIMARY)


def _scan(kit: Kit) -> Sheet:
    words = kit.set(Body, kit.parts(SCAN), color=PALETTE.navy)
    return Sheet(kit.look, Lead(kit.look, "qr", kit.look.text(Title.role), words, PALETTE.navy))


def _code(kit: Kit, page: ListGiven) -> Widget:
    text = "\n".join(ListWords(kit.texts, kit.pack).plain_lines(page.take_home))
    return CodePicture(text)


def _paper(kit: Kit, page: ListGiven) -> Sheet:
    text, pictogram, ground = _told(page.is_printed)
    words: Parts = kit.parts(text)
    lead = Lead(
        kit.look,
        pictogram,
        kit.look.text(Title.role),
        kit.set(Title if len(words) == 1 else Body, words, color=PALETTE.navy),
        PALETTE.navy,
    )
    return Sheet(kit.look, lead, ground=ground, edge=None)


def _told(is_printed: bool | None) -> tuple[str, str, Color]:  # noqa: FBT001 - as the page has it
    if is_printed is None:
        return msgid("The list is being printed"), "printer", PALETTE.navy_tint
    if is_printed:
        return msgid("Please take your list"), "document", PALETTE.green_tint
    return msgid("The list could not be printed. Scan the code."), "warning", PALETTE.gold_tint
