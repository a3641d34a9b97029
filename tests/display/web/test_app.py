"""Who may look at a screen, what a page gets, and what it may say."""

from pathlib import Path

import pytest

from display.web.app import COOKIE, create_app
from display.web.glass import Glass, Sound
from tests.display.builders import DEMO
from tests.display.web.conftest import TOKEN, web_screen

ASSET = "a" * 64


class Screen:
    """A browser screen without its thread."""

    def __init__(self, glass: Glass, folder: Path) -> None:
        self.glass, self.screen, self._folder = glass, web_screen(), folder
        self.speaker = self
        self.said = []
        self.logo = None

    def file(self, asset: str) -> Path:
        return self._folder / asset

    def heard(self, number: int, why: str) -> None:
        self.said.append((number, why))


@pytest.fixture
def screen(glass, tmp_path):
    return Screen(glass, tmp_path)


@pytest.fixture
def stranger(screen, tmp_path):
    (tmp_path / "a-font").write_bytes(b"font")
    return create_app({TOKEN: screen}, {"a-font": tmp_path / "a-font"}).test_client()


@pytest.fixture
def client(stranger):
    stranger.get(f"/screen/{TOKEN}")
    return stranger


def test_the_token_leaves_the_address_for_a_cookie_that_scripts_cannot_read(stranger):
    answer = stranger.get(f"/screen/{TOKEN}")

    assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith(f"{COOKIE}={TOKEN}")
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie


def test_another_token_opens_nothing(stranger):
    assert stranger.get("/screen/another-token-of-a-screen").status_code == 404


def test_a_stranger_gets_a_sentence_and_nothing_else(stranger):
    answer = stranger.get("/")
    assert answer.status_code == 403
    assert "هذا المتصفح" in answer.text
    for path in ("/logo", "/shown?page=x", "/sounds/1", f"/assets/{ASSET}"):
        assert stranger.get(path).status_code == 403, path
    for path in ("/drawn", "/heard"):
        assert stranger.post(path, json={"number": 1}).status_code == 403, path


def test_the_logo_is_the_communes_file_and_404_where_it_has_none(client, screen):
    assert client.get("/logo").status_code == 404

    screen.logo = DEMO / "logo.png"
    answer = client.get("/logo")

    assert (answer.mimetype, answer.data) == ("image/png", screen.logo.read_bytes())


def test_the_page_asks_for_nothing_from_elsewhere(client):
    answer = client.get("/")
    assert answer.status_code == 200
    assert "http://" not in answer.text
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_a_page_that_comes_is_told_at_once_what_is_shown(client, glass):
    glass.show('{"width":1920}')
    answer = client.get("/shown?page=tv&width=1920&height=1080")
    events = answer.response
    next(events)
    assert b'"number":1,"sound":null,"drawing":{"width":1920}}' in next(events)
    assert glass.size() == (1920, 1080)
    answer.close()


def test_a_size_that_no_screen_has_is_brought_within_bounds(client, glass):
    client.get("/shown?page=tv&width=100000&height=-3").close()
    assert glass.size() == (8192, 320)


def test_the_sound_that_plays_can_be_had_and_no_other(client, glass):
    glass.play(Sound(2, "A012", b"RIFF"))
    assert client.get("/sounds/2").data == b"RIFF"
    assert client.get("/sounds/1").status_code == 404


def test_what_was_published_is_had_by_its_fingerprint_alone(client, tmp_path):
    (tmp_path / ASSET).write_bytes(b"\x89PNG and so on")
    (tmp_path / "secret").write_text("token")
    answer = client.get(f"/assets/{ASSET}")
    assert (answer.data, answer.mimetype) == (b"\x89PNG and so on", "image/png")
    for path in ("/assets/secret", f"/assets/{'b' * 64}", "/assets/..%2fsecret"):
        assert client.get(path).status_code == 404, path


def test_what_a_page_heard_reaches_the_speaker_and_what_it_drew_the_glass(client, screen, glass):
    glass.attach("tv", (1920, 1080))
    glass.show("1")
    assert client.post("/drawn", json={"page": "tv", "number": 1}).status_code == 204
    assert client.post("/heard", json={"number": 3, "why": ""}).status_code == 204
    assert (glass.is_seen(), screen.said) == (True, [(3, "")])


@pytest.mark.parametrize("said", [[], "1", {}, {"number": "one"}, {"number": None}])
def test_what_cannot_be_understood_is_refused(client, said):
    assert client.post("/heard", json=said).status_code == 400
    assert client.post("/drawn", json=said).status_code == 400
