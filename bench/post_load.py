"""Clients that POST as fast as they are answered; prints how many were."""

from gevent import monkey

monkey.patch_all()

import json  # noqa: E402 - after the patch
import sys  # noqa: E402
import time  # noqa: E402
from http.client import HTTPConnection  # noqa: E402

import gevent  # noqa: E402


def post(port: int, end: float) -> int:
    connection, done = HTTPConnection("127.0.0.1", port), 0
    body = json.dumps({"text": "A001 is called to counter 3"})
    while time.perf_counter() < end:
        connection.request("POST", "/", body, {"Content-Type": "application/json"})
        connection.getresponse().read()
        done += 1
    return done


def main(port: str, clients: str, seconds: str) -> None:
    end = time.perf_counter() + float(seconds)
    jobs = [gevent.spawn(post, int(port), end) for _ in range(int(clients))]
    print(sum(job.get() for job in jobs))


if __name__ == "__main__":
    main(*sys.argv[1:])
