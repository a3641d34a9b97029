"""Of a stranger's picture only the pixels are kept."""

import io
import struct
import zlib

import pytest
from PIL import Image

from controller.news.album import Album
from controller.news.picture import LONGEST_SIDE, reencoded
from controller.news.problem import FeedProblem, Problem

SECRET = b"taken by A. at 33.57 N"


def file_of(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def a_picture(width: int = 400, height: int = 300, color: str = "teal") -> Image.Image:
    return Image.new("RGB", (width, height), color)


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(reencoded(data).data))


def with_exif(orientation: int) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = SECRET.decode()
    return file_of(a_picture(), "JPEG", exif=exif, comment=SECRET)


def png_that_claims(width: int, height: int) -> bytes:
    """Return a PNG file of a hundred bytes that unpacks to so many pixels."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_picture_of_the_web_becomes_a_jpeg(kind) -> None:
    got = opened(file_of(a_picture(), kind))

    assert (got.format, got.size, got.mode) == ("JPEG", (400, 300), "RGB")
    assert all(abs(a - b) < 6 for a, b in zip(got.getpixel((9, 9)), (0, 128, 128), strict=True))


def test_nothing_is_kept_of_who_took_it_where_and_it_stands_upright() -> None:
    data = with_exif(orientation=6)
    got = reencoded(data)

    assert (SECRET in data, SECRET in got.data) == (True, False)
    assert ((got.width, got.height), dict(opened(data).getexif())) == ((300, 400), {})


def test_it_is_no_larger_than_a_screen() -> None:
    got = reencoded(file_of(a_picture(4000, 1000), "JPEG"))

    assert (got.width, got.height) == (LONGEST_SIDE, LONGEST_SIDE // 4)


def test_what_was_transparent_is_white() -> None:
    got = opened(file_of(Image.new("RGBA", (200, 200), (255, 0, 0, 0))))

    assert got.getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", Problem.NO_PICTURE),
        (b"<html>not there</html>", Problem.NO_PICTURE),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", Problem.NO_PICTURE),
        (file_of(a_picture())[:-100], Problem.NO_PICTURE),
        (file_of(a_picture(), "TIFF"), Problem.NO_PICTURE),
        (file_of(a_picture(1, 1), "GIF"), Problem.NO_PICTURE),
        (file_of(a_picture(600, 60)), Problem.NO_PICTURE),
        (png_that_claims(60_000, 60_000), Problem.TOO_LARGE),
        (png_that_claims(9_000, 9_000), Problem.TOO_LARGE),
    ],
    ids=[
        *("nothing", "page", "svg", "cut", "tiff", "counter", "ribbon", "huge bomb", "bomb"),
    ],
)
def test_what_is_no_picture_for_a_screen_is_refused(data, problem) -> None:
    with pytest.raises(FeedProblem) as raised:
        reencoded(data)

    assert raised.value.problem is problem


def test_a_picture_is_kept_once_under_the_name_of_what_it_holds(tmp_path) -> None:
    album, picture = Album(tmp_path / "news"), reencoded(file_of(a_picture()))

    names = {album.keep(picture), album.keep(picture)}

    assert names == {picture.name}
    assert [each.name for each in (tmp_path / "news").iterdir()] == [f"{picture.name}.jpg"]
    assert album.file(picture.name).read_bytes() == picture.data
