"""The screens on which an editor looks at a notice: the hall's own, and those that halls have."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import hypot

from controller.fleet.watch import Sighting
from media.playlist.preview import PreviewScreen
from wire.messages import Language, ScreenHealth

INCH = 25.4

USUAL_DISTANCE = 5000.0
"""Millimetres to the farthest visitor, where no screen of the hall has told its own."""

WRITTEN: tuple[Language, ...] = ("ar", "fr", "zgh")
"""The languages of a screen's notices, where none of the hall's has told its own."""

USUAL = ((55, 1920, 1080), (32, 1920, 1080), (43, 1080, 1920), (75, 3840, 2160))
"""Screens that halls have: inches, and pixels across and down."""


@dataclass(frozen=True, slots=True)
class Glass:
    """A screen to choose."""

    key: str
    name: str
    """What staff call it; empty for one that the hall does not have, or not yet."""

    screen: PreviewScreen

    @property
    def inches(self) -> int:
        """Its diagonal."""
        return round(self.screen.diagonal_mm / INCH)

    @property
    def is_portrait(self) -> bool:
        """Whether it hangs upright."""
        return self.screen.height_px > self.screen.width_px

    @property
    def width_mm(self) -> float:
        """How wide its picture is."""
        screen = self.screen
        share = screen.width_px / hypot(screen.width_px, screen.height_px)
        return round(screen.diagonal_mm * share, 1)

    @property
    def metres(self) -> str:
        """How far the farthest visitor stands."""
        return f"{self.screen.distance_mm / 1000:g}"


def glasses(seen: Iterable[Sighting]) -> tuple[Glass, ...]:
    """Return the hall's screens that have told how they hang, by name, then the usual ones."""
    own = tuple(_own(seen))
    far = max((each.screen.distance_mm for each in own), default=USUAL_DISTANCE)
    usual = (
        Glass(f"usual-{inches}", "", PreviewScreen(width, height, inches * INCH, far))
        for inches, width, height in USUAL
    )
    written = own[0].screen.written if own else WRITTEN
    return (*own, *(replace(each, screen=replace(each.screen, written=written)) for each in usual))


def _own(seen: Iterable[Sighting]) -> Iterator[Glass]:
    for each in seen:
        screen = None if each.health is None else _screen(each.health)
        if each.kind == "screen" and screen is not None:
            yield Glass(f"screen-{each.name}", each.name, screen)


def _screen(health: ScreenHealth) -> PreviewScreen | None:
    """Return the screen as it told that it hangs; nothing of one that did not, or cannot be."""
    if health.diagonal_mm is None or health.distance_mm is None or not health.written:
        return None
    return PreviewScreen(
        health.width, health.height, health.diagonal_mm, health.distance_mm, health.written
    )
