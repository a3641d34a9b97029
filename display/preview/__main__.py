"""`python -m display.preview`: draws what it is ordered on its standard input, and ends with it.

The controller starts it when an editor writes, and speaks to it as `media.playlist.preview` says.
It needs what a hall screen needs, but no screen: the picture is drawn into memory.
"""

import os
import select
import sys
import tempfile
from pathlib import Path
from typing import BinaryIO

from pydantic import TypeAdapter, ValidationError

from media.look.window import WindowSettings, prepare
from media.playlist.preview import PreviewOrder, PreviewSeen

NICE = 10
"""After everybody else: a call comes first."""

IDLE = 300.0
"""Seconds without an order after which it ends, and gives its memory back."""

SMALL = 64
"""The side of the window that Kivy opens, in pixels: nothing is drawn there."""


def main() -> None:
    """Draw until the orders end, or none has come for a while."""
    os.nice(NICE)
    os.environ["SDL_VIDEODRIVER"] = "offscreen"
    # What a library prints must not come between the answers.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    with tempfile.TemporaryDirectory(prefix="nouba-preview-") as home:
        prepare(WindowSettings(SMALL, SMALL, title="preview"), Path(home))
        _serve(sys.stdin.buffer, answers)


def _serve(orders: BinaryIO, answers: BinaryIO) -> None:
    from display.preview.easel import Easel  # noqa: PLC0415  # it loads Kivy, to be prepared first

    easel, read = Easel(), TypeAdapter(PreviewOrder)
    while select.select([orders], [], [], IDLE)[0] and (line := orders.readline()):
        try:
            seen, picture = easel.drawn(read.validate_json(line))
        except ValidationError as error:
            seen, picture = PreviewSeen(problem=str(error)), b""
        answers.write(TypeAdapter(PreviewSeen).dump_json(seen) + b"\n" + picture)
        answers.flush()
    easel.close()


if __name__ == "__main__":
    main()
