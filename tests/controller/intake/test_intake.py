"""What editors hand in is made anew, bounded, or refused with a reason."""

import struct
import zlib
from hashlib import sha256
from io import BytesIO

import pytest
from PIL import Image

from controller.intake import BadFile, captions, film, pages, picture
from controller.intake import pictures as pictures_module
from controller.intake.pictures import LONGEST_SIDE
from media.playlist.content import MOST_PAGES
from tests.controller.intake.drawn import jpeg, mp4, pdf, photo, png


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def reason(take, data):
    with pytest.raises(BadFile) as refused:
        take(data)
    return refused.value.reason


def a_bomb() -> bytes:
    """Return a picture of some hundred bytes that would be 10 GB once opened."""
    head = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 6, 0, 0, 0)

    def chunk(name: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    body = zlib.compress(bytes(100))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def test_a_photograph_stands_upright_and_tells_nothing_of_its_maker():
    made = picture(photo())

    shown = opened(made.data)
    assert (shown.format, shown.size, dict(shown.getexif())) == ("JPEG", (32, 64), {})
    assert b"Camera of somebody" not in made.data
    assert (made.asset.width, made.asset.height, made.asset.mime) == (32, 64, "image/jpeg")
    assert (made.asset.sha256, made.asset.size) == (sha256(made.data).hexdigest(), len(made.data))


def test_what_is_transparent_stays_so():
    made = picture(png())

    assert (opened(made.data).getpixel((0, 0)), made.asset.mime) == ((0, 0, 255, 128), "image/png")


def test_a_picture_is_no_larger_than_the_screens_are():
    assert opened(picture(jpeg((4000, 1000))).data).size == (LONGEST_SIDE, LONGEST_SIDE // 4)


def test_a_bomb_is_never_opened():
    assert reason(picture, a_bomb()) == "too_many_pixels"


def test_a_picture_that_is_too_large_is_not_even_looked_at(monkeypatch):
    monkeypatch.setattr(pictures_module, "MOST_BYTES", 10)

    assert reason(picture, jpeg()) == "too_large"


@pytest.mark.parametrize("data", [b"", b"no picture", photo()[:200], b"GIF89a" + bytes(50)])
def test_what_is_no_whole_picture_is_refused(data):
    assert reason(picture, data) == "not_a_picture"


def test_each_page_of_a_paper_becomes_a_picture():
    made = pages(pdf(2))

    sizes = [opened(each.data).size for each in made]
    assert sizes == [(each.asset.width, each.asset.height) for each in made]
    assert [height for _, height in sizes] == [LONGEST_SIDE, LONGEST_SIDE]


def test_a_paper_with_too_many_pages_is_refused():
    assert reason(pages, pdf(MOST_PAGES + 1)) == "too_many_pages"


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 and no more", jpeg()])
def test_what_is_no_pdf_is_refused(data):
    assert reason(pages, data) == "not_a_pdf"


def test_a_film_is_taken_as_it_is_with_its_size_and_length():
    made = film(mp4(2.5, (640, 360)))

    assert (made.data, made.asset.mime) == (mp4(2.5, (640, 360)), "video/mp4")
    assert (made.asset.width, made.asset.height, made.asset.seconds) == (640, 360, 2.5)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "not_a_film"),
        (mp4()[:-60], "not_a_film"),
        (mp4(codec=b"hev1"), "not_a_film"),
        (mp4(0), "too_long"),
        (mp4(3601), "too_long"),
        (mp4(size=(8000, 100)), "too_many_pixels"),
        (jpeg(), "not_a_film"),
    ],
)
def test_a_film_that_a_screen_could_not_play_is_refused(data, why):
    assert reason(film, data) == why


def test_captions_are_text():
    text = "WEBVTT\n\n00:00.000 --> 00:02.000\nمرحبا\n"

    assert captions(text.encode("utf-8-sig")).data == text.encode()
    assert reason(captions, b"1\n00:00:01,000 --> 00:00:02,000\nSubRip") == "not_captions"
    assert reason(captions, "WEBVTT é -->".encode("latin-1")) == "not_captions"
