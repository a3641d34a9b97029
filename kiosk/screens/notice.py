"""Short sentences on a whole screen: wait, no, closed, out of reach."""

from kivy.uix.widget import Widget

from kiosk.page import TO_TRY_AGAIN, UNREACHED, NothingOpen, NotTaken, OutOfReach, Taking
from kiosk.screens.frame import footer, framed, header
from kiosk.screens.kit import Kit
from kiosk.screens.target import action
from media.look.theme import PALETTE, Color
from media.look.widgets import (
    Card,
    Column,
    Display,
    Group,
    Heading,
    Medallion,
    Page,
    Title,
    ZelligeBand,
)
from media.texts import msgid
from media.texts.refusal import refusal_text
from media.words import Parts
from wire.messages import LANGUAGES, Language

ASK = "Please ask at the reception desk"
STAR_LINES = 2.2
"""The side of the star of a notice's pictogram, in lines of a greeting."""

AWAY = "The kiosk cannot reach the hall. Please ask at the reception desk."


def taking_screen(kit: Kit, page: Taking) -> Page:
    """Say that the number is on its way."""
    sentences = (kit.parts("One moment: your number is on its way"),)
    body = _told(kit, "hourglass", sentences)
    return framed(
        kit, kit.words(page.service.name), body, Widget(size_hint_y=None, height=kit.look.gap)
    )


def not_taken_screen(kit: Kit, page: NotTaken) -> Page:
    """Say why there is no ticket."""
    if page.code == UNREACHED:
        sentences: tuple[Parts, ...] = (kit.parts(AWAY),)
    else:
        sentences = (kit.parts(refusal_text(page.code), code=page.code), kit.parts(ASK))
    body = Column(kit.look, spacing=kit.look.gap)
    body.add_widget(_told(kit, "refused", sentences, PALETTE.terracotta_tint))
    if page.code in TO_TRY_AGAIN:
        body.add_widget(action(kit, "take", msgid("Try again"), "repeat"))
    return framed(kit, kit.words(page.service.name), body, footer(kit))


def nothing_open_screen(kit: Kit, page: NothingOpen) -> Page:
    """Say that no tickets are given now, and when they are."""
    return _for_all(kit, page.language, "lock", "The hall is closed now")


def out_of_reach_screen(kit: Kit, page: OutOfReach) -> Page:
    """Say that the controller does not answer."""
    return _for_all(kit, page.language, "offline", AWAY)


def _for_all(kit: Kit, language: Language | None, pictogram: str, msgid: str) -> Page:
    languages = (language,) if language else LANGUAGES
    page = Page(kit.look)
    page.add_widget(header(kit))
    page.add_widget(ZelligeBand(kit.look))
    sentences = []
    for each in languages:
        parts = kit.texts.parts(each, msgid)
        sentences += [parts] if language or parts[0][0] == each else []
    frame = Column(kit.look, padding=2 * kit.look.gap)
    frame.add_widget(_told(kit, pictogram, tuple(sentences)))
    page.add_widget(frame)
    return page


def _told(
    kit: Kit, pictogram: str, sentences: tuple[Parts, ...], ground: Color = PALETTE.navy_tint
) -> Card:
    """Return a card: the pictogram large, the sentences directly beneath it."""
    look = kit.look
    card = Card(look, padding=2 * look.gap)
    medallion = Medallion(look, pictogram, kit.line(Display, STAR_LINES))
    medallion.paint(PALETTE.navy, ground)
    lines = tuple(part for parts in sentences for part in parts)
    kind = Heading if look.screen.is_portrait or len(lines) == 1 else Title
    texts = (kind(look, text, PALETTE.navy, "center", each) for each, text in lines)
    card.add_widget(Group(look, medallion, *texts, between=2 * look.gap))
    return card
