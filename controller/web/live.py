"""Tells a page each change as it comes: server-sent events, plain HTTP that goes on and on.

They need no library on the telephone, get through whatever lets pages through, and come again by
themselves after an outage (WHATWG HTML, §9.2).
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext

from flask import Response, stream_with_context
from gevent import sleep
from gevent.event import Event

from controller.reception import Fact, JournalError

BEAT = 15.0
"""Seconds after which the page is told at least what time it is: that shows that it is fresh."""

PACE = 1.0
"""Seconds between two states, at least: nobody reads faster, and slow networks send no more."""

RETRY = 3000
"""Milliseconds after which a browser that was cut off comes again."""

Look = Callable[[], tuple[str, str, bool]]
"""Returns what the page shows now, what the hall's clock says, and whether that was all."""


class Changes:
    """A listener of the reception that wakes all who wait for something new."""

    def __init__(self) -> None:
        self._next = Event()

    def __call__(self, fact: Fact) -> None:
        """Wake them: something has happened in the hall."""
        del fact
        self.wake()

    def wake(self) -> None:
        """Wake them."""
        told, self._next = self._next, Event()
        told.set()

    def coming(self) -> Event:
        """Return what is set with the next fact."""
        return self._next


Heard = Callable[[], AbstractContextManager[None]]
"""Is entered for as long as somebody hears."""


def live(changes: Changes, look: Look, heard: Heard = nullcontext) -> Response:
    """Return the answer that goes on until there is nothing more to tell, or nobody hears it."""
    told = stream_with_context(_while(heard, _told(changes, look)))
    answer = Response(told, mimetype="text/event-stream")
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["X-Accel-Buffering"] = "no"  # a proxy must not gather it
    return answer


def _while(heard: Heard, told: Iterator[str]) -> Iterator[str]:
    with heard():
        yield from told


def _told(changes: Changes, look: Look) -> Iterator[str]:
    yield f"retry: {RETRY}\n\n"
    before = None
    while True:
        coming = changes.coming()  # before looking: what comes meanwhile is not missed
        try:
            shown, clock, is_over = look()
        except JournalError:
            return  # the page says since when it is not fresh, and comes again
        yield _event("at", clock) if shown == before else _event("now", shown, clock)
        if is_over:
            yield _event("end", clock)
            return
        before = shown
        sleep(PACE)
        coming.wait(BEAT)


def _event(name: str, data: str, id_: str = "") -> str:
    lines = "".join(f"data: {line}\n" for line in data.splitlines() if line.strip())
    return f"event: {name}\n" + (f"id: {id_}\n" if id_ else "") + f"{lines}\n"
