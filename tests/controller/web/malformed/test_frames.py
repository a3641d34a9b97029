"""What arrives over a WebSocket and is no message."""

import json
from contextlib import suppress

import pytest

from tests.controller.web.asking import ask, take
from tests.controller.web.malformed.raw_socket import DEEP, Raw

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
