"""The light behind the glass is switched once for each change, and asked anew where it failed."""

import time

import pytest

from display import power
from display.power import PowerKeeper
from hardware.devices import open_power
from hardware.ports import DeviceError

RANDR, CEC = "wlr-randr --output HDMI-A-1", "cec-ctl -d"
ON, OFF = " --to 0 --image-view-on", " --to 0 --standby"


def until(condition):
    end = time.monotonic() + 5
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)


@pytest.fixture
def keeper(tmp_path):
    keeper = PowerKeeper(open_power(f"virtual:{tmp_path / 'light'}"))
    keeper.start()
    yield keeper
    keeper.stop()


def test_each_change_is_asked_once(keeper, tmp_path):
    file = tmp_path / "light"
    until(lambda: file.exists() and file.read_text() == "on\n")
    for is_on in (True, False, False, True):
        keeper.want(is_on=is_on)
        word = "on\n" if is_on else "off\n"
        until(lambda: file.read_text().endswith(word))  # noqa: B023 - it is over before the next

    assert file.read_text() == "on\noff\non\n"


def test_who_ends_in_the_dark_leaves_light_behind(keeper, tmp_path):
    file = tmp_path / "light"
    keeper.want(is_on=False)
    until(lambda: file.exists() and file.read_text().endswith("off\n"))
    keeper.stop()

    assert file.read_text().splitlines()[-1] == "on"


def test_a_device_that_failed_is_asked_again(monkeypatch, tmp_path):
    monkeypatch.setattr(power, "AGAIN", 0.05)
    (tmp_path / "light").mkdir()  # a folder takes no word
    keeper = PowerKeeper(open_power(f"virtual:{tmp_path / 'light'}"))
    keeper.start()
    time.sleep(0.1)
    (tmp_path / "light").rmdir()
    until((tmp_path / "light").is_file)
    keeper.stop()


@pytest.mark.parametrize(
    ("address", "on", "off"),
    [
        ("x11", "xset dpms force on", "xset dpms force off"),
        ("wayland:HDMI-A-1", f"{RANDR} --on", f"{RANDR} --off"),
        ("cec", f"{CEC} /dev/cec0{ON}", f"{CEC} /dev/cec0{OFF}"),
        ("cec:/dev/cec1", f"{CEC} /dev/cec1{ON}", f"{CEC} /dev/cec1{OFF}"),
    ],
)
def test_the_systems_own_commands_are_run(monkeypatch, tmp_path, address, on, off):
    for name in ("xset", "wlr-randr", "cec-ctl"):
        program = tmp_path / name
        program.write_text(f'#!/bin/sh\necho "{name} $*" >> {tmp_path}/run\n')
        program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    device = open_power(address)
    device.turn(is_on=True)
    device.turn(is_on=False)

    assert (tmp_path / "run").read_text().splitlines() == [on, off]


def test_a_command_that_fails_says_why(monkeypatch, tmp_path):
    program = tmp_path / "xset"
    program.write_text("#!/bin/sh\necho 'unable to open display' >&2\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")

    with pytest.raises(DeviceError, match="xset: unable to open display"):
        open_power("x11").turn(is_on=False)


@pytest.mark.parametrize("address", ["", "wayland:", "virtual:", "x11:1", "switch"])
def test_what_is_no_address_is_refused(address):
    with pytest.raises(DeviceError, match="no light can be at"):
        open_power(address)
