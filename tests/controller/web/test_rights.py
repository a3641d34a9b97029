"""Who may not be here any more is cut off, and what was signed out opens nothing."""

from datetime import timedelta

import gevent
import pytest

from controller.store.engine import open_engine
from controller.store.people import People
from tests.controller.web.asking import ask, take
from tests.controller.web.browsing import browser, submit

ANOTHER = "another horse"


def is_cut_off(client, namespace):
    """Whether the client's connection ends within a second, though it does nothing."""
    with gevent.Timeout(1, False):
        while client.is_connected(namespace):
            gevent.sleep(0.005)
    return not client.is_connected(namespace)


END_OF_PEOPLE = [
    lambda house: house.people.remove("amina"),
    lambda house: house.people.set_password("amina", ANOTHER),
]
END_OF_KIOSKS = [
    lambda house: house.devices.remove("entrance"),
    lambda house: house.devices.renew("entrance"),
]
END_OF_SCREENS = [
    lambda house: house.devices.remove("north"),
    lambda house: house.devices.renew("north"),
]


@pytest.mark.parametrize("end", END_OF_PEOPLE)
def test_the_next_command_of_who_lost_the_right_is_refused(house, end):
    amina = house.person("amina")
    end(house)

    assert ask(amina, "/agents", "open", counter=4) == {"refused": "sign_in_first", "why": ""}
    assert house.seq() == 0
    assert is_cut_off(amina, "/agents")


@pytest.mark.parametrize("end", END_OF_PEOPLE)
def test_who_lost_the_right_is_cut_off_within_a_second(house, end):
    amina, karim = house.person("amina"), house.person("karim")

    end(house)

    assert is_cut_off(amina, "/agents")
    assert karim.is_connected("/agents")


def test_a_supervisor_who_lost_the_right_is_cut_off_within_a_second(house):
    salma = house.person("salma")

    house.people.remove("salma")

    assert is_cut_off(salma, "/supervisors")


@pytest.mark.parametrize("end", END_OF_KIOSKS)
def test_the_next_ticket_of_a_kiosk_that_lost_the_right_is_refused(house, end):
    kiosk = house.device("entrance")
    end(house)

    assert take(kiosk) == {"refused": "unknown_device", "why": ""}
    assert house.seq() == 0
    assert is_cut_off(kiosk, "/kiosks")


@pytest.mark.parametrize("end", END_OF_SCREENS)
def test_a_screen_that_lost_the_right_is_cut_off_within_a_second(house, end):
    north, south = house.device("north"), house.device("south")

    end(house)

    assert is_cut_off(north, "/screens")
    assert south.is_connected("/screens")


def test_who_lost_the_right_does_not_come_in_again(house):
    token = house.sign_in("amina")
    house.people.remove("amina")
    house.devices.remove("entrance")

    assert not house.connect("/agents", {"token": token}).is_connected("/agents")
    assert not house.device("entrance").is_connected("/kiosks")


@pytest.mark.parametrize("end", END_OF_PEOPLE)
def test_the_page_of_who_lost_the_right_asks_to_sign_in(house, end):
    client = browser(house, "amina")
    end(house)

    answer = client.get("/agent")

    assert (answer.status_code, answer.location) == (302, "/sign-in")
    assert not house.connect("/agents", browser=client).is_connected("/agents")


def test_nobody_who_was_removed_signs_in(house):
    house.people.remove("amina")
    credentials = {"name": "amina", "password": "correct horse"}

    assert house.app.test_client().post("/api/sign-in", json=credentials).status_code == 401


def test_a_day_later_everybody_signs_in_again(house, clock):
    client, token, amina = browser(house, "amina"), house.sign_in("amina"), house.person("amina")
    clock[0] += timedelta(hours=12)

    assert client.get("/agent").status_code == 302
    assert not house.connect("/agents", {"token": token}).is_connected("/agents")
    assert is_cut_off(amina, "/agents")


# -- Signing out --


def copied(house, client):
    """Return another browser with the same cookie."""
    thief = house.app.test_client()
    thief.set_cookie("nouba", client.get_cookie("nouba").value)
    return thief


def test_a_copied_cookie_opens_nothing_after_the_sign_out(house):
    client = browser(house, "amina")
    thief = copied(house, client)
    assert thief.get("/agent").status_code == 200

    submit(client, "/sign-out")

    assert thief.get("/agent").status_code == 302
    assert not house.connect("/agents", browser=thief).is_connected("/agents")


def test_who_signs_out_is_cut_off_and_their_other_tablets_are_not(house):
    client = browser(house, "amina")
    tablet, other = house.connect("/agents", browser=client), house.person("amina")

    submit(client, "/sign-out")

    assert is_cut_off(tablet, "/agents")
    assert other.is_connected("/agents")


def test_who_signs_in_on_a_tablet_ends_the_session_that_was_open_there(house):
    client = browser(house, "amina")
    thief = copied(house, client)

    # The form of a page that was opened before somebody signed in.
    submit(client, "/sign-in", name="karim", password="correct horse")

    assert thief.get("/agent").status_code == 302
    assert "Karim" in client.get("/agent").text


@pytest.mark.parametrize("address", ["/sign-in", "/sign-out"])
def test_nothing_in_a_cookie_survives_a_change_of_person(house, address):
    client = browser(house, "amina")
    with client.session_transaction() as session:
        session["left_behind"] = "by amina"

    submit(client, address, name="karim", password="correct horse")

    with client.session_transaction() as session:
        assert "left_behind" not in session


def test_a_program_signs_out_with_its_token(house):
    token, client = house.sign_in("amina"), house.app.test_client()

    answer = client.post("/api/sign-out", json={"token": token})

    assert (answer.status_code, answer.get_json()) == (200, {})
    assert not house.connect("/agents", {"token": token}).is_connected("/agents")
    assert client.post("/api/sign-out", json={"token": token}).status_code == 200


@pytest.mark.parametrize("body", [b"[]", b'{"token": 5}', b"[" * 50_000])
def test_a_malformed_sign_out_is_refused(house, body):
    answer = house.app.test_client().post(
        "/api/sign-out", data=body, content_type="application/json"
    )

    assert (answer.status_code, answer.get_json()["refused"]) == (400, "bad_request")


def test_another_process_can_take_the_right_away(house, url):
    amina = house.person("amina")
    elsewhere = open_engine(url)

    People(elsewhere).remove("amina")

    assert is_cut_off(amina, "/agents")
    elsewhere.dispose()


def test_who_knocks_hears_nothing_before_it_is_known_who_it_is(house, monkeypatch):
    north, kiosk = house.device("north"), house.device("entrance")
    heard = []

    def look_up_slowly(_token):
        take(kiosk)
        with gevent.Timeout(5):
            while "board" not in heard:
                gevent.sleep(0.005)
                heard.extend(each["name"] for each in north.get_received("/screens"))

    north.get_received("/screens")
    stand = house.devices.find
    monkeypatch.setattr(
        house.devices, "find", lambda t: look_up_slowly(t) if t == "wrong" else stand(t)
    )
    stranger = house.connect("/screens", {"token": "wrong"})

    assert [each for each in heard if each == "board"] == ["board"]
    assert stranger.queue == []
