"""A tablet on a counter asks whom was served there how it was, and clears itself."""

from contextlib import closing
from datetime import timedelta

import gevent
import pytest

from controller.hall.events import VisitRated
from controller.identity import Device
from controller.web import live
from tests.controller.web.asking import ask, take
from tests.controller.web.browsing import browser, submit

PAGE = "/satisfaction/4"
QUESTION = "How was the service?"


@pytest.fixture
def token(house) -> str:
    return house.devices.add(Device("faces-4", "rater"))


@pytest.fixture
def tablet(house, token):
    """Return the tablet of counter 4, signed in."""
    client = browser(house)
    submit(client, PAGE, token=token)
    return client


@pytest.fixture
def serve(house):
    """Return what serves one visitor at counter 4, to the end or as far as told."""
    agent = house.person("amina")
    ask(agent, "/agents", "open", counter=4)

    def one(*steps: str) -> str:
        ticket = take(house.device("entrance"), language="en")["ticket"]
        for step in steps or ("call_next", "start", "finish"):
            ask(agent, "/agents", step)
        return ticket

    return one


def said(house, clock) -> list[tuple]:
    entries = house.journal.read(clock[0].date(), 0)
    facts = [(each.fact.event, each.request) for each in entries]
    rated = [(event, key) for event, key in facts if isinstance(event, VisitRated)]
    return [(event.ticket, event.face, event.about, key[:10]) for event, key in rated]


@pytest.mark.parametrize("written", ["", "wrong", "x" * 5000])
def test_a_tablet_without_its_token_shows_nothing(house, serve, written) -> None:
    serve()
    client = browser(house)

    assert submit(client, PAGE, token=written).status_code == 401
    assert QUESTION not in client.get(PAGE).text.split("<body")[1]
    assert client.get(f"{PAGE}/live").status_code == 403
    assert submit(client, f"{PAGE}/rate", ticket="B001", face="5").status_code == 403


def test_the_token_of_another_device_is_none(house) -> None:
    assert submit(browser(house), PAGE, token=house.tokens["entrance"]).status_code == 401


def test_it_asks_after_a_service_and_takes_one_answer(house, tablet, serve, clock) -> None:
    before = tablet.get(PAGE).text
    ticket = serve()
    asked = tablet.get(PAGE).text
    submit(tablet, f"{PAGE}/rate", ticket=ticket, face="2", about="clarity")
    submit(tablet, f"{PAGE}/rate", ticket=ticket, face="5")

    assert [f'data-ticket="{ticket}"' in text for text in (before, asked)] == [False, True]
    assert said(house, clock) == [(ticket, 2, "clarity", "r:faces-4:")]
    assert f'data-ticket="{ticket}"' not in tablet.get(PAGE).text


@pytest.mark.parametrize(
    ("steps", "asks"), [(("call_next",), True), (("call_next", "start"), False)]
)
def test_the_question_stays_until_the_next_visitor_is_served(tablet, serve, steps, asks) -> None:
    ticket = serve()
    serve(*steps)

    assert (f'data-ticket="{ticket}"' in tablet.get(PAGE).text) is asks


def test_the_question_goes_by_itself(tablet, serve, clock) -> None:
    ticket = serve()
    clock[0] += timedelta(seconds=89)
    assert f'data-ticket="{ticket}"' in tablet.get(PAGE).text
    clock[0] += timedelta(seconds=1)
    assert f'data-ticket="{ticket}"' not in tablet.get(PAGE).text


def test_another_counter_does_not_ask(house, tablet, serve, clock) -> None:
    ticket = serve()

    assert "data-ticket" not in tablet.get("/satisfaction/5").text
    submit(tablet, "/satisfaction/5/rate", ticket=ticket, face="5")
    assert said(house, clock) == []
    assert tablet.get("/satisfaction/99").status_code == 404


def test_the_supervisor_sees_whether_it_is_there(house, tablet, shown, monkeypatch) -> None:
    monkeypatch.setattr(live, "BEAT", 0.05)
    salma = house.person("salma")

    def is_on() -> list[bool]:
        devices = shown(salma, "overview")["devices"]
        return [each["is_connected"] for each in devices if each["name"] == "faces-4"]

    with closing(tablet.get(f"{PAGE}/live", buffered=False)) as answer:
        next(iter(answer.response))
        with gevent.Timeout(5):
            while is_on() != [True]:
                gevent.sleep(0.05)
    with gevent.Timeout(5):
        while is_on() != [False]:
            gevent.sleep(0.05)


def test_a_tablet_whose_token_was_renewed_is_told_to_sign_in_again(
    house, tablet, monkeypatch
) -> None:
    monkeypatch.setattr(live, "BEAT", 0.05)
    monkeypatch.setattr(live, "PACE", 0.0)
    with closing(tablet.get(f"{PAGE}/live", buffered=False)) as answer, gevent.Timeout(5):
        chunks = iter(answer.response)
        next(chunks)
        house.devices.renew("faces-4")
        rest = b"".join(chunks).decode()

    assert "event: end" in rest
