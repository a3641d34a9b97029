"""The follow-up number: large, in letters that are said one by one, and in a code."""

from kivy.uix.widget import Widget

from kiosk.complaint_page import FollowUpGiven
from kiosk.screens.code_picture import code_row
from kiosk.screens.frame import footer, framed
from kiosk.screens.kit import Kit
from kiosk.screens.stack import Lead, Sheet
from kiosk.screens.ticket import WholeNumber
from kiosk.speech.reading import spelled
from media.look.screen import Role
from media.look.theme import PALETTE
from media.look.widgets import Body, Column, Page, Panel, Row, Title
from media.texts import msgid
from wire.follow_up import grouped

NUMBER = msgid("Your follow-up number")
KEEP = msgid("Note the number or take a picture of it: with it you read what the commune answers.")
SCAN = msgid("Scan the code to read the answer later")


def follow_up_screen(kit: Kit, page: FollowUpGiven) -> Page:
    """Return the number, what it is for, and the code where the address is known."""
    look = kit.look
    body = Column(look, spacing=look.gap) if look.screen.is_portrait else Row(look)
    body.add_widget(_number(kit, page))
    if page.address:
        body.add_widget(_code(kit, page.address))
    return framed(kit, kit.parts(NUMBER), body, footer(kit))


def _number(kit: Kit, page: FollowUpGiven) -> Sheet:
    look = kit.look
    number = WholeNumber(
        look, grouped(page.code), color=PALETTE.green, font_size=look.text(Role.DISPLAY) * 2
    )
    number.spoken = ((look.language, spelled(page.code, look.language)),)
    words = kit.set(Title, kit.parts(KEEP), color=PALETTE.navy)
    lead = Lead(look, "correction", look.text(Title.role), words, PALETTE.navy)
    return Sheet(look, number, lead, growing=number)


def _code(kit: Kit, address: str) -> Widget:
    panel = Panel(kit.look)
    panel.add_widget(code_row(kit.look, (address,)))
    words = kit.set(Body, kit.parts(SCAN), color=PALETTE.navy, align="center")
    words.size_hint_y = 0.25
    panel.add_widget(words)
    return panel
