"""`python -m controller.intake.process`: makes of one file what screens show, and ends.

The controller starts it for each file that an editor sends. It may use so much of the processor
and the memory, and comes after everybody else.
"""

import os
import resource
import sys

from controller.intake.apart import Told, is_paper, line_of
from controller.intake.made import BadFile, Made
from controller.intake.pages import pages
from controller.intake.pictures import picture

MEMORY = 2 << 30
"""Bytes: a photograph of 60 million pixels is in the memory three times for a moment."""

PROCESSOR = 60
"""Seconds: a paper of forty pages takes a third of it."""

NICE = 10


def main() -> None:
    """Read the file from the standard input, and write what it became to the standard output."""
    os.nice(NICE)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR, PROCESSOR))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.stdout.buffer.write(answer(sys.stdin.buffer.read()))


def answer(data: bytes) -> bytes:
    """Return the line that tells what was made, and behind it the bytes."""
    try:
        made = _made(data)
    except BadFile as bad:
        return line_of(Told(reason=bad.reason, detail=bad.detail))
    told = Told(tuple(each.asset for each in made))
    return line_of(told) + b"".join(each.data for each in made)


def _made(data: bytes) -> tuple[Made, ...]:
    return pages(data) if is_paper(data) else (picture(data),)


if __name__ == "__main__":
    main()
