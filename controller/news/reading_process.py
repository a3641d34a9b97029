"""`python -m controller.news.reading_process`: reads one stranger's file, and ends.

The controller starts it for each file. It may use so much of the processor and the memory, and
comes after everybody else: a file that was made to freeze or to crash a program does so here.
"""

import os
import resource
import sys

from controller.news.network import Answer
from controller.news.problem import FeedProblem
from controller.news.task import (
    Drafts,
    Encoded,
    Failed,
    GatherTask,
    PictureTask,
    as_line,
    tasks,
)
from media.zone import time_zone

MEMORY = 1 << 30
"""Bytes: a photograph of 40 million pixels needs a third of it."""

PROCESSOR = 20
"""Seconds: the largest sound feed takes two."""

NICE = 10


def main() -> None:
    """Read a task from the standard input, and write what came of it to the standard output."""
    os.nice(NICE)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR, PROCESSOR))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    line, _, body = sys.stdin.buffer.read().partition(b"\n")
    sys.stdout.buffer.write(done(tasks().validate_json(line), body))


def done(task: GatherTask | PictureTask, body: bytes) -> bytes:
    """Return the result of the task."""
    try:
        match task:
            case GatherTask():
                return as_line(_gathered(task, body))
            case PictureTask():
                return _encoded(body)
    except FeedProblem as problem:
        return as_line(Failed(problem.problem, problem.detail))


def _gathered(task: GatherTask, body: bytes) -> Drafts:
    # Imported by the one task that needs it: the other one needs Pillow alone.
    from controller.news.gathering import gather  # noqa: PLC0415 - see above

    answer = Answer(task.url, body, task.content_type)
    got = gather(task.feed, answer, task.now, time_zone(task.zone))
    reading = got.reading
    return Drafts(got.drafts, reading.since, reading.until, reading.problem, reading.detail)


def _encoded(body: bytes) -> bytes:
    from controller.news.picture import reencoded  # noqa: PLC0415 - as above

    picture = reencoded(body)
    return as_line(Encoded(picture.width, picture.height)) + picture.data


if __name__ == "__main__":
    main()
