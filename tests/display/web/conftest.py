"""Screens for browsers, without a program around them."""

import pytest

from display.web.glass import Glass, Size
from display.web.settings import WebScreen
from display.web.wall import BrowserWall
from media.typography.fonts import font_set
from tests.display.builders import demo_pack

TOKEN = "the-token-of-a-television"
LANDSCAPE, PORTRAIT = Size(1920, 1080), Size(1080, 1920)
SMALL, LARGE = Size(1366, 768), Size(3840, 2160)


class Moments:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def web_screen(**more) -> WebScreen:
    return WebScreen("tv-1", TOKEN, diagonal_mm=1397.0, distance_mm=6000.0, **more)


@pytest.fixture
def moments():
    return Moments()


@pytest.fixture
def glass(moments):
    return Glass(moments)


@pytest.fixture
def build(glass):
    """Make a wall of a size; `written` are the screen's languages."""

    def made(size=LANDSCAPE, wall=BrowserWall, **more):
        return wall(web_screen(**more), size, demo_pack().commune, font_set(), glass)

    return made
