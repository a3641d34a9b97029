from datetime import UTC, datetime, time

import pytest

from display.quiet_hours import QuietHours, volume

NOON = QuietHours(time(12), time(14), decibels=-6)
PRAYER = QuietHours(time(13), time(13, 30), is_silent=True)
NIGHT = QuietHours(time(22), time(6), decibels=-20)


@pytest.mark.parametrize(
    ("hour", "expected"),
    [
        ((11, 59), 1.0),
        ((12, 0), 10 ** (-6 / 20)),
        ((13, 0), 0.0),
        ((13, 30), 10 ** (-6 / 20)),
        ((14, 0), 1.0),
        ((22, 0), 0.1),
        ((5, 59), 0.1),
        ((6, 0), 1.0),
    ],
)
def test_the_quietest_hours_of_the_moment_count(hour, expected):
    assert volume((NOON, PRAYER, NIGHT), datetime(2026, 5, 4, *hour, tzinfo=UTC)) == pytest.approx(
        expected
    )


def test_while_the_halls_time_is_not_known_the_voice_is_full():
    assert volume((PRAYER,), None) == 1.0
