"""The pictogram font, table by table and as it is drawn."""

from itertools import pairwise
from struct import unpack, unpack_from

import pytest
import uharfbuzz as hb
from PIL import Image, ImageChops

from media.look.look import Look
from media.look.screen import Screen
from media.look.theme import PALETTE
from media.look.widgets.medallion import Medallion
from media.typography.fonts import pictogram_font
from tests.window.harness import PORTRAIT

SCREEN = Screen(*PORTRAIT, diagonal_mm=813, distance_mm=550)
SIDE = 400
STAR, INK = PALETTE.navy, PALETTE.gold


@pytest.fixture(scope="module")
def tables():
    face = hb.Face(hb.Blob.from_file_path(str(pictogram_font())))
    names = ("head", "hhea", "hmtx", "loca", "glyf")
    return {name: face.reference_table(name).data for name in names} | {"count": face.glyph_count}


def bearings(tables):
    """The left side bearing of each glyph, as the metrics have it."""
    (full,) = unpack_from(">H", tables["hhea"], 34)
    whole = unpack(f">{2 * full}h", tables["hmtx"][: 4 * full])[1::2]
    return [*whole, *unpack(f">{tables['count'] - full}h", tables["hmtx"][4 * full :])]


def left_ends(tables):
    """The x of each outline's left end; None for a glyph without one."""
    is_long = unpack_from(">h", tables["head"], 50) == (1,)
    kind, share = ("L", 1) if is_long else ("H", 2)
    starts = unpack(f">{tables['count'] + 1}{kind}", tables["loca"])
    return [
        None if start == end else unpack_from(">h", tables["glyf"], share * start + 2)[0]
        for start, end in pairwise(starts)
    ]


def test_each_pictograms_bearing_is_its_outlines_left_end(tables):
    """HarfBuzz moves an outline to its bearing: with another one it stands beside its place."""
    pairs = zip(bearings(tables), left_ends(tables), strict=True)

    assert [pair for pair in pairs if pair[1] not in (None, pair[0])] == []


def test_the_font_tells_that_bearings_are_left_ends(tables):
    (flags,) = unpack_from(">H", tables["head"], 16)

    assert flags & 0b10


@pytest.mark.window
@pytest.mark.parametrize("name", ["document", "birth-record", "certificate", "people", "phone"])
def test_a_pictogram_stands_in_the_middle_of_its_star(window, tmp_path, name):
    medallion = Medallion(Look(SCREEN, "ar"), name, SIDE, size_hint=(None, None), pos=(200, 300))
    medallion.paint(INK, STAR)
    window.show(medallion)

    star, pictogram = middles(window.shot(tmp_path / "star.png"))

    assert pictogram == pytest.approx(star, abs=0.02 * SIDE)


def middles(path):
    """The middle of the star and of the pictogram on it, in pixels."""
    picture = Image.open(path).convert("RGB").crop((100, PORTRAIT[1] - 800, 700, PORTRAIT[1] - 200))
    return [middle(picture, color) for color in (STAR, INK)]


def middle(picture, color):
    rgb = tuple(round(255 * part) for part in color.rgba[:3])
    far = ImageChops.difference(picture, Image.new("RGB", picture.size, rgb)).convert("L")
    left, top, right, bottom = far.point(lambda value: 255 * (value < 8)).getbbox()
    return (left + right) / 2, (top + bottom) / 2
