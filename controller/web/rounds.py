"""What the controller does again and again, whatever happens."""

from collections.abc import Callable

import gevent
import structlog
from gevent.event import Event

from controller.agreed_clock import ClockAstray
from controller.identity import StoreError
from controller.neighbours import NeighboursAway
from controller.reception import JournalError

RETRY = 1.0
"""Seconds to wait after a failure, so that a lasting one does not fill the log."""

Task = Callable[[], None]
"""Raises what it likes; it is asked again."""


def go_on(name: str, task: Task, pace: float, cue: Event | None = None) -> None:
    """Do the task for ever, `pace` seconds apart; with a cue, only after it was given.

    A failure is logged and tried again. Of a database, or of neighbours, that are away the
    log says when they went and when they came back, and no more. A clock that is astray says
    that itself.
    """
    log = structlog.get_logger().bind(task=name)
    away = ""
    while True:
        _wait_for(cue)
        try:
            task()
        except ClockAstray:
            _try_again(cue)
        except (JournalError, StoreError, NeighboursAway) as error:
            if not away:
                away = "neighbours" if isinstance(error, NeighboursAway) else "database"
                log.error(away + "_away", why=str(error))  # noqa: TRY400, G003 - no fault of ours
            _try_again(cue)
        except Exception:
            log.exception("task_failed")
            _try_again(cue)
        else:
            if away:
                log.info(away + "_back")  # noqa: G003
            away = ""
            gevent.sleep(pace)


def _wait_for(cue: Event | None) -> None:
    if cue is not None:
        cue.wait()
        cue.clear()


def _try_again(cue: Event | None) -> None:
    gevent.sleep(RETRY)
    if cue is not None:
        cue.set()
