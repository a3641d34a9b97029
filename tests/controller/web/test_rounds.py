"""What the controller does again and again says what went away, once."""

import gevent
import pytest
from structlog.testing import capture_logs

from controller.agreed_clock import ClockAstray
from controller.reception import JournalError
from controller.web import rounds


@pytest.mark.parametrize(
    ("trouble", "told"),
    [
        (JournalError("the server is off"), ["database_away", "database_back"]),
        (ClockAstray("says itself what is wrong"), []),
    ],
)
def test_a_failure_is_told_once_and_a_wrong_clock_is_no_database_away(
    monkeypatch, trouble, told
) -> None:
    monkeypatch.setattr(rounds, "RETRY", 0)
    turns = iter([trouble, trouble, None])
    done = gevent.event.Event()

    def task() -> None:
        error = next(turns)
        if error is not None:
            raise error
        gevent.spawn(done.set)

    with capture_logs() as logged:
        greenlet = gevent.spawn(rounds.go_on, "clock", task, 60)
        assert done.wait(5)
        greenlet.kill()

    assert [each["event"] for each in logged] == told
