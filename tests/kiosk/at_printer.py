"""A desk whose tickets come out of a virtual printer, and what became of them."""

import time
from datetime import UTC, datetime

from kiosk.press import Press
from kiosk.printer_watch import PrinterWatch
from kiosk.spool import Spool
from kiosk.ticket_desk import LinkedDesk
from tests.hardware.printing import driver, ticket


class Watched:
    """A real driver, whose prints are counted; `after_try` may help the printer in between."""

    def __init__(self, printer, after_try):
        self._driver = driver(printer)
        self.profile, self._after_try, self.pictures = self._driver.profile, after_try, []

    def __getattr__(self, name):
        return getattr(self._driver, name)

    def print(self, picture, process):
        self.pictures.append(picture)
        result = self._driver.print(picture, process)
        self._after_try(len(self.pictures))
        return result


def until(is_so, go_on, seconds=20):
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline, "the condition did not come true"
        go_on()


def desk_of(printer, link=None, picture=None, spool=None, now=None):
    return LinkedDesk(link, press_of(printer, picture, spool, now), draw_list)


def press_of(printer, picture=None, spool=None, now=None):
    """A press that does not pause, on a spool that forgets unless it is given one."""
    watch = PrinterWatch("printer of the test")
    kept, draw = spool or Spool.in_memory(), picture or draw_number
    return Press(printer, draw, kept, watch, now or present, pause=0.01)


def present():
    return datetime.now(UTC)


def draw_number(slip, *, is_copy):
    """A picture that tells the ticket, and a copy from its first print."""
    return ticket(int(slip.ticket[1:]) + 50 * is_copy)


def draw_list(taken):
    """A picture that tells how many documents are at hand."""
    return ticket(900 + len(taken.held))


def do_nothing(_tries):
    pass


def printed(paper, *slips, after_try=do_nothing, picture=None):
    """Print, and return the verdicts by ticket and the pictures that were tried."""
    watched, told = Watched(paper, after_try), []
    desk = desk_of(watched, picture=picture)
    desk.start()
    for slip in slips:
        desk.print(slip)
    until(
        lambda: len(told) == len(slips),
        lambda: desk.drain(lambda number, result: told.append((number, result.verdict))),
    )
    desk.stop()
    return told, watched.pictures
