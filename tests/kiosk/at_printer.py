"""A desk whose tickets come out of a virtual printer, and what became of them."""

import time

from kiosk.printer_watch import PrinterWatch
from kiosk.ticket_desk import LinkedDesk
from tests.hardware.printing import driver, ticket


class Watched:
    """A real driver, whose prints are counted; `after_try` may help the printer in between."""

    def __init__(self, printer, after_try):
        self._driver = driver(printer)
        self.profile, self._after_try, self.pictures = self._driver.profile, after_try, []

    def troubles(self):
        return self._driver.troubles()

    def print(self, picture):
        self.pictures.append(picture)
        result = self._driver.print(picture)
        self._after_try(len(self.pictures))
        return result


def until(is_so, go_on, seconds=20):
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline, "the condition did not come true"
        go_on()


def desk_of(printer, link=None, picture=None):
    draw = picture or draw_number
    return LinkedDesk(link, printer, draw, PrinterWatch("printer of the test"), pause=0.01)


def draw_number(slip, *, is_copy):
    """A picture that tells the ticket, and a copy from its first print."""
    return ticket(int(slip.ticket[1:]) + 50 * is_copy)


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
