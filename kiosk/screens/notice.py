"""Short sentences on a whole screen: wait, no, closed, out of reach."""

from kivy.uix.widget import Widget

from kiosk.flow import UNREACHED
from kiosk.page import NothingOpen, NotTaken, OutOfReach, Taking
from kiosk.screens.frame import footer, framed, header
from kiosk.screens.kit import Kit
from kiosk.screens.plan import plan_of
from media.look.theme import PALETTE
from media.look.widgets import Card, Column, Heading, Page, Pictogram, Title, ZelligeBand
from media.words import Parts
from wire.messages import LANGUAGES, Language

ASK = "Please ask at the reception desk"
AWAY = "The kiosk cannot reach the hall. Please ask at the reception desk."


def taking_screen(kit: Kit, page: Taking) -> Page:
    """Say that the number is on its way."""
    sentences = (kit.parts("One moment: your number is on its way"),)
    body = _told(kit, "hourglass", sentences)
    return framed(kit, kit.words(page.service.name), body, _empty(kit))


def not_taken_screen(kit: Kit, page: NotTaken) -> Page:
    """Say why there is no ticket."""
    if page.code == UNREACHED:
        sentences: tuple[Parts, ...] = (kit.parts(AWAY),)
    else:
        refusal = ((kit.look.language, kit.texts.refusal(kit.look.language, page.code)),)
        sentences = (refusal, kit.parts(ASK))
    body = _told(kit, "refused", sentences)
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
    page.add_widget(_told(kit, pictogram, tuple(sentences)))
    page.add_widget(_empty(kit))
    return page


def _told(kit: Kit, pictogram: str, sentences: tuple[Parts, ...]) -> Column:
    gap = kit.look.gap
    frame = Column(kit.look, padding=2 * gap)
    card = Card(kit.look, padding=3 * gap, spacing=2 * gap)
    size = kit.line(Heading, 1.8)
    card.add_widget(Pictogram(kit.look, pictogram, size, PALETTE.navy, size_hint=(1, 0.8)))
    kind = Heading if len(sentences) == 1 else Title
    for parts in sentences:
        card.add_widget(kit.set(kind, parts, color=PALETTE.navy, align="center"))
    frame.add_widget(card)
    frame.add_widget(Widget(size_hint_y=0.25))
    return frame


def _empty(kit: Kit) -> Widget:
    return Widget(size_hint_y=None, height=plan_of(kit.look).footer)
