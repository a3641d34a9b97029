import re
import uuid

import pytest
import requests
import socketio
from playwright.sync_api import expect

from tests.browser.served import PASSWORD, PATIENCE

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
    expect(page.locator(".tile-value").nth(1)).to_have_text(re.compile(r"[1-9]"))


def test_a_counter_left_open_is_closed_by_the_supervisor(sign_in):
    agent, page = sign_in("karim"), sign_in("salma")
    agent.tap("[data-counter='2']")
    line = page.locator("#counters tr").nth(1)
    expect(line).to_contain_text("Karim Benali")

    line.get_by_role("button").tap()

    expect(line).to_contain_text("Closed")
    expect(agent.locator("#choose")).to_be_visible()


def test_who_is_on_a_break_is_not_told_as_free_and_why_is_told(hall, sign_in):
    page = sign_in("salma", "fr")
    line = page.locator("#counters tr").nth(1)
    with hall.tablet("amina") as agent:
        agent.ask("open", counter=2)
        expect(line).to_contain_text("Libre")
        agent.ask("pause", reason="prayer")
        expect(line).to_contain_text("En pause")
        expect(line).to_contain_text("Prière")


def called_at_counter_4(hall, sign_in):
    slip = hall.take("legalisation")
    agent = sign_in("karim")
    agent.tap("[data-counter='4']")
    agent.tap("[data-ask=call_next]")
    expect(agent.locator("#number")).to_have_text(slip["ticket"])
    return agent, slip["ticket"]


def test_a_counter_with_a_ticket_is_released_after_a_question(hall, sign_in):
    agent, ticket = called_at_counter_4(hall, sign_in)
    page = sign_in("salma")
    line = page.locator("#counters tr").nth(3)

    line.get_by_role("button").tap()
    expect(page.locator("#release-title")).to_have_text(
        "Release counter \u20664\u2069, open for \u2066Karim Benali\u2069?"
    )
    expect(page.locator("#release-effect")).to_contain_text(ticket)
    page.tap("#release-no")
    expect(line).to_contain_text(ticket)
    line.get_by_role("button").tap()
    page.tap("#release-yes")

    expect(line).to_contain_text("Closed")
    expect(row(page, "Signature legalisation").locator("td").first).to_have_text("1")
    expect(agent.locator("#choose")).to_be_visible()


def test_the_question_is_withdrawn_when_the_agent_is_back_at_work(hall, sign_in):
    agent, _ = called_at_counter_4(hall, sign_in)
    page = sign_in("salma")
    page.locator("#counters tr").nth(3).get_by_role("button").tap()
    expect(page.locator("#release-dialog")).to_be_visible()

    agent.tap("[data-ask=no_show]")

    expect(page.locator("#release-dialog")).to_be_hidden()


def test_a_transferred_ticket_is_told_on_both_services(hall, sign_in):
    agent, _ = called_at_counter_4(hall, sign_in)
    page = sign_in("salma")
    received, sent_on = (f"td:nth-of-type({place})" for place in (4, 5))
    before = row(page, "Tax on undeveloped land").locator(received).inner_text()
    agent.tap("[data-ask=start]")
    agent.tap("#transfer")
    agent.tap("[data-service=tnb]")

    expect(row(page, "Tax on undeveloped land").locator(received)).to_have_text(
        str(int(before) + 1)
    )
    expect(row(page, "Signature legalisation").locator(sent_on)).not_to_have_text("0")


def test_an_expected_wait_is_told_with_what_it_was_worth(hall, sign_in):
    page = sign_in("salma")
    line = page.locator("#waits tr").filter(has_text="Burial permit")
    everything = page.locator("#waits tr").filter(has_text="All services").locator("td")
    # How wide it is depends on what the hall's other queues have shown in other tests.
    range_ = re.compile(r"^0–\d+$")
    expect(line.locator("td")).to_have_text(["0", range_, "Not known yet", "The queue now"])

    hall.take("burial")
    expect(line.locator("td").first).to_have_text(re.compile(r"[2-4]"))
    agent = sign_in("karim")
    agent.tap("[data-counter='5']")
    agent.tap("[data-ask=call_next]")

    expect(line.locator("td")).to_have_text(["0", range_, "<1", "100%", "1", "The queue now"])
    expect(everything.nth(4)).to_have_text(re.compile(r"[1-9]\d*"))


def test_nothing_is_expected_of_a_service_that_is_paused(hall, sign_in):
    page = sign_in("salma")
    expected = page.locator("#waits tr").filter(has_text="Tax on drinks outlets").locator("td")
    expect(expected.first).to_have_text("0")

    ask_as_supervisor(hall, "pause_service", service="drinks_tax", reason="no forms left")
    expect(expected.first).to_have_text("–")
    ask_as_supervisor(hall, "resume_service", service="drinks_tax")
    expect(expected.first).to_have_text("0")


def ask_as_supervisor(hall, event, **data):
    credentials = {"name": "salma", "password": PASSWORD}
    answer = requests.post(f"{hall.url}/api/sign-in", json=credentials, timeout=PATIENCE)
    with socketio.SimpleClient() as client:
        client.connect(hall.url, namespace="/supervisors", auth=answer.json())
        done = client.call(event, {"request": uuid.uuid4().hex} | data, timeout=PATIENCE)
    assert "refused" not in done


def figures(page, head):
    """Return the figures of all counters under a head of their table."""
    heads = page.locator(".panel-counters thead th").all_inner_texts()
    rows = page.locator("#counters tr").all()
    return [int(row.locator("> *").nth(heads.index(head)).inner_text()) for row in rows]


def test_the_counters_call_first_calls_what_they_count(hall, sign_in):
    agent, _ = called_at_counter_4(hall, sign_in)
    page = sign_in("salma")
    expect(page.locator("#counters tr").nth(3)).to_contain_text("Being called")
    before = figures(page, "First calls")
    agent.tap("[data-ask=start]")
    agent.tap("#transfer")
    agent.tap("[data-service=tnb]")
    other = sign_in("amina")
    other.tap("[data-counter='6']")
    other.tap("[data-ask=call_next]")
    expect(page.locator("#counters tr").nth(5)).to_contain_text("Being called")

    assert figures(page, "First calls") == before


def test_devices_show_whether_they_are_connected(hall, sign_in):
    hall.take("tnb")
    page = sign_in("salma")

    names = {
        state: page.locator(f"#devices .{state} .device-name") for state in ("is-on", "is-off")
    }
    expect(names["is-on"].filter(has_text="entrance")).to_be_visible()
    expect(names["is-off"].filter(has_text="north")).to_be_visible()
