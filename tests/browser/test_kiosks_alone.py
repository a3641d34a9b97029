"""What a kiosk gave alone and the hall cannot take in, on the supervisor's page."""

import pytest
from playwright.sync_api import expect

from tests.kiosk.at_printer import until
from wire.link import Link, Place
from wire.messages import NotTakenIn

pytestmark = pytest.mark.browser


def test_a_supervisor_sees_which_numbers_of_a_kiosk_the_hall_does_not_know(hall, sign_in):
    page = sign_in("salma")
    device = page.locator("#devices > li").filter(has_text="entrance")
    link = Link(Place(hall.url, "/kiosks", hall.tokens["entrance"]))
    link.start()
    until(lambda: link.is_online, link.drain)
    link.tell("not_taken_in", NotTakenIn(("A501", "B502")))

    expect(device).to_contain_text("Given without connection, and not taken in:")
    expect(device.locator("bdi").last).to_have_text("A501 B502")
    link.tell("not_taken_in", NotTakenIn(()))
    expect(device.locator(".device-printer")).to_have_count(0)
    link.stop()
