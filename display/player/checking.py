"""Each file is decoded before a screen shows it, in a child process that may die of it."""

import json
import select
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Lock

from media.playlist.model import Asset

PATIENCE = 20.0
"""Seconds for one file. The largest picture that is let in takes about one on a slow machine."""


class Undecodable(Exception):  # noqa: N818 - it is what is found, not what this program did wrong
    """The file's bytes are right, and yet nothing can be shown of them."""


class Checker:
    """Starts the child when there is something to decode, and anew when a file ended it.

    Threads may share one: the child is asked for one file at a time.
    """

    def __init__(self, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._child: subprocess.Popen[bytes] | None = None
        self._is_asked = Lock()

    def check(self, path: Path, asset: Asset) -> None:
        """Decode the file. Raises `Undecodable`, `OSError` where no process can be started."""
        with self._is_asked:
            told = self._told(path, asset)
        if told != "fine":
            raise Undecodable(told)

    def close(self) -> None:
        """End the child."""
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                with suppress(OSError):  # what was still to be written into it
                    pipe.close()

    def _told(self, path: Path, asset: Asset) -> str:
        child = self._running()
        wish = {
            "path": str(path),
            "mime": asset.mime,
            "width": asset.width,
            "height": asset.height,
        }
        try:
            line = _answer(child, json.dumps(wish), self._patience)
        except TimeoutError:
            self.close()
            return f"takes longer than {self._patience:.0f} s to decode"
        except BrokenPipeError:
            line = b""
        if not line.endswith(b"\n"):
            self.close()
            return "ends the process that decodes it"
        return line.decode().rstrip("\n")

    def _running(self) -> subprocess.Popen[bytes]:
        if self._child is None or self._child.poll() is not None:
            self.close()
            self._child = subprocess.Popen(
                [sys.executable, "-m", "display.player.decoding"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                bufsize=0,
            )
        return self._child


def _answer(child: subprocess.Popen[bytes], wish: str, patience: float) -> bytes:
    """Return the child's line; not a whole one when it ended. Raises `TimeoutError`."""
    assert child.stdin is not None  # they are pipes
    assert child.stdout is not None
    child.stdin.write(f"{wish}\n".encode())
    readable, _, _ = select.select([child.stdout], [], [], patience)
    if not readable:
        raise TimeoutError
    return child.stdout.readline(1000)
