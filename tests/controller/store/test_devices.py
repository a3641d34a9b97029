"""Which device may connect."""

import pytest
from sqlalchemy import Engine

from controller.identity import Device
from controller.store.devices import Devices

KIOSK, SCREEN = Device("kiosk 1", "kiosk"), Device("screen 1", "screen")


def test_a_device_is_known_by_its_token(engine: Engine) -> None:
    devices = Devices(engine)
    tokens = [devices.add(KIOSK), devices.add(SCREEN)]

    assert [devices.find(token) for token in [*tokens, "", "wrong"]] == [KIOSK, SCREEN, None, None]
    assert devices.list() == (KIOSK, SCREEN)


def test_a_device_name_is_given_once(engine: Engine) -> None:
    Devices(engine).add(KIOSK)

    with pytest.raises(ValueError, match="there is already a device named kiosk 1"):
        Devices(engine).add(Device("kiosk 1", "screen"))


def test_a_device_that_is_removed_is_found_nowhere(engine: Engine) -> None:
    devices = Devices(engine)
    token, other = devices.add(KIOSK), devices.add(SCREEN)

    devices.remove("kiosk 1")

    assert devices.find(token) is None
    assert devices.list() == (SCREEN,)
    assert devices.standing([token, other]) == {other}


def test_a_device_that_was_removed_comes_back_with_another_token(engine: Engine) -> None:
    devices = Devices(engine)
    old = devices.add(KIOSK)
    devices.remove("kiosk 1")

    new = devices.add(Device("kiosk 1", "screen"))

    assert [devices.find(token) for token in (old, new)] == [None, Device("kiosk 1", "screen")]


def test_a_new_token_replaces_the_old_one(engine: Engine) -> None:
    devices = Devices(engine)
    old = devices.add(KIOSK)

    new = devices.renew("kiosk 1")

    assert [devices.find(token) for token in (old, new)] == [None, KIOSK]
    assert devices.standing([old, new]) == {new}


def test_a_device_that_is_gone_gets_no_token(engine: Engine) -> None:
    devices = Devices(engine)
    devices.add(KIOSK)
    devices.remove("kiosk 1")

    for change in (devices.remove, devices.renew):
        with pytest.raises(ValueError, match="there is no device named kiosk 1"):
            change("kiosk 1")
