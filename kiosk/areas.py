"""How the glass is shared: the bar of aids, and the page beside it, high or low."""

from dataclasses import dataclass, replace

from kiosk.aids import Aid
from media.look.screen import HIGHEST_CONTROL_MM, STANDING_CONTROL_MM, Screen

BUTTON_MM = 22.0
"""The shorter side of an aid's button."""

AROUND_MM = 1.5
"""Between a button and the bar's edges; two buttons have twice as much between them."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of the window, in pixels from its lower left corner."""

    left: int
    bottom: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Areas:
    """One kiosk's glass. The bar lies beneath an upright page, and beside one that lies."""

    screen: Screen

    @property
    def aids(self) -> tuple[Aid, ...]:
        """The aids that change anything: a screen that is low enough needs not be lowered."""
        is_high = self.screen.reach()[1] < self.screen.height_px
        return (Aid.LOW, Aid.CONTRAST) if is_high else (Aid.CONTRAST,)

    @property
    def bar(self) -> Area:
        """Where the aids' buttons stand: low, and not lower than a seated person reaches."""
        thickness, foot = self._thickness, self.screen.reach()[0]
        if self.screen.is_portrait:
            return Area(0, foot, self.screen.width_px, thickness)
        return Area(0, foot, thickness, self.screen.reach()[1] - foot)

    def page(self, *, is_low: bool) -> Area:
        """Where the page stands: up to where a seated person reaches, or up to the upper edge."""
        bar, top = self.bar, self.screen.reach()[1] if is_low else self.screen.height_px
        if self.screen.is_portrait:
            above = bar.bottom + bar.height
            return Area(0, above, bar.width, top - above)
        return Area(bar.width, 0, self.screen.width_px - bar.width, top)

    def page_screen(self, *, is_low: bool) -> Screen:
        """Return the page's area as a screen of its own, with the reach of those who use it so."""
        area = self.page(is_low=is_low)
        part = self.screen.part(area.width, area.height, above=area.bottom)
        return replace(part, highest_mm=HIGHEST_CONTROL_MM if is_low else STANDING_CONTROL_MM)

    @property
    def _thickness(self) -> int:
        return self.screen.px(BUTTON_MM + 2 * AROUND_MM)
