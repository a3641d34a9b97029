"""What a supervisor may do besides watching: each of it really reaches the hall."""

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture
def page(sign_in) -> Page:
    page = sign_in("salma")
    expect(page.locator("#interventions")).to_be_visible()
    return page


def intervene(page: Page, name: str, *values: str) -> None:
    page.tap(f"[data-intervene={name}]")
    for value in values:
        page.tap(f"#steps-dialog [data-value='{value}']")


def refused(hall, service: str) -> str | None:
    return hall.take(service).get("refused")


def until(page: Page, is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 8
    while not is_so():
        assert time.monotonic() < deadline
        page.wait_for_timeout(50)


def test_a_service_is_paused_for_a_reason_and_resumed(hall, page):
    intervene(page, "pause_service", "tnb")
    expect(page.locator("#steps-note")).to_have_text("Visitors read this reason")
    page.tap("#steps-dialog [data-value='The computers do not work']")
    expect(page.locator("#paused")).to_contain_text("Tax on undeveloped land")
    expect(page.locator("#paused")).to_contain_text("The computers do not work")
    assert refused(hall, "tnb") == "service_paused"

    intervene(page, "resume_service", "tnb")
    expect(page.locator("#paused > *")).to_have_count(0)
    assert refused(hall, "tnb") is None


def test_a_ticket_is_cancelled_by_its_number_in_small_letters_too(hall, page):
    slip = hall.take("legalisation")
    intervene(page, "cancel")
    page.fill("#steps-input", slip["ticket"].lower())
    page.tap("#steps-confirm")
    page.tap("#steps-dialog [data-value='Has left the hall']")

    expect(page.locator(".tile-value").first).to_have_text("0")


def test_a_ticket_that_does_not_exist_is_refused_in_words(page):
    intervene(page, "cancel")
    page.fill("#steps-input", "Q999")
    page.tap("#steps-confirm")
    page.tap("#steps-dialog [data-value='Has left the hall']")

    expect(page.locator("#refusal")).to_have_text("No ticket has this number today.")


def test_an_open_counter_gives_other_services_from_now_on(hall, page, sign_in):
    agent = sign_in("karim")
    agent.tap("[data-counter='4']")
    expect(agent.locator("#desk")).to_be_visible()
    hall.take("tnb")
    expect(agent.locator("#waiting-total")).to_have_text("0")

    expect(page.locator("#counters tr").nth(3)).to_contain_text("Karim Benali")
    intervene(page, "change_services", "4")
    expect(page.locator("[aria-pressed=true][data-value=legalisation]")).to_be_visible()
    page.tap("#steps-dialog [data-value=tnb]")
    page.tap("#steps-confirm")

    expect(agent.locator("#waiting-total")).to_have_text("1")


def test_the_day_is_closed_after_a_question_and_opened_again(hall, page):
    hall.take("legalisation")
    intervene(page, "close_day")
    expect(page.locator("#steps-title")).to_have_text("Close the day now?")
    page.tap("#steps-back")
    assert refused(hall, "legalisation") is None

    intervene(page, "close_day", "yes")
    expect(page.locator(".tile-value").first).to_have_text("0")
    assert refused(hall, "legalisation") == "day_over"

    intervene(page, "reopen_day", "Visitors are still here")
    until(page, lambda: refused(hall, "legalisation") is None)


def test_what_the_halls_rules_notice_stands_above_everything(hall, page):
    expect(page.locator("#alerts > *")).to_have_count(0)
    for _ in range(3):
        hall.take("hygiene")

    alert = page.locator("#alerts .alert")
    expect(alert).to_contain_text("Many wait for hygiene", timeout=9000)
    expect(alert).to_contain_text("Hygiene")
