"""The ticket on paper: of the right width, readable by telephones, with nothing cut off."""

from dataclasses import replace

import pytest
import zxingcpp
from PIL import Image, ImageChops

from hardware.profiles import PROFILES, printer_profile
from kiosk import paper_text
from kiosk.paper_font import PaperFont, PaperFontError, paper_font
from kiosk.paper_text import Type, set_text
from kiosk.qr import qr_picture
from kiosk.slip import Line, Role, Slip
from kiosk.ticket_picture import draw_ticket
from media.isolation import isolate

LONG_ARABIC = "الإشهاد على صحة الإمضاء (تصحيح الإمضاء)"
LONG_FRENCH = "Taxe sur les terrains urbains non bâtis (TNB)"
URL = "HTTPS://HALL.EXAMPLE.MA/T/7Q2KX9AB"

SLIP = Slip(
    (
        Line(Role.COMMUNE, "ar", "جماعة عين النور"),
        Line(Role.COMMUNE, "zgh", "ⵜⴰⴳⵔⴰⵡⵜ ⵏ ⵄⵉⵏ ⵏⵓⵔ"),
        Line(Role.OFFICE, "ar", "مكتب الحالة المدنية"),
        Line(Role.OFFICE, "fr", "Bureau d’état civil"),
        Line(Role.SERVICE, "ar", LONG_ARABIC),
        Line(Role.SERVICE, "fr", LONG_FRENCH),
        Line(Role.THEN, "ar", f"ثم: {LONG_ARABIC} · الدفتر العائلي"),
        Line(Role.THEN, "fr", f"Ensuite: {LONG_FRENCH} · Livret de famille"),
        Line(Role.NUMBER, "en", "A042"),
        Line(Role.AHEAD, "ar", "شخصان قبلكم"),
        Line(Role.FOLLOW, "ar", "امسحوا الرمز لتتبع تذكرتكم"),
        Line(Role.MOMENT, "fr", "23/11/2026 · 09:41"),
    ),
    URL,
)


@pytest.fixture(scope="module")
def font() -> PaperFont:
    return paper_font()


def ink(picture: Image.Image) -> tuple[int, int, int, int]:
    box = ImageChops.invert(picture.convert("L")).getbbox()
    assert box is not None
    return box


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.name)
def test_a_ticket_is_as_wide_as_the_head_and_keeps_its_margins(profile, font):
    picture = draw_ticket(SLIP, profile, font)
    left, top, right, bottom = ink(picture)
    margin = int(2 * profile.dpi / 25.4)

    assert (picture.mode, picture.width) == ("1", profile.dots)
    assert margin <= left
    assert right <= profile.dots - margin
    assert top >= 1
    assert bottom <= picture.height - 1


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.name)
def test_the_code_on_a_ticket_leads_to_the_ticket(profile, font):
    picture = draw_ticket(SLIP, profile, font)

    assert [code.text for code in zxingcpp.read_barcodes(picture.convert("L"))] == [URL]


def test_the_codes_modules_are_whole_dots(font):
    wide = qr_picture(URL, 6, 576)
    narrow = qr_picture(URL, 5, 384)

    assert (wide.size, narrow.size) == ((198, 198), (165, 165))
    assert ink(wide) == (24, 24, 174, 174)
    assert ink(narrow) == (20, 20, 145, 145)


def test_a_code_that_no_telephone_could_read_is_refused():
    with pytest.raises(ValueError, match="does not fit"):
        qr_picture("X" * 2000, 6, 384)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (LONG_ARABIC, "ar"),
        (LONG_FRENCH, "fr"),
        (LONG_ARABIC * 4, "ar"),
        ("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", "en"),
        ("ⵜⴰⵏⴰⴼⵓⵜ " * 20, "zgh"),
    ],
)
@pytest.mark.parametrize("width", [120, 352, 544])
def test_no_text_is_cut_off(text, language, width, font):
    """Drawn on wider paper, the same lines have the same ink: none of it was lost."""
    kind = Type(size=30, least=21)
    size, lines = paper_text._fitted(text, language, kind, font, width)
    roomy = paper_text._drawn(lines, language, font.sized(size, is_bold=True), width * 2)
    strip = set_text(text, language, kind, font, width)

    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert black(strip) == black(roomy)


