"""Packets that are none, over real connections: an answer or a reason, one line in the log, and
the others notice nothing."""

import json
import logging
from contextlib import suppress
from http.client import HTTPConnection
from typing import Any

import gevent
import pytest
import websocket

from controller.web.server import Server
from tests.controller.web.asking import ask, take


class Raw:
    """A WebSocket whose frames are written by hand, in a thread that gevent does not know."""

    def __init__(self, port: int) -> None:
        self._socket = websocket.WebSocket()
        self._in_thread(
            self._socket.connect,
            f"ws://127.0.0.1:{port}/socket.io/?EIO=4&transport=websocket",
            timeout=3,
        )
        self.next()

    def join(self, namespace: str, token: str) -> None:
        self.send(f"40{namespace}," + json.dumps({"token": token}))
        self.next(f"40{namespace},")

    def send(self, frame: str | bytes) -> None:
        is_text = isinstance(frame, str)
        opcode = websocket.ABNF.OPCODE_TEXT if is_text else websocket.ABNF.OPCODE_BINARY
        self._in_thread(self._socket.send, frame, opcode)

    def next(self, start: str = "") -> str:
        """Return the next frame that begins like this; pings are none."""
        while True:
            frame: str = self._in_thread(self._socket.recv)
            if frame.startswith(start) and frame != "2":
                return frame

    def end(self) -> tuple[int, str]:
        """Return the code and the reason of the close that comes."""
        while True:
            opcode, data = self._in_thread(self._socket.recv_data)
            if opcode == websocket.ABNF.OPCODE_CLOSE:
                return int.from_bytes(data[:2]), data[2:].decode()

    def close(self) -> None:
        self._in_thread(self._socket.shutdown)

    def _in_thread(self, work: Any, *args: Any, **kwargs: Any) -> Any:
        return gevent.get_hub().threadpool.apply(work, args, kwargs)


@pytest.fixture
def port(house):
    server = Server(("127.0.0.1", 0), house.app)
    server.start()
    yield server.server_port
    server.stop()


@pytest.fixture
def raw(port):
    raw = Raw(port)
    yield raw
    raw.close()


@pytest.fixture
def kiosk(raw, house):
    raw.join("/kiosks", house.tokens["entrance"])
    return raw


@pytest.fixture
def logged(capfd, caplog):
    """Return the warnings of the log, and make sure that there is nothing else."""

    def lines() -> list[str]:
        told = capfd.readouterr()
        assert "Traceback" not in told.out + told.err
        assert [each.getMessage() for each in caplog.records if each.levelno > logging.INFO] == []
        return [line for line in told.out.splitlines() if "malformed" in line]

    return lines


DEEP = "[" * 20_000

ANSWERED = {
    "{{{{": "the packet is not well-formed",
    DEEP: "the packet is not well-formed",
    '["take_ticket",' + "9" * 5_000 + "]": "the packet is not well-formed",
    '["take_ticket"': "the packet is not well-formed",
    "": "an event is a list that begins with its name",
    "[]": "an event is a list that begins with its name",
    "{}": "an event is a list that begins with its name",
    '"take_ticket"': "an event is a list that begins with its name",
    "[5]": "an event is a list that begins with its name",
    "[{}]": "an event is a list that begins with its name",
    "[null]": "an event is a list that begins with its name",
}


@pytest.mark.parametrize("data", ANSWERED)
def test_a_malformed_request_with_a_number_is_answered(house, kiosk, logged, data):
    kiosk.send("42/kiosks,1" + data)

    refusal = {"refused": "bad_request", "why": ANSWERED[data]}
    assert json.loads(kiosk.next("43/kiosks,1").removeprefix("43/kiosks,1")) == [refusal]
    assert len(logged()) == 1
    assert (house.seq(), take_by_hand(kiosk)) == (0, "B001")


def take_by_hand(kiosk: Raw) -> str:
    wanted = {"request": "request-by-hand", "service": "legalisation", "language": "ar"}
    kiosk.send("42/kiosks,7" + json.dumps(["take_ticket", wanted]))
    [slip] = json.loads(kiosk.next("43/kiosks,7").removeprefix("43/kiosks,7"))
    return str(slip["ticket"])


ENDED = {
    "": "the packet is empty",
    "x": "this is no Engine.IO packet",
    "9": "this is no Engine.IO packet",
    "2" + DEEP: "this is no Engine.IO packet",
    "4": "the message is no Socket.IO packet",
    "4" + DEEP: "the message is no Socket.IO packet",
    "4hello": "the message is no Socket.IO packet",
    "b!!!": "binary packets are of no use here",
    b"": "the packet is empty",
    b"\xff": "nothing announced an attachment",
    "49": "a packet of this kind is of no use here",
    "44/kiosks,{}": "a packet of this kind is of no use here",
    "461-/kiosks,1[]": "a packet of this kind is of no use here",
    '45999999999-/kiosks,["take_ticket"]': "a packet of this kind is of no use here",
    '4599999999999-/kiosks,["take_ticket"]': "the packet is not well-formed",
    "42/kiosks,{{{{": "the packet is not well-formed",
    "42/kiosks," + DEEP: "the packet is not well-formed",
    "42/kiosks,[]": "an event is a list that begins with its name",
    "42/agents,1{{{{": "the packet is not well-formed",
    "421{{{{": "the packet is not well-formed",
    "40/agents,{{{{": "the packet is not well-formed",
}


