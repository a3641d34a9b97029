"""What the screen says when it has lost the hall."""

from kivy.uix.boxlayout import BoxLayout

from display.plan import Geometry
from display.screens.afar import AfarText
from media.look.look import Look
from media.look.theme import PALETTE
from media.look.widgets import Bar, Column, Pictogram, Row
from media.texts import Texts
from wire.messages import Language

_LOST = "The screen has lost the hall. Please watch the counters."
_LOST_IN: tuple[Language, ...] = ("ar", "fr")


class OfflineBar(Bar):
    """A pictogram, and a sentence in each of two languages."""

    def __init__(self, look: Look, geometry: Geometry, texts: Texts) -> None:
        unit = geometry.unit
        super().__init__(look, PALETTE.terracotta, padding=(unit, unit // 2), spacing=unit)
        size = round(geometry.afar * 1.7)
        picture = Pictogram(look, "offline", size, PALETTE.plaster)
        picture.size_hint = (None, 1)
        self.add_widget(picture)
        words = self._sentences_box(look)
        for language in _LOST_IN:
            sentence = texts.text(language, _LOST)
            words.add_widget(
                AfarText(look.within(language), geometry, sentence, color=PALETTE.plaster)
            )
        self.add_widget(words)

    def _sentences_box(self, look: Look) -> BoxLayout:
        return Column(look) if look.screen.is_portrait else Row(look)
