"""What the screen says when it has lost the hall."""

from display.plan import Geometry
from display.screens.afar import AfarText
from display.wording import LOST
from media.look.look import Look
from media.look.theme import PALETTE
from media.look.widgets import Bar, Pictogram, Row
from media.texts import Texts
from wire.messages import Language

LARGEST = 1.5
"""The letters' size at most, in that of the smallest text."""


class OfflineBar(Bar):
    """A pictogram, and a sentence in one language after the other."""

    def __init__(self, look: Look, geometry: Geometry, texts: Texts) -> None:
        unit = geometry.unit
        super().__init__(look, PALETTE.terracotta, padding=(unit, unit // 2), spacing=unit)
        self._geometry, self._texts = geometry, texts
        self._shown: Language | None = None
        self._picture = Pictogram(look, "offline", round(geometry.afar * 1.7), PALETTE.plaster)
        self._picture.size_hint = (None, 1)

    def show(self, language: Language) -> None:
        """Say it in this language."""
        if language == self._shown:
            return
        self._shown = language
        self.clear_widgets()
        sentence = AfarText(
            self.look.within(language),
            self._geometry,
            self._texts.text(language, LOST),
            color=PALETTE.plaster,
            font_size=round(self._geometry.afar * LARGEST),
        )
        row = Row(self.look.within(language), spacing=self._geometry.unit)
        for widget in (self._picture, sentence):
            if widget.parent is not None:
                widget.parent.remove_widget(widget)
            row.add_widget(widget)
        self.add_widget(row)
