"""The kiosks that are audited: as they are sold, and as they stand."""

from collections.abc import Mapping
from types import MappingProxyType

from media.look.screen import Screen

SIZES: Mapping[str, Screen] = MappingProxyType(
    {
        "15.6": Screen(1920, 1080, 396.0, 450.0, 780.0),
        "21.5": Screen(1080, 1920, 546.0, 450.0, 640.0),
        "32": Screen(1080, 1920, 813.0, 550.0, 640.0),
    }
)
"""By the diagonal in inches: a panel that lies, one that stands, a large one that stands high."""


def settings_of(screen: Screen) -> Mapping[str, object]:
    """Return a kiosk's settings of such a screen."""
    return {
        "width_px": screen.width_px,
        "height_px": screen.height_px,
        "diagonal_mm": screen.diagonal_mm,
        "distance_mm": screen.distance_mm,
        "bottom_mm": screen.bottom_mm,
        "is_fullscreen": True,
    }