@pytest.mark.parametrize("frame", ENDED)
def test_what_cannot_be_answered_ends_the_connection_with_a_reason(house, kiosk, logged, frame):
    agent = house.person("amina")

    kiosk.send(frame)

    assert kiosk.end() == (1002, ENDED[frame])
    assert len(logged()) == 1
    assert ask(agent, "/agents", "open", counter=4) == {"seq": 1}


def test_a_binary_request_is_answered_and_changes_nothing(house, kiosk, logged):
    wanted = {"request": "request-binary", "service": {"_placeholder": True, "num": 0}}

    kiosk.send("451-/kiosks,1" + json.dumps(["take_ticket", wanted | {"language": "ar"}]))
    kiosk.send(b"tnb")

    refusal = {"refused": "bad_request", "why": "binary data are of no use here"}
    assert json.loads(kiosk.next("43/kiosks,1").removeprefix("43/kiosks,1")) == [refusal]
    assert len(logged()) == 1
    assert (house.seq(), take_by_hand(kiosk)) == (0, "B001")


@pytest.mark.parametrize("named", ["shown", "take_ticket"])
def test_a_binary_event_that_wants_no_answer_ends_the_connection(house, kiosk, logged, named):
    kiosk.send(f'451-/kiosks,["{named}",{{"_placeholder":true,"num":0}}]')
    kiosk.send(b"tnb")

    assert kiosk.end() == (1002, "binary data are of no use here")
    assert (house.seq(), len(logged())) == (0, 1)


PLACEHOLDER = '451-/kiosks,["take_ticket",{"_placeholder":true,"num":%s}]'


@pytest.mark.parametrize(
    ("frames", "why"),
    [
        ((PLACEHOLDER % 7, b"x"), "an attachment has no place"),
        ((PLACEHOLDER % '"a"', b"x"), "an attachment has no place"),
        ((PLACEHOLDER % 0, "42/kiosks,[]"), "an attachment was announced"),
    ],
)
def test_an_attachment_that_fits_nowhere_ends_the_connection(kiosk, logged, frames, why):
    for frame in frames:
        kiosk.send(frame)

    assert kiosk.end() == (1002, why)
    assert len(logged()) == 1


@pytest.mark.parametrize("size", [100_001, 300_000, 10_000_000])
def test_a_frame_that_is_too_large_ends_the_connection_with_its_code(house, kiosk, logged, size):
    screen = house.device("north")

    with suppress(OSError):  # the end may come before all is sent
        kiosk.send("4" + "2" * size)

    assert kiosk.end() == (1009, "Message is too big")
    assert logged() == []
    assert screen.is_connected("/screens")


@pytest.mark.parametrize("namespace", ["/", "/nowhere"])
def test_a_namespace_that_there_is_not_says_which_there_are(raw, namespace):
    raw.send("40" if namespace == "/" else f"40{namespace},")

    start = "44" if namespace == "/" else f"44{namespace},"
    assert json.loads(raw.next("44").removeprefix(start)) == {
        "message": "unknown_namespace",
        "data": {"namespaces": ["/screens", "/kiosks", "/agents", "/supervisors"]},
    }


STRANGER = {"refused": "bad_request", "why": "connect to this namespace first"}


@pytest.mark.parametrize("namespace", ["/kiosks", "/nowhere"])
def test_an_event_for_a_namespace_that_was_never_joined_is_answered(house, raw, logged, namespace):
    raw.send(f'42{namespace},1["take_ticket",{{}}]')

    start = f"43{namespace},1"
    assert json.loads(raw.next(start).removeprefix(start)) == [STRANGER]
    assert (house.seq(), len(logged())) == (0, 1)


def test_a_strangers_event_that_wants_no_answer_ends_the_connection(raw, logged):
    raw.send('42/screens,["shown",{"seq":0}]')

    assert raw.end() == (1002, "connect to this namespace first")
    assert len(logged()) == 1


def test_who_is_refused_in_a_namespace_may_ask_nothing_there(raw, logged):
    raw.send("40/kiosks,")
    assert raw.next() == '44/kiosks,{"message":"unknown_device"}'

    raw.send('42/kiosks,1["take_ticket",{}]')

    assert json.loads(raw.next().removeprefix("43/kiosks,1")) == [STRANGER]
    assert len(logged()) == 1


# -- Over HTTP --


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


def test_a_screen_that_acknowledges_nonsense_changes_no_receipt(house):
    agent, screen = house.person("amina"), house.device("north")
    take(house.device("entrance"))
    ask(agent, "/agents", "open", counter=4)

    for seq in (-1, "5", True, 1.0, 10**30, None):
        answer = screen.emit("shown", {"seq": seq}, namespace="/screens", callback=True)
        assert answer["refused"] == "bad_request"
        answer = screen.emit(
            "shown", {"seq": 0, "spoken": [seq]}, namespace="/screens", callback=True
        )
        assert answer["refused"] == "bad_request"
    many = {"seq": 0, "spoken": list(range(65))}
    answer = screen.emit("shown", many, namespace="/screens", callback=True)
    assert answer["refused"] == "bad_request"
