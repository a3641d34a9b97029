"""Who may sign in, and which device may connect."""

import pytest
from argon2 import PasswordHasher
from sqlalchemy import Engine

from controller.store.devices import Device, Devices
from controller.store.people import People, Person

AMINA = Person("amina", "Amina", "agent", "ar")


@pytest.fixture
def people(engine: Engine) -> People:
    return People(engine, PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


def test_the_right_password_opens(people: People) -> None:
    people.add(AMINA, "correct horse")

    assert people.verify("amina", "correct horse") == AMINA


@pytest.mark.parametrize(
    ("name", "password"),
    [("amina", "wrong horse"), ("brahim", "correct horse"), ("amina", ""), ("brahim", "")],
)
def test_anything_else_does_not(people: People, name: str, password: str) -> None:
    people.add(AMINA, "correct horse")

    assert people.verify(name, password) is None


def test_nobody_signs_in_with_the_password_of_nobody(people: People) -> None:
    assert people.verify("brahim", "nobody's password") is None


def test_a_name_is_given_once(people: People) -> None:
    people.add(AMINA, "correct horse")

    with pytest.raises(ValueError, match="there is already a amina"):
        people.add(AMINA, "another horse")


def test_a_short_password_is_refused(people: People) -> None:
    with pytest.raises(ValueError, match="fewer than 8 characters"):
        people.add(AMINA, "horse")
    assert people.list() == ()


def test_a_device_is_known_by_its_token(engine: Engine) -> None:
    devices = Devices(engine)
    kiosk, screen = Device("kiosk 1", "kiosk"), Device("screen 1", "screen")
    tokens = [devices.add(kiosk), devices.add(screen)]

    assert [devices.find(token) for token in [*tokens, "", "wrong"]] == [kiosk, screen, None, None]
    assert devices.list() == (kiosk, screen)


def test_a_device_name_is_given_once(engine: Engine) -> None:
    Devices(engine).add(Device("kiosk 1", "kiosk"))

    with pytest.raises(ValueError, match="there is already a device kiosk 1"):
        Devices(engine).add(Device("kiosk 1", "screen"))
