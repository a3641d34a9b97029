"""Make `pictograms.ttf` anew from the whole font of Material Design Icons.

    python -m media.fonts.compose materialdesignicons-webfont.ttf

It needs fonttools, which nothing else of Nouba does. Some pictograms are not in the font: a
record is a sheet of paper with what it records upon it, in the manner of `file-account-outline`.
"""

import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from fontTools.pens.transformPen import (  # type: ignore[import-not-found]  # see above
    TransformPen,
)
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-not-found]  # see above
from fontTools.subset import Options, Subsetter  # type: ignore[import-not-found]  # see above
from fontTools.ttLib import TTFont  # type: ignore[import-not-found]  # see above

from media.look.pictograms import GLYPHS

SHEET = 0xF0224
RECORDS: Mapping[str, int] = MappingProxyType(
    {"birth-record": 0xF068F, "death-record": 0xF0BA2, "certificate": 0xF0008}
)
"""What stands on the sheet: baby-carriage, grave-stone, account-check."""

SHARE = 0.46
"""The size of what stands on the sheet, in sizes of its own."""

MIDDLE = (256, 144)
"""Where it stands, in the font's units (512 to the em): below the folded corner."""


def compose(whole: Path, subset: Path) -> None:
    """Write the subset that `media.look.pictograms` needs."""
    font = TTFont(whole)
    _set_bearings(font)
    for name, subject in RECORDS.items():
        _add_record(font, name, subject)
    subsetter = Subsetter(Options())
    subsetter.populate(unicodes=[ord(character) for character in GLYPHS.values()])
    subsetter.subset(font)
    font.save(subset)


def _set_bearings(font: TTFont) -> None:
    # In the whole font each outline's bounds begin at 0, and its bearing is 0. Saved anew, the
    # bounds are the outline's own: HarfBuzz would move it back to a bearing of 0.
    glyf, hmtx = font["glyf"], font["hmtx"]
    for name in font.getGlyphOrder():
        glyf[name].recalcBounds(glyf)
        hmtx[name] = hmtx[name][0], glyf[name].xMin


def _add_record(font: TTFont, name: str, subject: int) -> None:
    names, glyphs = font.getBestCmap(), font.getGlyphSet()
    pen = TTGlyphPen(None)
    glyphs[names[SHEET]].draw(pen)
    glyphs[names[subject]].draw(TransformPen(pen, _onto_sheet(font["glyf"][names[subject]])))
    own = f"record.{name}"  # the whole font has a certificate of its own
    font.setGlyphOrder([*font.getGlyphOrder(), own])
    font["glyf"][own] = pen.glyph()  # no further to the left than the sheet
    font["hmtx"][own] = font["hmtx"][names[SHEET]]
    for table in font["cmap"].tables:
        if table.isUnicode() and table.format == 12:  # all planes
            table.cmap[ord(GLYPHS[name])] = own


def _onto_sheet(subject: object) -> tuple[float, ...]:
    left, right = (getattr(subject, side) for side in ("xMin", "xMax"))
    low, high = (getattr(subject, side) for side in ("yMin", "yMax"))
    x, y = MIDDLE
    return (SHARE, 0, 0, SHARE, x - SHARE * (left + right) / 2, y - SHARE * (low + high) / 2)


if __name__ == "__main__":
    compose(Path(sys.argv[1]), Path(__file__).with_name("pictograms.ttf"))
