"""One request of a supervisor's tells everybody in the hall what to do now."""

import pytest

from tests.controller.web.asking import ask


def lasting(board) -> list[str]:
    return [each["kind"] for each in board["emergencies"]]


def test_every_screen_hears_of_it_at_once_and_who_is_switched_on_later_too(house, said):
    supervisor, screen = house.person("salma"), house.device("north")
    assert lasting(said(screen, "board")[-1]) == []

    answer = ask(supervisor, "/supervisors", "raise_emergency", kind="evacuation")
    assert answer == {"seq": 1}
    assert lasting(said(screen, "board")[-1]) == ["evacuation"]
    assert lasting(said(house.device("south"), "board")[-1]) == ["evacuation"]

    assert ask(supervisor, "/supervisors", "lift_emergency", kind="evacuation") == {"seq": 2}
    assert lasting(said(screen, "board")[-1]) == []


@pytest.mark.parametrize(
    ("event", "kind", "refusal"),
    [
        ("lift_emergency", "evacuation", "wrong_moment"),
        ("raise_emergency", "flood", "bad_request"),
        ("raise_emergency", None, "bad_request"),
    ],
)
def test_what_makes_no_sense_is_refused(house, event, kind, refusal):
    supervisor = house.person("salma")

    assert ask(supervisor, "/supervisors", event, kind=kind)["refused"] == refusal


def test_the_same_request_raises_it_once(house):
    supervisor = house.person("salma")
    wish = {"request": "press-twice-0001", "kind": "security"}
    both = [
        supervisor.emit("raise_emergency", wish, namespace="/supervisors", callback=True)
        for _ in range(2)
    ]

    assert both == [{"seq": 1}, {"seq": 1}]


def test_the_staff_are_told_who_raised_it_and_visitors_only_that_it_lasts(house, said):
    supervisor = house.person("salma")
    kiosk, screen = house.device("entrance"), house.device("north")
    for client, name in ((kiosk, "offer"), (screen, "board")):
        said(client, name)

    ask(supervisor, "/supervisors", "raise_emergency", kind="evacuation")

    told = [said(kiosk, "offer")[-1], said(screen, "board")[-1]]
    told += [said(house.person("salma"), "overview")[-1], said(house.person("amina"), "desk")[-1]]
    assert [(each["kind"], each["by"]) for state in told for each in state["emergencies"]] == [
        ("evacuation", ""),
        ("evacuation", ""),
        ("evacuation", "salma"),
        ("evacuation", "salma"),
    ]
