"""Who may do what: each role has a connection of its own, and no other role's commands."""

import pytest

from tests.controller.web.asking import ask, take

COMMANDS = {
    "/agents": ("open", "call_next", "transfer", "finish", "walk_in", "pause"),
    "/supervisors": (
        "release",
        "redirect",
        "change_services",
        "pause_service",
        "close_day",
        "raise_emergency",
    ),
    "/kiosks": ("check_in",),
}
GUESTS = {"amina": "/agents", "salma": "/supervisors", "entrance": "/kiosks", "north": "/screens"}


def enter(house, name, namespace):
    token = house.tokens.get(name) or house.sign_in(name)
    return house.connect(namespace, {"token": token})


@pytest.mark.parametrize("name", GUESTS)
@pytest.mark.parametrize("namespace", GUESTS.values())
def test_each_role_comes_in_at_its_own_door_alone(house, name, namespace):
    client = enter(house, name, namespace)

    assert client.is_connected(namespace) is (GUESTS[name] == namespace)


@pytest.mark.parametrize(
    ("name", "event"),
    [
        (name, event)
        for name, own in GUESTS.items()
        for namespace, events in COMMANDS.items()
        for event in events
        if namespace != own
    ],
)
def test_the_commands_of_another_role_do_nothing(house, name, event):
    client = enter(house, name, GUESTS[name])
    take(house.device("entrance"))
    before = house.seq()

    answer = ask(client, GUESTS[name], event, counter=4, ticket="B001", services=["legalisation"])

    assert not isinstance(answer, dict) or "refused" in answer
    assert house.seq() == before == 1
