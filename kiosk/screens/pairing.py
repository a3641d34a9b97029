"""What a new kiosk shows: its code, and where somebody of the staff enters it."""

from kivy.uix.widget import Widget

from kiosk.screens.frame import header
from kiosk.screens.kit import Kit
from media.look.theme import PALETTE
from media.look.widgets import Card, Column, Heading, Number, Page, Row, Title, ZelligeBand
from media.texts import msgid
from wire.messages import Language

TITLE, ENTER = msgid("Pair this kiosk"), msgid("A supervisor enters this code on the page")
UNANSWERED = msgid("The hall does not answer yet")

STAFF: tuple[Language, ...] = ("ar", "fr")
"""The languages of those who pair, whatever a visitor may choose."""

CODE_SHARE, LOW_CODE_SHARE = 0.15, 0.2
"""The font size of the code, in the screen's shorter side."""


class PairingScreen(Page):
    """A title, the code in letters that are read from some steps away, and an address."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit.look)
        self._kit, self._said = kit, ""
        screen = kit.look.screen
        share = CODE_SHARE if screen.is_portrait else LOW_CODE_SHARE
        size = round(min(screen.width_px, screen.height_px) * share)
        self.code = Number(kit.look, color=PALETTE.navy_deep, font_size=size)
        self.address = Title(
            kit.look.within("en"), color=PALETTE.navy, align="center", language="en", lines=2
        )
        self._below = Column(kit.look, spacing=kit.look.gap)
        self.size = (screen.width_px, screen.height_px)
        self.add_widget(header(kit))
        self.add_widget(ZelligeBand(kit.look))
        self.add_widget(self._framed())

    def show(self, code: str, address: str) -> None:
        """Show the code and the address of the page; without a code, that nobody answers."""
        self.code.text, self.address.text = " ".join(code), address
        said = ENTER if code else UNANSWERED
        if said == self._said:
            return
        self._said = said
        self._below.clear_widgets()
        for part in (self._told(said), self.address):
            self._below.add_widget(part)

    def _framed(self) -> Column:
        gap = self._kit.look.gap
        card = Card(self._kit.look, padding=2 * gap, spacing=gap)
        self.code.size_hint_y, self._below.size_hint_y = 1.2, 1.5
        for part in (self._told(TITLE), self.code, self._below):
            card.add_widget(part)
        frame = Column(self._kit.look, padding=2 * gap)
        frame.add_widget(card)
        return frame

    def _told(self, text: str) -> Widget:
        """Return it in both languages: one below the other, or beside it on a low screen."""
        look = self._kit.look
        is_tall = look.screen.is_portrait
        kind = Heading if is_tall else Title
        both = Column(look, spacing=look.gap // 2) if is_tall else Row(look, spacing=look.gap)
        for language in STAFF:
            said = self._kit.texts.text(language, text)
            both.add_widget(kind(look, said, PALETTE.navy, align="center", language=language))
        return both
