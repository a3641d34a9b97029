"""Whose hall this is, how many wait, what time it is."""

from datetime import datetime

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from display.livery import logo_of
from display.nameplate import has_room_for_logo, number_size
from display.plan import FACTS_LINE, HEADER_AIR, NAME_LINE, Geometry
from display.screens.afar import AfarText
from display.screens.ink import Ink, ink_width
from display.screens.logo import Logo
from display.wording import header_names
from media.dates import clock_time
from media.look.look import Look
from media.look.theme import PALETTE
from media.look.widgets import Bar, Column, Pictogram, Row
from media.look.widgets.text import even_out
from media.pack import Commune
from media.words import Words

NAME_SHARE = 0.26
"""The font size of a name at most, in heights of the header: above and below stays air."""

NAME_AIR = 0.2
"""Beside a name, in its letters' size: names in a row share its width by what they need."""


class Header(Bar):
    """The commune's names, the queue, the clock: side by side, or one above the other."""

    def __init__(self, look: Look, geometry: Geometry, commune: Commune) -> None:
        unit = geometry.unit
        super().__init__(
            look, look.palette.navy_deep, padding=(unit, unit * HEADER_AIR), spacing=unit
        )
        is_portrait = look.screen.is_portrait
        large = number_size(geometry)
        self._queue = Pictogram(look, "people", round(large * 0.85), look.palette.gold)
        self._queue.size_hint = (None, 1)
        self.waiting = Ink(size_hint_x=None, width=large * 1.3, largest=large)
        self.clock = Ink(
            size_hint_x=None, width=large * 2.7, largest=large, color=look.palette.gold
        )
        self._geometry = geometry
        self._name_size = round(geometry.header_height * NAME_SHARE)
        self._commune = commune.name
        self._zone: Words | None = None
        self._names, first = Column(look, spacing=0), Row(look, spacing=unit)
        self._first, file = first, logo_of(commune)
        self._logo = None if file is None else Logo(look, file)
        self._write_names()
        if is_portrait:
            rows, facts = Column(look, spacing=0), self._facts(look, Widget())
            first.size_hint_y, facts.size_hint_y = 3 * NAME_LINE, FACTS_LINE
            rows.add_widget(first)
            rows.add_widget(facts)
            self.add_widget(rows)
        else:
            self.add_widget(self._facts(look, first))

    def name(self, commune: Words) -> None:
        """Give the hall's commune."""
        self._commune = commune
        self._write_names()

    def _write_names(self) -> None:
        self._names.clear_widgets()
        is_portrait = self.look.screen.is_portrait
        written: list[AfarText] = []
        rows = header_names(self._commune, self._zone, is_portrait=is_portrait)
        for said in rows:
            row = Row(self.look, spacing=self._geometry.unit)
            for language, text in said:
                look = self.look.within(language)
                name = _name(look, self._geometry, text, self._name_size)
                name.size_hint_x = _width(text)
                row.add_widget(name)
                written.append(name)
            self._names.add_widget(row)
        even_out(written)
        self._stand(max(sum(_width(each.text) for each in said) for said in rows))

    def _stand(self, widest: float) -> None:
        """Let the logo stand before the names, if they have their room beside it."""
        self._first.clear_widgets()
        if self._logo is not None:
            names = widest * self._geometry.afar
            if has_room_for_logo(self._geometry, names, self._logo.share):
                self._first.add_widget(self._logo)
        self._first.add_widget(self._names)

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


def _width(name: str) -> float:
    """Return the width of a name with the air beside it, in its letters' size."""
    return ink_width(name, 1) + NAME_AIR
