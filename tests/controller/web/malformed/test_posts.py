"""What is posted and is no message."""

import json
from http.client import HTTPConnection
from typing import Any

import gevent
import pytest

from tests.controller.web.malformed.raw_socket import DEEP


def post(port: int, address: str, body: Any, headers: dict[str, str] | None = None) -> Any:
    """Post and return the status and the answer; a body in parts is sent in chunks."""

    def work() -> tuple[int, bytes]:
        connection = HTTPConnection("127.0.0.1", port, timeout=5)
        is_chunked = not isinstance(body, bytes)
        connection.request("POST", address, body, headers or {}, encode_chunked=is_chunked)
        answer = connection.getresponse()
        return answer.status, answer.read()

    return gevent.get_hub().threadpool.apply(work)


@pytest.mark.parametrize("body", [b"x" * 10_000_000, [b"x" * 100_000] * 100])
@pytest.mark.parametrize("address", ["/api/sign-in", "/sign-in", "/nowhere", "/socket.io/?EIO=4"])
def test_a_body_of_10_megabytes_is_too_large_however_it_is_sent(port, address, body):
    status, answer = post(port, address, body)

    assert (status, json.loads(answer)["refused"]) == (413, "too_large")


def test_a_body_in_chunks_is_read_like_any_other(port):
    body = json.dumps({"name": "amina", "password": "correct horse"}).encode()

    status, answer = post(
        port, "/api/sign-in", [body[:9], body[9:]], {"Content-Type": "application/json"}
    )

    assert (status, json.loads(answer)["name"]) == (200, "amina")


def polling(port: int) -> str:
    def work() -> str:
        connection = HTTPConnection("127.0.0.1", port, timeout=5)
        connection.request("GET", "/socket.io/?EIO=4&transport=polling")
        return str(json.loads(connection.getresponse().read()[1:])["sid"])

    return f"/socket.io/?EIO=4&transport=polling&sid={gevent.get_hub().threadpool.apply(work)}"


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"\xff", "the body is not written in UTF-8"),
        (b"x", "this is no Engine.IO packet"),
        (b"4" + DEEP.encode(), "the message is no Socket.IO packet"),
        (b"3\x1e", "the packet is empty"),
        (b"\x1e".join([b"3"] * 17), "the body has more than 16 packets"),
    ],
)
def test_what_is_posted_and_is_no_packet_is_refused(port, logged, body, why):
    status, answer = post(port, polling(port), body)

    assert (status, json.loads(answer)) == (400, {"refused": "bad_request", "why": why})
    logged()


def test_a_malformed_event_that_is_posted_ends_the_connection(port, logged):
    address = polling(port)

    post(port, address, b"42/kiosks,[]")

    assert len(logged()) == 1
    assert post(port, address, b"3")[0] == 400


def test_who_posts_after_the_session_has_ended_is_told_so(house, port, logged):
    address = polling(port)
    [link] = house.socketio.server.eio.sockets.values()
    link.close(wait=False)

    for session in (address, address + "x"):
        status, answer = post(port, session, b"3")
        why = "there is no such session any more: connect again"
        assert (status, json.loads(answer)) == (400, {"refused": "bad_request", "why": why})
    logged()
