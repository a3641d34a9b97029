"""Clients that POST as fast as they are answered; prints how many were."""

from gevent import monkey

monkey.patch_all()

import json  # noqa: E402 - after the patch
import socket  # noqa: E402
import sys  # noqa: E402
import time  # noqa: E402
from http.client import HTTPResponse  # noqa: E402

import gevent  # noqa: E402


def post(port: int, end: float) -> int:
    """Post on one connection until then; return how many posts were answered."""
    connection, done = socket.create_connection(("127.0.0.1", port)), 0
    # One packet per request: else Nagle's algorithm would be measured, not Flask.
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    body = json.dumps({"text": "A001 is called to counter 3"})
    head = "POST / HTTP/1.1\r\nHost: hall\r\nContent-Type: application/json\r\n"
    request = f"{head}Content-Length: {len(body)}\r\n\r\n{body}".encode()
    while time.perf_counter() < end:
        connection.sendall(request)
        answer = HTTPResponse(connection)
        answer.begin()
        answer.read()
        done += 1
    return done


def main(port: str, clients: str, seconds: str) -> None:
    """Post for so many seconds with so many clients, and print how many posts were answered."""
    end = time.perf_counter() + float(seconds)
    jobs = [gevent.spawn(post, int(port), end) for _ in range(int(clients))]
    print(sum(job.get() for job in jobs))


if __name__ == "__main__":
    main(*sys.argv[1:])
