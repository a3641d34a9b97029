"""States replace one another in the order of the hall, over midnight too."""

from datetime import UTC, datetime, timedelta

import pytest

from wire.messages import Board
from wire.order import is_older

EVENING = datetime(2026, 3, 2, 18, tzinfo=UTC)


@pytest.mark.parametrize(
    ("seq", "later", "answer"),
    [
        (299, timedelta(0), True),
        (299, timedelta(seconds=-1), True),
        (300, timedelta(seconds=-1), False),
        (301, timedelta(0), False),
        (0, timedelta(hours=14), False),
    ],
)
def test_only_a_lower_seq_that_is_not_later_is_older(seq, later, answer) -> None:
    shown = Board(300, EVENING, (), 0)

    assert is_older(Board(seq, EVENING + later, (), 0), shown) is answer