def black(picture: Image.Image) -> int:
    return picture.convert("L").histogram()[0]


def test_a_long_name_is_broken_in_its_middle_not_before_its_last_word(font):
    fitted = paper_text._fitted(LONG_ARABIC, "ar", Type(43, 23), font, 544)
    narrow = paper_text._fitted(LONG_FRENCH, "fr", Type(23, 23), font, 352)

    assert fitted == (43, ["الإشهاد على صحة", "الإمضاء (تصحيح الإمضاء)"])
    assert narrow == (23, ["Taxe sur les terrains", "urbains non bâtis (TNB)"])


def test_what_is_isolated_stays_on_one_line(font):
    text = f"السطر الأول ثم {isolate('05 23 00 00 00')}"

    assert paper_text._fitted(text, "ar", Type(30, 30), font, 300)[1][1:] == [
        isolate("05 23 00 00 00")
    ]


def test_arabic_is_joined(font):
    joined, apart = (
        ink(set_text(text, "ar", Type(40, 40), font, 400)) for text in ("بيت", "ب ي ت")
    )

    assert joined[2] - joined[0] < apart[2] - apart[0]


def test_an_arabic_line_begins_at_the_right_also_with_a_figure(font):
    line = set_text(f"{isolate('12')} شخصا قبلكم", "ar", Type(40, 40), font, 400)
    figure = set_text("12", "ar", Type(40, 40), font, 400)
    left, _, right, _ = ink(figure)
    end = ink(line)[2]

    assert black(line.crop((end - (right - left), 0, end, line.height))) == black(figure)


@pytest.mark.parametrize("letter", "ⴰⴱⴳⴷⴹⴻⴼⴽⵀⵃⵄⵅⵇⵉⵊⵍⵎⵏⵓⵔⵕⵖⵙⵚⵛⵜⵟⵡⵢⵣⵥⵯ")
def test_every_tifinagh_letter_is_in_the_font(letter, font):
    kind = Type(40, 40)
    missing = set_text("\uffff", "zgh", kind, font, 100)

    assert set_text(letter, "zgh", kind, font, 100).tobytes() != missing.tobytes()


def test_a_copy_is_marked_in_white_on_black(font):
    marked = replace(SLIP, lines=(*SLIP.lines, Line(Role.COPY, "ar", "نسخة من التذكرة")))
    profile = printer_profile("80mm")
    plain, copy = (draw_ticket(each, profile, font) for each in (SLIP, marked))
    margin = 16

    assert copy.height > plain.height
    assert [longest_ink(picture, margin + 2) >= 40 for picture in (plain, copy)] == [False, True]


def longest_ink(picture: Image.Image, column: int) -> int:
    """Return how far the ink runs down a column without a gap."""
    dots = picture.crop((column, 0, column + 1, picture.height)).convert("L").tobytes()
    return max(map(len, dots.split(b"\xff")))


def test_without_the_font_it_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setattr("kiosk.paper_font.FOLDERS", ())

    with pytest.raises(PaperFontError, match="install fonts-dejavu-core"):
        paper_font([tmp_path])


def test_without_fribidi_it_says_what_to_install(monkeypatch):
    monkeypatch.setattr("kiosk.paper_font.features.check", lambda _: False)

    with pytest.raises(PaperFontError, match="install libfribidi0"):
        paper_font()


def test_fonts_of_the_settings_come_first(tmp_path):
    ours = paper_font()
    for path in (ours.bold, ours.regular):
        (tmp_path / path.name).symlink_to(path)

    assert paper_font([tmp_path]).bold == tmp_path / ours.bold.name


def test_a_priority_is_a_small_star_that_no_line_explains(font):
    profile = printer_profile("80mm")
    plain, starred = (
        draw_ticket(replace(SLIP, is_starred=each), profile, font) for each in (False, True)
    )

    assert 0 < starred.height - plain.height < 8 * profile.dpi / 25.4
    assert [code.text for code in zxingcpp.read_barcodes(starred.convert("L"))] == [URL]
