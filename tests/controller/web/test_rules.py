"""The rules of the queue, asked for over the wire."""

from datetime import time, timedelta
from zoneinfo import ZoneInfo

import pytest

from controller.hall.hours import Session, Timetable
from controller.hall.priority import PriorityClass
from controller.hall.rules import Rules
from controller.rulebook import Rulebook
from controller.rulebook.model import ServiceFields
from tests.controller.web.asking import ask, take
from tests.controller.web.conftest import MORNING

DAY = Timetable(
    ZoneInfo("Africa/Casablanca"), {day: (Session(time(8, 30), time(16, 30)),) for day in range(7)}
)


@pytest.fixture
def rulebook():
    rules = Rules(
        classes={
            "disability": PriorityClass(timedelta(minutes=20)),
            "appointment": PriorityClass(),
        },
        hours=DAY,
        calls=2,
        outcomes=("resolved",),
    )
    return Rulebook(rules, {"tnb": ServiceFields(quota=1)})


@pytest.fixture
def kiosk(house):
    return house.device("entrance")


@pytest.fixture
def amina(house):
    agent = house.person("amina")
    ask(agent, "/agents", "open", counter=4)
    return agent


def asked(client, *events, **data):
    """Ask for one thing after the other; return the last answer. The data is the last one's."""
    *before, last = events
    for event in before:
        ask(client, "/agents", event)
    return ask(client, "/agents", last, **data)


def test_a_kiosk_offers_the_classes_that_visitors_may_declare(kiosk, shown) -> None:
    offer = shown(kiosk, "offer")

    assert offer["priorities"] == ["disability"]
    assert offer["closes_at"] == "2026-03-02T16:30:00Z"
    assert offer["opens_at"] == "2026-03-03T08:30:00Z"
    assert offer["takes_appointments"] is False


def test_a_further_service_is_gone_on_to_when_this_one_is_finished(kiosk, amina, shown) -> None:
    take(kiosk, quantity=2)

    asked(amina, "call_next", "start", "finish", outcome="resolved", quantity=1, goes_on_to="tnb")

    desk = shown(amina, "desk")
    waiting = {each["service"]: each["waiting"] for each in desk["waiting"]}
    assert (desk["ticket"], waiting["tnb"]) == (None, 1)


def test_who_declares_a_disability_is_called_before(kiosk, amina, shown) -> None:
    take(kiosk)
    slip = take(kiosk, priority="disability", quantity=2, sheets=3, then=["tnb"])

    assert (slip["ticket"], slip["sheets"], slip["then"]) == ("B002", 3, ["tnb"])
    asked(amina, "call_next")
    ticket = shown(amina, "desk")["ticket"]
    assert (ticket["ticket"], ticket["priority"], ticket["quantity"]) == ("B002", "disability", 2)


@pytest.mark.parametrize("priority", ["appointment", "vip", 7])
def test_nobody_declares_what_is_not_theirs_to_declare(kiosk, priority) -> None:
    assert take(kiosk, priority=priority)["refused"] == "bad_request"


def test_a_quota_closes_its_service_for_the_day(kiosk, shown) -> None:
    take(kiosk, "tnb")

    assert take(kiosk, "tnb") == {"refused": "quota_reached", "why": ""}
    offered = {each["service"]: each for each in shown(kiosk, "offer")["services"]}
    assert offered["tnb"]["closed_because"] == "quota_reached"
    assert (offered["tnb"]["is_open"], offered["legalisation"]["is_open"]) == (False, True)


def test_out_of_hours_the_offer_tells_when_the_hall_opens(house, clock, shown) -> None:
    clock[0] = MORNING.replace(hour=18)
    kiosk = house.device("entrance")

    offer = shown(kiosk, "offer")
    assert (offer["opens_at"], offer["closes_at"]) == ("2026-03-03T08:30:00Z", None)
    assert offer["opens_on_a_later_day_at"] == "2026-03-03T08:30:00Z"
    assert take(kiosk)["refused"] == "service_closed"


def test_an_agent_gives_a_ticket_beyond_the_quota_and_is_told_so(kiosk, amina) -> None:
    wish = {"service": "tnb", "language": "fr"}
    assert asked(amina, "take_ticket", **wish)["is_beyond_quota"] is False

    assert take(kiosk, "tnb")["refused"] == "quota_reached"
    assert asked(amina, "take_ticket", **wish)["is_beyond_quota"] is True


def test_a_finished_ticket_comes_back_for_a_reason_only(house, kiosk, amina) -> None:
    take(kiosk)
    asked(amina, "call_next", "start", "finish")
    salma = house.person("salma")

    wish = {"ticket": "B001", "reason": " "}
    assert asked(amina, "reinstate", **wish)["refused"] == "reason_missing"
    assert ask(salma, "/supervisors", "reinstate", **wish)["refused"] == "reason_missing"
    wish["reason"] = "finished_by_mistake"
    assert "seq" in ask(salma, "/supervisors", "reinstate", **wish)


def test_a_ticket_is_called_as_often_as_the_hall_calls(kiosk, amina) -> None:
    take(kiosk)

    assert "seq" in asked(amina, "call_next", "recall")
    assert asked(amina, "recall") == {"refused": "recalled_enough", "why": ""}


