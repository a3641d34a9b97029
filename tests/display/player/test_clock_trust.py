"""What a screen's time is worth."""

from datetime import UTC, datetime, timedelta

import pytest

from display.player.clock_trust import ClockFacts, clock_trust
from display.player.machine import battery_clock, is_power_weak, is_synchronised, warmth

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
LONG_AGO = datetime(1970, 1, 1, 0, 3, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("facts", "trust"),
    [
        (ClockFacts(NOW, has_heard=False, is_synchronised=False), "none"),
        (ClockFacts(NOW, has_heard=True, is_synchronised=False), "controller"),
        (ClockFacts(LONG_AGO, has_heard=True, is_synchronised=False, past=NOW), "controller"),
        (ClockFacts(NOW, has_heard=False, is_synchronised=True), "ntp"),
        (ClockFacts(NOW, has_heard=False, is_synchronised=True, past=NOW + HOUR), "none"),
        (ClockFacts(NOW, has_heard=False, is_synchronised=False, battery=NOW), "rtc"),
        (ClockFacts(NOW, has_heard=False, is_synchronised=False, battery=NOW - HOUR), "none"),
        (ClockFacts(LONG_AGO, False, False, LONG_AGO, past=NOW), "none"),
        (ClockFacts(NOW, False, False, NOW, past=NOW - HOUR), "rtc"),
    ],
)
def test_a_guessed_time_is_called_a_guess(facts, trust):
    assert clock_trust(facts).value == trust


def put(folder, **files):
    folder.mkdir(parents=True)
    for name, text in files.items():
        (folder / name).write_text(f"{text}\n")


def test_what_linux_tells_is_read(tmp_path):
    put(tmp_path / "class/rtc/rtc0", since_epoch=int(NOW.timestamp()))
    put(tmp_path / "class/thermal/thermal_zone0", temp=48312)
    put(tmp_path / "class/thermal/thermal_zone1", temp=81500)
    put(tmp_path / "class/hwmon/hwmon0", name="cpu_thermal")
    put(tmp_path / "class/hwmon/hwmon1", name="rpi_volt", in0_lcrit_alarm=1)

    assert battery_clock(tmp_path) == NOW
    assert warmth(tmp_path) == 81.5
    assert is_power_weak(tmp_path) is True


def test_what_is_absent_is_not_told(tmp_path):
    put(tmp_path / "class/thermal/thermal_zone0", temp="not a number")

    assert battery_clock(tmp_path) is None
    assert warmth(tmp_path) is None
    assert is_power_weak(tmp_path) is None


def test_the_kernel_says_whether_its_clock_is_kept_right():
    assert is_synchronised() in {True, False}
