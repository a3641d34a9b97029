"""A visitor says on the telephone how a service was, without a name."""

from datetime import timedelta

import pytest

from controller.hall.events import VisitRated
from controller.hall.rules import Rules
from controller.reception import Entry
from controller.rulebook import Rulebook
from tests.controller.web.asking import ask, take
from tests.controller.web.browsing import browser, submit

QUESTION, THANKS = "How was the service?", "Thank you for your answer"


@pytest.fixture
def served(house):
    """Return the address of a ticket whose service was just finished."""
    kiosk, agent = house.device("entrance"), house.person("amina")
    address = take(kiosk)["url"].removeprefix("HTTP://HALL.EXAMPLE")
    ask(agent, "/agents", "open", counter=4)
    for event in ("call_next", "start", "finish"):
        ask(agent, "/agents", event)
    return address


def answers(house, clock) -> list[Entry]:
    day = clock[0].date()
    return [each for each in house.journal.read(day, 0) if isinstance(each.fact.event, VisitRated)]


def test_nobody_is_asked_before_the_service_is_finished(house) -> None:
    address = take(house.device("entrance"))["url"].removeprefix("HTTP://HALL.EXAMPLE")

    assert QUESTION not in browser(house).get(address).text
    assert submit(browser(house), f"{address}/rate", face="5").status_code == 303


def test_a_visitor_answers_and_then_says_what_it_is_about(house, served, clock) -> None:
    telephone = browser(house)
    assert QUESTION in telephone.get(served).text

    submit(telephone, f"{served}/rate", face="2")
    text = telephone.get(served).text
    assert (THANKS in text, QUESTION in text, "The waiting time" in text) == (True, False, True)
    submit(telephone, f"{served}/rate", face="2", about="wait")

    kept = [
        (e.fact.event.service, e.fact.event.face, e.fact.event.about) for e in answers(house, clock)
    ]
    assert kept == [("legalisation", 2, None), ("legalisation", 2, "wait")]
    assert {entry.request[:7] for entry in answers(house, clock)} == {"v:B001:"}


def test_what_a_visitor_writes_is_not_kept(house, served, clock) -> None:
    submit(browser(house), f"{served}/rate", face="4", about="I am Samir, 0612345678")

    assert [entry.fact.event.about for entry in answers(house, clock)] == [None]


@pytest.mark.parametrize("face", ["", "0", "6", "very good", "5\u0665"])
def test_there_are_five_faces(house, served, clock, face) -> None:
    assert submit(browser(house), f"{served}/rate", face=face).status_code == 400
    assert answers(house, clock) == []


def test_an_hour_later_nobody_is_asked_any_more(house, served, clock) -> None:
    clock[0] += timedelta(minutes=60)

    assert QUESTION not in browser(house).get(served).text
    submit(browser(house), f"{served}/rate", face="5")
    assert answers(house, clock) == []


def test_another_site_cannot_answer(house, served, clock) -> None:
    assert browser(house).post(f"{served}/rate", data={"face": "1"}).status_code == 400
    assert answers(house, clock) == []


@pytest.mark.parametrize("rulebook", [Rulebook(Rules(rating=timedelta(0)))])
def test_a_hall_may_ask_nobody(house, served) -> None:
    assert QUESTION not in browser(house).get(served).text


@pytest.mark.parametrize(
    ("language", "words"),
    [("ar", "كيف كانت الخدمة؟"), ("fr", "Comment était le service"), ("zgh", "كيف كانت الخدمة؟")],
)
def test_it_is_asked_in_the_visitors_language(house, served, language, words) -> None:
    assert words in browser(house, language=language).get(served).text
