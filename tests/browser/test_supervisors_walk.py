"""The supervisor's page in its states and dialogs: whole, legible and accessible.

One supervisor sees a part of a day, once in each language; the tests ask what was seen.
"""

from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.arriving import open_dialog, settle
from tests.browser.barriers import direction, right
from tests.browser.looking import LANGUAGES, TABLET, UPRIGHT, Look, choose, resize
from tests.browser.served import leaving_it_empty

pytestmark = pytest.mark.browser


REACH = """(index) => {
  // found and reached at once: each second another row takes this one's place
  document.querySelectorAll("#services tr:first-child > *")[index].scrollIntoView(
    { block: "nearest", inline: "center" });
}"""


@dataclass(frozen=True, slots=True)
class Day:
    """What was seen of the page, in one language."""

    language: str
    look: Look
    agent: Page
    tickets: list[str]
    measured: dict[str, Any]


@pytest.fixture(scope="module", params=LANGUAGES)
def day(request, shared_hall, signed_in) -> Day:
    with leaving_it_empty(shared_hall), signed_in() as sign_in:
        tickets = [shared_hall.take("hygiene")["ticket"] for _ in range(5)]
        look = Look(sign_in("salma", request.param))
        seen = Day(request.param, look, sign_in("karim"), tickets, {})
        with shared_hall.tablet("amina") as absent:
            absent.ask("open", counter=2)
            absent.ask("pause", reason="waits outside for the technician of the network")
            for part in PARTS:
                part(seen)
    return seen


def calls_and_misses(seen: Day) -> None:
    """One is missed, one is called, three still wait: the hall's rules notice."""
    page, agent = seen.look.page, seen.agent
    agent.tap("[data-counter='5']")
    for event, state in (("call_next", "called"), ("no_show", "none"), ("call_next", "called")):
        agent.tap(f"[data-ask={event}]")
        expect(agent.locator(f"body[data-state={state}]")).to_be_attached()
        settle(agent)
    expect(page.locator("[data-release]")).to_be_visible()
    seen.measured["direction"] = direction(page)


def pauses_a_service(seen: Day) -> None:
    page = seen.look.page
    asks(seen, "pause_service")
    choose(page, "tnb")
    seen.look("why")
    page.tap("#steps-dialog [data-choice='0']")
    expect(page.locator("#paused > *")).to_have_count(1)
    expect(page.locator("#alerts .alert:not(.alarm)")).to_be_visible()
    seen.look("page")
    asks(seen, "change_services")
    seen.look.at("5")
    leave(page)
    for name in ("cancel", "close_day"):
        asks(seen, name)
        leave(page)
    page.tap("[data-intervene=resume_service]")
    choose(page, "tnb")
    expect(page.locator("#paused > *")).to_have_count(0)


def reaches_everything(seen: Day) -> None:
    """On an upright tablet two tables are whole, and the third can be reached cell by cell."""
    page = seen.look.page
    resize(page, UPRIGHT)
    for name in ("counters", "waits"):
        table = page.locator(f".panel-{name} .table-room")
        seen.measured[name] = table.evaluate("each => each.scrollWidth - each.clientWidth")
    cells = page.locator("#services tr:first-child > *")
    expect(cells).to_have_count(14)
    for index in range(14):
        page.evaluate(REACH, index)
        expect(cells.nth(index)).to_be_in_viewport(ratio=0.9)
    resize(page, TABLET)


def moves_a_ticket(seen: Day) -> None:
    page, ticket = seen.look.page, seen.tickets[2]
    asks(seen, "redirect")
    for value in (ticket, "agent", "karim", "last"):
        seen.look.at(value)
    leave(page)
    asks(seen, "reprioritise")
    seen.look.at(ticket)
    seen.look.at("elderly")
    leave(page)
    asks(seen, "reinstate")
    leave(page)


def releases(seen: Day) -> None:
    page = seen.look.page
    open_dialog(page, "[data-release]")
    seen.look("release")
    leave(page)


def asks(seen: Day, name: str) -> None:
    open_dialog(seen.look.page, f"[data-intervene={name}]")
    seen.look(name)


def leave(page: Page) -> None:
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)


PARTS = (calls_and_misses, pauses_a_service, reaches_everything, moves_a_ticket, releases)


def test_nothing_leaves_its_card_or_lies_upon_something_else(day):
    assert day.look.faults == []


def test_each_state_is_accessible_and_says_its_language(day):
    assert day.look.barriers == []
    assert day.measured["direction"] == right(day.language)


def test_counters_and_waits_are_seen_whole_on_an_upright_tablet(day):
    assert (day.measured["counters"], day.measured["waits"]) == (0, 0)
