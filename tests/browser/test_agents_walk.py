"""The agent's page in each of its states and dialogs: whole, legible and accessible.

One agent works through a morning, once in each language; the tests ask what was seen.
"""

from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.arriving import close_dialog, open_dialog, settle
from tests.browser.barriers import direction, right
from tests.browser.looking import LANGUAGES, PHONE, TABLET, Look, choose, resize
from tests.browser.served import Screen, ServedHall, leaving_it_empty

pytestmark = pytest.mark.browser

TALL = (800, 1280)

CUT = """() => {
  const page = document.scrollingElement;
  const wide = page.scrollWidth > page.clientWidth ? ['the page is too wide'] : [];
  const high = page.scrollHeight > page.clientHeight ? ['the page is too high'] : [];
  const cut = [...document.querySelectorAll('button, p, h2, li')].filter(
    (each) => each.checkVisibility() && each.scrollWidth > each.clientWidth + 1);
  return [...wide, ...high, ...cut.map((each) => each.textContent.trim())];
}"""

ROOM = """() => {
  const dialog = document.querySelector("dialog[open]");
  const box = (each) => each.getBoundingClientRect();
  const rows = [...dialog.querySelectorAll(".transfer-choice")];
  const room = (inner, outer) => Math.min(inner.left - outer.left, outer.right - inner.right);
  const linesOf = (each) =>
    Math.round(each.offsetHeight / parseFloat(getComputedStyle(each).lineHeight));
  const title = dialog.querySelector("h2");
  const lines = (title.querySelector(".parts") ?? { children: [title] }).children;
  return {
    around: Math.min(...rows.map((row) => room(box(row), box(dialog)))),
    inRows: Math.min(...rows.flatMap((row) =>
      [...row.children].map((part) => room(box(part), box(row))))),
    titleLines: Math.max(...[...lines].map(linesOf)),
  };
}"""


@dataclass(frozen=True, slots=True)
class Morning:
    """What was seen of the page, in one language."""

    language: str
    look: Look
    measured: dict[str, Any]


@pytest.fixture(scope="module", params=LANGUAGES)
def morning(request, shared_hall, signed_in) -> Morning:
    parts = (
        gives_a_ticket,
        sits_down,
        calls_out_of_turn,
        parks,
        calls,
        serves,
        finishes,
        goes_on_a_break,
    )
    with leaving_it_empty(shared_hall), signed_in() as sign_in:
        seen = Morning(request.param, Look(sign_in("amina", request.param)), {})
        sign_in("karim").tap("[data-counter='6']")
        for part in parts:
            part(shared_hall, seen)
    return seen


def gives_a_ticket(hall: ServedHall, seen: Morning) -> None:
    page = seen.look.page
    expect(page.locator("#choose")).to_be_visible()
    seen.look("choose")
    seen.measured["direction"] = direction(page)
    open_dialog(page, "[data-further=take_ticket]")
    seen.look("which service")
    choose(page, "legalisation")
    expect(page.locator("#steps-count")).to_be_visible()
    page.tap("#steps-confirm")
    choose(page, "tnb")
    seen.look("services after")
    page.tap("#steps-confirm")
    seen.look("which class")
    choose(page, "elderly")
    seen.look("which language")
    choose(page, "fr")
    expect(page.locator("#given-dialog")).to_be_visible()
    page.wait_for_function("() => document.querySelector('#given-code').naturalWidth > 0")
    seen.look("given")
    close_dialog(page, "#given-close")


def sits_down(hall: ServedHall, seen: Morning) -> None:
    page = seen.look.page
    hall.take("legalisation", "fr", priority="elderly", quantity=3, then=["tnb"])
    page.tap("[data-counter='4']")
    expect(page.locator("#waiting-total")).to_have_text("2")
    seen.look("idle")


def calls_out_of_turn(hall: ServedHall, seen: Morning) -> None:
    page = seen.look.page
    open_dialog(page, "#more")
    seen.look("more")
    seen.look.at("call_ticket")
    page.tap("#steps-dialog [data-choice='1']")
    seen.look("why out of turn")
    page.tap("#steps-dialog [data-choice='2']")
    ready(page, "called")
    expect(page.locator("#receipt > .receipt-bad")).to_be_visible()
    seen.look("called, no screen")


