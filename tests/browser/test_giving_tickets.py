"""An agent gives tickets, at a counter or at a reception desk, and checks appointments in."""

import pytest
from playwright.sync_api import Page, expect

from controller.hall.events import TicketIssued
from tests.browser.arriving import close_dialog, open_dialog

pytestmark = pytest.mark.browser

GIVEN = "#given-dialog"


def answers(page: Page, *values: str) -> None:
    """Give a ticket for two, then another service, for an elderly person who speaks French."""
    page.tap("#steps-dialog [data-value=legalisation]")
    page.tap("#steps-further")
    page.tap("#steps-confirm")
    expect(page.locator("#steps-note")).to_have_text("At most \u20662\u2069 services, or none")
    expect(page.locator("#steps-dialog [data-value=legalisation]")).to_have_count(0)
    for value in values:
        page.tap(f"#steps-dialog [data-value={value}]")
    page.tap("#steps-confirm")
    page.tap("#steps-dialog [data-value=elderly]")
    page.tap("#steps-dialog [data-value=fr]")


def issued(hall) -> TicketIssued:
    return [each for each in hall.journal() if isinstance(each, TicketIssued)][-1]


def test_a_reception_desk_gives_a_ticket_without_a_counter(hall, sign_in):
    hall.take("legalisation", priority="elderly")
    page = sign_in("amina")
    open_dialog(page, "[data-further=take_ticket]")
    answers(page, "tnb")

    expect(page.locator(GIVEN)).to_be_visible()
    ticket = issued(hall)
    wanted = (ticket.service, ticket.quantity, ticket.then, ticket.priority, ticket.language)
    assert wanted == ("legalisation", 2, ("tnb",), "elderly", "fr")
    expect(page.locator("#given-number")).to_have_text(ticket.ticket)
    services = ["Signature legalisation", "Tax on undeveloped land"]
    expect(page.locator("#given-services li")).to_have_text(services)
    expect(page.locator("#given-ahead")).to_have_text("\u20661\u2069 person ahead of you")
    is_drawn = "() => document.querySelector('#given-code').naturalWidth > 0"
    page.wait_for_function(is_drawn)
    close_dialog(page, "#given-close")
    expect(page.locator("#choose")).to_be_visible()


def test_an_agent_gives_a_ticket_while_somebody_is_served_and_calls_it_later(hall, sign_in):
    hall.take("legalisation")
    page = sign_in("amina")
    page.tap("[data-counter='4']")
    page.tap("[data-ask=call_next]")
    page.tap("[data-ask=start]")
    expect(page.locator("body[data-state=serving]:not(.is-busy)")).to_be_attached()
    open_dialog(page, "#more")
    page.tap("#steps-dialog [data-value=take_ticket]")
    answers(page)
    expect(page.locator("#given-ahead")).to_have_text("Nobody is ahead of you")
    close_dialog(page, "#given-close")

    page.tap("[data-ask=finish]")
    page.tap("[data-ask=call_next]")
    expect(page.locator("#number")).to_have_text(issued(hall).ticket)


def test_a_ticket_beyond_the_quota_is_given_and_that_is_said(hall, sign_in):
    page = sign_in("amina")
    for is_beyond in (False, True):
        open_dialog(page, "[data-further=take_ticket]")
        page.tap("#steps-dialog [data-value=life_certificate]")
        for _ in range(2):
            page.tap("#steps-confirm")
        for value in ("normal", "ar"):
            page.tap(f"#steps-dialog [data-value={value}]")
        expect(page.locator(GIVEN)).to_be_visible()
        expect(page.locator("#given-beyond")).to_be_visible(visible=is_beyond)
        close_dialog(page, "#given-close")

    assert issued(hall).beyond_quota == ("life_certificate",)


def test_no_more_services_can_be_chosen_than_one_ticket_is_for(sign_in):
    page = sign_in("amina")
    open_dialog(page, "[data-further=take_ticket]")
    page.tap("#steps-dialog [data-value=legalisation]")
    page.tap("#steps-confirm")
    pressed = page.locator("#steps-dialog [aria-pressed=true]")
    others = page.locator("#steps-dialog [aria-pressed=false]")
    expect(pressed).to_have_count(0)
    others.nth(0).tap()
    expect(page.locator("#steps-dialog .steps-choice:disabled")).to_have_count(0)
    others.nth(0).tap()
    expect(pressed).to_have_count(2)
    expect(page.locator("#steps-dialog [aria-pressed=false]:enabled")).to_have_count(0)
    expect(others).not_to_have_count(0)

    pressed.nth(0).tap()
    expect(page.locator("#steps-dialog .steps-choice:disabled")).to_have_count(0)


def test_a_service_that_is_paused_is_refused_in_words(hall, sign_in):
    page, supervisor = sign_in("amina"), sign_in("salma")
    open_dialog(supervisor, "[data-intervene=pause_service]")
    supervisor.tap("#steps-dialog [data-value=legalisation]")
    supervisor.tap("#steps-dialog [data-choice='0']")
    expect(supervisor.locator("#paused > *")).to_have_count(1)
    open_dialog(page, "[data-further=take_ticket]")
    answers(page)

    refused = "No tickets are given for this service for now."
    expect(page.locator("#refusal")).to_have_text(refused)
    expect(page.locator(GIVEN)).to_be_hidden()
    supervisor.tap("[data-intervene=resume_service]")
    supervisor.tap("#steps-dialog [data-value=legalisation]")
    expect(supervisor.locator("#paused > *")).to_have_count(0)


def test_a_hall_without_appointments_checks_nobody_in(sign_in):
    page = sign_in("amina")
    expect(page.locator("[data-further=take_ticket]")).to_be_visible()
    expect(page.locator("[data-further=check_in]")).to_be_hidden()
