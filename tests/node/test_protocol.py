"""npm's own Socket.IO client plays a screen, a kiosk and an agent against a real controller."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.served import PASSWORD, ServedHall

pytestmark = pytest.mark.node
SCRIPT = Path(__file__).with_name("hall.mjs")


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[ServedHall]:
    served = ServedHall(tmp_path)
    served.start()
    yield served
    assert served.stop() == 0


def test_a_client_in_another_language_joins_from_the_protocol_alone(hall):
    tokens = [hall.tokens["entrance"], hall.tokens["north"]]
    run = subprocess.run(
        ["node", str(SCRIPT), hall.url, *tokens, "amina", PASSWORD],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert run.stderr == ""
    told = json.loads(run.stdout)

    assert told.pop("slip") == told.pop("slipAgain")
    assert told.pop("board").keys() == {
        "seq",
        "announcements",
        "missed",
        "at",
        "pace",
        "rows",
        "waiting",
        "ready",
        "emergencies",
    }
    assert told.pop("desk")["counter"] is None
    assert told.pop("malformed")["refused"] == "bad_request"
    assert told == {
        "stranger": "unknown_device",
        "offered": 16,
        "role": "agent",
        "tooEarly": {"refused": "counter_not_open", "why": ""},
        "opened": {"seq": 2},
        "called": {"seq": 3, "ticket": "B001"},
        "call": {"seq": 3, "ticket": "B001", "counter": 4, "calls": 1, "language": "fr"},
        "isBoardFirst": True,
        "receipt": {"screens": 1, "shown": 1, "spoken": 1, "off": []},
        "started": {"seq": 4},
        "finished": {"seq": 5},
        "closed": {"seq": 6},
    }
