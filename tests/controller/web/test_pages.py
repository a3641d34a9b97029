import json
import re
from collections import Counter
from datetime import timedelta

import gevent
import pytest

from controller.hall.ids import TicketNumber
from tests.controller.web.asking import ask, take
from tests.controller.web.browsing import browser, submit
from wire.messages import LANGUAGES


def page(house, address, name="", language="en"):
    return browser(house, name, language).get(address, follow_redirects=True)


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


@pytest.mark.parametrize("name", ["\ud800", "amina\u0000", "x" * 300])
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


# -- The ticket's page --


def path_of(slip):
    return slip["url"].removeprefix("HTTP://HALL.EXAMPLE")


def test_a_visitor_follows_the_ticket_to_its_end(house):
    kiosk, agent = house.device("entrance"), house.person("amina")
    take(kiosk)
    address = path_of(take(kiosk))
    visitor = browser(house)
    told = [visitor.get(address).text]
    ask(agent, "/agents", "open", counter=4)
    for event in ("call_next", "no_show", "call_next", "start", "finish"):
        ask(agent, "/agents", event)
        told.append(visitor.get(address).text)

    sentences = [
        "1\u2069 person ahead of you",
        "Nobody is ahead of you",
        "Nobody is ahead of you",
        "It is your turn: please go to counter \u20664",
        "You are being served at counter \u20664",
        "Your request has been dealt with",
    ]
    assert [sentence in text for sentence, text in zip(sentences, told, strict=True)] == [True] * 6
    assert ["http-equiv" in text for text in told] == [True] * 5 + [False]


def test_a_visitor_may_get_ready_until_the_call(house):
    kiosk, agent = house.device("entrance"), house.person("amina")
    address = path_of(take(kiosk))
    behind = path_of(take(kiosk))
    sentence = "Get ready: you will soon be called to counter \u20664\u2069"
    ask(agent, "/agents", "open", counter=4)
    ask(agent, "/agents", "pre_call")

    told, next_one = page(house, address).text, page(house, behind).text
    ask(agent, "/agents", "call_next")
    called = page(house, address).text

    assert [sentence in text for text in (told, next_one, called)] == [True, False, False]
    assert ["follow-ready" in text for text in (told, next_one, called)] == [True, False, False]
    assert ("Nobody is ahead of you" in told, "http-equiv" in told) == (False, True)


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("ar", ["استعدوا: سينادى على رقمكم قريبا للتوجه إلى الشباك \u20664\u2069"]),
        ("fr", ["Préparez-vous : votre numéro sera bientôt appelé au guichet \u20664\u2069"]),
        ("zgh", ["استعدوا: سينادى على رقمكم", "votre numéro sera bientôt appelé"]),
    ],
)
def test_who_may_get_ready_reads_so_in_the_chosen_language(house, language, sentences):
    agent = house.person("amina")
    address = path_of(take(house.device("entrance")))
    ask(agent, "/agents", "open", counter=4)
    ask(agent, "/agents", "pre_call")

    text = page(house, address, language=language).text.replace("\u00a0", " ")

    assert [each in text for each in sentences] == [True] * len(sentences)


def test_who_was_told_to_get_ready_reads_so_no_more_once_the_counter_is_closed(house):
    agent = house.person("amina")
    address = path_of(take(house.device("entrance")))
    ask(agent, "/agents", "open", counter=4)
    ask(agent, "/agents", "pre_call")
    ask(agent, "/agents", "close")

    text = page(house, address).text

    assert ("Get ready" in text, "Nobody is ahead of you" in text) == (False, True)


def test_a_visitor_who_waits_is_told_which_documents_to_have_ready(house):
    kiosk, agent = house.device("entrance"), house.person("amina")
    address = path_of(take(kiosk))
    document = "The document to be legalised"

    waiting = page(house, address).text
    ask(agent, "/agents", "open", counter=4)
    ask(agent, "/agents", "call_next")

    assert (document in waiting, document in page(house, address).text) == (True, False)


def test_the_page_of_an_unknown_ticket_says_why_and_does_not_lead_to_the_staff(house):
    text = page(house, "/T/B001AAAAAA").text

    assert "A ticket can be followed only on the day it was taken." in text
    assert 'href="/"' not in text


def test_a_demonstration_says_so_where_the_staff_signs_in(house):
    assert "Demonstration: this commune does not exist" in page(house, "/sign-in").text


def test_the_address_of_a_ticket_works_in_small_letters_too(house):
    address = path_of(take(house.device("entrance")))

    assert page(house, address.lower()).status_code == 200


@pytest.mark.parametrize(
    "code", ["B001AAAAAA", "B001", "", "A" * 300, "B002" + "A" * 6, "%00", "ب"]
)
def test_a_code_that_is_guessed_shows_nothing(house, code):
    take(house.device("entrance"))

    assert page(house, f"/T/{code}").status_code == 404


def test_yesterdays_code_shows_nothing(house, clock):
    address = path_of(take(house.device("entrance")))
    clock[0] += timedelta(days=1)
    take(house.device("entrance"))

    assert page(house, address).status_code == 404


def test_a_code_belongs_to_its_hall_and_day(house, clock):
    today = clock[0].date()

    code = house.codes.code(TicketNumber("A001"), today)

    assert house.codes.ticket(code, today) == "A001"
    assert house.codes.ticket(code, today + timedelta(days=1)) is None
