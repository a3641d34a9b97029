"""Messages survive the journey, and bad ones are told what is wrong with them."""

from datetime import UTC, datetime

import pytest

from wire.codec import BadMessage, decode, encode
from wire.messages import Board, Row, Shown, TakeTicket, TicketState

BOARD = Board(
    seq=7,
    at=datetime(2026, 3, 2, 9, 30, tzinfo=UTC),
    rows=(Row("A001", "birth_copy", 3, 2, TicketState.CALLED, "ar"),),
    waiting=4,
)


def test_a_message_comes_back_as_it_went() -> None:
    assert decode(Board, encode(BOARD)) == BOARD


def test_times_go_out_in_utc() -> None:
    assert encode(BOARD)["at"] == "2026-03-02T09:30:00Z"


def test_unknown_fields_are_ignored() -> None:
    assert decode(Shown, {"seq": 3, "colour": "green"}) == Shown(3, ())


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({"request": "r", "service": "s"}, "language: Field required"),
        (
            {"request": "r", "service": "s", "language": "es"},
            "language: Input should be 'ar', 'zgh', 'fr' or 'en'",
        ),
        (
            {"request": 5, "service": "s", "language": "ar"},
            "request: Input should be a valid string",
        ),
        (None, "message: Input should be a dictionary or an instance of TakeTicket"),
        ("junk", "message: Input should be a dictionary or an instance of TakeTicket"),
    ],
)
def test_what_is_wrong_is_told(data: object, told: str) -> None:
    with pytest.raises(BadMessage) as error:
        decode(TakeTicket, data)

    assert str(error.value) == told


@pytest.mark.parametrize("data", ["\0", {"request": "a\0b"}, {"then": [["tnb", "\0"]]}])
def test_no_text_may_have_what_a_database_cannot_keep(data: object) -> None:
    with pytest.raises(BadMessage) as error:
        decode(TakeTicket, data)

    assert str(error.value) == "a text has a NUL character (U+0000)"
