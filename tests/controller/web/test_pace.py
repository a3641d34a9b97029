"""The demonstration's hall screens learn how fast the hall's time goes."""

from controller.expectations import Expectations
from controller.waits import Waits
from controller.web.attendance import Attendance
from controller.web.presence import Presence
from controller.web.states import States
from tests.controller.web.conftest import MORNING


def test_the_board_tells_how_fast_the_halls_time_goes(house, pack):
    expectations = Expectations(Waits(), pack.hall.zone)
    attendance = Attendance(house.reception, lambda: MORNING, 30.0, is_alone=True)
    states = States(house.reception, Presence(house.devices), attendance, expectations, 30.0)

    assert states.board().pace == 30.0


def test_a_hall_that_is_no_demonstration_goes_at_the_pace_of_the_world(house, said):
    assert said(house.device("north"), "board")[-1]["pace"] == 1.0
