"""What everybody must do now: over the whole kiosk, in every language at once, without moving."""

from kivy.uix.widget import Widget

from kiosk.page import Emergency
from kiosk.screens.kit import Kit
from media.look.emergency import ORDERS, SUSPENDED, Order, in_all, title_in_all
from media.look.look import Look
from media.look.theme import PALETTE
from media.look.widgets import (
    Bar,
    Column,
    Display,
    Heading,
    Page,
    Panel,
    Pictogram,
    Row,
    Text,
    Title,
    even_out,
)

SIGN_SHARE = 0.3
"""What the pictogram's sign takes of the screen's longer side."""

PICTOGRAM_FILL = 0.8
"""What the pictogram takes of its sign's shorter side."""

LARGEST = 1.6
"""The size of an order's letters at most, in that of a greeting."""

TITLE_SHARE = 0.5
"""The title's height, in that of one order."""


def emergency_screen(kit: Kit, page: Emergency) -> Page:
    """Return the sign, the order in each language, and that nobody loses a place; no button."""
    order, look = ORDERS[page.kind], kit.look
    screen = Page(look, order.ground)
    split = Column if look.screen.is_portrait else Row
    body = split(look, padding=2 * look.gap, spacing=2 * look.gap)
    for part in (_sign(look, page, order), _orders(kit, order)):
        body.add_widget(part)
    screen.add_widget(body)
    screen.add_widget(_foot(kit))
    return screen


def _sign(look: Look, page: Emergency, order: Order) -> Widget:
    screen = look.screen
    longer = round(max(screen.width_px, screen.height_px) * SIGN_SHARE)
    shorter = min(screen.width_px, screen.height_px) - 4 * look.gap
    sign = Panel(look, PALETTE.plaster, PALETTE.gold, padding=0)
    if screen.is_portrait:
        sign.size_hint_y, sign.height = None, longer
    else:
        sign.size_hint_x, sign.width = None, longer
    size = round(min(longer, shorter) * PICTOGRAM_FILL)
    picture = Pictogram(look, page.kind.value, size, order.ground)
    picture.size_hint = (1, 1)
    sign.add_widget(picture)
    return sign


def _orders(kit: Kit, order: Order) -> Widget:
    look = kit.look
    column = Column(look, spacing=look.gap)
    title = Heading(look, title_in_all(kit.texts, order), PALETTE.gold_tint, "center")
    title.size_hint_y = TITLE_SHARE
    size = round(look.text(Display.role) * LARGEST)
    orders: list[Text] = [
        Display(look, words, PALETTE.plaster, "center", each, font_size=size)
        for each, words in in_all(kit.texts, order.text)
    ]
    even_out(orders)
    for part in (title, *orders):
        column.add_widget(part)
    return column


def _foot(kit: Kit) -> Widget:
    """Say, in the two languages of every sign, that nobody is called, and loses nothing."""
    look = kit.look
    lines = kit.texts.parts("ar", SUSPENDED) + kit.texts.parts("fr", SUSPENDED)
    foot = Bar(look, PALETTE.plaster, size_hint_y=None, padding=(look.gap, look.gap // 2))
    column = Column(look, spacing=0)
    told = [Title(look, words, PALETTE.ink, "center", each, lines=1) for each, words in lines]
    even_out(told)
    for each in told:
        column.add_widget(each)
    foot.height = kit.line(Title, len(lines)) + look.gap
    foot.add_widget(column)
    return foot
