"""The page that shows screens in memory, served for real; the screens are pictures."""

import json
from dataclasses import dataclass, field
from io import BytesIO
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from PIL import Image

from nouba.demo.view import live_view


@dataclass
class Glass:
    colour: str
    touches: list = field(default_factory=list)

    def picture(self):
        return Image.new("RGB", (40, 60), self.colour)

    def touch(self, x, y):
        self.touches.append((x, y))


@pytest.fixture
def screens():
    return {"kiosk": Glass("white"), "display": Glass("black")}


@pytest.fixture
def address(screens):
    with live_view(screens) as address:
        yield address


def status(address, data, headers):
    try:
        with urlopen(Request(address, data, headers), timeout=5) as answer:
            return answer.status
    except HTTPError as error:
        return error.code


def test_the_page_shows_both_screens(address):
    with urlopen(address, timeout=5) as answer:
        page = answer.read().decode()
    assert [f'id="{name}"' in page for name in ("kiosk", "display")] == [True, True]


@pytest.mark.parametrize(("name", "light"), [("kiosk", 255), ("display", 0)])
def test_each_screen_has_its_live_picture(address, name, light):
    with urlopen(f"{address}/{name}.jpeg?1", timeout=5) as answer:
        picture = Image.open(BytesIO(answer.read()))
    assert (picture.size, picture.getpixel((20, 20))) == ((40, 60), (light,) * 3)


def test_a_touch_reaches_its_screen(address, screens):
    body = json.dumps({"x": 3, "y": 50}).encode()
    assert status(f"{address}/kiosk/touch", body, {"X-Nouba": "touch"}) == 204
    assert [screen.touches for screen in screens.values()] == [[(3, 50)], []]


@pytest.mark.parametrize(
    ("path", "body", "headers"),
    [
        ("kiosk/touch", b'{"x": 3, "y": 50}', {}),
        ("nothing/touch", b'{"x": 3, "y": 50}', {"X-Nouba": "touch"}),
        ("kiosk/touch", b'{"x": "3"}', {"X-Nouba": "touch"}),
        ("kiosk/touch", b"rubbish", {"X-Nouba": "touch"}),
        ("kiosk/touch", b" " * 1000, {"X-Nouba": "touch"}),
    ],
)
def test_what_is_no_touch_of_this_page_is_refused(address, screens, path, body, headers):
    assert status(f"{address}/{path}", body, headers) == 400
    assert screens["kiosk"].touches == []


def test_what_there_is_not_is_not_found(address):
    assert status(f"{address}/etc/passwd", None, {}) == 404
