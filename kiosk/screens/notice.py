"""Short sentences on a whole screen: wait, no, closed, out of reach."""

from collections.abc import Iterable

from kivy.uix.widget import Widget

from kiosk.page import TO_TRY_AGAIN, UNREACHED, NothingOpen, NotTaken, OutOfReach, Taking
from kiosk.screens.frame import footer, framed, header
from kiosk.screens.kit import Kit
from kiosk.screens.target import action
from media.dates import time_range
from media.isolation import isolate
from media.look.screen import Role
from media.look.theme import PALETTE, Color
from media.look.widgets import (
    Body,
    Card,
    Column,
    Display,
    Group,
    Heading,
    Medallion,
    Number,
    Page,
    Text,
    Title,
    ZelligeBand,
)
from media.texts import msgid
from media.texts.refusal import refusal_text
from media.words import Parts
from wire.messages import LANGUAGES, Language

ASK = "Please ask at the reception desk"
STAR_LINES = 2.6
"""The side of the star of a notice's pictogram, in lines of a greeting."""

HOURS_SIZE = 1.4
"""The font size of the hall's hours, in that of a greeting."""

FEW_LINES = 2
"""So many sentences are as large as a greeting on an upright screen."""

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
    closed = _in_all(kit, page.language, "The hall is closed now")
    hours = _in_all(kit, page.language, "Opening hours")
    return _whole(kit, _closed(kit, closed, hours, _in_all(kit, page.language, ASK)))


def out_of_reach_screen(kit: Kit, page: OutOfReach) -> Page:
    """Say that the controller does not answer."""
    return _whole(kit, _told(kit, "offline", (_in_all(kit, page.language, AWAY),)))


def _in_all(kit: Kit, language: Language | None, msgid: str) -> Parts:
    """Return a text in the language, or in each that has it where nobody chose one."""
    if language:
        return kit.texts.parts(language, msgid)
    every = ((each, kit.texts.parts(each, msgid)) for each in LANGUAGES)
    return tuple(parts[0] for each, parts in every if parts[0][0] == each)


def _whole(kit: Kit, card: Card) -> Page:
    page = Page(kit.look)
    page.add_widget(header(kit))
    page.add_widget(ZelligeBand(kit.look))
    frame = Column(kit.look, padding=2 * kit.look.gap)
    frame.add_widget(card)
    page.add_widget(frame)
    return page


def _closed(kit: Kit, closed: Parts, hours: Parts, ask: Parts) -> Card:
    """Return a card: that it is closed, when it is open, and where to ask."""
    look, smaller = kit.look, _smaller_kind(kit, len(ask))
    size = round(look.text(Role.DISPLAY) * HOURS_SIZE)
    texts = (
        *_set(kit, _kind(kit, len(closed)), closed),
        smaller(look, _beside_one_another(hours), PALETTE.slate, "center"),
        *(
            Number(look, time_range(each.start, each.end), color=PALETTE.green, font_size=size)
            for each in kit.pack.hall.hours
        ),
        *_set(kit, smaller, ask),
    )
    return _card(kit, "lock", texts, PALETTE.navy_tint)


def _beside_one_another(parts: Parts) -> str:
    return " · ".join(isolate(text) for _, text in parts)


def _set(kit: Kit, kind: type[Text], parts: Parts) -> list[Text]:
    return [kind(kit.look, text, PALETTE.navy, "center", each) for each, text in parts]


def _told(
    kit: Kit, pictogram: str, sentences: tuple[Parts, ...], ground: Color = PALETTE.navy_tint
) -> Card:
    """Return a card: the pictogram large, the sentences directly beneath it."""
    lines = tuple(part for parts in sentences for part in parts)
    return _card(kit, pictogram, _set(kit, _kind(kit, len(lines)), lines), ground)


def _kind(kit: Kit, lines: int) -> type[Text]:
    if not kit.look.screen.is_portrait:
        return Heading if lines <= FEW_LINES else Title
    return Display if lines <= FEW_LINES else Heading


def _smaller_kind(kit: Kit, lines: int) -> type[Text]:
    if not kit.look.screen.is_portrait:
        return Title if lines <= FEW_LINES else Body
    return Heading if lines <= FEW_LINES else Title


def _card(kit: Kit, pictogram: str, texts: Iterable[Text], ground: Color) -> Card:
    look = kit.look
    card = Card(look, padding=2 * look.gap)
    medallion = Medallion(look, pictogram, kit.line(Display, STAR_LINES))
    medallion.paint(PALETTE.navy, ground)
    card.add_widget(Group(look, medallion, *texts, between=2 * look.gap))
    return card
