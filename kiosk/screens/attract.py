"""The invitation, in every language of the kiosk, and the choice of the language."""

from collections.abc import Mapping
from types import MappingProxyType

from kivy.uix.anchorlayout import AnchorLayout
from kivy.uix.behaviors import ButtonBehavior
from kivy.uix.widget import Widget

from kiosk.notice_leaf import NoticeLeaf
from kiosk.page import BEGIN, Attract, LanguageChoice
from kiosk.page import Page as KioskPage
from kiosk.screens.frame import header
from kiosk.screens.kit import Kit
from kiosk.screens.notice_card import notice_card, notice_size
from kiosk.screens.plan import plan_of
from kiosk.screens.target import Target
from media.look.look import Look
from media.look.screen import Role
from media.look.theme import PALETTE
from media.look.widgets import (
    Body,
    Column,
    Display,
    Grid,
    Group,
    Heading,
    Page,
    Panel,
    Pictogram,
    Row,
    ZelligeBand,
    even_out,
)
from media.texts import msgid
from media.words import Words
from wire.messages import Language

LANGUAGE_NAMES: Mapping[Language, str] = MappingProxyType(
    {
        "ar": msgid("Arabic"),
        "zgh": msgid("Tamazight"),
        "fr": msgid("French"),
        "en": msgid("English"),
    }
)
"""What each language calls itself, to be translated into itself."""


BOARD = 0.42
"""The height of the commune's name, in that of what stands below it."""


class AttractScreen(ButtonBehavior, Page):
    """The whole screen is one target. A notice stands in it, where there is one."""

    target = "start"

    def __init__(self, kit: Kit, page: Attract) -> None:
        super().__init__(look=kit.look)
        self._kit = kit
        self.bind(on_release=lambda *_: kit.touch(self.target))
        self._place: AnchorLayout | None = None
        has_notice = page.notice is not None
        is_low = has_notice and not kit.look.screen.is_portrait
        self.add_widget(header(kit) if is_low else _name_board(kit, page.languages, BOARD))
        self.add_widget(ZelligeBand(kit.look, rows=2))
        inviting = _invitation(kit, page, is_narrow=has_notice)
        self.add_widget(self._with_notice(inviting, page) if has_notice else inviting)
        self.add_widget(Widget(size_hint_y=None, height=plan_of(kit.look).foot))

    def change(self, before: KioskPage, page: KioskPage) -> bool:
        """Show the next notice in its place: nothing else moves, and a touch counts all along."""
        match before, page:
            case Attract(), Attract(notice=notice) if self._place and notice is not None:
                self._tell(self._place, notice)
                return before.languages == page.languages
            case _:
                return False

    def _with_notice(self, inviting: Widget, page: Attract) -> Widget:
        gap, is_tall = self._kit.look.gap, self._kit.look.screen.is_portrait
        width, height = notice_size(self._kit)
        self._place = AnchorLayout(size_hint=(None, None), size=(width, height))
        if page.notice is not None:
            self._tell(self._place, page.notice)
        both = (Column if is_tall else Row)(self._kit.look.within("fr"), spacing=0)
        frame = AnchorLayout(
            padding=(3 * gap, 3 * gap, 3 * gap, 0) if is_tall else (0, 0, 3 * gap, 0)
        )
        frame.add_widget(self._place)
        if is_tall:
            frame.size_hint_y, frame.height = None, height + 3 * gap
        else:
            frame.size_hint_x, frame.width = None, width + 3 * gap
        for part in (frame, inviting) if is_tall else (inviting, frame):
            both.add_widget(part)
        return both

    def _tell(self, place: AnchorLayout, notice: NoticeLeaf) -> None:
        place.clear_widgets()
        place.add_widget(notice_card(self._kit, notice))


def language_screen(kit: Kit, page: LanguageChoice) -> Page:
    """Return the choice of a language: each by its own name, in its own script."""
    screen = Page(kit.look)
    screen.add_widget(_name_board(kit, page.languages, BOARD))
    screen.add_widget(ZelligeBand(kit.look, rows=2))
    gap = kit.look.gap
    grid = Grid(
        kit.look.within("ar"),
        cols=plan_of(kit.look).service_columns,
        padding=3 * gap,
        spacing=2 * gap,
    )
    for language in page.languages:
        grid.add_widget(_language_button(kit.within(language), language))
    screen.add_widget(grid)
    screen.add_widget(Widget(size_hint_y=None, height=plan_of(kit.look).foot))
    return screen


def _language_button(kit: Kit, language: Language) -> Target:
    name = kit.say(LANGUAGE_NAMES[language])
    button = Target(
        kit,
        f"language:{language}",
        name,
        line=kit.say("Choose your language"),
        flow="column",
        role=Role.HEADING,
    )
    if language == "zgh":  # it has no voice of its own yet: Arabic names it
        button.spoken = (("ar", kit.texts.text("ar", LANGUAGE_NAMES[language])),)
    return button


def _name_board(kit: Kit, languages: tuple[Language, ...], share: float) -> Page:
    """Return the commune's name in every language, on navy."""
    gap, look = kit.look.gap, kit.look.within("fr")
    inside = Column if look.screen.is_portrait else Row
    board = inside(look, padding=(3 * gap, 2 * gap), spacing=gap)
    size = kit.line(Heading, 1.25)
    hint = {"size_hint": (1, None)} if look.screen.is_portrait else {"size_hint": (0.4, 1)}
    board.add_widget(Pictogram(look, "town-hall", size, PALETTE.gold, height=size, **hint))
    names = Column(look, spacing=0)
    for language, text in _told_once(languages, kit.pack.commune.name):
        kind, part = (Heading, 1.9) if language == "ar" else (Body, 1.0)
        names.add_widget(
            kind(look, text, PALETTE.plaster, "center", language, lines=1, size_hint_y=part)
        )
    board.add_widget(names)
    ground = Page(look, PALETTE.navy, size_hint_y=share)
    ground.add_widget(board)
    return ground


def _told_once(languages: tuple[Language, ...], words: Words) -> list[tuple[Language, str]]:
    """Return each language's own text, without those that stand in for another."""
    parts = ((language, part) for language in languages for part in words.parts(language))
    return [(each, text) for language, (each, text) in parts if each == language]


def _invitation(kit: Kit, page: Attract, *, is_narrow: bool) -> Widget:
    gap, look = kit.look.gap, kit.look
    frame = Column(look, padding=3 * gap)
    panel = Panel(look, PALETTE.green, PALETTE.green_deep, padding=2 * gap)
    lines = [
        (each, text)
        for language in page.languages
        for each, text in kit.texts.parts(language, page.text)
        if each == language
    ]
    most = 1 if page.text == BEGIN else 2
    texts = [
        (Display if each == "ar" else Heading)(
            look, text, PALETTE.plaster, "center", each, lines=most
        )
        for each, text in lines
    ]
    even_out(text for text in texts if isinstance(text, Heading))
    hand = Pictogram(look, "touch", kit.line(Display, 2.8), PALETTE.gold)
    if look.screen.is_portrait or is_narrow:
        panel.add_widget(Group(look, hand, *texts, between=2 * gap))
    else:
        panel.add_widget(_beside(look, hand, Group(look, None, *texts, between=2 * gap)))
    frame.add_widget(panel)
    return frame


def _beside(look: Look, hand: Pictogram, words: Group) -> Row:
    row = Row(look.within("fr"), spacing=2 * look.gap)
    hand.size_hint = (0.4, 1)
    row.add_widget(hand)
    row.add_widget(words)
    return row
