"""What a new screen shows: its code, and where somebody of the staff enters it."""

from display.plan import Geometry
from display.screens.afar import AfarText
from display.screens.caption import Captions
from media.look.look import Look
from media.look.theme import PALETTE
from media.look.widgets import Card, Column, Page, ZelligeBand
from media.texts import Texts

TITLE, ENTER = "Pair this screen", "A supervisor enters this code on the page"
UNANSWERED = "The hall does not answer yet"

CODE_SHARE, WORDS_SHARE = 0.24, 0.055
"""The letters' size at most, in the screen's shorter side."""


LEAST_SHARE = 0.018
"""The letters' size at least: who enters the code stands before the screen."""


class NearText(AfarText):
    """A text for who stands before the screen."""

    @property
    def smallest(self) -> int:
        """The size below which it does not shrink, in pixels."""
        screen = self.look.screen
        return round(min(screen.width_px, screen.height_px) * LEAST_SHARE)


class PairingScreen(Page):
    """A title, the code in letters that are seen from afar, and an address."""

    scene_name = "pairing"

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look)
        self.size = (look.screen.width_px, look.screen.height_px)
        geometry = Geometry(look.screen, look.is_rtl)
        self._shorter = min(look.screen.width_px, look.screen.height_px)
        self._captions = Captions(look, geometry, texts)
        self._words = round(self._shorter * WORDS_SHARE)
        self.code = self._latin(look, geometry, round(self._shorter * CODE_SHARE))
        self.address = self._latin(look, geometry, self._words)
        self._below = Column(look, spacing=geometry.unit)
        self._said = ""
        card = Card(look, padding=0)
        card.add_widget(ZelligeBand(look, PALETTE.gold, PALETTE.navy, radius=card.radius))
        column = Column(look, padding=2 * geometry.unit, spacing=geometry.unit)
        self.code.size_hint_y, self._below.size_hint_y = 1.5, 2
        for part in (self._caption(TITLE), self.code, self._below):
            column.add_widget(part)
        card.add_widget(column)
        body = Column(look, padding=2 * geometry.unit)
        body.add_widget(card)
        self.add_widget(body)

    def show(self, code: str, address: str) -> None:
        """Show the code and the address of the page; without a code, that nobody answers."""
        self.code.text, self.address.text = " ".join(code), address
        said = ENTER if code else UNANSWERED
        if said == self._said:
            return
        self._said = said
        self._below.clear_widgets()
        for part in (self._caption(said), self.address):
            self._below.add_widget(part)

    def _caption(self, msgid: str) -> AfarText:
        return self._captions.make(msgid, self._words, PALETTE.navy, "\n")

    def _latin(self, look: Look, geometry: Geometry, size: int) -> NearText:
        """Return room for what is written from the left in every language."""
        return NearText(
            look.within("en"),
            geometry,
            color=PALETTE.navy_deep,
            align="center",
            lines=1,
            bold=True,
            font_size=size,
        )
