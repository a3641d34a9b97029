import io

import pytest
from rich.console import Console

from nouba.commands.demo import _verdict
from nouba.demo.place import fresh_place
from nouba.play.played_demo import _conclude
from tests.nouba.play.test_truth import MORNING, NIGHT, TRUE, evidence


@pytest.mark.parametrize(
    ("kills", "exit_code", "sentence"),
    [
        (1, 0, "the printer and the speaker agree"),
        (2, 1, "the controller was to be killed 2 times, and was 1 times"),
    ],
)
def test_a_morning_with_fewer_kills_than_were_planned_has_not_stood_its_trial(
    tmp_path, kills, exit_code, sentence
):
    told = io.StringIO()
    console = Console(file=told, width=200)
    morning = evidence(TRUE.agents, kills=kills, outages=(NIGHT,))

    verdict = _verdict(fresh_place(tmp_path), _conclude(morning, MORNING, console), console)

    assert verdict == exit_code
    assert sentence in told.getvalue()
    assert f"1 of {kills} times" in told.getvalue()
