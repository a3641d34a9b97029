"""Reads strangers' files in a process of their own.

The libraries that read feeds and pictures are large, and partly written in C. A file of two
megabytes can be made that keeps feedparser busy for half a minute, during which the hall's calls
would share the processor with it; a picture may crash its decoder, and the controller with it.
"""

import subprocess
import sys
from datetime import datetime
from zoneinfo import ZoneInfo

from controller.news.feed import Feed
from controller.news.gathering import Gathered
from controller.news.network import Answer
from controller.news.picture import Picture
from controller.news.problem import FeedProblem, Problem
from controller.news.task import (
    Drafts,
    Encoded,
    Failed,
    GatherTask,
    PictureTask,
    as_line,
    results,
)

PATIENCE = 60.0
"""Seconds; on a busy machine the process, which comes last, may wait for its turn."""


class Apart:
    """The `Reader` of a controller: whatever happens there, here a `FeedProblem` is raised."""

    def gather(self, feed: Feed, answer: Answer, now: datetime, zone: ZoneInfo) -> Gathered:
        """Return what the answer says."""
        task = GatherTask(feed, answer.url, answer.content_type, now, zone.key)
        result, _ = _done(task, answer.body)
        match result:
            case Drafts():
                return Gathered(result.reading, result.drafts)
            case _:
                raise FeedProblem(Problem.LOST, result.kind)

    def picture(self, data: bytes) -> Picture:
        """Return the picture, encoded anew."""
        result, encoded = _done(PictureTask(), data)
        match result:
            case Encoded():
                return Picture(encoded, result.width, result.height)
            case _:
                raise FeedProblem(Problem.LOST, result.kind)


def _done(task: GatherTask | PictureTask, body: bytes) -> tuple[Drafts | Encoded, bytes]:
    command = [sys.executable, "-m", "controller.news.reading_process"]
    try:
        ended = subprocess.run(  # noqa: S603 - our own program; a stranger's is only its input
            command,
            input=as_line(task) + body,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=True,
        )
    except subprocess.TimeoutExpired:
        raise FeedProblem(Problem.TOO_SLOW, "to read it") from None
    except subprocess.CalledProcessError as error:
        raise FeedProblem(Problem.LOST, f"the reading ended with {error.returncode}") from None
    line, _, rest = ended.stdout.partition(b"\n")
    result = results().validate_json(line)
    if isinstance(result, Failed):
        raise FeedProblem(result.problem, result.detail)
    return result, rest
