"""A screen sends a small picture of its glass, when it may, and not too often."""

from dataclasses import dataclass
from io import BytesIO
from threading import Event

import pytest
from PIL import Image

from display.picture_file import jpeg_of
from display.pictures import Pictures
from wire.messages import LARGEST_PICTURE, PictureRefused, PictureWanted


@dataclass(frozen=True)
class Frame:
    width: int
    height: int
    pixels: bytes


def noise(width, height):
    """The worst that a picture can be: nothing of it is like its neighbour."""
    return Frame(width, height, Image.effect_noise((width * 2, height * 2), 200).tobytes())


RED_BELOW = Frame(32, 32, bytes([255, 0, 0, 255] * 512 + [0, 0, 255, 255] * 512))


class Desk:
    """A screen, and the controller that takes what it sends."""

    def __init__(self, *, is_allowed=True, is_away=False) -> None:
        self.sent, self.refused, self.done = {}, [], Event()
        self.is_away = is_away
        self.pictures = Pictures(
            lambda take: take(RED_BELOW), self.send, self.refuse, is_allowed=is_allowed
        )

    def send(self, wish, data):
        if self.is_away:
            raise OSError("away")
        self.sent[wish] = data
        self.done.set()

    def refuse(self, refused):
        self.refused.append(refused)
        self.done.set()

    def want(self, wish, moment):
        self.done.clear()
        self.pictures.want(PictureWanted(wish), moment)
        assert self.done.wait(5)


def test_the_picture_stands_on_its_feet():
    picture = Image.open(BytesIO(jpeg_of(RED_BELOW, LARGEST_PICTURE)))

    red, _, blue = picture.getpixel((0, 0))
    assert picture.size == (32, 32)
    assert blue > red


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (3840, 2160)])
def test_the_worst_frame_is_a_small_file(size):
    data = jpeg_of(noise(*size), LARGEST_PICTURE)

    assert (max(Image.open(BytesIO(data)).size), len(data) <= LARGEST_PICTURE) == (960, True)


def test_what_is_wanted_is_sent_every_five_seconds_at_most():
    desk = Desk()
    desk.want("a", 100.0)
    desk.want("b", 104.9)
    desk.want("c", 105.0)

    assert list(desk.sent) == ["a", "c"]
    assert desk.refused == [PictureRefused("b", "too_soon")]


def test_where_the_settings_say_so_none_is_taken():
    desk = Desk(is_allowed=False)
    desk.want("a", 100.0)

    assert (desk.sent, desk.refused) == ({}, [PictureRefused("a", "not_allowed")])


def test_a_picture_that_cannot_be_brought_is_told():
    desk = Desk(is_away=True)
    desk.want("a", 100.0)

    assert desk.refused == [PictureRefused("a", "failed")]
