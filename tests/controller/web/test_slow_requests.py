"""Requests that never end hold no connection for ever, and nobody out."""

import errno
import json
import os
import time

import gevent
import pytest

from controller.web.arrivals import MOST, Arrivals
from controller.web.server import Server
from tests.controller.web.raw_http import Link, body, status

PATIENCE = 0.4
"""Seconds; the controller's has ten."""

HEAD = b"POST /api/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
HEALTH = b"GET /health HTTP/1.1\r\nHost: x\r\n\r\n"
HEALTH_ONCE = b"GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
POLL = b"GET /socket.io/?EIO=4&transport=polling%s HTTP/1.1\r\nHost: x\r\n\r\n"


def served(house, arrivals):
    server = Server(("127.0.0.1", 0), house.app, arrivals)
    server.start()
    return server


@pytest.fixture
def port(house):
    server = served(house, Arrivals(PATIENCE))
    yield server.server_port
    server.stop()


@pytest.fixture
def patient(house):
    """A server that waits as long as the controller does."""
    server = served(house, Arrivals())
    yield server
    server.stop()


@pytest.mark.parametrize(
    "sent",
    [
        b"GE",
        b"GET /health HTTP/1.1\r\n",
        b"GET /health HTTP/1.1\r\nHos",
        b"GET /health HTTP/1.1\r\nHost: x\r\n",
        HEAD + b"Content-Length: 50\r\n\r\n{",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\nA\r\n{",
        b"POST /socket.io/?EIO=4&transport=polling&sid=x HTTP/1.1\r\nContent-Length: 5\r\n\r\n4",
    ],
)
def test_a_request_that_is_not_whole_in_time_is_told_so(port, capfd, sent):
    answer = Link(port, sent).answer()

    assert status(answer) == 408
    assert b"connection: close" in answer.lower()
    assert "Traceback" not in capfd.readouterr().err


def test_a_body_that_drips_gets_no_more_time_with_every_byte(port):
    link = Link(port, HEAD + b"Content-Length: 50\r\n\r\n")
    begun = time.monotonic()
    for _ in range(4):
        link.send(b"{")
        gevent.sleep(PATIENCE / 5)

    assert status(link.answer()) == 408
    assert time.monotonic() - begun < 3 * PATIENCE


@pytest.mark.parametrize("sent", [b"", HEALTH])
def test_a_connection_without_a_request_ends_without_a_word(port, sent):
    link = Link(port, sent)
    if sent:
        link.until(b"}\n")

    assert link.answer() == b""


def test_a_request_that_comes_in_time_is_answered(port):
    link = Link(port, HEALTH_ONCE[:20])
    gevent.sleep(PATIENCE / 4)
    link.send(HEALTH_ONCE[20:])

    assert status(link.answer()) == 200


def test_a_poll_that_waits_for_the_server_may_wait(port):
    link = Link(port, POLL % b"")
    opened = json.loads(body(link.until(b"}"))[1:])
    begun = time.monotonic()

    link.send(POLL % f"&sid={opened['sid']}".encode())

    assert body(link.until(b"\r\n\r\n2")) == b"2"  # the ping, after two seconds
    assert time.monotonic() - begun > 2 * PATIENCE


def test_slow_requests_of_an_address_keep_nobody_out(patient):
    slow = [Link(patient.server_port, HEAD + b"Content-Length: 50\r\n\r\n{")]
    slow += [Link(patient.server_port, b"GET /hea") for _ in range(MOST)]

    assert status(Link(patient.server_port, HEALTH_ONCE).answer()) == 200
    assert [status(link.answer()) for link in slow[:2]] == [408, 408]  # took longest
    slow[-1].send(b"lth HTTP/1.1\r\nConnection: close\r\n\r\n")
    assert status(slow[-1].answer()) == 200
    for link in slow:
        link.close()


def test_slow_requests_of_one_address_do_not_touch_those_of_another(patient):
    other = Link(patient.server_port, b"GET /hea", address="127.0.0.2")
    slow = [Link(patient.server_port, b"GET /hea") for _ in range(MOST + 1)]

    assert status(slow[0].answer()) == 408
    other.send(b"lth HTTP/1.1\r\nConnection: close\r\n\r\n")
    assert status(other.answer()) == 200
    for link in slow:
        link.close()


def test_a_body_that_says_it_is_too_long_is_refused_before_it_is_sent(patient):
    for address in (b"/api/sign-in", b"/sign-in", b"/socket.io/?EIO=4"):
        link = Link(patient.server_port, b"POST %s HTTP/1.1\r\n" % address)
        link.send(b"Host: x\r\nContent-Length: 10000000\r\n\r\n")

        answer = link.answer()

        assert (status(answer), json.loads(body(answer))["refused"]) == (413, "too_large")


def test_without_descriptors_the_server_pauses_and_goes_on(patient, capfd, monkeypatch):
    calls = iter([errno.EMFILE, errno.EMFILE])

    class Full:
        """The listening socket of a process that has no descriptor left, twice."""

        def _accept(self):
            if (number := next(calls, None)) is not None:
                raise OSError(number, os.strerror(number))
            return listening._accept()

        def __getattr__(self, name):
            return getattr(listening, name)

    listening = patient.socket
    monkeypatch.setattr(patient, "socket", Full())

    assert status(Link(patient.server_port, HEALTH_ONCE).answer()) == 200
    told = capfd.readouterr()
    assert "Traceback" not in told.out + told.err
    assert told.out.count("no_room_for_connections") == 1
