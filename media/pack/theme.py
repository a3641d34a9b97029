"""The commune's own colours and logo on the hall screens.

What must be alike in every hall has no name here: emergencies, the weather's levels, and the bar
of a screen that has lost the hall.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, NamedTuple

from pydantic import AfterValidator

from media.look.contrast import EDGE, TEXT, contrast, shaded
from media.look.theme import PALETTE, Color, Palette

_HEX = re.compile(r"#[0-9A-Fa-f]{6}")

PRESSED = 0.72
"""The light of the ground on which a call flashes, in that on which it stands."""


def _hex_color(text: str) -> str:
    if _HEX.fullmatch(text) is None:
        raise ValueError(
            f'"{text}" is not a colour such as "#0b243d": # and six hexadecimal digits'
        )
    return text.lower()


HexColor = Annotated[str, AfterValidator(_hex_color)]
"""A colour as it is written: `#0b243d`."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours and the logo; what is left out is the house's own."""

    header: HexColor = PALETTE.navy_deep.hex
    """Behind the commune's names, which are written in white."""

    stage: HexColor = PALETTE.navy.hex
    """Titles of what is told, on white and on sand; behind the ornament."""

    call: HexColor = PALETTE.green.hex
    """Behind a called ticket, in white; its number in the list, on white."""

    accent: HexColor = PALETTE.gold.hex
    """The clock on the header, the ornament, the edge of a call that flashes."""

    logo: Path | None = None
    """A PNG file; in a pack its path starts from the pack's folder."""

    @property
    def palette(self) -> Palette:
        """All colours of a screen that wears it."""
        call = color_of(self.call)
        return PALETTE._replace(
            navy_deep=color_of(self.header),
            navy=color_of(self.stage),
            green=call,
            green_deep=PALETTE.green_deep if call == PALETTE.green else shaded(call, PRESSED),
            gold=color_of(self.accent),
        )


class Weak(NamedTuple):
    """Two colours of a theme that cannot be told apart from afar."""

    field: str
    """Which of the theme's colours is to be changed."""

    what: str
    ratio: float
    asked: float

    def __str__(self) -> str:
        told = f"{self.ratio:.2f} : 1; {self.asked:g} : 1 is the least"
        return f"the contrast of {self.what} is {told}"


def weak_in(theme: Theme) -> tuple[Weak, ...]:
    """Return what of it is not legible, by the ratios of WCAG 2.2; nothing where all is."""
    return tuple(each for each in _pairs(theme.palette) if each.ratio < each.asked)


def worn(theme: Theme) -> Palette:
    """Return the colours that a screen wears: those of the house for a theme not legible."""
    return PALETTE if weak_in(theme) else theme.palette


def color_of(text: HexColor) -> Color:
    """Return the colour that is written so."""
    return Color(*bytes.fromhex(text[1:]))


def _pairs(colors: Palette) -> Iterator[Weak]:
    header, call, flash = colors.navy_deep, colors.green, colors.green_deep
    white, sand = colors.plaster, colors.sand
    yield Weak("header", "white names on it", contrast(white, header), TEXT)
    yield Weak("stage", "titles in it on sand", contrast(colors.navy, sand), TEXT)
    yield Weak("call", "what is written on it in sand", contrast(sand, call), TEXT)
    yield Weak("accent", "the clock in it on the header", contrast(colors.gold, header), TEXT)
    yield Weak("accent", "the edge of a flashing call", contrast(colors.gold, flash), EDGE)
