import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def row(page, service):
    return page.locator("#services tr").filter(has_text=service)


def test_the_overview_moves_while_the_hall_works(hall, sign_in):
    page = sign_in("salma")
    expect(page.locator(".tile-value").first).to_have_text("0")

    hall.take("legalisation")
    hall.take("legalisation")

    expect(page.locator(".tile-value").first).to_have_text("2")
    expect(page.locator("#chart canvas")).to_be_visible()
    expect(page.locator(".tile-value").nth(1)).to_have_text(re.compile(r"0:0[1-9]"))


def test_a_counter_left_open_is_closed_by_the_supervisor(sign_in):
    agent, page = sign_in("karim"), sign_in("salma")
    agent.tap("[data-counter='2']")
    line = page.locator("#counters tr").nth(1)
    expect(line).to_contain_text("Karim Benali")

    line.get_by_role("button").tap()

    expect(line).to_contain_text("Closed")
    expect(agent.locator("#choose")).to_be_visible()


def test_devices_show_whether_they_are_connected(hall, sign_in):
    hall.take("tnb")
    page = sign_in("salma")

    expect(page.locator("#devices .is-on .device-name")).to_have_text("entrance")
    expect(page.locator("#devices .is-off .device-name")).to_have_text("north")


@pytest.mark.parametrize("language", ["ar", "zgh", "fr", "en"])
def test_the_overview_is_never_too_wide(hall, sign_in, language):
    hall.take("tnb")
    page = sign_in("salma", language, 800, 1280)
    expect(page.locator("#overview")).to_be_visible()

    assert page.evaluate("document.scrollingElement.scrollWidth") <= 800
