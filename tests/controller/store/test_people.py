"""Who may sign in."""

import pytest
from argon2 import PasswordHasher
from sqlalchemy import Engine

from controller.identity import Person
from controller.store.people import People

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

    with pytest.raises(ValueError, match="there is already a person named amina"):
        people.add(AMINA, "another horse")


def test_a_short_password_is_refused(people: People) -> None:
    with pytest.raises(ValueError, match="fewer than 8 characters"):
        people.add(AMINA, "horse")
    assert people.list() == ()


@pytest.mark.parametrize("name", ["", "  ", "x" * 41, "ami\nna", " amina", "ami\x00na"])
def test_a_name_that_nobody_could_type_is_refused(people: People, name: str) -> None:
    with pytest.raises(ValueError, match="the name"):
        people.add(Person(name, "Amina", "agent", "ar"), "correct horse")
    assert people.list() == ()


def test_a_name_of_40_characters_is_not_too_long(people: People) -> None:
    longest = Person("x" * 40, "y" * 80, "agent", "ar")

    people.add(longest, "correct horse")

    assert people.verify("x" * 40, "correct horse") == longest


def test_who_is_removed_is_found_nowhere(people: People) -> None:
    people.add(AMINA, "correct horse")

    people.remove("amina")

    assert people.verify("amina", "correct horse") is None
    assert people.list() == ()


def test_who_was_removed_comes_back_as_they_are_now(people: People) -> None:
    people.add(AMINA, "correct horse")
    people.remove("amina")
    now = Person("amina", "Amina El Idrissi", "supervisor", "fr")

    people.add(now, "another horse")

    assert people.list() == (now,)
    assert people.verify("amina", "correct horse") is None
    assert people.verify("amina", "another horse") == now


def test_nobody_is_removed_twice_or_gets_a_password_afterwards(people: People) -> None:
    people.add(AMINA, "correct horse")
    people.remove("amina")

    with pytest.raises(ValueError, match="there is no person named amina"):
        people.remove("amina")
    with pytest.raises(ValueError, match="there is no person named amina"):
        people.set_password("amina", "another horse")


def test_a_new_password_replaces_the_old_one(people: People) -> None:
    people.add(AMINA, "correct horse")

    people.set_password("amina", "another horse")

    assert people.verify("amina", "correct horse") is None
    assert people.verify("amina", "another horse") == AMINA
