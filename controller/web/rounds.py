"""What the controller does again and again, whatever happens."""

from collections.abc import Callable

import gevent
import structlog
from gevent.event import Event

from controller.identity import StoreError
from controller.reception import JournalError

RETRY = 1.0
"""Seconds to wait after a failure, so that a lasting one does not fill the log."""

Task = Callable[[], None]
"""Raises what it likes; it is asked again."""


def go_on(name: str, task: Task, pace: float, cue: Event | None = None) -> None:
    """Do the task for ever, `pace` seconds apart; with a cue, only after it was given.

    A failure is logged and tried again. Of a database that is away, the log says when it
    went and when it came back, and no more.
    """
    log = structlog.get_logger().bind(task=name)
    is_away = False
    while True:
        _wait_for(cue)
        try:
            task()
        except (JournalError, StoreError) as error:
            if not is_away:
                log.error("database_away", why=str(error))  # noqa: TRY400 - it is no fault of ours
            is_away = True
            _try_again(cue)
        except Exception:
            log.exception("task_failed")
            _try_again(cue)
        else:
            if is_away:
                log.info("database_back")
            is_away = False
            gevent.sleep(pace)


def _wait_for(cue: Event | None) -> None:
    if cue is not None:
        cue.wait()
        cue.clear()


def _try_again(cue: Event | None) -> None:
    gevent.sleep(RETRY)
    if cue is not None:
        cue.set()
