"""When a kiosk asks its controller for numbers, and hands over what it issued."""

from itertools import count

import pytest

from kiosk.alone.handing_over import LATER, SOON, HandingOver
from tests.kiosk.alone.apart import BIRTHS, Apart
from wire.codec import encode
from wire.messages import NotTakenIn, Refusal


class Line:
    """Keeps what it is given, to be answered when the test says so."""

    def __init__(self):
        self.asked, self.told, self.answer = [], [], None

    def request(self, event, message, answer):
        self.asked.append((event, message))
        self.answer = answer

    def tell(self, _event, message):
        self.told.append(message)


class Kiosk:
    """What hands over, its line, and the controller at the other end."""

    def __init__(self, apart):
        self.apart, self.line = apart, Line()
        requests = (f"request-{number:06}" for number in count(1))
        self.handing = HandingOver(self.line, apart.kiosk, requests.__next__)

    def seconds(self, number=1):
        """Return what was asked in the meantime."""
        before = len(self.line.asked)
        for _ in range(number):
            self.handing.second()
        return [event for event, _ in self.line.asked[before:]]

    def is_answered(self):
        event, message = self.line.asked[-1]
        own = self.apart.controller
        said = own.grants(message) if event == "reserve" else own.takes_in(message)
        self.line.answer(encode(said))

    def comes(self):
        """Connect, and hear what is offered."""
        self.handing.online()
        self.apart.kiosk.heard(self.apart.controller.offer())
        return self


@pytest.fixture
def kiosk(tmp_path):
    return Kiosk(Apart(tmp_path)).comes()


def test_it_asks_for_numbers_as_soon_as_it_is_there_and_not_again(kiosk):
    assert kiosk.seconds(3) == ["reserve"]
    kiosk.is_answered()

    assert kiosk.apart.kiosk.offer() is not None
    assert kiosk.seconds(2 * LATER) == []


def test_it_shows_its_numbers_before_it_hands_over(kiosk):
    kiosk.seconds()
    kiosk.is_answered()
    kiosk.handing.offline("unreachable")
    kiosk.apart.alone(BIRTHS)
    assert kiosk.seconds(5) == []
    kiosk.comes()

    assert kiosk.seconds() == ["reserve"]
    assert kiosk.line.asked[-1][1].held == kiosk.apart.kiosk.held
    kiosk.is_answered()
    assert kiosk.line.asked[-1][0] == "hand_over"
    kiosk.is_answered()
    assert kiosk.apart.kiosk.to_hand_over() is None
    assert kiosk.seconds(2 * LATER) == []


def test_what_is_issued_while_it_is_there_is_handed_over_within_a_second(kiosk):
    kiosk.seconds()
    kiosk.is_answered()
    kiosk.apart.alone(BIRTHS)

    assert kiosk.seconds() == ["hand_over"]


def test_without_an_answer_it_asks_the_very_same_again(kiosk):
    kiosk.seconds()
    kiosk.line.answer(None)

    assert kiosk.seconds(SOON + 1) == ["reserve"]
    assert kiosk.line.asked[0] == kiosk.line.asked[1]


def test_a_refusal_is_followed_by_a_pause_and_keeps_nothing_from_being_handed_over(kiosk):
    kiosk.seconds()
    kiosk.is_answered()
    kiosk.apart.alone(BIRTHS)
    kiosk.comes()
    assert kiosk.seconds() == ["reserve"]
    kiosk.line.answer(encode(Refusal("day_over")))

    assert kiosk.seconds(LATER - 1) == []
    assert kiosk.seconds() == ["hand_over"]


def test_an_answer_without_a_word_on_any_line_is_not_asked_for_at_once(kiosk):
    kiosk.seconds()
    kiosk.is_answered()
    kiosk.apart.alone(BIRTHS)
    kiosk.seconds()
    kiosk.line.answer({"answers": []})

    assert kiosk.seconds(LATER - 1) == []
    assert kiosk.seconds() == ["hand_over"]


def test_it_tells_on_each_connection_what_was_not_taken_in(kiosk):
    kiosk.seconds()
    kiosk.is_answered()
    kiosk.apart.alone(BIRTHS)
    kiosk.apart.clocks.passes(86_400)
    kiosk.comes().seconds()
    kiosk.is_answered()
    kiosk.seconds(2)
    assert kiosk.line.told == [NotTakenIn(("A501",))]
    kiosk.comes().seconds()

    assert kiosk.line.told == [NotTakenIn(("A501",))] * 2


def test_a_kiosk_that_is_let_in_no_more_issues_nothing(kiosk):
    kiosk.seconds()
    kiosk.is_answered()
    kiosk.handing.offline("unreachable")
    assert kiosk.apart.kiosk.offer() is not None
    kiosk.handing.offline("unknown_device")

    assert kiosk.apart.kiosk.offer() is None
