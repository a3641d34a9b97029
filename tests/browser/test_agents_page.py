import re
from contextlib import ExitStack

import pytest
from playwright.sync_api import Page, WebSocketRoute, expect

from tests.browser.arriving import open_dialog
from tests.browser.at_desk import at_counter
from tests.browser.served import Screen

pytestmark = pytest.mark.browser


def tap(page: Page, event: str) -> None:
    page.tap(f"[data-ask={event}]")


def test_an_agent_opens_calls_recalls_starts_and_finishes(hall, sign_in):
    slip = hall.take("legalisation", "fr")
    page = at_counter(sign_in("amina"))
    number, state = page.locator("#number"), page.locator("#state")

    expect(page.locator("#waiting-total")).to_have_text("1")
    tap(page, "call_next")
    expect(number).to_have_text(slip["ticket"])
    expect(state).to_have_text("Being called")
    tap(page, "recall")
    expect(page.locator("#facts")).to_contain_text("×2")
    tap(page, "start")
    expect(state).to_have_text("Serving")
    tap(page, "finish")
    expect(state).to_have_text("Nobody at the counter")
    tap(page, "close")
    expect(page.locator("#choose")).to_be_visible()


def test_the_agent_reads_what_the_law_asks_for_until_the_visitor_leaves(hall, sign_in):
    hall.take("legalisation")
    page = at_counter(sign_in("amina"))
    sheet = page.locator("#sheet-dialog")
    tap(page, "call_next")
    open_dialog(page, "#sheet")
    expect(sheet).to_contain_text("The document to be legalised")
    expect(sheet).to_contain_text("law 55.19, art. 7")
    page.tap("#sheet-close")
    expect(sheet).to_be_hidden()


def test_only_what_makes_sense_can_be_tapped(hall, sign_in):
    hall.take("legalisation")
    page = at_counter(sign_in("amina"))

    def can(*names: str) -> None:
        buttons = page.locator(".actions button:enabled")
        expect(buttons).to_have_count(len(names))
        for name in names:
            expect(buttons.and_(page.locator(f"[data-ask={name}], #{name}"))).to_be_visible()

    can("call_next")
    tap(page, "call_next")
    can("start", "recall", "no_show", "transfer")
    tap(page, "start")
    can("finish", "transfer")


def test_a_visitor_who_does_not_come_is_a_no_show(hall, sign_in):
    slip = hall.take("legalisation")
    page = at_counter(sign_in("amina"))
    tap(page, "call_next")
    tap(page, "no_show")

    expect(page.locator("#state")).to_have_text("Nobody at the counter")
    page.goto(slip["url"])
    expect(page.locator(".state")).to_contain_text("Your number was called, but nobody came")


def test_a_visitor_is_transferred_to_a_service_that_the_agent_chooses(hall, sign_in):
    hall.take("legalisation")
    page = at_counter(sign_in("amina"))
    tap(page, "call_next")
    tap(page, "start")
    open_dialog(page, "#transfer")
    expect(page.locator("[data-service=legalisation]")).to_have_count(0)
    page.tap("[data-service=tnb]")

    expect(page.locator("#state")).to_have_text("Nobody at the counter")
    expect(page.locator("#transfer-dialog")).to_be_hidden()
    row = page.locator("#queue li").filter(has_text="1")
    expect(row).to_have_count(1)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ar", "لا يوجد أي مرتفق في انتظار خدمات هذا الشباك."),
        ("fr", "Aucun usager n’attend pour les services de ce guichet."),
        ("en", "No visitor is waiting for the services of this counter."),
    ],
)
def test_a_refusal_is_a_sentence_in_the_persons_language(sign_in, language, sentence):
    page = at_counter(sign_in("amina", language))

    tap(page, "call_next")

    expect(page.locator("#refusal")).to_have_text(sentence)


def test_a_double_tap_calls_one_ticket(hall, sign_in):
    first = hall.take("legalisation")
    hall.take("legalisation")
    page = at_counter(sign_in("amina"))
    sent: list[str] = []
    page.on("websocket", lambda link: link.on("framesent", lambda frame: sent.append(str(frame))))
    page.reload()

    page.dblclick("[data-ask=call_next]")

    expect(page.locator("#number")).to_have_text(first["ticket"])
    expect(page.locator("#waiting-total")).to_have_text("1")
    assert sum("call_next" in frame for frame in sent) == 1


def test_the_page_comes_back_by_itself_after_a_power_cut(hall, sign_in):
    slip = hall.take("legalisation")
    page = at_counter(sign_in("amina"))
    tap(page, "call_next")
    expect(page.locator("#number")).to_have_text(slip["ticket"])

    hall.kill()
    expect(page.locator("#link-lost")).to_be_visible()
    expect(page.locator(".actions button:enabled")).to_have_count(0)
    hall.start()
    expect(page.locator("#link-lost")).to_be_hidden()

    expect(page.locator("#number")).to_have_text(slip["ticket"])
    tap(page, "start")
    expect(page.locator("#state")).to_have_text("Serving")


