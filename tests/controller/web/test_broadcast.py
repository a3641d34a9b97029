"""What goes out first when much is to be told."""

import gevent
import pytest

from controller.identity import Person
from tests.controller.web.asking import ask, take
from tests.controller.web.conftest import PASSWORD

AGENTS = 8


@pytest.fixture
def desks(house) -> list:
    """So many agents at work; all counters that there are but one are theirs."""
    for number in range(AGENTS):
        name = f"agent{number}"
        house.people.add(Person(name, name, "agent", "fr"), PASSWORD)
    return [house.person(f"agent{number}") for number in range(AGENTS)]


def test_a_call_does_not_wait_until_every_desk_was_told(house, desks, shown, monkeypatch) -> None:
    caller, kiosk = house.person("amina"), house.device("entrance")
    ask(caller, "/agents", "open", counter=4)
    shown(caller, "desk")
    told: list[str] = []
    send = house.socketio.emit

    def noting(event: str, *message: object, **where: object) -> None:
        if event == "desk" and "desk" not in told:
            gevent.spawn(ask, caller, "/agents", "call_next")
        told.append(event)
        send(event, *message, **where)

    take(kiosk)
    monkeypatch.setattr(house.socketio, "emit", noting)
    shown(kiosk, "offer")
    with gevent.Timeout(3):
        while "call" not in told:
            gevent.sleep(0.005)

    assert told[: told.index("call")].count("desk") < AGENTS
