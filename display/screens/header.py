"""Whose hall this is, how many wait, what time it is."""

from datetime import datetime

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from display.plan import FACTS_LINE, HEADER_AIR, NAME_LINE, Geometry
from display.screens.afar import AfarText
from display.screens.ink import Ink
from display.wording import header_names
from media.dates import clock_time
from media.look.look import Look
from media.look.theme import PALETTE
from media.look.widgets import Bar, Column, Pictogram, Row
from media.look.widgets.text import even_out
from media.words import Words

NAME_SHARE = 0.26
"""The font size of a name at most, in heights of the header: above and below stays air."""


class Header(Bar):
    """The commune's names, the queue, the clock: side by side, or one above the other."""

    def __init__(self, look: Look, geometry: Geometry, commune: Words, height: float) -> None:
        unit = geometry.unit
        super().__init__(look, PALETTE.navy_deep, padding=(unit, unit * HEADER_AIR), spacing=unit)
        is_portrait = look.screen.is_portrait
        large = unit * (3.2 if is_portrait else 3.6)
        self._queue = Pictogram(look, "people", round(large * 0.85), PALETTE.gold)
        self._queue.size_hint = (None, 1)
        self.waiting = Ink(size_hint_x=None, width=large * 1.3, largest=large)
        self.clock = Ink(size_hint_x=None, width=large * 2.7, largest=large, color=PALETTE.gold)
        self._geometry, self._name_size = geometry, round(height * NAME_SHARE)
        self._commune = commune
        self._zone: Words | None = None
        names = self._names = Column(look, spacing=0)
        self.name(commune)
        if is_portrait:
            rows, facts = Column(look, spacing=0), self._facts(look, Widget())
            names.size_hint_y, facts.size_hint_y = 3 * NAME_LINE, FACTS_LINE
            rows.add_widget(names)
            rows.add_widget(facts)
            self.add_widget(rows)
        else:
            self.add_widget(self._facts(look, names))

    def name(self, commune: Words) -> None:
        """Give the hall's commune."""
        self._commune = commune
        self._write_names()

    def _write_names(self) -> None:
        self._names.clear_widgets()
        is_portrait = self.look.screen.is_portrait
        written: list[AfarText] = []
        for said in header_names(self._commune, self._zone, is_portrait=is_portrait):
            row = Row(self.look, spacing=self._geometry.unit)
            for language, text in said:
                look = self.look.within(language)
                name = _name(look, self._geometry, text, self._name_size)
                name.size_hint_x = len(text) + 3
                row.add_widget(name)
                written.append(name)
            self._names.add_widget(row)
        even_out(written)

    def _facts(self, look: Look, first: Widget) -> BoxLayout:
        row = Row(look)
        for widget in (self._queue, self.waiting, first, self.clock):
            row.add_widget(widget)
        return row

    def show(self, waiting: int | None, clock: datetime | None, zone: Words | None = None) -> None:
        """Show how many wait, the time and the zone; what is not known is left away."""
        if zone != self._zone:
            self._zone = zone
            self._write_names()
        self.waiting.text = "" if waiting is None else str(waiting)
        self._queue.opacity = 0 if waiting is None else 1
        self.clock.text = "" if clock is None else clock_time(clock)


def _name(look: Look, geometry: Geometry, name: str, size: int) -> AfarText:
    return AfarText(
        look,
        geometry,
        name,
        color=PALETTE.plaster,
        align="center",
        lines=1,
        bold=True,
        font_size=max(geometry.afar, size),
    )
