"""The hall's clock follows the newest rules, whatever the machine knows."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfoNotFoundError

import pytest

from media.zone import system_version, time_zone


@pytest.mark.parametrize(
    ("day", "hours"),
    [
        (datetime(2025, 12, 1, tzinfo=UTC), 1),
        (datetime(2026, 3, 1, tzinfo=UTC), 0),  # Ramadan
        (datetime(2026, 6, 1, tzinfo=UTC), 1),
        (datetime(2026, 11, 22, tzinfo=UTC), 0),  # after the change of September 2026
    ],
)
def test_morocco_is_so_many_hours_before_utc(day, hours) -> None:
    assert day.astimezone(time_zone("Africa/Casablanca")).utcoffset() == timedelta(hours=hours)


@pytest.mark.parametrize("name", ["Africa/Nowhere", "../etc/passwd", ""])
def test_what_is_no_zone_is_refused(name) -> None:
    with pytest.raises((ZoneInfoNotFoundError, ValueError)):
        time_zone(name)


def test_a_systems_rules_have_a_version(tmp_path) -> None:
    (tmp_path / "tzdata.zi").write_text("# version 2031c\nrest\n")

    assert system_version((str(tmp_path / "missing"), str(tmp_path))) == "2031c"
    assert system_version((str(tmp_path / "missing"),)) == ""
