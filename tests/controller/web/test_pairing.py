"""A new device shows a code; a supervisor enters it; nobody else comes in by it."""

from hashlib import sha256

import gevent
import pytest

from controller.fleet.pairing import ALPHABET, LASTS
from tests.controller.web.browsing import browser, submit

TOKEN = "a-token-of-its-own"


def key_of(token):
    return sha256(token.encode()).hexdigest()


@pytest.fixture
def newcomer(house):
    """Ask as a new screen does, with a token of its own."""

    def ask(token=TOKEN, kind="screen"):
        answer = house.app.test_client().post(
            "/api/pairing", json={"kind": kind, "key": key_of(token)}
        )
        return answer.get_json()

    return ask


@pytest.fixture
def salma(house):
    return browser(house, "salma", "fr")


def enter(client, code, name="lobby", **more):
    return submit(client, "/screens/pair", code=code, name=name, **more)


def test_a_code_lets_its_device_in_and_no_other(house, newcomer, salma):
    shown, other = newcomer(), newcomer("another token")
    assert (len(shown["code"]), set(shown["code"]) - set(ALPHABET)) == (6, set())
    assert shown["name"] is None
    assert newcomer()["code"] == shown["code"] != other["code"]

    answer = enter(salma, f" {shown['code'][:3].lower()}-{shown['code'][3:].lower()} ")

    assert answer.status_code == 303
    assert newcomer() == {"code": "", "seconds": 0, "name": "lobby"}
    assert newcomer("another token")["name"] is None
    house.tokens["lobby"] = TOKEN
    assert house.device("lobby").is_connected("/screens")
    assert enter(salma, shown["code"], "second").status_code == 409


def test_a_code_is_over_after_ten_minutes_and_another_is_shown(newcomer, salma, clock):
    first = newcomer()["code"]
    clock[0] += LASTS
    assert enter(salma, first).status_code == 409

    assert newcomer()["code"] != first


def test_ten_wrong_codes_and_even_the_right_one_has_to_wait(newcomer, salma):
    code = newcomer()["code"]
    for _ in range(10):
        assert "Aucun appareil n’affiche ce code" in enter(salma, "AAAAAA").get_data(as_text=True)

    assert "Trop de codes erronés" in enter(salma, code).get_data(as_text=True)
    assert newcomer()["name"] is None


@pytest.mark.parametrize(
    ("name", "more", "told"),
    [
        ("north", {}, "Un autre appareil porte ce nom"),
        ("nowhere", {"replace": "on"}, "Aucun appareil de ce nom"),
        ("entrance", {"replace": "on"}, "est d’un autre type"),
        ("x" * 41, {}, "Un nom a de 1 à 40 caractères"),
    ],
)
def test_a_name_that_cannot_be_lets_nobody_in_and_costs_no_attempt(
    newcomer, salma, name, more, told
):
    code = newcomer()["code"]
    for _ in range(11):
        assert told in enter(salma, code, name, **more).get_data(as_text=True)

    assert newcomer()["code"] == code


def test_a_new_machine_takes_over_the_name_of_a_broken_one(house, newcomer, salma):
    old = house.device("north")

    enter(salma, newcomer()["code"], "north", replace="on")

    house.tokens["north"] = TOKEN
    assert house.device("north").is_connected("/screens")
    with gevent.Timeout(5):
        while old.is_connected("/screens"):
            gevent.sleep(0.05)


def test_agents_and_strangers_enter_nothing(house, newcomer):
    code = newcomer()["code"]

    assert enter(browser(house, "amina"), code).status_code == 403
    assert enter(browser(house), code).status_code == 302
    assert newcomer()["name"] is None


@pytest.mark.parametrize(
    "wrong", [None, {}, {"kind": "screen", "key": "x"}, {"kind": "door", "key": "0" * 64}]
)
def test_what_is_no_question_is_refused(house, wrong):
    answer = house.app.test_client().post("/api/pairing", json=wrong)

    assert (answer.status_code, answer.get_json()["refused"]) == (400, "bad_request")


def test_an_address_gets_sixty_codes_an_hour(newcomer):
    answers = [newcomer(f"token {number}") for number in range(51)]

    assert [each.get("refused") for each in answers[49:]] == [None, "too_many_attempts"]
