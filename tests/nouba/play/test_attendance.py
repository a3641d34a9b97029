from dataclasses import replace

import pytest

from nouba.play.attendance import Attendance, attendance, read_figures

FIGURES = """\
# HELP nouba_screens Connections to /screens
# TYPE nouba_screens gauge
nouba_screens 2.0
nouba_kiosks 1.0
nouba_agents 5.0
nouba_agents_total 9.0
nouba_supervisors 0.0
"""


def test_who_is_connected_is_read_from_the_controllers_figures():
    assert read_figures(FIGURES) == Attendance(screens=2, kiosks=1, agents=5, supervisors=0)


@pytest.mark.parametrize("role", ["screens", "kiosks", "agents", "supervisors"])
def test_one_who_is_missing_is_missed(role):
    everybody = Attendance(1, 1, 1, 1)
    assert everybody.has_all_of(everybody)
    assert not replace(everybody, **{role: 0}).has_all_of(everybody)


def test_a_controller_that_is_away_says_nothing():
    assert attendance("http://127.0.0.1:9") is None
