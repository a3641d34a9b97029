"""What is wrong with one screen: each claim of accessibility against a measure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from PIL import Image

from kiosk.inspection import ControlSeen, Inspection, TextSeen
from kiosk.touch_map import Rectangle
from media.look.screen import (
    CAPITAL_HEIGHT,
    HIGHEST_CONTROL_MM,
    LOWEST_CONTROL_MM,
    STANDING_CONTROL_MM,
    TOUCH_MM,
    Screen,
)
from nouba.auditing.contrast import Lights, edge_contrast, lights, text_contrast

LEAST_GAP_MM = 3.0
LEAST_DEGREES = 0.7
"""Of a capital letter's height at the eye: EN 301 549, 5.1.4."""

LEAST_OF_TEXT = 7.0
"""WCAG 2.2, 1.4.6."""

LEAST_OF_PARTS = 3.0
"""WCAG 2.2, 1.4.11."""

EDGE_MM = 1.5
"""So near its edge a control must stand out from what is around it."""

PIXEL = 1.01
"""What is right but for the rounding to whole pixels is right."""


class Fault(StrEnum):
    """What an audit finds."""

    SMALL = "too small"
    NEAR = "too near"
    HIGH = "too high"
    LOW = "too low"
    FINE = "letters too small"
    CUT = "cut off"
    PALE = "too pale"
    EDGELESS = "no edge"
    UNSPOKEN = "unspoken"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of one screen."""

    fault: Fault
    what: str
    """The target, or the text."""

    measured: str
    """As in `18.2 mm`."""


def findings(inspection: Inspection, picture: Image.Image, screen: Screen) -> list[Finding]:
    """Return all that is wrong with a screen, as it was inspected and as its pixels show it."""
    seen = lights(picture)
    return [
        *(each for control in inspection.controls for each in _control(control, screen)),
        *_too_near(inspection.controls, screen),
        *(each for control in inspection.controls for each in _reach(control, inspection, screen)),
        *(each for text in inspection.texts for each in _text(text, screen, seen)),
        *_edges(inspection.controls, screen, seen),
    ]


def _control(control: ControlSeen, screen: Screen) -> Iterator[Finding]:
    side = min(control.place.width, control.place.height)
    if side + PIXEL < TOUCH_MM * screen.px_per_mm:
        yield Finding(Fault.SMALL, control.target, _mm(side, screen))
    if not control.said.strip():
        yield Finding(Fault.UNSPOKEN, control.target, "nothing is said")
    if _is_beyond(control.place, screen):
        yield Finding(Fault.CUT, control.target, "beyond the glass")


def _too_near(controls: Iterable[ControlSeen], screen: Screen) -> Iterator[Finding]:
    buttons = [each for each in controls if each.is_button]
    for one, other in combinations(buttons, 2):
        gap = _gap(one.place, other.place)
        if gap + PIXEL < LEAST_GAP_MM * screen.px_per_mm:
            names = f"{one.target} · {other.target}"
            yield Finding(Fault.NEAR, names, _mm(max(0, gap), screen))


def _reach(control: ControlSeen, inspection: Inspection, screen: Screen) -> Iterator[Finding]:
    place = control.place
    middle = screen.height_px - place.top - place.height / 2
    height = screen.bottom_mm + middle / screen.px_per_mm
    is_for_all = inspection.is_low or control.target.startswith("aid:")
    highest = HIGHEST_CONTROL_MM if is_for_all else STANDING_CONTROL_MM
    if height > highest + 1 and control.is_button:
        yield Finding(Fault.HIGH, control.target, f"{height:.0f} mm")
    if height < LOWEST_CONTROL_MM - 1:
        yield Finding(Fault.LOW, control.target, f"{height:.0f} mm")


def _text(text: TextSeen, screen: Screen, seen: Lights) -> Iterator[Finding]:
    capital = text.size_px * CAPITAL_HEIGHT
    if (text.size_px + PIXEL) * CAPITAL_HEIGHT < screen.subtending(
        LEAST_DEGREES
    ) * screen.px_per_mm:
        yield Finding(Fault.FINE, text.text, _mm(capital, screen))
    if not text.is_whole or _is_beyond(text.place, screen):
        yield Finding(Fault.CUT, text.text, f"{text.place.width} x {text.place.height} px")
    if not text.is_spoken:
        yield Finding(Fault.UNSPOKEN, text.text, "not said")
    contrast = text_contrast(seen, text.place)
    if contrast < LEAST_OF_TEXT and not text.is_disabled:
        yield Finding(Fault.PALE, text.text, f"{contrast:.1f} : 1")


def _edges(controls: Iterable[ControlSeen], screen: Screen, seen: Lights) -> Iterator[Finding]:
    reach = screen.px(EDGE_MM)
    for control in controls:
        contrast = edge_contrast(seen, control.place, reach) if control.is_button else 21.0
        if contrast < LEAST_OF_PARTS:
            yield Finding(Fault.EDGELESS, control.target, f"{contrast:.1f} : 1")


def _gap(one: Rectangle, other: Rectangle) -> float:
    """Return the distance between two rectangles along the axis on which they are apart."""
    across = max(one.left, other.left) - min(one.left + one.width, other.left + other.width)
    down = max(one.top, other.top) - min(one.top + one.height, other.top + other.height)
    return max(across, down)


def _is_beyond(place: Rectangle, screen: Screen) -> bool:
    right, bottom = place.left + place.width, place.top + place.height
    return (
        min(place.left, place.top) < -PIXEL
        or right > screen.width_px + PIXEL
        or bottom > screen.height_px + PIXEL
    )


def _mm(pixels: float, screen: Screen) -> str:
    return f"{pixels / screen.px_per_mm:.1f} mm"
