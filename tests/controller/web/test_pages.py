"""Who sees which page, and in which language."""

import json
import re
from collections import Counter

import gevent
import pytest

from tests.controller.web.asking import ask, take
from tests.controller.web.browsing import browser, page, submit
from wire.messages import LANGUAGES


@pytest.mark.parametrize("address", ["/", "/agent", "/supervisor"])
def test_who_has_not_signed_in_is_sent_to_the_sign_in_page(house, address):
    answer = browser(house).get(address)

    assert (answer.status_code, answer.location.split("?")[0]) == (302, "/sign-in")


@pytest.mark.parametrize(("name", "shown"), [("amina", "Call next"), ("salma", "Service level")])
def test_everybody_comes_to_the_page_of_their_role(house, name, shown):
    assert shown in page(house, "/", name).text


@pytest.mark.parametrize(("name", "address"), [("amina", "/supervisor"), ("salma", "/agent")])
def test_nobody_sees_the_page_of_another_role(house, name, address):
    assert page(house, address, name).status_code == 403


@pytest.mark.parametrize(("month", "offset"), [(6, 3600.0), (11, 0.0)])
def test_the_page_learns_the_halls_offset_for_tablets_with_old_time_zones(
    house, clock, month, offset
):
    clock[0] = clock[0].replace(year=2026, month=month)

    data = re.search(r'id="page-data">(.*?)</script>', page(house, "/", "salma").text).group(1)

    assert json.loads(data)["offset"] == offset


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "address"), [("", "/sign-in"), ("amina", "/"), ("salma", "/")])
def test_every_page_is_made_in_every_language(house, name, address, language):
    answer = page(house, address, name, language)

    direction = "rtl" if language == "ar" else "ltr"
    assert answer.status_code == 200
    assert f'<html lang="{language}" dir="{direction}">' in answer.text


def test_tamazight_that_is_not_sure_gives_arabic_and_french(house):
    text = page(house, "/sign-in", language="zgh").text

    assert '<span lang="ar" dir="rtl">كلمة المرور</span>' in text
    assert '<span lang="fr" dir="ltr">Mot de passe</span>' in text


def test_the_page_is_in_the_persons_own_language_when_none_was_chosen(house):
    client = house.app.test_client()
    submit(client, "/sign-in", name="karim", password="correct horse")

    assert '<html lang="fr"' in client.get("/agent").text


def test_the_language_that_was_chosen_is_forgotten_on_signing_out(house):
    client = browser(house, "karim", "en")
    submit(client, "/sign-out")
    submit(client, "/sign-in", name="karim", password="correct horse")

    assert '<html lang="fr"' in client.get("/agent").text


@pytest.mark.parametrize(
    "elsewhere",
    [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "/./evil.example",
    ],
)
def test_the_language_switch_leads_nowhere_else(house, elsewhere):
    answer = browser(house).get("/language/fr", query_string={"next": elsewhere})

    assert answer.location == "/"


def test_an_unknown_language_changes_nothing(house):
    assert "Set-Cookie" not in browser(house).get("/language/xx").headers


def test_a_wrong_password_is_told_and_lets_nobody_in(house):
    client = browser(house)

    answer = submit(client, "/sign-in", name="amina", password="wrong")

    assert answer.status_code == 401
    assert "The name or the password is wrong." in answer.text
    assert client.get("/agent").status_code == 302


def test_a_form_without_its_token_is_refused(house):
    answer = browser(house).post("/sign-in", data={"name": "amina", "password": "correct horse"})

    assert answer.status_code == 400


@pytest.mark.parametrize("name", ["\ud800", "x" * 300])
def test_a_name_that_nobody_can_have_is_answered_like_a_wrong_one(house, name):
    answer = house.app.test_client().post("/api/sign-in", json={"name": name, "password": "p"})

    assert (answer.status_code, answer.get_json()) == (401, {"refused": "wrong_name_or_password"})


def test_data_nested_too_deeply_are_refused(house):
    answer = house.app.test_client().post(
        "/api/sign-in", data="[" * 50_000, content_type="application/json"
    )

    assert (answer.status_code, answer.get_json()["refused"]) == (400, "bad_request")


def test_ten_wrong_passwords_and_the_address_must_wait(house):
    client = house.app.test_client()
    wrong = {"name": "amina", "password": "wrong"}

    answers = [client.post("/api/sign-in", json=wrong).status_code for _ in range(11)]
    late = client.post("/api/sign-in", json={"name": "amina", "password": "correct horse"})

    assert answers == [401] * 10 + [429]
    assert (late.status_code, late.get_json()["refused"]) == (429, "too_many_attempts")


def test_wrong_passwords_at_the_same_moment_are_counted_too(house):
    wrong = {"name": "amina", "password": "wrong"}
    jobs = [
        gevent.spawn(house.app.test_client().post, "/api/sign-in", json=wrong) for _ in range(30)
    ]

    answers = Counter(job.get().status_code for job in gevent.joinall(jobs))

    assert answers == {401: 10, 429: 20}


def test_all_the_tablets_of_an_address_may_sign_in_at_the_same_moment(house, monkeypatch):
    verify = house.people.verify

    def at_leisure(name, password):
        gevent.sleep(0.01)  # as the controller, which checks in a thread
        return verify(name, password)

    monkeypatch.setattr(house.people, "verify", at_leisure)
    right = {"name": "amina", "password": "correct horse"}
    jobs = [
        gevent.spawn(house.app.test_client().post, "/api/sign-in", json=right) for _ in range(14)
    ]

    assert {job.get().status_code for job in gevent.joinall(jobs)} == {200}


def test_right_passwords_are_not_counted(house):
    right = {"name": "amina", "password": "correct horse"}
    client = house.app.test_client()

    answers = {client.post("/api/sign-in", json=right).status_code for _ in range(25)}

    assert answers == {200}


def test_a_cookie_lets_a_browser_connect(house, said):
    client = house.connect("/agents", browser=browser(house, "amina"))

    assert said(client, "desk")[-1]["agent"] == "amina"


@pytest.mark.parametrize("address", ["/sign-in", "/health", "/nowhere", "/static/css/frame.css"])
def test_every_answer_forbids_what_comes_from_elsewhere(house, address):
    policy = house.app.test_client().get(address).headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_a_page_that_does_not_exist_is_told(house):
    answer = page(house, "/nowhere")

    assert (answer.status_code, "There is no such page" in answer.text) == (404, True)


def test_health_tells_the_seq(house):
    take(house.device("entrance"))

    assert house.app.test_client().get("/health").get_json() == {
        "status": "ok",
        "seq": 1,
        "waiting": 1,
    }


def test_metrics_count_commands_refusals_and_connections(house):
    agent = house.person("amina")
    ask(agent, "/agents", "open", counter=1)
    ask(agent, "/agents", "call_next")

    text = house.app.test_client().get("/metrics").text

    assert 'nouba_refusals_total{code="nobody_waiting"} 1.0' in text
    assert 'nouba_command_seconds_count{command="OpenCounter"} 1.0' in text
    assert "nouba_agents 1.0" in text


def test_a_demonstration_says_so_where_the_staff_signs_in(house):
    assert "Demonstration: this commune does not exist" in page(house, "/sign-in").text
