"""A ticket's page is told each change as it comes."""

from contextlib import closing
from datetime import timedelta

import gevent
import pytest

from controller.web import live
from tests.controller.web.asking import ask, take
from tests.controller.web.browsing import browser


@pytest.fixture(autouse=True)
def quick(monkeypatch) -> None:
    """Let a page that hears nothing be told the time soon, and every change at once."""
    monkeypatch.setattr(live, "BEAT", 0.2)
    monkeypatch.setattr(live, "PACE", 0.0)


def events(house, address, count: int) -> list[tuple[str, str]]:
    """Return so many of the events that a page is told, with a deadline."""
    with (
        closing(browser(house).get(f"{address}/live", buffered=False)) as answer,
        gevent.Timeout(5),
    ):
        assert answer.mimetype == "text/event-stream"
        told = []
        for chunk in answer.response:
            told += [each for each in chunk.decode().split("\n\n") if each.startswith("event:")]
            if len(told) >= count:
                break
    return [(each.split("\n")[0].removeprefix("event: "), each) for each in told[:count]]


@pytest.fixture
def address(house):
    return take(house.device("entrance"))["url"].removeprefix("HTTP://HALL.EXAMPLE")


def test_it_begins_with_what_is_so_now_and_then_tells_the_time(house, address, clock) -> None:
    clock[0] += timedelta(minutes=5)
    (first, shown), (second, at) = events(house, address, 2)

    assert (first, second) == ("now", "at")
    assert ("Nobody is ahead of you" in shown, "id: 09:05" in shown) == (True, True)
    assert at.endswith("data: 09:05")


def test_a_call_is_told_as_it_comes(house, address) -> None:
    agent = house.person("amina")
    ask(agent, "/agents", "open", counter=4)

    def call() -> None:
        gevent.sleep(0.01)
        ask(agent, "/agents", "call_next")

    gevent.spawn(call)
    told = events(house, address, 3)
    assert any(kind == "now" and "follow-called" in text for kind, text in told)


def test_what_is_over_ends(house, address) -> None:
    agent = house.person("amina")
    ask(agent, "/agents", "open", counter=4)
    for event in ("call_next", "start", "finish"):
        ask(agent, "/agents", event)

    assert [kind for kind, _ in events(house, address, 5)] == ["now", "end"]


def test_nobody_hears_of_a_code_that_was_guessed(house) -> None:
    assert browser(house).get("/T/B0013334446X/live").status_code == 404