def parks(hall: ServedHall, seen: Morning) -> None:
    page = seen.look.page
    open_dialog(page, "#more")
    choose(page, "park")
    page.tap("#steps-dialog [data-choice='0']")
    seen.look("place")
    page.tap("#steps-dialog [data-choice='1']")
    seen.look("minutes")
    choose(page, "15")
    ready(page, "none")
    open_dialog(page, "#more")
    seen.look.at("resume_ticket")
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)


def calls(hall: ServedHall, seen: Morning) -> None:
    page = seen.look.page
    with Screen(hall) as first, Screen(hall):
        ask(page, "call_next", "called")
        call = first.next_call()
        first.show(call, spoken=[call])
        expect(page.locator("#receipt > .receipt-good")).to_have_count(2)
        seen.look("called")
        for size in (TABLET, TALL):
            resize(page, size)
            seen.measured[size] = actions_of(page)
        resize(page, PHONE)
        seen.measured["head"] = head_of(page)
        resize(page, TABLET)


def actions_of(page: Page) -> tuple[float, list[str]]:
    """The smallest side of what the agent taps most, and what is cut."""
    boxes = [each.bounding_box() for each in page.locator(".actions button:visible").all()]
    return min(min(box["width"], box["height"]) for box in boxes), page.evaluate(CUT)


def head_of(page: Page) -> tuple[bool, bool]:
    """Whether a telephone's head is one line, and whether its last button leaves no hole."""
    chip, close, last, row = (
        page.locator(each).bounding_box()
        for each in ("#counter", "#close", "#transfer", ".actions")
    )
    middles = (each["y"] + each["height"] / 2 for each in (chip, close))
    return abs(next(middles) - next(middles)) < 2, last["width"] == row["width"]


def serves(hall: ServedHall, seen: Morning) -> None:
    page = seen.look.page
    ask(page, "start", "serving")
    seen.look("serving")
    open_dialog(page, "#transfer")
    seen.look("transfer")
    resize(page, PHONE)
    seen.measured["transfer"] = page.evaluate(ROOM)
    resize(page, TABLET)
    for kind in ("counter", "agent"):
        page.tap(f"[data-kind={kind}]")
        expect(page.locator(f"[data-kind={kind}][aria-pressed=true]")).to_be_visible()
        seen.look(f"transfer to {kind}")
    close_dialog(page, "#transfer-cancel")
    open_dialog(page, "#sheet")
    seen.look("sheet")
    close_dialog(page, "#sheet-close")


def finishes(hall: ServedHall, seen: Morning) -> None:
    page = seen.look.page
    open_dialog(page, "#more")
    seen.look.at("finish")
    seen.look.at("resolved")
    page.tap("#steps-confirm")
    expect(page.locator("#steps-own")).to_be_visible()
    seen.look("note")
    page.tap("#steps-confirm")
    ready(page, "none")


def goes_on_a_break(hall: ServedHall, seen: Morning) -> None:
    page = seen.look.page
    open_dialog(page, "#more")
    choose(page, "pause")
    page.tap("#steps-dialog [data-choice='0']")
    ready(page, "paused")
    seen.look("paused")


def ready(page: Page, state: str) -> None:
    expect(page.locator(f"body[data-state={state}]")).to_be_attached()
    settle(page)


def ask(page: Page, event: str, state: str) -> None:
    page.tap(f".actions [data-ask={event}]")
    ready(page, state)


def test_nothing_leaves_its_card_or_lies_upon_something_else(morning):
    assert morning.look.faults == []


def test_each_state_is_accessible_and_says_its_language(morning):
    assert morning.look.barriers == []
    assert morning.measured["direction"] == right(morning.language)


@pytest.mark.parametrize("size", [TABLET, TALL])
def test_main_targets_are_20_mm_on_a_tablet_and_nothing_is_cut(morning, size):
    # 10.1 inches and 1280 by 800: 149 pixels to the inch, so 20 mm are 117.
    smallest, cut = morning.measured[size]
    assert (smallest >= 117, cut) == (True, [])


def test_a_telephone_keeps_the_desks_head_on_a_line_and_leaves_no_hole(morning):
    assert morning.measured["head"] == (True, True)


def test_the_services_to_transfer_to_have_room_on_a_telephone(morning):
    room = morning.measured["transfer"]
    assert (room["around"] >= 16, room["inRows"] >= 14, room["titleLines"]) == (True, True, 1)
