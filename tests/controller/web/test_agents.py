from functools import partial

import pytest

from controller.hall.commands import IssueTicket, OpenCounter
from controller.morning import empty_hall
from controller.reception import Reception
from controller.rulebook import Rulebook
from tests.controller.web.asking import ask, request_id, take
from tests.controller.web.browsing import browser
from tests.controller.web.conftest import MORNING


def test_an_agent_gets_the_desk_on_connecting(house, said):
    desk = said(house.person("amina"), "desk")[-1]

    assert (desk["agent"], desk["counter"], desk["free_counters"]) == (
        "amina",
        None,
        [1, 2, 3, 4, 5, 6],
    )


def test_a_visitor_is_called_started_and_finished(house, said):
    kiosk, agent = house.device("entrance"), house.person("amina")
    take(kiosk)

    answers = [ask(agent, "/agents", "open", counter=4)]
    answers += [ask(agent, "/agents", each) for each in ("call_next", "recall", "start", "finish")]

    assert answers[1] == {"seq": 3, "ticket": "B001"}
    assert [answers[0], *answers[2:]] == [{"seq": seq} for seq in (2, 4, 5, 6)]
    assert said(agent, "desk")[-1]["ticket"] is None


def test_the_desk_comes_to_all_the_tablets_of_an_agent(house, said):
    one, other = house.person("amina"), house.person("amina")
    said(other, "desk")

    ask(one, "/agents", "open", counter=2)

    assert said(other, "desk")[-1]["counter"] == 2


def test_a_no_show_frees_the_counter(house):
    kiosk, agent = house.device("entrance"), house.person("amina")
    take(kiosk)
    ask(agent, "/agents", "open", counter=4)
    ask(agent, "/agents", "call_next")

    assert ask(agent, "/agents", "no_show") == {"seq": 4}
    assert ask(agent, "/agents", "close") == {"seq": 5}


def test_a_transferred_ticket_waits_for_the_other_service(house, said):
    kiosk, agent = house.device("entrance"), house.person("amina")
    take(kiosk)
    for event, data in (("open", {"counter": 4}), ("call_next", {}), ("start", {})):
        ask(agent, "/agents", event, **data)
    agent.queue.clear()

    assert ask(agent, "/agents", "transfer", service="tnb") == {"seq": 5}
    waiting = {each["service"]: each["waiting"] for each in said(agent, "desk")[-1]["waiting"]}
    assert (waiting["tnb"], waiting["legalisation"]) == (1, 0)


def test_an_agent_gives_a_ticket_as_a_kiosk_does(house, said):
    agent = house.person("amina")
    wish = {"service": "legalisation", "language": "fr", "then": ["tnb"], "quantity": 3}

    slip = ask(agent, "/agents", "take_ticket", **wish)

    assert {name: slip[name] for name in wish} == wish
    assert (slip["ticket"], slip["ahead"]) == ("B001", 0)
    assert said(agent, "desk")[-1]["counter"] is None


def test_an_agent_gives_no_class_that_nobody_may_declare(house):
    wish = {"service": "legalisation", "language": "fr", "priority": "appointment"}
    answer = ask(house.person("amina"), "/agents", "take_ticket", **wish)
    assert (answer["refused"], house.seq()) == ("bad_request", 0)


def test_the_code_of_a_ticket_that_was_given_is_drawn_for_the_staff_alone(house):
    slip = ask(house.person("amina"), "/agents", "take_ticket", service="tnb", language="ar")
    address = f"/agent/code/{slip['url'].rpartition('/')[2]}"
    assert browser(house).get(address).status_code == 302

    drawn = browser(house, "amina").get(address)

    assert (drawn.mimetype, drawn.text[:5]) == ("image/svg+xml", "<svg ")
    assert browser(house, "amina").get("/agent/code/B001AAAAAA").status_code == 404


def test_the_same_request_again_gets_the_first_answer_and_calls_nobody_else(house):
    kiosk, agent = house.device("entrance"), house.person("amina")
    take(kiosk)
    take(kiosk)
    ask(agent, "/agents", "open", counter=4)
    request = request_id()

    first = ask(agent, "/agents", "call_next", request=request)
    ask(agent, "/agents", "no_show")
    again = ask(agent, "/agents", "call_next", request=request)

    assert first == again == {"seq": 4, "ticket": "B001"}
    assert house.seq() == 5


def test_a_repeated_close_gets_its_first_answer_though_the_counter_is_gone(house):
    agent = house.person("amina")
    ask(agent, "/agents", "open", counter=4)
    request = request_id()

    first = ask(agent, "/agents", "close", request=request)

    assert ask(agent, "/agents", "close", request=request) == first == {"seq": 2}


def test_nobody_gets_the_answer_to_the_request_of_another(house):
    amina, karim = house.person("amina"), house.person("karim")
    request = request_id()

    ask(amina, "/agents", "open", counter=1, request=request)

    assert ask(karim, "/agents", "open", counter=2, request=request) == {"seq": 2}


@pytest.mark.parametrize(
    ("event", "data", "code"),
    [
        ("call_next", {}, "counter_not_open"),
        ("close", {}, "counter_not_open"),
        ("start", {}, "counter_not_open"),
        ("open", {"counter": 99}, "unknown_counter"),
        ("open", {"counter": 1, "services": ["nothing"]}, "unknown_service"),
    ],
)
def test_a_refusal_is_an_answer_and_changes_nothing(house, event, data, code):
    agent = house.person("amina")

    assert ask(agent, "/agents", event, **data) == {"refused": code, "why": ""}
    assert house.seq() == 0


def test_each_moment_has_its_refusals(house):
    kiosk, amina, karim = house.device("entrance"), house.person("amina"), house.person("karim")

    def code(agent, event, **data):
        return ask(agent, "/agents", event, **data)["refused"]

    ask(amina, "/agents", "open", counter=4)
    assert code(karim, "open", counter=4) == "counter_busy"
    assert code(amina, "open", counter=5) == "agent_elsewhere"
    assert code(amina, "call_next") == "nobody_waiting"
    assert code(amina, "start") == "counter_idle"
    take(kiosk)
    ask(amina, "/agents", "call_next")
    assert code(amina, "close") == "counter_busy"
    assert code(amina, "finish") == "wrong_moment"
    ask(amina, "/agents", "start")
    assert code(amina, "transfer", service="legalisation") == "same_service"


def test_an_agent_who_sat_down_through_another_process_may_call_here_at_once(house, pack):
    agent = house.person("amina")
    elsewhere = Reception(
        house.journal, partial(empty_hall, pack, Rulebook()), lambda: MORNING, pack.hall.zone
    )
    elsewhere.execute(OpenCounter(4, "amina"))
    elsewhere.execute(IssueTicket("legalisation"))

    assert ask(agent, "/agents", "call_next") == {"seq": 3, "ticket": "B001"}
