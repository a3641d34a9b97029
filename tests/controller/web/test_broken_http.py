"""HTTP that is cut short or is none: a clear answer, nothing in the log to be frightened of."""

import base64
import json
import re

import gevent
import pytest

from controller.web.server import Server
from tests.controller.web.asking import ask
from tests.controller.web.raw_http import Link, body, status

SOCKETS = "/socket.io/?EIO=4&transport=websocket"
DEFLATE = "permessage-deflate; client_max_window_bits"
UPGRADE = {
    "Host": "x",
    "Upgrade": "websocket",
    "Connection": "keep-alive, Upgrade",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": base64.b64encode(bytes(16)).decode(),
}


@pytest.fixture
def served(house):
    server = Server(("127.0.0.1", 0), house.app)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def port(served):
    return served.server_port


@pytest.fixture
def quiet(capfd):
    """Make sure that there is no traceback, and that everybody is still served."""
    yield
    told = capfd.readouterr()
    assert "Traceback" not in told.out + told.err
    assert not re.search("Error|failed", told.err)


def request(first: str, headers: dict[str, str], rest: bytes = b"") -> bytes:
    lines = [f"{first} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + rest


JSON = {"Host": "x", "Content-Type": "application/json"}
TOLD = JSON | {"Content-Length": "50"}
CHUNKED = JSON | {"Transfer-Encoding": "chunked"}
POLLING = "POST /socket.io/?EIO=4&transport=polling"
SIGN_IN = "POST /api/sign-in"


@pytest.mark.parametrize(
    "sent",
    [
        request(SIGN_IN, TOLD, b"{}"),
        request(POLLING, TOLD, b"4"),
        request(POLLING + "&sid=x", TOLD, b"4"),
        request(SIGN_IN, CHUNKED, b"A\r\n{}"),
        request(SIGN_IN, CHUNKED, b"A"),
        request(SIGN_IN, CHUNKED, b"ZZ\r\n{}\r\n0\r\n\r\n"),
        request(SIGN_IN, CHUNKED, b"2\r\n{}XX"),
        request(POLLING, CHUNKED, b"A\r\n4"),
        request("POST /sign-out", CHUNKED, b"A\r\n4"),
        request("POST /nowhere", TOLD),
    ],
)
def test_a_body_that_is_cut_short_is_told_so(port, quiet, sent):
    link = Link(port, sent)
    link.send_no_more()

    answer = link.answer()

    told = {"refused": "bad_request", "why": "the body is cut short"}
    assert (status(answer), json.loads(body(answer))) == (400, told)


def test_a_body_in_a_coding_that_nobody_knows_is_not_taken_for_the_next_request(port, quiet):
    hidden = b"GET /health HTTP/1.1\r\nHost: x\r\n\r\n"

    answer = Link(port, request(SIGN_IN, JSON | {"Transfer-Encoding": "gzip"}, hidden)).answer()

    assert (status(answer), answer.count(b"HTTP/1.1")) == (501, 1)


MANY = {f"X-{number}": "y" for number in range(101)}


@pytest.mark.parametrize(
    "sent",
    [
        request("GET /", MANY),
        request("GET /", {"X": "y" * 70_000}),
        request("GET /", {"X": "y" * 900} | MANY, b"y" * 1_000_000),
        request(SIGN_IN, JSON | {"Content-Length": "-5"}, b"{}"),
        request(SIGN_IN, JSON | {"Content-Length": "five"}, b"{}"),
        request(SIGN_IN, JSON | {"Content-Length": "+2"}, b"{}"),
        request(SIGN_IN, JSON | {"Content-Length": "9" * 5_000}, b"{}"),
        b"GET / HTTP/1\r\n\r\n",
        b"GET / HTTP/x.y\r\n\r\n",
        b"\x00\x01\xff\r\n\r\n",
        b"GET /health HTTP/1.1",
        b"GET /health HTTP/1.1\r\nHost: x\r\n",
    ],
)
def test_a_head_that_is_none_is_a_bad_request(port, quiet, sent):
    link = Link(port, sent)
    link.send_no_more()

    answer = link.answer()

    assert (status(answer), body(answer)) == (400, b"")


@pytest.mark.parametrize(
    ("headers", "expected", "why"),
    [
        ({"Sec-WebSocket-Version": "99"}, 426, "only version 13 of WebSocket is spoken here"),
        ({"Sec-WebSocket-Version": ""}, 426, "only version 13 of WebSocket is spoken here"),
        ({"Connection": "close"}, 400, "the header Connection does not say Upgrade"),
        ({"Sec-WebSocket-Key": "@@"}, 400, "the Sec-WebSocket-Key is not 16 bytes in base 64"),
        ({"Content-Length": "3"}, 400, "a WebSocket begins without a body"),
        ({"Sec-WebSocket-Extensions": DEFLATE + "=x"}, 400, "this is no handshake"),
        ({"Host": "a..b\xff"}, 400, "this is no handshake"),
    ],
)
def test_a_handshake_that_is_none_is_refused(house, port, quiet, headers, expected, why):
    sent = request(f"GET {SOCKETS}", UPGRADE | headers, b"abc")

    answer = Link(port, sent).answer()

    told = {"refused": "bad_request", "why": why}
    assert (status(answer), json.loads(body(answer))) == (expected, told)
    assert (b"Sec-WebSocket-Version: 13" in answer) == (expected == 426)
    assert house.socketio.server.eio.sockets == {}


@pytest.mark.parametrize("missing", ["Connection", "Sec-WebSocket-Key", "Sec-WebSocket-Version"])
def test_a_handshake_that_lacks_a_header_is_refused(house, port, quiet, missing):
    headers = {name: value for name, value in UPGRADE.items() if name != missing}

    answer = Link(port, request(f"GET {SOCKETS}", headers)).answer()

    assert status(answer) == (426 if missing == "Sec-WebSocket-Version" else 400)
    assert house.socketio.server.eio.sockets == {}


def test_a_posted_handshake_is_refused(port, quiet):
    answer = Link(port, request(f"POST {SOCKETS}", UPGRADE)).answer()

    assert json.loads(body(answer))["why"] == "a WebSocket begins with GET"


def test_a_bad_upgrade_of_a_session_leaves_the_session(house, port, quiet):
    polling = Link(port, request("GET /socket.io/?EIO=4&transport=polling", {"Host": "x"}))
    session = json.loads(body(polling.until(b"}"))[1:])["sid"]

    sent = request(f"GET {SOCKETS}&sid={session}", UPGRADE | {"Host": "a..b\xff"})
    answer = Link(port, sent).answer()

    assert status(answer) == 400
    assert list(house.socketio.server.eio.sockets) == [session]


@pytest.mark.parametrize(
    "sent",
    [
        b"GET /",
        b"GET / HTTP/1.1\r\nHost: x\r\n",
        request(SIGN_IN, TOLD, b"{"),
        request(POLLING, TOLD, b"4"),
        request(SIGN_IN, CHUNKED, b"A\r\n{"),
        request(SIGN_IN, JSON | {"Content-Length": "1000000"}, b"{}"),
    ],
)
def test_who_leaves_before_the_answer_is_let_go(house, served, quiet, sent):
    agent, link = house.person("amina"), Link(served.server_port, sent)
    wait(lambda: served.arrivals._of)
    gevent.sleep(0.02)  # so that what was sent is read; if it is not, the end is the same

    link.reset()

    wait(lambda: not served.arrivals._of)
    assert ask(agent, "/agents", "open", counter=4) == {"seq": 1}


def wait(condition):
    with gevent.Timeout(3):
        while not condition():
            gevent.sleep(0.005)
