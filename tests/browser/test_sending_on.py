"""An agent sends a visitor on."""

import re

import pytest
from playwright.sync_api import expect

from media.isolation import plain
from tests.browser.arriving import close_dialog, open_dialog
from tests.browser.at_desk import at_counter, more, state, tap

pytestmark = pytest.mark.browser


def test_a_called_visitor_is_sent_on_at_once(hall, desk):
    hall.take("legalisation")
    tap(desk, "call_next", "called")
    open_dialog(desk, "#transfer")
    desk.tap("[data-service=tnb]")
    state(desk, "none")


@pytest.mark.parametrize("question", ["#more", "#transfer"])
def test_a_question_about_a_visitor_who_has_left_is_withdrawn_in_words(served, question):
    page, _ = served
    open_dialog(page, question)
    page.evaluate("document.querySelector('.actions [data-ask=finish]').click()")
    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(page.locator("#refusal")).to_have_text(
        "Nothing was done: the ticket at the counter has changed meanwhile."
    )


def test_a_ticket_that_a_colleague_calls_meanwhile_is_refused_in_words(hall, sign_in):
    ticket = hall.take("birth_copy")["ticket"]
    desk = at_counter(sign_in("amina"), 1)
    expect(desk.locator("#waiting-total")).to_have_text("1")
    more(desk, "call_ticket", ticket)
    tap(at_counter(sign_in("karim"), 2), "call_next", "called")
    desk.tap("#steps-dialog [data-value=missed_by_mistake]")

    expect(desk.locator("#refusal")).to_have_text("This ticket is not waiting.")


def test_a_visitor_is_sent_on_to_the_front_and_comes_back(hall, served, sign_in):
    page, ticket = served
    first = hall.take("tnb")["ticket"]
    page.tap("#transfer")
    page.tap("[data-place=first]")
    page.tap("#transfer-return")
    page.tap("[data-service=tnb]")
    expect(page.locator("#steps-title")).to_have_text("Why?")
    page.tap("#steps-dialog [data-value=missed_by_mistake]")
    state(page, "none")

    other = at_counter(sign_in("karim"), 6)
    tap(other, "call_next", "called")
    expect(other.locator("#number")).to_have_text(ticket)
    assert first != ticket
    tap(other, "start", "serving")
    tap(other, "finish", "none")

    tap(page, "call_next", "called")
    expect(page.locator("#number")).to_have_text(ticket)


@pytest.mark.parametrize(
    ("kind", "to"), [("counter", "[data-to='6']"), ("agent", "[data-agent=karim]")]
)
def test_a_visitor_is_sent_to_an_open_counter_or_to_an_agent_by_name(
    hall, served, sign_in, kind, to
):
    page, ticket = served
    open_dialog(page, "#transfer")
    expect(page.locator("#transfer-kinds")).to_be_hidden()
    close_dialog(page, "#transfer-cancel")
    other = at_counter(sign_in("karim"), 6)
    page.tap("#transfer")
    page.tap(f"[data-kind={kind}]")
    expect(page.locator(".transfer-choice")).to_have_count(1)
    expect(page.locator(to)).to_contain_text("Karim Benali")
    expect(page.locator(to)).to_contain_text(re.compile("Counter .?6"))
    page.tap(to)
    state(page, "none")

    tap(other, "call_next", "called")
    expect(other.locator("#number")).to_have_text(ticket)


def test_an_agent_who_leaves_while_the_dialog_is_open_is_not_offered_any_more(
    hall, served, sign_in
):
    page, _ = served
    other = at_counter(sign_in("karim"), 6)
    page.tap("#transfer")
    page.tap("[data-kind=agent]")
    expect(page.locator("[data-agent=karim]")).to_be_visible()
    other.tap("#close")

    expect(page.locator("[data-agent=karim]")).to_have_count(0)
    expect(page.locator("#transfer-list [data-service=tnb]")).to_be_visible()


def test_the_agent_sees_that_a_visitor_has_priority_but_not_which(hall, desk):
    hall.take("legalisation", "fr", priority="elderly", quantity=3, then=["tnb"])
    tap(desk, "call_next", "called")
    facts = desk.locator("#facts")
    expect(facts.get_by_role("img", name="Priority")).to_be_visible()
    expect(facts).to_contain_text("×3")
    expect(facts).to_contain_text("Tax on undeveloped land")
    assert "lder" not in plain(facts.inner_text())
