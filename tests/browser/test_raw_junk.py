"""What arrives below Socket.IO: junk frames and huge ones, on a real connection."""

import pytest
import requests
import websocket

from tests.browser.served import PATIENCE

JUNK = [
    b"\x00\xff\xfe",
    "999",
    "4",
    "42",
    '42/agents,["',
    "42/agents,{}",
    "42/agents,[]",
    "42/agents,[5]",
    '42/agents,[{"a":1}]',
    '451-/agents,["x",{"_placeholder":true,"num":0}]',
    "43/agents,7[]",
    "44/agents,x",
    "4" + "9" * 50,
    "x" * 200_000,
]


@pytest.mark.parametrize("junk", JUNK, ids=[repr(junk)[:20] for junk in JUNK])
def test_junk_on_the_wire_changes_nothing(hall, junk):
    hall.take("tnb")
    before = requests.get(f"{hall.url}/health", timeout=PATIENCE).json()
    address = hall.url.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket"

    link = websocket.create_connection(address, timeout=PATIENCE)
    link.recv()
    send = link.send_binary if isinstance(junk, bytes) else link.send
    send(junk)
    link.close()

    assert requests.get(f"{hall.url}/health", timeout=PATIENCE).json() == before


def test_a_frame_of_10_megabytes_closes_the_connection(hall):
    address = hall.url.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket"
    link = websocket.create_connection(address, timeout=PATIENCE)
    link.recv()

    link.send("4" + "x" * 10_000_000)

    while link.connected and link.recv():
        pass
    assert not link.connected
    assert requests.get(f"{hall.url}/health", timeout=PATIENCE).ok


def test_a_posted_body_of_10_megabytes_is_refused(hall):
    answer = requests.post(f"{hall.url}/api/sign-in", data=b"x" * 10_000_000, timeout=PATIENCE)

    assert (answer.status_code, answer.json()["refused"]) == (413, "too_large")
