"""The strip below a call: the notice in one sentence, or that the hall is out of reach."""

from kivy.uix.boxlayout import BoxLayout

from display.page import Page
from display.plan import Geometry
from display.screens.afar import AfarText
from media.look.look import Look
from media.look.theme import PALETTE, Color
from media.look.widgets import Bar, Column, Pictogram, Row
from media.texts import Texts
from wire.messages import Language

_LOST = "The screen has lost the hall. Please watch the counters."
_LOST_IN: tuple[Language, ...] = ("ar", "fr")


class Footer(Bar):
    """One sentence and its pictogram."""

    def __init__(self, look: Look, geometry: Geometry, texts: Texts, *, is_warning: bool) -> None:
        ground = PALETTE.terracotta if is_warning else PALETTE.gold_tint
        super().__init__(look, ground, padding=(geometry.unit, geometry.unit // 2))
        self._geometry, self._texts = geometry, texts
        self.ink: Color = PALETTE.plaster if is_warning else PALETTE.ink
        self._shown: object = None

    def show_page(self, page: Page) -> None:
        """Show the page's headline in its language."""
        if self._shown != page:
            self._shown = page
            self._fill(page.pictogram, [(page.language, page.headline)])

    def show_offline(self) -> None:
        """Say that the screen may be out of date."""
        if self._shown != _LOST:
            self._shown = _LOST
            self._fill("offline", [(each, self._texts.text(each, _LOST)) for each in _LOST_IN])

    def _fill(self, pictogram: str, sentences: list[tuple[Language, str]]) -> None:
        self.clear_widgets()
        inner = Row(self.look.within(sentences[0][0]), spacing=self._geometry.unit)
        size = round(self._geometry.afar * 1.7)
        picture = Pictogram(self.look, pictogram, size, self.ink)
        picture.size_hint = (None, 1)
        words = self._sentences_box()
        inner.add_widget(picture)
        inner.add_widget(words)
        self.add_widget(inner)
        for language, sentence in sentences:
            look = self.look.within(language)
            words.add_widget(AfarText(look, self._geometry, sentence, color=self.ink))

    def _sentences_box(self) -> BoxLayout:
        return Column(self.look) if self.look.screen.is_portrait else Row(self.look)
