"""What everybody must do now: over the whole screen, in every language at once, without moving.

Said by a pictogram and by words, never by a colour alone (WCAG 2.2, 1.4.1).
"""

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from display.plan import Geometry
from display.screens.afar import AfarText
from display.screens.caption import Between, Captions
from media.look.emergency import ORDERS, SUSPENDED, in_all, title_in_all
from media.look.look import Look
from media.look.theme import PALETTE, Color
from media.look.widgets import Bar, Column, Page, Panel, Pictogram, Row
from media.look.widgets.text import Text, even_out
from media.texts import Texts
from wire.messages import LANGUAGES, EmergencyKind, Language

SIGN_SHARE = 0.25
"""What the pictogram's sign takes of the screen's longer side."""

PICTOGRAM_FILL = 0.8
"""What the pictogram takes of its sign's shorter side."""

TITLE_SHARE = 0.12
"""What the title takes of the height of all the words."""

LARGEST = 0.1
"""The letters' size at most, in the screen's shorter side."""

FOOT_LINES = 2.2
"""The height of what is said of the calls, in its letters' size, for each of its lines."""


class EmergencyScreen(Page):
    """A sign, and beside or below it the same order in each language that has it."""

    def __init__(self, look: Look, geometry: Geometry, texts: Texts, kind: EmergencyKind) -> None:
        order = ORDERS[kind]
        super().__init__(look, order.ground)
        self._geometry, self._texts, self._order = geometry, texts, order
        self.kind = kind
        self.size = (look.screen.width_px, look.screen.height_px)
        self.words: tuple[Text, ...] = ()
        unit = geometry.unit
        split = Column if look.screen.is_portrait else Row
        body = split(look, padding=2 * unit, spacing=2 * unit)
        for part in (self._sign(), self._orders()):
            body.add_widget(part)
        for part in (body, self._foot(Captions(look, geometry, texts))):
            self.add_widget(part)

    def _sign(self) -> Widget:
        screen = self.look.screen
        longer = round(max(screen.width_px, screen.height_px) * SIGN_SHARE)
        shorter = min(screen.width_px, screen.height_px) - 4 * self._geometry.unit
        sign = Panel(self.look, PALETTE.plaster, PALETTE.gold, padding=0)
        if screen.is_portrait:
            sign.size_hint_y, sign.height = None, longer
        else:
            sign.size_hint_x, sign.width = None, longer
        size = round(min(longer, shorter) * PICTOGRAM_FILL)
        picture = Pictogram(self.look, self.kind.value, size, self._order.ground)
        picture.size_hint = (1, 1)
        sign.add_widget(picture)
        return sign

    def _orders(self) -> BoxLayout:
        column = Column(self.look, spacing=self._geometry.unit)
        orders = [
            self._text(language, words, PALETTE.plaster)
            for language, words in in_all(self._texts, self._order.text)
        ]
        even_out(orders)
        title = self._title()
        self.words = (title, *orders)
        for part in self.words:
            column.add_widget(part)
        return column

    def _title(self) -> AfarText:
        title = title_in_all(self._texts, self._order)
        words = self._text(self.look.language, title, PALETTE.gold_tint)
        words.size_hint_y = TITLE_SHARE * len(LANGUAGES)
        return words

    def _foot(self, captions: Captions) -> Bar:
        """Say, in the two languages of every sign, that nobody is called, and loses nothing."""
        is_portrait = self.look.screen.is_portrait
        size, lines = self._geometry.afar, 2 if is_portrait else 1
        height = round(size * FOOT_LINES * lines)
        foot = Bar(self.look, PALETTE.plaster, size_hint_y=None, height=height, padding=(size, 0))
        between: Between = "\n" if is_portrait else " · "
        foot.add_widget(captions.make(SUSPENDED, size, PALETTE.ink, between))
        return foot

    def _text(self, language: Language, words: str, color: Color) -> AfarText:
        screen = self.look.screen
        return AfarText(
            self.look.within(language),
            self._geometry,
            words,
            color=color,
            bold=True,
            font_size=round(min(screen.width_px, screen.height_px) * LARGEST),
        )
