"""The letters of tickets: crisp in black and white, for Arabic, Tifinagh and Latin alike."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import ImageFont, features

FOLDERS = (Path("/usr/share/fonts/truetype/dejavu"), Path("/usr/share/fonts/dejavu-sans-fonts"))
"""Where Debian and Ubuntu, and Fedora, put DejaVu."""

BOLD, REGULAR = "DejaVuSans-Bold.ttf", "DejaVuSans.ttf"


class PaperFontError(Exception):
    """Tickets cannot be drawn on this machine; the text says what to install."""


@dataclass(frozen=True, slots=True)
class PaperFont:
    """DejaVu Sans in two weights: hinted, so that stems stay even at 203 dots an inch."""

    bold: Path
    regular: Path

    def sized(self, dots: int, *, is_bold: bool) -> ImageFont.FreeTypeFont:
        """Return the font with an em of so many dots."""
        return _loaded(self.bold if is_bold else self.regular, dots)


def paper_font(folders: Sequence[Path] = ()) -> PaperFont:
    """Find DejaVu in these folders, else where systems put it; raise `PaperFontError`."""
    _require_shaping()
    for folder in (*folders, *FOLDERS):
        if (folder / BOLD).is_file() and (folder / REGULAR).is_file():
            return PaperFont(folder / BOLD, folder / REGULAR)
    raise PaperFontError(f"{BOLD} and {REGULAR} not found: install fonts-dejavu-core")


def _require_shaping() -> None:
    # Without FriBiDi Pillow draws Arabic unjoined and from the left, and raises nothing.
    if not features.check("raqm"):
        raise PaperFontError("Arabic would be printed unjoined: install libfribidi0")


@cache
def _loaded(path: Path, dots: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, dots, layout_engine=ImageFont.Layout.RAQM)
