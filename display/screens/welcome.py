"""What the stage shows when there is nothing to tell."""

from display.plan import Geometry
from display.screens.afar import AfarText
from media.look.look import Look
from media.look.screen import Role
from media.look.theme import PALETTE
from media.look.widgets import Card, Grid, ZelligeBand
from media.look.widgets.text import even_out
from media.texts import Texts
from wire.messages import LANGUAGES


class Welcome(Card):
    """A greeting in every language that has a confirmed one."""

    def __init__(self, look: Look, geometry: Geometry, texts: Texts) -> None:
        super().__init__(look, padding=0)
        self.add_widget(ZelligeBand(look, PALETTE.gold, PALETTE.navy, radius=self.radius))
        columns = 1 if look.screen.is_portrait else 2
        unit = geometry.unit
        grid = Grid(look, cols=columns, padding=(2 * unit, unit), spacing=(2 * unit, unit))
        spoken = [(language, texts.parts(language, "Welcome")[0]) for language in LANGUAGES]
        greetings = [
            _greeting(look.within(language), geometry, words)
            for language, (found, words) in spoken
            if found == language
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
        color=PALETTE.navy,
        align="center",
        lines=1,
        bold=True,
        font_size=look.text(Role.DISPLAY),
    )
