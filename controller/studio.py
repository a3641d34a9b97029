"""Has a hall screen's own drawing made of what an editor writes, in a process of its own.

The controller opens no window and knows no screen's widgets: `python -m display.preview` does.
"""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Lock, Timer

from pydantic import TypeAdapter, ValidationError

from media.playlist.model import Item
from media.playlist.preview import Look, PreviewOrder, PreviewSeen

PATIENCE = 30.0
"""Seconds for one drawing, the start of the program among them: a busy machine takes a sixth."""

TRIES = 2
"""A program that has ended meanwhile is started anew, once."""

PROGRAM = (sys.executable, "-m", "display.preview")


class StudioAway(Exception):  # noqa: N818 - it is an answer to an editor
    """Nothing can be drawn on this machine: the screens' program is not installed, or fails."""


class Studio:
    """Draws one order after the other. The program is started with the first of them."""

    def __init__(self, pack: Path, files: Path, program: Sequence[str] = PROGRAM) -> None:
        """`pack` is the folder of the commune's content, `files` that of the notices' files."""
        self._program = list(program)
        self._pack, self._files = str(pack.resolve()), str(files.resolve())
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def drawn(self, item: Item, look: Look) -> tuple[PreviewSeen, bytes]:
        """Return what is seen of the item, and its picture; raises `StudioAway`."""
        order = PreviewOrder(item, look, self._pack, self._files)
        line = TypeAdapter(PreviewOrder).dump_json(order) + b"\n"
        with self._lock:
            for _ in range(TRIES):
                try:
                    return self._ask(self._running(), line)
                except (OSError, ValidationError):
                    self._end()
        raise StudioAway(" ".join(self._program))

    def close(self) -> None:
        """End the program."""
        with self._lock:
            self._end()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._end()
            self._process = subprocess.Popen(  # noqa: S603 - our own program
                self._program,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self._process

    def _ask(self, process: subprocess.Popen[bytes], line: bytes) -> tuple[PreviewSeen, bytes]:
        """Ask, and read the answer; raises `OSError` or `ValidationError` when it ends before."""
        assert process.stdin is not None
        assert process.stdout is not None
        timer = Timer(PATIENCE, process.kill)
        timer.start()
        try:
            process.stdin.write(line)
            process.stdin.flush()
            seen = TypeAdapter(PreviewSeen).validate_json(process.stdout.readline())
            picture = process.stdout.read(seen.size)
        finally:
            timer.cancel()
        if len(picture) < seen.size:
            raise OSError("the program has ended within its answer")
        return seen, picture

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None
