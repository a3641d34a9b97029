"""A printer's bytes told apart, in whatever pieces they come."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.escpos.answers import (
    AnswerReader,
    ProcessDone,
    Pushed,
    RealTime,
    Transmitted,
    pushed_troubles,
    real_time_troubles,
)
from hardware.ports import Trouble
from hardware.virtual_printer import status
from hardware.virtual_printer.status import Condition, Paper

TALK = b"\x12\x14\x00\x00\x0f\x37\x22ab12\x00\x00\x11\x13\x37\x25\x00\x0f\x3a"
ANSWERS = [
    RealTime(0x12),
    Pushed(b"\x14\x00\x00\x0f"),
    ProcessDone(b"ab12"),
    Transmitted(0x00),
    Transmitted(0x0F),
    RealTime(0x3A),
]


@given(st.lists(st.integers(0, len(TALK))))
def test_answers_are_the_same_in_any_pieces(cuts):
    reader = AnswerReader()
    edges = [0, *sorted(cuts), len(TALK)]
    answers = [answer for start, end in pairwise(edges) for answer in reader.feed(TALK[start:end])]

    assert answers == ANSWERS


@given(st.binary())
def test_noise_breaks_nothing(noise):
    AnswerReader().feed(noise)


@pytest.mark.parametrize(
    ("condition", "troubles"),
    [
        (Condition(), set()),
        (Condition(paper=Paper.LOW), {Trouble.PAPER_LOW}),
        (Condition(paper=Paper.OUT), {Trouble.PAPER_LOW, Trouble.PAPER_OUT}),
        (Condition(is_cover_open=True), {Trouble.COVER_OPEN}),
        (Condition(is_knife_jammed=True), {Trouble.CUTTER}),
        (Condition(is_broken=True), {Trouble.UNRECOVERABLE}),
    ],
)
def test_what_the_sensors_see_is_what_is_understood(condition, troubles):
    asked = [real_time_troubles(n, status.real_time(n, condition)) for n in (2, 3, 4)]

    assert frozenset().union(*asked) == troubles
    assert pushed_troubles(status.pushed(condition)) == troubles


@pytest.mark.parametrize(
    ("question", "mask", "trouble"),
    [
        (1, 0x08, Trouble.OFFLINE),
        (2, 0x04, Trouble.COVER_OPEN),
        (2, 0x20, Trouble.PAPER_OUT),
        (3, 0x08, Trouble.CUTTER),
        (3, 0x20, Trouble.UNRECOVERABLE),
        (4, 0x04, Trouble.PAPER_LOW),
        (4, 0x08, Trouble.PAPER_LOW),
        (4, 0x20, Trouble.PAPER_OUT),
        (4, 0x40, Trouble.PAPER_OUT),
    ],
)
def test_each_bit_of_an_answer_is_a_trouble_by_itself(question, mask, trouble):
    assert real_time_troubles(question, 0x12 | mask) == {trouble}


@pytest.mark.parametrize(
    ("place", "mask", "trouble"),
    [
        (0, 0x20, Trouble.COVER_OPEN),
        (1, 0x08, Trouble.CUTTER),
        (1, 0x20, Trouble.UNRECOVERABLE),
        (2, 0x01, Trouble.PAPER_LOW),
        (2, 0x02, Trouble.PAPER_LOW),
        (2, 0x04, Trouble.PAPER_OUT),
        (2, 0x08, Trouble.PAPER_OUT),
    ],
)
def test_each_bit_of_a_pushed_status_is_a_trouble_by_itself(place, mask, trouble):
    push = bytearray(b"\x14\x00\x00\x0f")
    push[place] |= mask
    assert pushed_troubles(bytes(push)) == {trouble}


def test_the_status_bytes_of_a_healthy_printer_are_those_of_the_manual():
    asked = [status.real_time(question, Condition()) for question in (1, 2, 3, 4)]

    assert asked == [0x16, 0x12, 0x12, 0x12]
    assert status.pushed(Condition()) == bytes.fromhex("1400000f")


def test_the_status_bytes_of_a_printer_without_paper_are_those_of_the_manual():
    empty = Condition(paper=Paper.OUT)
    asked = [status.real_time(question, empty) for question in (1, 2, 3, 4)]

    assert asked == [0x1E, 0x32, 0x12, 0x7E]
    assert status.pushed(empty) == bytes.fromhex("1c000f0f")
    assert status.paper(empty) == 0x0F
