"""A visitor shows a ticket at the kiosk: its code scanned from the paper, or typed."""

import pytest

from controller.hall.events import VisitRated
from tests.controller.web.asking import ask, take
from wire.appointment_code import LENGTH

UNKNOWN = {"refused": "unknown_ticket", "why": ""}


@pytest.fixture
def kiosk(house):
    return house.device("entrance")


@pytest.fixture
def slip(kiosk):
    take(kiosk)
    return take(kiosk, language="fr")


def code_of(slip) -> str:
    return slip["url"][-LENGTH:]


def show(kiosk, code: str):
    return ask(kiosk, "/kiosks", "check_in", code=code)


@pytest.mark.parametrize("written", [lambda s: s["url"], code_of, lambda s: s["url"].lower()])
def test_a_ticket_is_found_by_all_of_its_qr_or_by_its_letters(kiosk, slip, written) -> None:
    found = show(kiosk, written(slip))

    assert (found["slip"]["ticket"], found["slip"]["language"]) == (slip["ticket"], "fr")
    assert (found["state"], found["slip"]["ahead"], found["may_give_up"]) == ("waiting", 1, True)
    assert found["slip"]["url"] == slip["url"]


def test_nothing_is_found_by_a_part_of_a_code_or_by_another(house, kiosk, slip) -> None:
    code = code_of(slip)
    for wrong in (code[1:], code[:-1] + ("3" if code[-1] != "3" else "4"), "", slip["ticket"]):
        assert show(kiosk, wrong)["refused"] == "unknown_appointment"
        assert ask(kiosk, "/kiosks", "give_up", code=wrong) == UNKNOWN


def test_the_place_is_given_up_with_the_code_and_called_ones_are_not(house, kiosk, slip) -> None:
    found = ask(kiosk, "/kiosks", "give_up", code=code_of(slip))
    assert (found["state"], found["may_give_up"]) == ("cancelled", False)

    agent, other = house.person("amina"), take(kiosk)
    ask(agent, "/agents", "open", counter=4)
    ask(agent, "/agents", "call_next")
    ask(agent, "/agents", "no_show")
    ask(agent, "/agents", "call_next")
    found = ask(kiosk, "/kiosks", "give_up", code=code_of(other))
    assert (found["state"], found["counter"]) == ("called", 4)


def test_a_visitor_says_with_the_code_how_it_was(house, kiosk, clock) -> None:
    slip, agent = take(kiosk), house.person("amina")
    ask(agent, "/agents", "open", counter=4)
    for step in ("call_next", "start", "finish"):
        ask(agent, "/agents", step)
    assert show(kiosk, code_of(slip))["may_rate"] is True

    ask(kiosk, "/kiosks", "rate", code=code_of(slip), face=4, about="place")
    entries = house.journal.read(clock[0].date(), 0)
    said = [each for each in entries if isinstance(each.fact.event, VisitRated)]
    assert [(each.fact.event.face, each.fact.event.about) for each in said] == [(4, "place")]
    assert said[0].request.startswith("k:entrance:")


@pytest.mark.parametrize("wrong", [{"face": 6}, {"face": "5x"}, {"face": 3, "about": "Samir"}])
def test_no_other_answer_is_taken(kiosk, slip, wrong) -> None:
    told = ask(kiosk, "/kiosks", "rate", code=code_of(slip), **wrong)

    assert told["refused"] == "bad_request"
