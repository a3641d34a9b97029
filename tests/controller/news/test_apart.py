"""Strangers' files are read in a process of their own: nothing in them stops the controller."""

import io
import subprocess
import sys

import pytest
from PIL import Image

from controller.news.apart import Apart
from controller.news.problem import FeedProblem, Problem
from controller.news.reader import Here
from media.zone import time_zone
from tests.controller.news.written import NOW, a_feed, an_item, as_answer, rss

RABAT = time_zone("Africa/Casablanca")


def test_what_is_read_apart_is_what_would_be_read_here() -> None:
    answer = as_answer(rss(an_item("1"), an_item("2", "<b>Été</b>")))

    apart, here = (each.gather(a_feed(), answer, NOW, RABAT) for each in (Apart(), Here()))

    assert apart.drafts == here.drafts
    assert (apart.reading.is_whole, apart.reading.since) == (True, here.reading.since)


def test_a_picture_is_encoded_apart() -> None:
    file = io.BytesIO()
    Image.new("RGB", (300, 200), "teal").save(file, "PNG")

    assert Apart().picture(file.getvalue()) == Here().picture(file.getvalue())


def test_why_nothing_could_be_read_comes_back() -> None:
    with pytest.raises(FeedProblem) as raised:
        Apart().gather(a_feed(), as_answer(b"<html>"), NOW, RABAT)

    assert raised.value.problem is Problem.HTML


def test_who_fills_the_memory_ends_alone() -> None:
    """The limits of the process, tried from inside it."""
    program = (
        "import controller.news.reading_process as process\n"
        "process.done = lambda task, body: bytearray(process.MEMORY)\n"
        "process.main()\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program],
        input=b'{"kind": "picture"}\n',
        capture_output=True,
        check=False,
    )

    assert (ended.returncode, ended.stderr.splitlines()[-1]) == (1, b"MemoryError")


def test_a_process_that_died_is_a_problem_of_its_file(monkeypatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")

    with pytest.raises(FeedProblem) as raised:
        Apart().picture(b"")

    assert raised.value.problem is Problem.LOST
