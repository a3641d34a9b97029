"""What a supervisor sees of alarms: a counter without its agent, a clock that is wrong."""

import os

import pytest
from playwright.sync_api import expect

from tests.browser.at_desk import tap
from tests.browser.served import RULES

pytestmark = pytest.mark.browser

LOOK = """async clocks => {
  const { Interventions } = await import("/static/js/interventions.js");
  const empty = { counters: [], unattended: [], alarms: [], alerts: [], services: [],
    priorities: [], announcements: [], is_over: false };
  new Interventions(() => {}).look({ ...empty, clocks }, { isUp: true });
  const alarms = [...document.querySelectorAll("#alerts .alarm")].map((each) => each.innerText);
  return [alarms, document.querySelector("#alerts-said").textContent];
}"""
"""The page tells of such an overview: no test may set the clock of a database's server."""


@pytest.mark.skipif(
    os.environ.get("NOUBA_TEST_DATABASE") == "postgres", reason="without Redis nobody is missed"
)
def test_a_page_that_is_closed_raises_an_alarm_that_frees_the_counter(hall, sign_in):
    hall.change_rules("unattended_minutes = 0\n" + RULES)
    ticket = hall.take("legalisation")["ticket"]
    supervisor, agent = sign_in("salma"), sign_in("amina")
    agent.tap("[data-counter='4']")
    tap(agent, "call_next", "called")
    expect(supervisor.locator("#alerts > *")).to_have_count(0)

    agent.close()

    alarm = supervisor.locator("#alerts .alarm")
    expect(alarm).to_contain_text("The agent’s page is not connected")
    expect(alarm.locator("strong")).to_have_text(ticket)
    alarm.locator("button").tap()
    supervisor.tap("#release-yes")
    expect(alarm).to_have_count(0)
    expect(supervisor.locator(".tile-value").first).to_have_text("1")
    hall.change_rules(RULES)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "The clock of this controller is wrong: nothing can be done until it is set right."),
        ("ar", "ساعة هذا الخادم خاطئة: لا يمكن فعل أي شيء حتى تُضبط."),
    ],
)
def test_a_wrong_clock_is_an_alarm_with_what_both_clocks_say(hall, sign_in, language, told):
    page = sign_in("salma")
    page.goto(f"{hall.url}/language/{language}?next=/supervisor")
    expect(page.locator("#interventions")).to_be_visible()

    alarms = page.evaluate(LOOK, {"ours": "2026-03-02T08:59:00Z", "theirs": "2026-03-02T09:10:00Z"})

    [shown], said = alarms
    assert (told in shown, told in said) == (True, True)
    assert all(each in shown for each in ("02/03", ":59", ":10"))
