"""The screen's own name over all of it: somebody asks which one this is."""

from display.plan import Geometry
from display.screens.afar import AfarText
from media.look.look import Look
from media.look.theme import PALETTE, Color
from media.look.widgets import Column, Page, ZelligeBand

BLACK = Color(0, 0, 0)
"""Of the glass outside the hall's hours."""

SHARE = 0.3
"""The letters' size at most, in the screen's shorter side."""


class IdentityScreen(Page):
    """One name, as large as it fits, in whatever letters it is written."""

    def __init__(self, look: Look, geometry: Geometry) -> None:
        super().__init__(look, PALETTE.navy_deep)
        self.size = (look.screen.width_px, look.screen.height_px)
        shorter = min(look.screen.width_px, look.screen.height_px)
        self.name = AfarText(
            look,
            geometry,
            color=PALETTE.gold_tint,
            align="center",
            bold=True,
            font_size=round(shorter * SHARE),
        )
        self.add_widget(ZelligeBand(look, PALETTE.gold, PALETTE.navy))
        body = Column(look, padding=2 * geometry.unit)
        body.add_widget(self.name)
        self.add_widget(body)

    def show(self, name: str) -> None:
        """Show this name."""
        self.name.text = name
