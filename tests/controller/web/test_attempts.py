"""Attempts to sign in from one address: the right ones never stand in one another's way."""

from collections import Counter

import gevent
import pytest

from controller.web.attempts import AT_ONCE, Attempts, TooManyAttempts

HALL, OTHER = "192.0.2.1", "192.0.2.2"


class Desk:
    """Tries passwords as the controller does: while others go on."""

    def __init__(self) -> None:
        self._attempts = Attempts("10 per minute")
        self.trying = self.most = 0
        self.order: list[int] = []

    def tried(self, number: int, *, right: bool, address: str = HALL) -> str:
        try:
            person = self._attempts.make(address, lambda: self._try(number, right=right))
        except TooManyAttempts:
            return "refused"
        return person or "wrong"

    def _try(self, number: int, *, right: bool) -> str | None:
        self.order.append(number)
        self.trying += 1
        self.most = max(self.most, self.trying)
        gevent.sleep(0.001 * (number % 3))
        self.trying -= 1
        return "right" if right else None

    def at_once(self, answers: list[bool]) -> Counter[str]:
        jobs = [gevent.spawn(self.tried, n, right=right) for n, right in enumerate(answers)]
        return Counter(job.get() for job in gevent.joinall(jobs, timeout=10))


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_hall_that_signs_in_at_once_comes_in(desk):
    assert desk.at_once([True] * 50) == {"right": 50}
    assert desk.most == AT_ONCE


def test_right_ones_come_in_beside_nine_wrong_ones(desk):
    assert desk.at_once([False] * 9) == {"wrong": 9}

    assert desk.at_once([True] * 14) == {"right": 14}


def test_of_wrong_ones_at_once_ten_are_tried(desk):
    assert desk.at_once([False] * 30) == {"wrong": 10, "refused": 20}
    assert len(desk.order) == 10


def test_wrong_ones_between_right_ones_are_counted(desk):
    assert desk.at_once([True, False] * 9) == {"right": 9, "wrong": 9}
    assert desk.at_once([False] * 3) == {"wrong": 1, "refused": 2}


def test_who_came_first_is_tried_first(desk):
    desk.at_once([True] * 20)

    assert desk.order == list(range(20))


def test_a_line_of_one_address_holds_up_no_other(desk):
    hall = [gevent.spawn(desk.tried, n, right=False) for n in range(30)]

    other = gevent.spawn(desk.tried, 99, right=True, address=OTHER)
    gevent.joinall([other, *hall], timeout=10)

    assert other.get() == "right"
    assert desk.order.index(99) == AT_ONCE


def test_an_attempt_that_could_not_be_tried_is_not_counted():
    attempts = Attempts("1 per minute")

    def away():
        raise OSError("the database is away")

    for _ in range(3):
        with pytest.raises(OSError, match="away"):
            attempts.make(HALL, away)

    assert attempts.make(HALL, lambda: "right") == "right"
    assert attempts._lines == {}
