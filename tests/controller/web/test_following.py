"""A visitor follows a ticket on a telephone."""

from datetime import timedelta

import pytest

from controller.hall.ids import TicketNumber
from tests.controller.web.asking import ask, take
from tests.controller.web.browsing import browser, page
from wire.appointment_code import ALPHABET, LENGTH


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


KEPT = {
    "en": (
        "Your number was called, but nobody came. Your place is kept until \u206609:15\u2069: "
        "please go to the reception desk."
    ),
    "fr": "Votre place est gardée jusqu’à \u206609:15\u2069",
    "ar": "مكانكم محفوظ إلى غاية الساعة \u206609:15\u2069",
    "zgh": "مكانكم محفوظ إلى غاية الساعة \u206609:15\u2069",
}


@pytest.fixture
def missed(house):
    """Return the page of a ticket whose visitor did not come at nine."""
    agent, address = house.person("amina"), path_of(take(house.device("entrance")))
    ask(agent, "/agents", "open", counter=4)
    for event in ("call_next", "no_show"):
        ask(agent, "/agents", event)
    return address


@pytest.mark.parametrize("language", KEPT)
def test_who_did_not_come_is_told_until_when_the_place_is_kept(house, missed, language):
    text = page(house, missed, language=language).text

    assert (KEPT[language] in text, "http-equiv" in text) == (True, True)


def test_who_comes_back_too_late_takes_a_new_ticket(house, missed, clock):
    clock[0] += timedelta(minutes=16)
    text = page(house, missed).text

    told = "Please take a new ticket, or ask at the reception desk."
    assert (told in text, "is kept until" in text, "http-equiv" in text) == (True, False, False)


def test_the_page_of_an_unknown_ticket_says_why_and_does_not_lead_to_the_staff(house):
    text = page(house, "/T/B001AAAAAA").text

    assert "A ticket can be followed only on the day it was taken." in text
    assert 'href="/"' not in text


def test_the_address_of_a_ticket_works_in_small_letters_too(house):
    address = path_of(take(house.device("entrance")))

    assert page(house, address.lower()).status_code == 200


@pytest.mark.parametrize("code", ["B001AAAAAA", "B001", "", "A" * 300, "B002" + "A" * 6, "ب"])
def test_a_code_that_is_guessed_shows_nothing(house, code):
    take(house.device("entrance"))

    assert page(house, f"/T/{code}").status_code == 404


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "This ticket is over"),
        ("fr", "n’est plus valable"),
        ("ar", "انتهت صلاحية هذه التذكرة"),
    ],
)
def test_a_code_of_the_last_week_is_told_to_be_over(house, clock, language, words):
    address = path_of(take(house.device("entrance")))
    clock[0] += timedelta(days=1)
    take(house.device("entrance"))

    told = page(house, address, language=language)

    assert (told.status_code, words in told.text, "02/03/2026" in told.text) == (410, True, True)


def test_an_older_code_shows_nothing(house, clock):
    address = path_of(take(house.device("entrance")))
    clock[0] += timedelta(days=8)

    assert page(house, address).status_code == 404


def test_who_guesses_codes_has_to_wait_and_learns_no_ticket(house):
    address, guesser = path_of(take(house.device("entrance"))), browser(house)
    statuses = [guesser.get(f"/T/B001{n:08}").status_code for n in range(40)]

    assert (statuses[:30], set(statuses[30:])) == ([404] * 30, {429})
    assert guesser.get(address).status_code == 429


def test_a_code_has_eight_letters_that_the_kiosks_keys_have(house, clock):
    codes = {house.codes.code(TicketNumber(f"A{n:03}"), clock[0].date()) for n in range(1, 500)}
    letters = [code[4:] for code in codes]

    assert len(set(letters)) == 499
    assert {len(each) for each in letters} == {LENGTH}
    assert set("".join(letters)) == set(ALPHABET)


def test_a_code_belongs_to_its_hall_and_day(house, clock):
    today = clock[0].date()

    code = house.codes.code(TicketNumber("A001"), today)

    assert house.codes.ticket(code, today) == "A001"
    assert house.codes.ticket(code, today + timedelta(days=1)) is None
