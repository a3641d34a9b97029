"""What the stage shows when there is nothing to tell."""

from display.plan import Geometry
from display.screens.afar import AfarText
from display.wording import WELCOME, own
from media.look.look import Look
from media.look.screen import Role
from media.look.widgets import Card, Grid, ZelligeBand
from media.look.widgets.text import even_out
from media.texts import Texts


class Welcome(Card):
    """A greeting in every language that has a confirmed one."""

    def __init__(self, look: Look, geometry: Geometry, texts: Texts) -> None:
        super().__init__(look, padding=0)
        self.add_widget(ZelligeBand(look, look.palette.gold, look.palette.navy, radius=self.radius))
        columns = 1 if look.screen.is_portrait else 2
        unit = geometry.unit
        grid = Grid(look, cols=columns, padding=(2 * unit, unit), spacing=(2 * unit, unit))
        greetings = [
            _greeting(look.within(each.language), geometry, each.text)
            for each in own(texts, WELCOME)
        ]
        even_out(greetings)
        for greeting in greetings:
            grid.add_widget(greeting)
        self.add_widget(grid)


def _greeting(look: Look, geometry: Geometry, words: str) -> AfarText:
    return AfarText(
        look,
        geometry,
        words,
        color=look.palette.navy,
        align="center",
        lines=1,
        bold=True,
        font_size=look.text(Role.DISPLAY),
    )
