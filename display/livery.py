"""A commune's theme as a screen wears it, and what is logged of one that it does not. No Kivy."""

from pathlib import Path

import structlog

from media.look.theme import Palette
from media.pack import Commune
from media.pack.logo import fault_of, shape_of, usable
from media.pack.theme import weak_in, worn

WIDEST = 2.2
"""A logo's tile at most, in its height."""


def colors_of(commune: Commune) -> Palette:
    """Return its colours, or those of the house where they are not legible."""
    return worn(commune.theme)


def logo_of(commune: Commune) -> Path | None:
    """Return the file of its logo, if it has one that can be shown."""
    return usable(commune.theme.logo)


def tile_share(logo: Path) -> float:
    """Return the width of the tile on which a logo stands, in its height."""
    return min(WIDEST, max(1.0, shape_of(logo)))


def tell_theme(commune: Commune) -> None:
    """Log what of its theme is not worn, and why."""
    log = structlog.get_logger("display")
    for each in weak_in(commune.theme):
        log.error("theme_not_worn", color=each.field, why=str(each))
    logo = commune.theme.logo
    if logo is not None and (fault := fault_of(logo)):
        log.error("logo_not_shown", why=fault)