def test_who_did_not_come_may_come_back(kiosk, amina, shown) -> None:
    take(kiosk)
    asked(amina, "call_next", "no_show")
    [missed] = shown(amina, "desk")["missed"]

    assert (missed["ticket"], missed["until"]) == ("B001", "2026-03-02T09:15:00Z")
    assert "seq" in asked(amina, "reinstate", ticket="B001")
    assert [each["ticket"] for each in shown(amina, "desk")["line"]] == ["B001"]


def test_a_ticket_out_of_turn_needs_a_reason(kiosk, amina, shown) -> None:
    take(kiosk)
    take(kiosk)

    assert asked(amina, "call_ticket", ticket="B002", reason=" ")["refused"] == "reason_missing"
    asked(amina, "call_ticket", ticket="B002", reason="her child is ill")
    assert shown(amina, "desk")["ticket"]["ticket"] == "B002"


def test_who_is_next_may_get_ready(house, kiosk, amina, shown) -> None:
    screen = house.device("north")
    take(kiosk)
    asked(amina, "pre_call")

    assert shown(screen, "board")["ready"] == [
        {"ticket": "B001", "counter": 4, "service": "legalisation"}
    ]


def test_a_parked_ticket_is_seen_and_resumed(kiosk, amina, shown) -> None:
    take(kiosk)
    asked(amina, "call_next", "start", "park", reason="a stamp", place="cash desk", minutes=10)

    [parked] = shown(amina, "desk")["parked"]
    assert parked == {
        "ticket": "B001",
        "service": "legalisation",
        "reason": "a stamp",
        "place": "cash desk",
        "since": "2026-03-02T09:00:00Z",
        "back_at": "2026-03-02T09:10:00Z",
    }
    asked(amina, "resume_ticket", ticket="B001")
    assert shown(amina, "desk")["parked"] == []


def test_a_visitor_is_sent_to_another_counter_and_comes_back(house, kiosk, amina, shown) -> None:
    karim = house.person("karim")
    ask(karim, "/agents", "open", counter=6)
    take(kiosk)
    asked(amina, "call_next", "start", "transfer", counter=6, comes_back=True)

    asked(karim, "call_next", "start", "finish", outcome="resolved", note="paid", quantity=1)

    assert [each["ticket"] for each in shown(amina, "desk")["line"]] == ["B001"]


def test_an_outcome_that_the_hall_does_not_list_is_refused(kiosk, amina) -> None:
    take(kiosk)

    answer = asked(amina, "call_next", "start", "finish", outcome="lost")
    assert answer == {"refused": "unknown_outcome", "why": ""}


def test_an_agent_on_a_break_calls_nobody(kiosk, amina, shown) -> None:
    take(kiosk)
    asked(amina, "pause", reason="prayer")

    assert shown(amina, "desk")["pause"] == "prayer"
    assert asked(amina, "call_next") == {"refused": "counter_paused", "why": ""}
    assert "seq" in asked(amina, "resume", "call_next")


def test_somebody_without_a_ticket_is_served(amina, shown) -> None:
    asked(amina, "walk_in", service="legalisation")

    ticket = shown(amina, "desk")["ticket"]
    assert (ticket["ticket"], ticket["state"]) == ("B001", "serving")


def test_a_supervisor_steps_in(house, kiosk, amina, shown) -> None:
    salma = house.person("salma")
    take(kiosk)

    ask(salma, "/supervisors", "pause_service", service="legalisation", reason="no stamps")
    assert take(kiosk)["refused"] == "service_paused"
    ask(salma, "/supervisors", "resume_service", service="legalisation")
    ask(salma, "/supervisors", "change_services", counter=4, services=["tnb"])
    assert asked(amina, "call_next") == {"refused": "nobody_waiting", "why": ""}
    ask(salma, "/supervisors", "cancel", ticket="B001", reason="left")
    assert shown(amina, "desk")["line"] == []
    ask(salma, "/supervisors", "close_day")
    assert take(kiosk)["refused"] == "day_over"


def test_a_supervisor_moves_those_who_wait(house, kiosk, amina, shown) -> None:
    salma, why = house.person("salma"), {"reason": "cannot stand"}
    for _ in range(3):
        take(kiosk)

    ask(salma, "/supervisors", "reprioritise", ticket="B003", priority="disability", **why)
    ask(salma, "/supervisors", "redirect", ticket="B001", place="last", **why)

    assert [each["ticket"] for each in shown(amina, "desk")["line"]] == ["B003", "B002", "B001"]
    *_, moved = (entry.fact.event for entry in house.journal.read(MORNING.date(), 0))
    assert (moved.by, moved.reason) == ("salma", "cannot stand")
    for nothing in ({}, {"place": "due"}):
        wish = {"ticket": "B002"} | why | nothing
        assert ask(salma, "/supervisors", "redirect", **wish)["refused"] == "bad_request"


@pytest.mark.parametrize(
    ("event", "data"),
    [
        ("park", {"reason": "x", "minutes": -1}),
        ("park", {"minutes": 5}),
        ("transfer", {"place": "middle"}),
        ("call_ticket", {"ticket": "B001"}),
        ("finish", {"quantity": "many"}),
        ("walk_in", {}),
    ],
)
def test_what_has_the_wrong_shape_is_refused_and_changes_nothing(house, amina, event, data) -> None:
    before = house.seq()

    assert asked(amina, event, **data)["refused"] == "bad_request"
    assert house.seq() == before
