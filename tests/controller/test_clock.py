"""The machine's clock is not believed at once when it leaps."""

from datetime import timedelta

import pytest

from controller.clock import SteadyClock, running_time
from tests.controller.builders import NINE

SECOND, DAY = timedelta(seconds=1), timedelta(days=1)


class Machine:
    """A machine whose clock a test sets."""

    def __init__(self) -> None:
        self.running, self.wrong = timedelta(0), timedelta(0)
        self.clock = SteadyClock(lambda: NINE + self.running + self.wrong, lambda: self.running)

    def after(self, passed: timedelta, wrong: timedelta) -> timedelta:
        """Let time pass, with a clock that is wrong by so much; return how late the hall has it."""
        self.running, self.wrong = self.running + passed, wrong
        return self.clock() - NINE


def test_a_clock_that_goes_is_believed() -> None:
    machine = Machine()

    assert [machine.after(5 * SECOND, 0 * DAY) for _ in range(3)] == [
        5 * SECOND * n for n in (1, 2, 3)
    ]


@pytest.mark.parametrize("wrong", [DAY, -DAY, 365 * DAY])
def test_one_that_is_wrong_for_less_than_a_minute_is_not(wrong: timedelta) -> None:
    machine = Machine()
    machine.after(SECOND, 0 * DAY)

    assert machine.after(SECOND, wrong) == 2 * SECOND
    assert machine.after(59 * SECOND, wrong) == 61 * SECOND
    assert machine.after(SECOND, 0 * DAY) == 62 * SECOND
    assert machine.after(SECOND, wrong) == 63 * SECOND


@pytest.mark.parametrize("set_by", [DAY, -DAY])
def test_one_that_stays_set_for_a_minute_is(set_by: timedelta) -> None:
    machine = Machine()
    machine.after(SECOND, 0 * DAY)
    machine.after(SECOND, set_by)

    assert machine.after(60 * SECOND, set_by) == 62 * SECOND + set_by


def test_one_that_is_set_by_a_little_is_believed_at_once() -> None:
    machine = Machine()
    machine.after(SECOND, 0 * DAY)

    assert machine.after(SECOND, -30 * 60 * SECOND) == 2 * SECOND - 30 * 60 * SECOND


def test_a_machine_that_slept_all_night_has_not_leapt() -> None:
    machine = Machine()
    machine.after(SECOND, 0 * DAY)

    assert machine.after(DAY, 0 * DAY) == DAY + SECOND


def test_the_running_time_goes_on() -> None:
    assert timedelta(0) < running_time() <= running_time()
