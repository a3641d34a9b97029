"""Screens learn what is published, fetch it, and say what they play."""

from hashlib import sha256

import gevent
import pytest
import requests

from controller.signage.tally import Standing, tally
from controller.signage.wishes import Compose, Propose, Publish, TakeDown
from controller.web.server import Server
from media.playlist.manifest import read_manifest
from tests.controller.signage.drafting import notice
from wire.codec import decode
from wire.messages import Published

NOTHING = Published(0, "", 0)


def publish(house, name="water") -> Published:
    publisher = house.signage.publisher
    publisher.carry_out(Compose(notice(name)), "salma")
    publisher.carry_out(Propose(name), "salma")
    publisher.carry_out(Publish(publisher.published.number), "salma")
    return publisher.published


def told(said, screen) -> Published:
    return decode(Published, said(screen, "published")[-1])


def fetch(house, address, token="", **headers):
    bearer = {"Authorization": f"Bearer {token}"} if token else {}
    return house.app.test_client().get(f"/signage{address}", headers=bearer | headers)


def play(published, state="playing", **more):
    about = {"number": published.number, "sha256": published.sha256, "state": state}
    return about | {"since": "2026-03-02T08:59:00Z", "clock_trust": "ntp"} | more


def send(screen, event, data):
    return screen.emit(event, data, namespace="/screens", callback=True)


def presence(house):
    return house.socketio.server.namespace_handlers["/screens"]._presence


def standing(house):
    said = presence(house).said()
    screens = tally(house.signage.publisher.published, said, house.signage.now()).screens
    return {each.screen: each.standing for each in screens}


def test_a_screen_learns_at_once_what_is_published_and_what_is_taken_down(house, said):
    screen = house.device("north")
    assert told(said, screen) == NOTHING

    first = publish(house)
    assert told(said, screen) == first
    house.signage.publisher.carry_out(TakeDown("water"), "salma")

    last = told(said, screen)
    assert (first.number, last.number) == (1, 2)
    assert told(said, house.device("south")) == last


def test_what_another_process_publishes_is_told_as_soon_as_it_is_read(house, said):
    screen = house.device("north")
    assert told(said, screen) == NOTHING
    here = house.signage.publisher
    other = type(here)(house.signage.archive, here.customs, house.signage.now)
    for wish in (Compose(notice()), Propose("water"), Publish(0)):
        other.carry_out(wish, "karim")

    assert told(said, screen) == other.published


def test_a_screen_fetches_the_very_bytes_of_the_manifest(house):
    published = publish(house)

    answer = fetch(house, f"/manifests/{published.sha256}", house.tokens["north"])

    assert (answer.status_code, len(answer.data)) == (200, published.size)
    assert sha256(answer.data).hexdigest() == published.sha256
    assert [each.id for each in read_manifest(answer.data).items] == ["commitments", "water"]
    assert "immutable" in answer.headers["Cache-Control"]


def test_a_file_is_fetched_whole_or_from_where_the_last_attempt_ended(house):
    data = bytes(range(256)) * 1000
    address = f"/assets/{house.signage.files.keep(data)}"
    token = house.tokens["north"]

    whole = fetch(house, address, token)
    rest = fetch(house, address, token, Range="bytes=100000-")

    assert (whole.status_code, whole.data) == (200, data)
    assert (rest.status_code, rest.data) == (206, data[100_000:])
    assert whole.headers["ETag"] == f'"{sha256(data).hexdigest()}"'
    assert fetch(house, address, token, Range="bytes=999999999-").status_code == 416


@pytest.mark.parametrize("name", ["0" * 64, "..%2Fhall.db", "A" * 64])
def test_nothing_but_what_a_fingerprint_names_is_served(house, name):
    for kind in ("manifests", "assets"):
        answer = fetch(house, f"/{kind}/{name}", house.tokens["north"])
        assert (answer.status_code, answer.get_json()["refused"]) == (404, "not_found")


@pytest.mark.parametrize("name", ["", "entrance", "wrong"])
def test_who_is_no_screen_fetches_nothing(house, name):
    published = publish(house)
    token = house.tokens.get(name, name)

    answer = fetch(house, f"/manifests/{published.sha256}", token)

    assert (answer.status_code, answer.get_json()) == (401, {"refused": "unknown_device"})


def test_who_tries_many_tokens_has_to_wait(house):
    codes = [fetch(house, f"/assets/{'0' * 64}", f"wrong{n}").status_code for n in range(11)]

    assert codes == [401] * 10 + [429]


def test_the_tally_tells_who_shows_it_who_does_not_yet_and_who_is_off(house):
    published, screen = publish(house), house.device("north")
    assert standing(house) == {"north": Standing.OFF, "south": Standing.OFF}

    send(screen, "playing", play(published, "fetching", fetched=0, wanted=3))
    assert standing(house) == {"north": Standing.FETCHING, "south": Standing.OFF}
    send(screen, "playing", play(published, item="water"))
    assert standing(house) == {"north": Standing.SHOWING, "south": Standing.OFF}

    screen.disconnect("/screens")
    assert standing(house) == {"north": Standing.OFF, "south": Standing.OFF}


def test_proof_of_play_is_acknowledged_and_counts_once(house):
    screen = house.device("north")
    row = {"item": "water", "revision": 1, "began_at": "2026-03-02T09:00:00Z"}
    rows = [row | {"seconds": 15, "was_whole": True}]

    answers = [send(screen, "played", {"rows": rows}) for _ in range(2)]

    assert answers == [{"rows": 1}, {"rows": 1}]
    assert house.signage.archive.plays("water") == (1, 15.0)


@pytest.mark.parametrize(
    ("event", "data"),
    [
        ("playing", {}),
        ("playing", play(NOTHING, "dancing")),
        ("playing", play(NOTHING) | {"since": "2026-03-02T08:59:00"}),
        ("playing", play(NOTHING, quarantined=["x"] * 501)),
        ("playing", play(NOTHING) | {"sha256": "../"}),
        ("played", {"rows": [{"item": "x"}]}),
        ("played", {"rows": [{}] * 101}),
    ],
)
def test_what_is_not_said_as_it_must_be_is_refused(house, event, data):
    answer = send(house.device("north"), event, data)

    assert answer["refused"] == "bad_request"


def test_over_the_network_a_screen_fetches_with_its_token(house):
    """A real server and a real connection: ranges and headers as they really go."""
    name = house.signage.files.keep(b"0123456789")
    server = Server(("127.0.0.1", 0), house.app)
    server.start()
    try:
        address = f"http://127.0.0.1:{server.server_port}/signage/assets/{name}"
        headers = {"Authorization": f"Bearer {house.tokens['north']}", "Range": "bytes=4-6"}
        ask = gevent.get_hub().threadpool.spawn
        answer = ask(requests.get, address, headers=headers, timeout=5).get(timeout=10)
    finally:
        server.stop()

    assert (answer.status_code, answer.content) == (206, b"456")
    assert answer.headers["Content-Range"] == "bytes 4-6/10"
