"""TCP ports of this machine."""

import json
import socket
import time
from contextlib import closing
from http import HTTPStatus
from http.client import HTTPConnection
from typing import Any


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(port: int, seconds: float = 30) -> None:
    """Return when something listens on the port; raises `TimeoutError`."""
    end = time.monotonic() + seconds
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except ConnectionRefusedError:
            if time.monotonic() > end:
                raise TimeoutError(f"nothing listens on port {port}") from None
            time.sleep(0.01)
        else:
            return


def answer_of(port: int, path: str, seconds: float = 30) -> dict[str, Any]:
    """Return the JSON that is answered there at last with a 200; raises `TimeoutError`."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            return _got(port, path)
        except ConnectionError:
            time.sleep(0.005)
    raise TimeoutError(f"{path} is not answered on port {port}")


def _got(port: int, path: str) -> dict[str, Any]:
    with closing(HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request("GET", path)
        answer = connection.getresponse()
        body = answer.read()
    if answer.status != HTTPStatus.OK:
        raise ConnectionError(f"{path} answers {answer.status}")
    told: dict[str, Any] = json.loads(body)
    return told
