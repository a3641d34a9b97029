"""Kivy's own labels, as their textures show them."""

import subprocess
import sys

import pytest
from kivy.core.text import Label as CoreLabel
from kivy.core.text.markup import MarkupLabel
from PIL import Image, ImageChops, ImageStat

from media.isolation import isolate

pytestmark = pytest.mark.window

WIDTH, SIZE = 400, 40
FIRST, REST = "الحالة المدنية", "تصحيح الإمضاء والمطابقة للأصل"


def picture(label):
    """What a label draws, as a mask."""
    label.refresh()
    texture = label.texture
    image = Image.frombytes("RGBA", texture.size, texture.pixels)
    return image.getchannel("A")


def drawn(text, kind=CoreLabel, **options):
    return picture(kind(text=text, font_size=SIZE, **{"halign": "auto"} | options))


def is_same(one, other):
    return one.size == other.size and ImageChops.difference(one, other).getbbox() is None


def is_like(one, other):
    """Whether two pictures show the same words; a part of a pixel of shift is allowed."""
    difference = ImageStat.Stat(ImageChops.difference(one, other)).sum[0]
    return difference < ImageStat.Stat(other).sum[0] / 2


def test_a_wrapped_arabic_paragraph_starts_with_its_first_words(window):
    paragraph = drawn(f"{FIRST} {REST}", text_size=(WIDTH, None))
    first = drawn(FIRST, text_size=(WIDTH, None))

    top = paragraph.crop((0, 0, WIDTH, first.height))

    assert paragraph.height >= 2 * first.height
    assert is_like(top.crop(first.getbbox()), first.crop(first.getbbox()))
    bottom = paragraph.crop((0, paragraph.height - first.height, WIDTH, paragraph.height))
    assert not is_like(bottom.crop(first.getbbox()), first.crop(first.getbbox()))


def test_arabic_is_set_at_the_right_when_halign_is_auto(window):
    left, _, right, _ = drawn(FIRST, text_size=(WIDTH, None)).getbbox()

    assert WIDTH - right < left


def test_justified_arabic_ends_no_word_at_the_wrong_side(window):
    justified = drawn(f"{FIRST} {REST}", text_size=(WIDTH, None), halign="justify")
    right = drawn(f"{FIRST} {REST}", text_size=(WIDTH, None), halign="right")

    assert is_same(justified, right)


@pytest.mark.parametrize(
    "text", [FIRST, "رقم A012!", f"رقم {isolate('05 37')} (هاتف)", "ⴰⵣⵓⵍ", "État civil"]
)
def test_markup_without_tags_draws_what_a_plain_label_draws(window, text):
    assert is_same(
        drawn(text, MarkupLabel, text_size=(WIDTH, None)), drawn(text, text_size=(WIDTH, None))
    )


def test_the_first_marked_word_of_an_arabic_line_is_its_rightmost(window):
    label = MarkupLabel(
        text="[ref=first]الحالة[/ref] المدنية [ref=last]رقم[/ref]",
        font_size=SIZE,
        text_size=(WIDTH, None),
        halign="auto",
    )
    picture(label)

    (first,), (last,) = label.refs["first"], label.refs["last"]
    assert first[0] > last[2]


def test_each_colour_of_the_markup_is_drawn(window):
    label = MarkupLabel(
        text="[color=ff0000]الحالة[/color] [color=0000ff]المدنية[/color]", font_size=SIZE
    )
    label.refresh()
    image = Image.frombytes("RGBA", label.texture.size, label.texture.pixels)

    solid = {pixel[:3] for _, pixel in image.getcolors(1 << 20) if pixel[3] == 255}
    assert solid == {(255, 0, 0), (0, 0, 255)}


def test_a_shortened_label_keeps_the_first_words(window):
    label = CoreLabel(
        text=f"{FIRST} {REST}",
        font_size=SIZE,
        text_size=(WIDTH, None),
        shorten=True,
        shorten_from="right",
        halign="auto",
    )
    short = picture(label)
    first = drawn(FIRST.split(maxsplit=1)[0], text_size=(WIDTH, None))

    assert is_like(short.crop(first.getbbox()), first.crop(first.getbbox()))
    assert short.height == first.height


def test_each_paragraph_of_a_label_has_its_own_direction(window):
    both = drawn("مرحبا\nBonjour (2).", text_size=(WIDTH, None), halign="left")
    french = drawn("Bonjour (2).", text_size=(WIDTH, None), halign="left")

    second = both.crop((0, both.height // 2, WIDTH, both.height))
    assert is_same(second.crop(second.getbbox()), french.crop(french.getbbox()))


def test_lines_without_arabic_stand_close_and_nothing_of_them_is_cut(window):
    def heights(text):
        one, two = (drawn(text) for text in (text, f"{text}\n{text}"))
        return one.height, two.height, one.getbbox()[1], one.height - one.getbbox()[3]

    for text in ("ÉÂ gçQ", "ⵣⵟⵖ"):
        one, two, above, below = heights(text)
        assert two == 2 * one
        assert 1.2 * SIZE <= one <= 1.3 * SIZE
        assert min(above, below) >= 1, text
    assert heights("في ÉÂ")[0] >= 1.5 * SIZE


def test_the_provider_refuses_to_come_after_the_widgets():
    late = (
        "import kivy.uix.label\n"
        "from media.typography.install import install, InstalledTooLate\n"
        "try:\n    install()\n"
        "except InstalledTooLate as late:\n    print(late)\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", late], capture_output=True, text=True, check=True
    ).stdout
    assert "kivy.uix.label was imported before" in told
