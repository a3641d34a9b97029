"""What is drawn, glyph by glyph; no window is needed."""

import pytest
import uharfbuzz as hb

from media.isolation import isolate
from media.look.pictograms import GLYPHS
from media.typography.fonts import font_set, plex_font, tifinagh_font
from media.typography.line import Span, Style
from media.typography.typesetter import Typesetter

RTL = 1
NOTDEF = 0
IRCAM = "ⴰⴱⴳⴷⴹⴻⴼⴽⵀⵃⵄⵅⵇⵉⵊⵍⵎⵏⵓⵔⵕⵖⵙⵚⵛⵜⵟⵡⵢⵣⵥⵯ"


@pytest.fixture(scope="module")
def typesetter():
    return Typesetter(font_set())


def style(*, is_bold=False, size=40):
    return Style(str(plex_font("Bold" if is_bold else "Medium")), size, is_bold)


def names(line):
    """The glyphs' names from left to right, as the font has them."""
    return [glyph.font.glyph_to_string(glyph.number) for glyph in glyphs(line)]


def glyphs(line):
    return [glyph for piece in line.pieces for glyph in piece.glyphs]


def single(text):
    return (Span(text, style()),)


def test_alef_before_lam_is_no_lam_alef(typesetter):
    false_ligature = names(typesetter.line(single("لا"), RTL))

    line = names(typesetter.line(single("الحالة المدنية"), RTL))

    assert set(false_ligature) & set(line) == set()
    assert len(line) == len("الحالة المدنية")


def test_lam_alef_is_drawn_as_one(typesetter):
    joined = names(typesetter.line(single("لا"), RTL))
    apart = names(typesetter.line(single("ل ا"), RTL))

    assert joined != [name for name in apart if name != "space"]


def test_letters_join_across_a_change_of_weight(typesetter):
    whole = names(typesetter.line(single("بيت"), RTL))

    halves = (Span("بي", style()), Span("ت", style(is_bold=True)))

    assert names(typesetter.line(halves, RTL)) == whole


def test_a_ticket_number_reads_from_left_to_right_within_arabic(typesetter):
    line = typesetter.line(single(f"التذكرة {isolate('A-042')} إلى"), RTL)
    alone = names(typesetter.line(single("A-042"), RTL))

    drawn = [name for name in names(line) if name in set(alone)]

    assert drawn == alone


def test_brackets_are_mirrored_in_arabic(typesetter):
    left_to_right = names(typesetter.line(single("(b)"), 0))
    line = names(typesetter.line(single("(ب)"), RTL))

    assert (line[0], line[-1]) == (left_to_right[0], left_to_right[-1])


@pytest.mark.parametrize("is_bold", [False, True])
def test_each_letter_of_ircam_has_a_glyph_of_the_tifinagh_font(typesetter, is_bold):
    line = typesetter.line((Span(IRCAM, style(is_bold=is_bold)),), 0)

    faces = {glyph.font.face.glyph_count for glyph in glyphs(line)}
    expected = hb.Face(hb.Blob.from_file_path(str(tifinagh_font()))).glyph_count
    assert faces == {expected}
    assert NOTDEF not in {glyph.number for glyph in glyphs(line)}


def test_tifinagh_runs_from_left_to_right_within_arabic(typesetter):
    alone = names(typesetter.line(single("ⴰⵣⵓⵍ"), 0))

    line = names(typesetter.line(single("قل ⴰⵣⵓⵍ"), RTL))

    assert line[: len(alone)] == alone


def test_the_dots_of_a_final_yeh_are_within_the_line(typesetter):
    line = typesetter.line(single("في"), RTL)

    assert line.ink[1] >= -line.descent


def test_every_pictogram_has_a_glyph(typesetter):
    pictograms = Style(str(font_set().pictograms.path), 40)

    drawn = typesetter.line((Span("".join(GLYPHS.values()), pictograms),), 0)

    assert len({glyph.number for glyph in glyphs(drawn)} - {NOTDEF}) == len(set(GLYPHS.values()))
    assert len({glyph.font.face.glyph_count for glyph in glyphs(drawn)}) == 1


def test_a_line_is_shaped_once_and_forgotten_when_others_come():
    typesetter = Typesetter(font_set(), remembered=1)
    first = typesetter.line(single("أول"), RTL)

    assert typesetter.line(single("أول"), RTL) is first
    typesetter.line(single("ثان"), RTL)
    assert typesetter.line(single("أول"), RTL) is not first
