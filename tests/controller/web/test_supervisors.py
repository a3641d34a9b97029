from datetime import timedelta

from controller.store.journal import SqlJournal
from tests.controller.web.asking import ask, take


def test_a_supervisor_gets_the_overview_on_connecting(house, said):
    house.device("north")

    overview = said(house.person("salma"), "overview")[-1]

    assert overview["total"]["waiting"] == 0
    assert [(each["name"], each["is_connected"]) for each in overview["devices"]] == [
        ("entrance", False),
        ("north", True),
        ("south", False),
    ]


def test_the_overview_follows_the_hall(house, said):
    kiosk, supervisor = house.device("entrance"), house.person("salma")
    said(supervisor, "overview")

    take(kiosk)

    assert said(supervisor, "overview")[-1]["total"]["issued"] == 1


def test_the_overview_tells_what_visitors_are_told_and_what_that_was_worth(house, said):
    agent, supervisor = house.person("amina"), house.person("salma")
    ask(agent, "/agents", "open", counter=4)
    before = service(said(supervisor, "overview")[-1], "legalisation")
    take(house.device("entrance"), "legalisation")
    ask(agent, "/agents", "call_next")
    overview = said(supervisor, "overview")[-1]
    after = service(overview, "legalisation")

    assert before["wait"] == {"low": 0, "likely": 0, "high": 8}
    assert before["expecting"] == {"count": 0, "error": None, "coverage": None, "method": "age"}
    assert (after["expecting"]["count"], after["expecting"]["coverage"]) == (1, 1.0)
    assert overview["total"]["expecting"] == after["expecting"] | {"method": ""}


def service(overview, name):
    return next(each for each in overview["services"] if each["service"] == name)


def test_a_supervisor_closes_a_counter_that_was_left_open(house):
    agent, supervisor = house.person("amina"), house.person("salma")
    ask(agent, "/agents", "open", counter=4)

    assert ask(supervisor, "/supervisors", "close", counter=4) == {"seq": 2}
    assert ask(supervisor, "/supervisors", "close", counter=4)["refused"] == "counter_not_open"


def test_a_supervisor_calls_nobody(house):
    answer = ask(house.person("salma"), "/supervisors", "call_next")

    assert answer["refused"] == "bad_request"


def test_a_supervisor_frees_a_counter_whose_agent_left_with_a_ticket(house):
    agent, supervisor = house.person("amina"), house.person("salma")
    ask(agent, "/agents", "open", counter=4)
    slip = take(house.device("entrance"))
    ask(agent, "/agents", "call_next")

    assert ask(supervisor, "/supervisors", "close", counter=4)["refused"] == "counter_busy"
    assert ask(supervisor, "/supervisors", "release", counter=4) == {"seq": 5}

    ask(agent, "/agents", "open", counter=4)
    ask(agent, "/agents", "call_next")
    assert house.reception.read(lambda hall, _: hall.counters[4].ticket) == slip["ticket"]


def test_a_clock_that_is_wrong_is_told_with_what_both_clocks_say(house, clock, said, monkeypatch):
    theirs = clock[0] + timedelta(minutes=10)
    monkeypatch.setattr(SqlJournal, "clock", lambda _: theirs)
    clock[0] -= timedelta(minutes=1)  # a leap is looked at at once

    answer = take(house.device("entrance"))
    overview = said(house.person("salma"), "overview")[-1]

    assert answer["refused"] == "try_again"
    assert overview["clocks"] == {"ours": "2026-03-02T08:59:00Z", "theirs": "2026-03-02T09:10:00Z"}
    assert overview["at"] == "2026-03-02T09:10:00Z"
