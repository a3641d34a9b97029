"""What lasts from a sign-in to a sign-out."""

from datetime import datetime, timedelta

import pytest
from argon2 import PasswordHasher
from sqlalchemy import Engine, select

from controller.identity import Person
from controller.store.people import People
from controller.store.sessions import Sessions
from controller.store.tables import sessions as table
from tests.controller.builders import NINE

AMINA = Person("amina", "Amina", "agent", "ar")


@pytest.fixture
def clock() -> list[datetime]:
    return [NINE]


@pytest.fixture
def people(engine: Engine) -> People:
    people = People(engine, PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    people.add(AMINA, "correct horse")
    return people


@pytest.fixture
def sessions(engine: Engine, people: People, clock: list[datetime]) -> Sessions:
    return Sessions(engine, lambda: clock[0])


def test_a_session_says_whose_it_is(sessions: Sessions) -> None:
    assert sessions.find(sessions.begin("amina")) == AMINA


def test_a_token_that_was_not_given_says_nothing(sessions: Sessions) -> None:
    sessions.begin("amina")

    assert [sessions.find(token) for token in ("", "wrong", "\ud800", "a\x00b")] == [None] * 4


def test_a_session_that_was_ended_leaves_the_others_of_its_person(sessions: Sessions) -> None:
    ended, other = sessions.begin("amina"), sessions.begin("amina")

    sessions.end(ended)

    assert [sessions.find(token) for token in (ended, other)] == [None, AMINA]
    assert sessions.standing([ended, other, "wrong"]) == {other}


def test_a_session_lasts_twelve_hours(sessions: Sessions, clock: list[datetime]) -> None:
    token = sessions.begin("amina")
    clock[0] += timedelta(hours=12) - timedelta(seconds=1)
    assert (sessions.find(token), sessions.standing([token])) == (AMINA, {token})

    clock[0] += timedelta(seconds=1)

    assert (sessions.find(token), sessions.standing([token])) == (None, frozenset())


def test_a_session_ends_when_its_person_is_removed(people: People, sessions: Sessions) -> None:
    token = sessions.begin("amina")

    people.remove("amina")

    assert (sessions.find(token), sessions.standing([token])) == (None, frozenset())


def test_who_comes_back_has_to_sign_in_again(people: People, sessions: Sessions) -> None:
    token = sessions.begin("amina")
    people.remove("amina")

    people.add(AMINA, "correct horse")

    assert sessions.find(token) is None


def test_somebody_who_is_removed_while_signing_in_gets_nothing(
    people: People, sessions: Sessions
) -> None:
    people.remove("amina")

    token = sessions.begin("amina")

    assert (sessions.find(token), sessions.standing([token])) == (None, frozenset())


def test_another_password_ends_the_sessions_of_its_person_alone(
    people: People, sessions: Sessions
) -> None:
    karim = Person("karim", "Karim", "agent", "fr")
    people.add(karim, "correct horse")
    tokens = sessions.begin("amina"), sessions.begin("karim")

    people.set_password("amina", "another horse")

    assert [sessions.find(token) for token in tokens] == [None, karim]


def test_sessions_that_are_over_are_not_kept(
    sessions: Sessions, clock: list[datetime], engine: Engine
) -> None:
    sessions.begin("amina")
    clock[0] += timedelta(hours=12)

    sessions.begin("amina")

    with engine.connect() as connection:
        assert len(connection.execute(select(table)).all()) == 1
