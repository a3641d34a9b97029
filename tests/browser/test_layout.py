"""Nothing leaves its card or lies upon something else: tablets held either way, telephones."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.layout import faults
from tests.browser.served import Screen

pytestmark = pytest.mark.browser

LANGUAGES = ["ar", "zgh", "fr", "en"]
TABLETS = ((1024, 768), (768, 1024), (1280, 800))
PHONE = (390, 844)


def faults_at(page: Page, sizes: tuple[tuple[int, int], ...]) -> dict[tuple[int, int], list[str]]:
    found = {}
    for width, height in sizes:
        page.set_viewport_size({"width": width, "height": height})
        found[width, height] = faults(page)
    return {size: lines for size, lines in found.items() if lines}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_leaves_its_card_on_the_agents_page(hall, sign_in, language):
    hall.take("legalisation")
    page = sign_in("amina", language, *TABLETS[0])
    expect(page.locator("#choose")).to_be_visible()
    assert faults_at(page, (*TABLETS, PHONE)) == {}

    page.tap("[data-counter='4']")
    expect(page.locator("#desk")).to_be_visible()
    for event, state in (("call_next", "called"), ("start", "serving")):
        assert (event, faults_at(page, TABLETS)) == (event, {})
        page.tap(f"[data-ask={event}]")
        expect(page.locator(f"body[data-state={state}]")).to_be_attached()
    assert faults_at(page, TABLETS) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_several_screens_did_is_seen_whole(hall, sign_in, language):
    hall.take("birth_copy", "zgh")
    page = sign_in("amina", language)
    page.tap("[data-counter='2']")
    with Screen(hall) as first, Screen(hall):
        page.tap("[data-ask=call_next]")
        call = first.next_call()
        first.show(call, spoken=[call])
        expect(page.locator("#receipt > .receipt-good")).to_have_count(2)

        assert faults_at(page, (*TABLETS, PHONE)) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_dialog_keeps_its_last_button_whole(hall, sign_in, language):
    hall.take("legalisation")
    page = sign_in("amina", language)
    page.tap("[data-counter='4']")
    page.tap("[data-ask=call_next]")
    page.tap("[data-ask=start]")
    expect(page.locator("body[data-state=serving]")).to_be_attached()

    for name, close in (("transfer", "#transfer-cancel"), ("sheet", "#sheet-close")):
        page.tap(f"#{name}")
        assert (name, faults_at(page, (*TABLETS, PHONE))) == (name, {})
        page.tap(close)


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


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_services_to_transfer_to_have_room_on_a_telephone(hall, sign_in, language):
    hall.take("legalisation")
    page = sign_in("amina", language)
    page.tap("[data-counter='4']")
    page.tap("[data-ask=call_next]")
    page.tap("[data-ask=start]")
    expect(page.locator("body[data-state=serving]")).to_be_attached()
    page.tap("#transfer")
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})

    room = page.evaluate(ROOM)

    assert (room["around"] >= 16, room["inRows"] >= 14, room["titleLines"]) == (True, True, 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_desk_on_a_telephone_keeps_its_head_on_a_line_and_leaves_no_hole(
    hall, sign_in, language
):
    hall.take("legalisation")
    page = sign_in("amina", language)
    page.tap("[data-counter='4']")
    page.tap("[data-ask=call_next]")
    expect(page.locator("body[data-state=called]")).to_be_attached()
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})

    chip, close = (page.locator(each).bounding_box() for each in ("#counter", "#close"))
    last, row = (page.locator(each).bounding_box() for each in ("#transfer", ".actions"))

    assert abs((chip["y"] + chip["height"] / 2) - (close["y"] + close["height"] / 2)) < 2
    assert (last["width"], faults(page)) == (row["width"], [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_leaves_its_card_on_the_supervisors_page(hall, sign_in, language):
    hall.take("legalisation")
    agent = sign_in("karim")
    agent.tap("[data-counter='4']")
    agent.tap("[data-ask=call_next]")
    page = sign_in("salma", language)
    expect(page.locator("[data-release]")).to_be_visible()

    assert faults_at(page, (*TABLETS, PHONE)) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_counters_and_waits_are_seen_whole_on_an_upright_tablet(hall, sign_in, language):
    hall.take("legalisation")
    agent = sign_in("amina")
    agent.tap("[data-counter='4']")
    agent.tap("[data-ask=call_next]")
    page = sign_in("salma", language, 768, 1024)
    expect(page.locator("[data-release]")).to_be_visible()

    for name in ("counters", "waits"):
        table = page.locator(f".panel-{name} .table-room")
        assert (name, table.evaluate("each => each.scrollWidth - each.clientWidth")) == (name, 0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_of_a_service_can_be_reached_on_a_narrow_page(hall, sign_in, language):
    page = sign_in("salma", language, 768, 1024)
    cells = page.locator("#services tr:first-child > *")
    expect(cells).to_have_count(14)

    for index in range(14):
        cell = cells.nth(index)
        cell.scroll_into_view_if_needed()
        expect(cell).to_be_in_viewport(ratio=0.9)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_leaves_its_card_on_the_page_that_follows_a_ticket(hall, sign_in, language):
    slip = hall.take("legalisation")
    agent = sign_in("karim")
    agent.tap("[data-counter='4']")
    page = sign_in("amina", language, *PHONE)
    expect(page.locator("#choose")).to_be_visible()
    page.goto(slip["url"])
    expect(page.locator("body.follow-waiting")).to_be_attached()
    assert faults_at(page, (PHONE,)) == {}

    agent.tap("#more")
    agent.tap("#steps-dialog [data-value='pre_call']")
    expect(agent.locator("#steps-dialog")).to_be_hidden()
    page.reload()
    expect(page.locator("body.follow-ready")).to_be_attached()
    assert faults_at(page, (PHONE,)) == {}

    agent.tap("[data-ask=call_next]")
    expect(agent.locator("body[data-state=called]")).to_be_attached()
    page.reload()
    expect(page.locator("body.follow-called")).to_be_attached()
    assert faults_at(page, (PHONE,)) == {}
