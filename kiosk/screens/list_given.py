"""The list to take home: on paper, and in a code that holds the list itself."""

from kivy.uix.widget import Widget

from kiosk.finding_page import ListGiven
from kiosk.screens.code_picture import code_picture
from kiosk.screens.frame import footer, framed
from kiosk.screens.kit import Kit
from kiosk.screens.stack import Lead, Sheet, Stack
from kiosk.screens.target import action
from kiosk.take_home import SCAN, ListWords
from media.look.screen import Role
from media.look.theme import PALETTE, Color
from media.look.widgets import Body, Column, Page, Row, Title
from media.texts import msgid
from media.words import Parts

QUESTION = msgid("Your list")
AGAIN = msgid("Print the list again")
CODE_MM = 120
"""The side of the code: it holds more than a ticket's."""

CODE_SHARE = 0.62
"""What it takes at most of the width of an upright screen."""


def list_screen(kit: Kit, page: ListGiven) -> Page:
    """Return the code, what became of the paper, and a button where it failed."""
    code, paper = _code(kit, page), _paper(kit, page)
    if kit.look.screen.is_portrait:
        body: Widget = Stack(kit.look, code, paper, spacing=kit.look.gap, growing=code)
    else:
        body = Row(kit.look)
        body.add_widget(code)
        body.add_widget(paper)
    return framed(
        kit, kit.words(page.take_home.procedure.name), body, footer(kit, _again(kit, page))
    )


def _again(kit: Kit, page: ListGiven) -> Widget | None:
    if page.is_printed is not False:
        return None
    role = Role.TITLE if len(kit.parts(AGAIN)) == 1 else Role.BODY
    again = action(kit, "print", AGAIN, "printer", role)
    again.padding = (kit.look.gap, 0)
    return again


def _code(kit: Kit, page: ListGiven) -> Sheet:
    text = "\n".join(ListWords(kit.texts, kit.pack).plain_lines(page.take_home))
    screen = kit.look.screen
    side = min(screen.px(CODE_MM), round(screen.width_px * CODE_SHARE), _lowest(kit))
    picture = code_picture(text, side)
    column = Column(kit.look, spacing=kit.look.gap)
    column.add_widget(picture)
    words = kit.set(Body, kit.parts(SCAN), color=PALETTE.navy, align="center")
    words.size_hint_y, words.height = None, kit.line(Body, 2 * len(kit.parts(SCAN)))
    column.add_widget(words)
    return Sheet(kit.look, column, growing=column)


def _lowest(kit: Kit) -> int:
    return round(kit.look.screen.height_px * 0.5)


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
