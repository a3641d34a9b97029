"""Manifests and files from the controller, over HTTP; what was cut off goes on where it was."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import urllib3

from media.playlist.manifest import MOST_BYTES
from media.playlist.model import Asset
from wire.messages import Published

CHUNK = 64 * 1024

CONNECT, SILENCE = 3.0, 3.0
"""Seconds until a controller that does not answer, or falls silent in the middle, is given up."""

GoesOn = Callable[[], bool]
"""Whether what is being fetched is still wanted."""


class NotFetched(Exception):  # noqa: N818 - its kinds are answers, not faults of this program
    """It did not come."""


class Unreachable(NotFetched):
    """Nobody answers, or not with the file; it may go better later."""


class Missing(NotFetched):
    """The controller does not have it."""


class Superseded(NotFetched):
    """Something else is wanted by now."""


class HttpSource:
    """The controller, asked with the right of this screen's token."""

    def __init__(self, controller: str, token: str, silence: float = SILENCE) -> None:
        """Connect to nothing yet; `controller` as in `http://controller:8080`."""
        self._address = f"{controller.rstrip('/')}/signage"
        self._headers = {"Authorization": f"Bearer {token}", "Accept-Encoding": "identity"}
        # it asks no proxy: that is for the internet; the controller is in the house
        self._pool = urllib3.PoolManager(
            timeout=urllib3.Timeout(connect=CONNECT, read=silence), retries=False
        )

    def manifest(self, name: Published, goes_on: GoesOn) -> bytes:
        """Return the bytes that are served as that manifest. Raises `NotFetched`."""
        most = min(name.size, MOST_BYTES)
        with self._asked(f"manifests/{name.sha256}", 0) as answer:
            if answer.status != 200:
                raise Unreachable(f"manifest: status {answer.status}")
            return b"".join(_chunks(answer, most, goes_on))

    def asset(self, asset: Asset, part: Path, goes_on: GoesOn) -> None:
        """Write what is still missing of a file behind what has come of it.

        Raises `NotFetched` and `OSError`; then too, what has come stays. Whether the bytes are
        the right ones is not known here.
        """
        with part.open("ab") as opened:
            if opened.tell() > asset.size:
                _empty(opened)
            came = opened.tell()
            if came == asset.size:
                return
            with self._asked(f"assets/{asset.sha256}", came) as answer:
                self._append(answer, opened, asset.size, goes_on)
            if opened.tell() < asset.size:
                raise Unreachable(f"cut off after {opened.tell()} of {asset.size} bytes")

    def close(self) -> None:
        """Let go of the connections."""
        self._pool.clear()

    def _append(
        self, answer: urllib3.BaseHTTPResponse, opened: BinaryIO, size: int, goes_on: GoesOn
    ) -> None:
        came = opened.tell()
        match answer.status:
            case 206 if answer.headers.get("Content-Range", "").startswith(f"bytes {came}-"):
                pass
            case 200:  # a server that knows no Range sends all of it
                _empty(opened)
            case 206 | 416:  # another part than the one asked for: begin anew
                _empty(opened)
                raise Unreachable(f"a part was asked for from {came} on: status {answer.status}")
            case status:
                raise Unreachable(f"status {status}")
        opened.writelines(_chunks(answer, size - opened.tell(), goes_on))

    @contextmanager
    def _asked(self, path: str, start: int) -> Iterator[urllib3.BaseHTTPResponse]:
        part = {"Range": f"bytes={start}-"} if start else {}
        try:
            answer = self._pool.request(
                "GET",
                f"{self._address}/{path}",
                headers=self._headers | part,
                preload_content=False,
                redirect=False,
            )
            try:
                if answer.status == 404:
                    raise Missing(path)
                yield answer
            finally:
                answer.close()
        except urllib3.exceptions.HTTPError as error:
            raise Unreachable(str(error)) from error


def _empty(opened: BinaryIO) -> None:
    opened.truncate(0)
    opened.seek(0)


def _chunks(answer: urllib3.BaseHTTPResponse, most: int, goes_on: GoesOn) -> Iterator[bytes]:
    """Yield the body as it comes, and one byte more than `most` at most: enough to be wrong."""
    left = most + 1
    while left > 0:
        if not goes_on():
            raise Superseded
        chunk = answer.read1(min(CHUNK, left))
        if not chunk:
            return
        left -= len(chunk)
        yield chunk
