"""A machine that somebody should look after says so."""

import resource
from pathlib import Path

import pytest

from display.player import firmware
from display.player.health import Health, Sources, examined

NOWHERE = Path("/nowhere")
NOTHING_TOLD = Sources(NOWHERE, NOWHERE, "no-such-program")


def test_a_machine_that_is_well(tmp_path):
    health = examined(tmp_path / "player", NOTHING_TOLD)

    assert (health.warmth, health.is_power_weak, health.disk_trouble) == (None, None, "")
    assert (health.is_slowed, health.uptime, health.memory_size) == (None, None, None)
    assert health.free > 0
    assert health.troubles == ()
    assert list((tmp_path / "player").iterdir()) == []


def test_a_disk_that_takes_nothing_is_found(tmp_path):
    (tmp_path / "file").touch()

    assert examined(tmp_path / "file" / "player", NOTHING_TOLD).troubles == ("disk",)


def test_a_disk_that_is_full_is_found(tmp_path):
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        health = examined(tmp_path, NOTHING_TOLD)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert health.disk_trouble == "File too large"


def test_heat_and_weak_power_are_told():
    assert Health(80.0, is_power_weak=True, disk_trouble="", free=1).troubles == ("hot", "power")
    assert Health(79.9, is_power_weak=False, disk_trouble="", free=1).troubles == ()


def test_what_linux_tells_of_the_machine_is_told(tmp_path):
    zone = tmp_path / "sys/class/thermal/thermal_zone0"
    zone.mkdir(parents=True)
    (zone / "temp").write_text("61350\n")
    proc = tmp_path / "proc"
    proc.mkdir()
    (proc / "uptime").write_text("350735.47 234388.90\n")
    (proc / "meminfo").write_text("MemTotal: 3884592 kB\nMemAvailable:  1024 kB\nHugePages: 0\n")

    health = examined(tmp_path, Sources(tmp_path / "sys", proc, _firmware(tmp_path, "0x50005")))

    assert (health.warmth, health.uptime) == (61.35, 350735.47)
    assert (health.memory_free, health.memory_size) == (1024 * 1024, 3884592 * 1024)
    assert (health.is_slowed, health.is_power_weak) == (True, True)


@pytest.mark.parametrize(
    ("told", "is_slowed", "is_power_weak"),
    [
        ("throttled=0x0", False, False),
        ("throttled=0x1", False, True),
        ("throttled=0x4", True, False),
        ("throttled=0x8", True, False),
        ("throttled=0x50000", False, True),
        ("throttled=0xE0000", False, False),
        ('error=1 error_msg="Command not registered"', None, None),
        ("", None, None),
    ],
)
def test_the_firmwares_bits_are_read_as_its_manual_has_them(told, is_slowed, is_power_weak):
    assert firmware.read(told) == firmware.Throttling(is_slowed, is_power_weak)


def test_a_firmware_that_may_not_be_asked_tells_nothing(tmp_path):
    program = tmp_path / "vcgencmd"
    program.write_text("#!/bin/sh\necho VCHI initialization failed >&2\nexit 255\n")
    program.chmod(0o755)

    assert firmware.asked(str(program)) == firmware.Throttling()


def _firmware(folder, bits):
    program = folder / "vcgencmd"
    program.write_text(f"#!/bin/sh\necho throttled={bits}\n")
    program.chmod(0o755)
    return str(program)
