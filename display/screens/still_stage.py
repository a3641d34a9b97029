"""A picture or a page of a paper, when nobody is called."""

from kivy.graphics.texture import Texture
from kivy.uix.widget import Widget

from display.backstage import Backstage
from display.darkroom import Darkroom, Order
from display.page import Still
from display.plan import STRIP_SHARE, Box, Geometry
from display.screens.afar import AfarText
from display.screens.frame import Frame
from display.screens.gallery import Gallery
from display.screens.measured import words_height
from media.isolation import isolate
from media.look.look import Look
from media.look.theme import PALETTE
from media.look.widgets import Column, Panel, Row

MOST_TITLE = 0.34
"""What the title may take of the stage's height."""

NUMBER = 0.7
"""Which page this is, in the title's size."""


class StillStage(Panel):
    """The picture, whole, on a dark ground; its title below it."""

    def __init__(self, look: Look, geometry: Geometry, backstage: Backstage) -> None:
        super().__init__(look, look.palette.navy_deep, None, padding=0, spacing=0)
        self._geometry, self._backstage = geometry, backstage
        self._gallery = Gallery(Darkroom(backstage.file))
        self._shown: tuple[Still, Box] | None = None
        self.frame = Frame()
        self.title: AfarText | None = None

    def show(self, still: Still, box: Box) -> None:
        """Show it in a box of this size: the picture comes as soon as it is ready."""
        if (still, box) == self._shown:
            return
        before = None if self._shown is None else (self._shown[0].asset, self._shown[1])
        self._shown = still, box
        strip = self._strip(still, box)
        room = Box(box.x, box.y, box.width, box.height - (strip.height if strip else 0))
        is_new = before != (still.asset, box) or self.frame.texture is None
        self._fill(strip, is_new=is_new)
        self._order(still, room.inset(self._geometry.unit / 2))

    def close(self) -> None:
        """Make no more pictures ready."""
        self._gallery.close()

    def _fill(self, strip: Widget | None, *, is_new: bool) -> None:
        self.clear_widgets()
        if is_new:
            self.frame.hang(None)
        if self.frame.parent is not None:
            self.frame.parent.remove_widget(self.frame)
        inside = Column(self.look, padding=self._geometry.unit / 2, spacing=0)
        inside.add_widget(self.frame)
        self.add_widget(inside)
        if strip is not None:
            self.add_widget(strip)

    def _order(self, still: Still, room: Box) -> None:
        order = Order(still.asset, int(room.width), int(room.height))

        def hang(texture: Texture | None) -> None:
            if self._shown is None or self._shown[0].asset != still.asset:
                return
            if texture is None:
                self._backstage.failed(still.item)
            self.frame.hang(texture)

        self._gallery.picture(order, hang)

    def _strip(self, still: Still, box: Box) -> Widget | None:
        """Give the title, and which page this is; nothing where there is neither."""
        self.title = None
        number = f"{still.part}/{still.parts}" if still.parts > 1 else ""
        if not still.title and not number:
            return None
        look, unit = self.look.within(still.language or self.look.language), self._geometry.unit
        size = self._geometry.reading(box, STRIP_SHARE)
        width = box.width - 4 * unit - (3 * size if number else 0)
        strip = Panel(look, PALETTE.plaster, None, padding=(2 * unit, 0), size_hint_y=None)
        row = Row(look, spacing=unit)
        if still.title:
            self.title = _title(look, self._geometry, still.title, size)
            row.add_widget(self.title)
        if number:
            row.add_widget(_number(look, self._geometry, number, size))
        words, largest = (still.title, size) if still.title else (number, round(size * NUMBER))
        needed = words_height(words, largest, width, look.language, is_bold=True)
        strip.height = min(needed + unit, box.height * MOST_TITLE)
        strip.add_widget(row)
        return strip


def _title(look: Look, geometry: Geometry, words: str, size: int) -> AfarText:
    return AfarText(
        look, geometry, words, color=look.palette.navy, bold=True, font_size=size, align="center"
    )


def _number(look: Look, geometry: Geometry, number: str, size: int) -> AfarText:
    """Give which page of how many this is, at the end of the line."""
    made = AfarText(
        look,
        geometry,
        isolate(number),
        color=PALETTE.slate,
        font_size=round(size * NUMBER),
        align="end",
        lines=1,
    )
    made.size_hint_x, made.width = None, 3 * size
    return made
