"""Everything that is drawn of a text is within its texture: no dot and no mark is cut off."""

import re
from pathlib import Path

import pytest
from kivy.core.text import Label as CoreLabel
from kivy.core.text.markup import MarkupLabel
from PIL import Image

pytestmark = pytest.mark.window

MEDIA = Path(__file__).parents[3] / "media"
TEXTS = [*MEDIA.glob("packs/demo/**/*.toml"), *MEDIA.glob("locale/**/*.po")]
DEEP = ["جارٍ", "الكراسي", "الأراضي", "الشخصي", "شيء", "حِجٍ", "لّٰهِ", "رٍجٍحٍ", "ÉÂgçQ", "ⵣⵟⵖ"]


def words():
    """Every word of the pack and of the catalogues, in four languages."""
    return {word for text in TEXTS for word in re.findall(r'[^\s"]+', text.read_text())} | {*DEEP}


def picture(kind, text, size, **options):
    label = kind(text=text, font_size=size, **{"halign": "auto"} | options)
    label.refresh()
    texture = label.texture
    return Image.frombytes("RGBA", texture.size, texture.pixels).getchannel("A")


def is_whole(mask):
    """Whether the ink touches neither the top nor the bottom."""
    _, top, _, bottom = mask.getbbox() or (0, 1, 0, 1)
    return top > 0 and bottom < mask.height


@pytest.mark.parametrize(("size", "bold"), [(17, True), (29, False), (48, True)])
def test_no_ink_of_any_word_touches_the_edge_of_its_texture(window, size, bold):
    cut = {word for word in words() if not is_whole(picture(CoreLabel, word, size, bold=bold))}

    assert cut == set()


@pytest.mark.parametrize("kind", [CoreLabel, MarkupLabel])
@pytest.mark.parametrize("size", [96, 210])
@pytest.mark.parametrize("word", DEEP)
def test_no_ink_of_a_deep_word_touches_an_edge_in_a_large_size(window, word, size, kind):
    assert is_whole(picture(kind, f"{word}\n{word}", size, bold=True))


@pytest.mark.parametrize("kind", [CoreLabel, MarkupLabel])
@pytest.mark.parametrize("valign", ["top", "middle", "bottom"])
def test_a_box_as_high_as_a_text_needs_holds_all_its_ink(window, valign, kind):
    text, width = "جارٍ شيء جارٍ", 100
    needed = picture(kind, text, 48, text_size=(width, None))

    boxed = picture(kind, text, 48, text_size=(width, needed.height), valign=valign)

    assert is_whole(boxed)
    assert boxed.height > picture(kind, "جار دار جار", 48, text_size=(width, None)).height
    assert boxed.tobytes() == needed.tobytes()


@pytest.mark.parametrize("kind", [CoreLabel, MarkupLabel])
def test_deep_letters_move_neither_their_line_nor_the_next(window, kind):
    """The stem of an alef stands as far from the texture's middle beside them as without them."""

    def stem(text):
        mask = picture(kind, text, 48, text_size=(400, None), halign="right")
        _, top, _, _ = mask.crop((380, 0, 400, mask.height)).getbbox()
        return top - mask.height / 2

    assert stem("ا جارٍ") == stem("ا دار")
    assert stem("ا جارٍ\nا جارٍ") == stem("ا دار\nا دار")
