"""From a fault of a kiosk's printer to the supervisor's page: real printer, link and page."""

import time
from contextlib import contextmanager
from threading import Event, Thread

import pytest
from playwright.sync_api import expect

from hardware.escpos.connection import TcpConnection
from hardware.escpos.driver import EscposPrinter
from hardware.profiles import printer_profile
from kiosk.press import Press
from kiosk.printer_news import PrinterNews
from kiosk.printer_watch import PrinterWatch
from kiosk.spool import Spool
from tests.hardware.printing import virtual
from tests.kiosk.at_printer import draw_number, present
from wire.link import Link, Online, Place

pytestmark = pytest.mark.browser

PULSE = 1 / 30
"""Seconds between two looks of a kiosk's main loop."""

FAULTS = (
    ("paper low", "The printer’s paper is running low"),
    ("paper out", "The printer has no paper"),
    ("cover open", "The printer’s cover is open"),
    ("knife jammed", "The printer’s knife is jammed"),
    ("head hot", "The printer must cool down"),
    ("broken yes", "The printer needs a technician"),
    ("power off", "The printer does not answer"),
    ("hang after 0", "The printer does not answer"),
)


@contextmanager
def kiosk_at(hall, printer):
    """All of a kiosk that concerns its printer, and its main loop."""
    driver = EscposPrinter(
        lambda: TcpConnection("127.0.0.1", printer.port), printer_profile("80mm")
    )
    watch = PrinterWatch("printer of the test")
    press = Press(driver, draw_number, Spool.in_memory(), watch, present)
    link, ended = Link(Place(hall.url, "/kiosks", hall.tokens["entrance"])), Event()
    news = PrinterNews(link)

    def run():
        while not ended.wait(PULSE):
            for arrival in link.drain():
                if isinstance(arrival, Online):
                    news.online()
            news.pulse(watch.troubles)

    loop = Thread(target=run)
    link.start()
    press.start()
    loop.start()
    try:
        yield
    finally:
        ended.set()
        loop.join()
        press.stop()
        link.stop()


def seconds_until(device, text):
    """Wait until the page says so; return how long it took."""
    start = time.monotonic()
    device.get_by_text(text).wait_for()
    return time.monotonic() - start


def test_each_fault_of_a_kiosks_printer_reaches_the_supervisors_page(hall, sign_in, tmp_path):
    page = sign_in("salma")
    device = page.locator("#devices > li").filter(has_text="entrance")
    with virtual(tmp_path) as printer, kiosk_at(hall, printer):
        expect(device).to_contain_text("The printer is ready")
        expect(device.locator(".pictogram-printer")).to_be_visible()
        took = {}
        for order, text in FAULTS:
            printer.order(order)
            took[order] = seconds_until(device, text)
            sign = ".pictogram-warning" if order == "paper low" else ".pictogram-printer-off"
            expect(device.locator(sign).first).to_be_visible()
            printer.order("heal")
            expect(device).to_contain_text("The printer is ready")
    expect(device.locator(".device-printer")).to_have_count(0)
    figures = ", ".join(f"{order}: {seconds:.2f} s" for order, seconds in took.items())
    print(f"\nfrom the fault to the page: {figures}")  # noqa: T201 - figures to be read


def test_a_printers_state_is_told_in_the_supervisors_language(hall, sign_in, tmp_path):
    with virtual(tmp_path) as printer, kiosk_at(hall, printer):
        printer.order("paper out")
        for language, text in (
            ("fr", "L’imprimante n’a plus de papier"),
            ("ar", "لا ورق في الطابعة"),
        ):
            page = sign_in("salma", language)
            expect(page.locator("#devices > li").filter(has_text="entrance")).to_contain_text(text)
