"""The page that follows a ticket is whole on a telephone, in each of its states."""

import pytest
from playwright.sync_api import expect

from tests.browser.arriving import open_dialog
from tests.browser.layout import faults
from tests.browser.looking import LANGUAGES, PHONE

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_leaves_its_card_on_the_page_that_follows_a_ticket(hall, sign_in, language):
    slip = hall.take("legalisation")
    agent = sign_in("karim")
    agent.tap("[data-counter='4']")
    page = sign_in("amina", language, *PHONE)
    expect(page.locator("#choose")).to_be_visible()
    page.goto(slip["url"])
    expect(page.locator("body.follow-waiting")).to_be_attached()
    assert faults(page) == []

    open_dialog(agent, "#more")
    agent.tap("#steps-dialog [data-value='pre_call']")
    expect(agent.locator("#steps-dialog")).to_be_hidden()
    page.reload()
    expect(page.locator("body.follow-ready")).to_be_attached()
    assert faults(page) == []

    agent.tap("[data-ask=call_next]")
    expect(agent.locator("body[data-state=called]")).to_be_attached()
    page.reload()
    expect(page.locator("body.follow-called")).to_be_attached()
    assert faults(page) == []
