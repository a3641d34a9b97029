"""A start that is measured is a real one, with the whole day."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bench.hall_process import a_pack
from bench.restart import a_day, controller_on, flask_on, start_of


def test_a_process_that_starts_has_replayed_the_day(tmp_path: Path) -> None:
    facts, _ = a_day(tmp_path / "day.db", datetime.now(UTC), 3)
    ours = controller_on(tmp_path, f"sqlite:///{tmp_path}/day.db", a_pack(tmp_path, 1))
    assert start_of(ours, facts) > start_of(flask_on(tmp_path)) > 0


def test_a_start_without_the_day_is_no_measurement(tmp_path: Path) -> None:
    ours = controller_on(tmp_path, f"sqlite:///{tmp_path}/other.db", a_pack(tmp_path, 1))
    with pytest.raises(RuntimeError, match="0 facts were replayed, not 12"):
        start_of(ours, 12)
