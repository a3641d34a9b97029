"""A machine that somebody should look after says so."""

import resource

from display.player.health import Health, examined


def test_a_machine_that_is_well(tmp_path):
    health = examined(tmp_path / "player", tmp_path)

    assert (health.warmth, health.is_power_weak, health.disk_trouble) == (None, None, "")
    assert health.free > 0
    assert health.troubles == ()
    assert list((tmp_path / "player").iterdir()) == []


def test_a_disk_that_takes_nothing_is_found(tmp_path):
    (tmp_path / "file").touch()

    assert examined(tmp_path / "file" / "player", tmp_path).troubles == ("disk",)


def test_a_disk_that_is_full_is_found(tmp_path):
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        health = examined(tmp_path, tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert health.disk_trouble == "File too large"


def test_heat_and_weak_power_are_told():
    assert Health(80.0, is_power_weak=True, disk_trouble="", free=1).troubles == ("hot", "power")
    assert Health(79.9, is_power_weak=False, disk_trouble="", free=1).troubles == ()