class SilentLink:
    """The tablet's connection, which a sleep leaves open and dead: nothing comes any more."""

    def __init__(self, page: Page) -> None:
        self._is_dead: list[list[bool]] = []
        page.route_web_socket("**/socket.io/**", self._connect)

    def _connect(self, link: WebSocketRoute) -> None:
        server, is_dead = link.connect_to_server(), [False]
        self._is_dead.append(is_dead)
        server.on_message(lambda message: None if is_dead[0] else link.send(message))
        link.on_message(lambda message: None if is_dead[0] else server.send(message))

    def die(self) -> None:
        for is_dead in self._is_dead:
            is_dead[0] = True


WAKE = """() => {
  document.dispatchEvent(new Event("visibilitychange"));
  return document.body.classList.contains("is-cut") ? "is-cut" : "trusts its dead link";
}"""


def test_a_tablet_that_wakes_up_shows_the_desk_as_it_is_now(hall, sign_in):
    hall.take("legalisation")
    page = at_counter(sign_in("amina"))
    link = SilentLink(page)
    page.reload()
    tap(page, "call_next")
    expect(page.locator("#state")).to_have_text("Being called")

    link.die()
    with hall.tablet("amina") as other:
        other.start()
    # Asleep, the clock of the day went on and the timers stood still.
    page.evaluate("{ const now = Date.now; Date.now = () => now() + 600_000; }")
    assert page.evaluate(WAKE) == "is-cut"

    expect(page.locator("#state")).to_have_text("Serving")
    expect(page.locator("#link-lost")).to_be_hidden()
    expect(page.locator("[data-ask=finish]")).to_be_enabled()


def test_a_tablet_that_is_looked_at_again_keeps_its_link(hall, sign_in):
    page = at_counter(sign_in("amina"))
    links: list[str] = []
    page.on("websocket", lambda link: links.append(link.url))
    page.reload()
    expect(page.locator("#desk")).to_be_visible()

    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    tap(page, "close")

    expect(page.locator("#choose")).to_be_visible()
    assert len(links) == 1


def test_a_tap_whose_answer_was_lost_is_asked_again_with_the_same_id(hall, sign_in):
    first = hall.take("legalisation")
    hall.take("legalisation")
    page = at_counter(sign_in("amina"))
    expect(page.locator("[data-ask=call_next]")).to_be_enabled()
    # The tap goes out, and the controller is gone before its answer can be read.
    page.evaluate("document.querySelector('[data-ask=call_next]').click()")
    hall.kill()
    hall.start()

    expect(page.locator("#number")).to_have_text(first["ticket"])
    expect(page.locator("#waiting-total")).to_have_text("1")
    expect(page.locator("body:not(.is-busy)")).to_be_attached()


def test_arabic_runs_from_right_to_left(sign_in):
    page = at_counter(sign_in("amina", "ar"))

    place, queue = page.locator(".place").bounding_box(), page.locator(".queue").bounding_box()

    assert page.locator("html").get_attribute("dir") == "rtl"
    assert place["x"] > queue["x"]


def test_the_screens_answer_is_shown_to_the_agent(hall, sign_in):
    hall.take("legalisation")
    page = at_counter(sign_in("amina"))

    tap(page, "call_next")

    expect(page.locator("#receipt")).to_have_text(re.compile("^Not connected: .north.$"))


RECEIPTS = {
    "ar": ["معروض على شاشتين من أصل 3", "سُمع النداء من شاشة واحدة"],
    "fr": ["Affiché sur 2 écrans sur 3", "Annoncé par 1 écran"],
    "en": ["Shown on 2 of 3 screens", "Spoken by 1 screen"],
}


def isolated(text: str) -> re.Pattern[str]:
    """A text whose figures stand in isolates."""
    return re.compile(re.sub(r"\d+", r".?\g<0>.?", f"^{text}$"))


@pytest.mark.parametrize("language", RECEIPTS)
def test_the_agent_reads_how_many_screens_showed_and_spoke_the_call(hall, sign_in, language):
    hall.take("legalisation")
    page = at_counter(sign_in("amina", language))
    with ExitStack() as stack:
        first, second, _ = [stack.enter_context(Screen(hall)) for _ in range(3)]
        tap(page, "call_next")
        call = first.next_call()
        first.show(call, spoken=[call])
        second.show(call, spoken=[])

        lines = page.locator("#receipt > span.receipt-good")
        expect(lines).to_have_text([isolated(each) for each in RECEIPTS[language]])


def test_the_receipt_of_an_only_screen_counts_nothing(hall, sign_in):
    hall.take("legalisation")
    page = at_counter(sign_in("amina"))
    receipt = page.locator("#receipt")
    with Screen(hall) as screen:
        tap(page, "call_next")
        call = screen.next_call()
        expect(receipt).to_have_text("Not shown yet")
        screen.show(call, spoken=[])
        expect(receipt).to_have_text("Shown, not spoken yet")
        screen.show(call, spoken=[call])
        expect(receipt).to_have_text("Shown and spoken")
