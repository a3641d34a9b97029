"""What a supervisor may do besides watching: each of it really reaches the hall."""

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from controller.hall.events import (
    AnnouncementMade,
    AnnouncementWithdrawn,
    EmergencyLifted,
    EmergencyRaised,
    Event,
    TicketRedirected,
)
from tests.browser.at_desk import tap
from tests.browser.served import PATIENCE

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


def offered(page: Page) -> list[str]:
    names = "all => all.filter(each => each.checkVisibility()).map(each => each.dataset.intervene)"
    return page.locator("[data-intervene]").evaluate_all(names)  # at once: they come and go


def told(hall, *kinds: type[Event]) -> list[Event]:
    """What the journal keeps of some kinds: the hall's rules write beside a supervisor."""
    return [each for each in hall.journal() if isinstance(each, kinds)]


def until(page: Page, is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < deadline
        page.wait_for_timeout(50)


def test_a_service_is_paused_for_a_reason_and_resumed(hall, page):
    intervene(page, "pause_service", "tnb")
    expect(page.locator("#steps-note")).to_have_text("Visitors read this reason")
    page.tap("#steps-dialog [data-value=computers_down]")
    expect(page.locator("#paused")).to_contain_text("Tax on undeveloped land")
    expect(page.locator("#paused")).to_contain_text("The computers do not work")
    assert refused(hall, "tnb") == "service_paused"

    expect(page.locator("[data-intervene=resume_service]")).to_be_visible()
    intervene(page, "resume_service", "tnb")
    expect(page.locator("#paused > *")).to_have_count(0)
    expect(page.locator("[data-intervene=resume_service]")).to_be_hidden()
    assert refused(hall, "tnb") is None


def test_what_a_supervisor_chose_is_read_in_another_language(hall, page, sign_in):
    intervene(page, "pause_service", "tnb", "computers_down")
    other = sign_in("salma", "fr")
    expect(other.locator("#paused .quiet")).to_have_text("Panne informatique")

    intervene(page, "resume_service", "tnb")
    expect(page.locator("#paused > *")).to_have_count(0)


def test_the_whole_hall_is_paused_and_resumed_at_once(hall, page):
    intervene(page, "pause_service", "null", "computers_down")
    expect(page.locator("#paused > *")).to_have_count(1)
    expect(page.locator("#paused")).to_contain_text("All services")
    assert [refused(hall, each) for each in ("tnb", "legalisation")] == ["service_paused"] * 2

    intervene(page, "resume_service", "null")
    expect(page.locator("#paused > *")).to_have_count(0)
    assert refused(hall, "tnb") is None


def test_a_ticket_is_cancelled_by_its_number_in_small_letters_too(hall, page):
    slip = hall.take("legalisation")
    intervene(page, "cancel")
    page.fill("#steps-input", slip["ticket"].lower())
    page.tap("#steps-confirm")
    page.tap("#steps-dialog [data-value=left_hall]")

    expect(page.locator(".tile-value").first).to_have_text("0")


@pytest.fixture
def karim(sign_in) -> Page:
    """An agent at counter 6, who gives taxes and not legalisations."""
    page = sign_in("karim")
    page.tap("[data-counter='6']")
    expect(page.locator("#desk")).to_be_visible()
    return page


def is_redirected(hall, ticket: str) -> bool:
    redirected = told(hall, TicketRedirected)
    return ticket in {each.ticket for each in redirected}


def calls(agent: Page, ticket: str) -> None:
    agent.tap("[data-ask=call_next]")
    expect(agent.locator("#number")).to_have_text(ticket)


@pytest.mark.parametrize(
    "where", [("service", "tnb"), ("counter", "6"), ("agent", "karim")], ids=lambda each: each[0]
)
def test_who_waits_is_sent_to_a_service_a_counter_or_an_agent(hall, page, karim, where):
    hall.take("tnb")
    ticket = hall.take("legalisation")["ticket"]
    expect(page.locator("#counters tr").nth(5)).to_contain_text("Karim Benali")
    expect(page.locator(".tile-value").first).to_have_text("2")

    intervene(page, "redirect", ticket, *where, "first", "wrong_queue")

    expect(page.locator("dialog[open]")).to_have_count(0)
    until(page, lambda: is_redirected(hall, ticket))
    calls(karim, ticket)


def test_who_waits_is_put_in_front_of_the_own_queue(hall, page, karim):
    hall.take("tnb")
    ticket = hall.take("tnb")["ticket"]
    expect(page.locator(".tile-value").first).to_have_text("2")
    intervene(page, "redirect", ticket, "stays")
    expect(page.locator(".steps-choice")).to_have_text(["In front", "At the end"])
    page.tap("#steps-back")
    expect(page.locator("#steps-title")).to_have_text("Where to?")
    page.tap("[data-value=stays]")
    page.tap("[data-value=first]")
    page.tap("[data-value=sent_by_mistake]")

    until(page, lambda: is_redirected(hall, ticket))
    calls(karim, ticket)


def test_a_ticket_that_is_called_meanwhile_is_not_sent_elsewhere_and_that_is_said(
    hall, page, karim
):
    ticket = hall.take("tnb")["ticket"]
    expect(page.locator(".tile-value").first).to_have_text("1")
    intervene(page, "redirect", ticket, "service", "legalisation", "due")
    calls(karim, ticket)
    page.tap("#steps-dialog [data-value=wrong_queue]")

    expect(page.locator("#refusal")).to_have_text(
        "This is not possible at this moment for this ticket."
    )


def test_a_ticket_is_given_another_class(hall, page, karim):
    ticket = hall.take("tnb")["ticket"]
    expect(page.locator(".tile-value").first).to_have_text("1")
    intervene(page, "reprioritise")
    expect(page.locator(f"[data-value={ticket}]")).to_contain_text("No priority")
    page.tap(f"[data-value={ticket}]")
    page.tap("[data-value=elderly]")
    page.tap("[data-value=not_said_at_kiosk]")

    expect(page.locator("dialog[open]")).to_have_count(0)
    calls(karim, ticket)
    expect(karim.locator("#facts").get_by_role("img", name="Priority")).to_be_visible()


def test_who_was_cancelled_or_missed_waits_again(hall, page, karim):
    missed, cancelled = (hall.take("tnb")["ticket"] for _ in range(2))
    calls(karim, missed)
    karim.tap("[data-ask=no_show]")
    expect(page.locator(".tile-value").first).to_have_text("1")
    intervene(page, "cancel", cancelled, "left_hall")
    expect(page.locator(".tile-value").first).to_have_text("0")

    for ticket in (missed, cancelled):
        intervene(page, "reinstate", ticket)
    expect(page.locator(".tile-value").first).to_have_text("2")
    calls(karim, missed)


def test_who_was_finished_by_mistake_waits_again_by_the_number(hall, page, karim):
    ticket = hall.take("tnb")["ticket"]
    calls(karim, ticket)
    tap(karim, "start", "serving")
    tap(karim, "finish", "none")
    intervene(page, "reinstate")
    page.fill("#steps-input", ticket.lower())
    page.tap("#steps-confirm")
    page.tap("#steps-dialog [data-value=finished_by_mistake]")

    expect(page.locator(".tile-value").first).to_have_text("1")
    calls(karim, ticket)


def test_a_ticket_that_does_not_exist_is_refused_in_words(page):
    intervene(page, "cancel")
    page.fill("#steps-input", "Q999")
    page.tap("#steps-confirm")
    page.tap("#steps-dialog [data-value=left_hall]")

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
    until(page, lambda: offered(page)[-1:] == ["close_day"])
    intervene(page, "close_day")
    expect(page.locator("#steps-title")).to_have_text("Close the day now?")
    page.tap("#steps-back")
    assert refused(hall, "legalisation") is None

    intervene(page, "close_day", "yes")
    expect(page.locator(".tile-value").first).to_have_text("0")
    assert refused(hall, "legalisation") == "day_over"
    until(page, lambda: offered(page) == ["reopen_day"])

    intervene(page, "reopen_day", "visitors_still_here")
    until(page, lambda: refused(hall, "legalisation") is None)


def test_what_the_halls_rules_notice_stands_above_everything(hall, page):
    alert = page.locator("#alerts .alert:not(.alarm)")
    expect(alert).to_have_count(0)
    for _ in range(3):
        hall.take("hygiene")

    expect(alert).to_contain_text("Many wait for hygiene")
    expect(alert).to_contain_text("Hygiene")


def test_an_emergency_takes_three_taps_in_different_places_and_everybody_sees_who_raised_it(
    hall, page, sign_in
):
    agent = sign_in("amina")
    page.tap("#emergency")
    expect(page.locator("#emergency-yes")).to_be_disabled()
    page.tap("#emergency-no")
    page.tap("#emergency")
    page.tap("#emergency-form label:has([value=evacuation])")
    page.tap("#emergency-yes")

    for each in (page, agent):
        expect(each.locator("#emergencies")).to_contain_text("Evacuation")
        expect(each.locator("#emergencies")).to_contain_text("Salma Tazi")
    expect(agent.locator("[data-lift]")).to_have_count(0)
    page.tap("[data-lift]")
    page.tap("#lift-no")
    page.tap("[data-lift]")
    page.tap("#lift-yes")
    for each in (page, agent):
        expect(each.locator("#emergencies li")).to_have_count(0)
    kinds = (EmergencyRaised, EmergencyLifted)
    assert [type(each) for each in told(hall, *kinds)[-2:]] == [*kinds]


def said(page: Page) -> str:
    """What the screens are told now, as the page knows it."""
    page.tap("[data-intervene=withdraw_announcement]")
    text = page.locator("#steps-body").inner_text()
    page.tap("#steps-back")
    return text


def test_a_supervisor_announces_something_of_a_service_and_withdraws_it(hall, page):
    assert "withdraw_announcement" not in offered(page)
    intervene(page, "announce", "no_more_tickets", "tnb")
    expect(page.locator("[data-intervene=withdraw_announcement]")).to_be_visible()
    assert "There are no more tickets today" in said(page)
    assert "Tax on undeveloped land" in said(page)

    page.tap("[data-intervene=withdraw_announcement]")
    page.tap("#steps-body [data-choice='0']")

    expect(page.locator("[data-intervene=withdraw_announcement]")).to_be_hidden()
    made, withdrawn = told(hall, AnnouncementMade, AnnouncementWithdrawn)[-2:]
    assert (type(made), made.by, made.service) == (AnnouncementMade, "salma", "tnb")
    assert (type(withdrawn), withdrawn.service) == (AnnouncementWithdrawn, "tnb")


def test_an_announcement_of_the_whole_hall_asks_for_no_service(hall, page):
    before = told(hall, AnnouncementMade)
    intervene(page, "announce", "long_waits")

    until(page, lambda: told(hall, AnnouncementMade) != before)
    assert [each.service for each in told(hall, AnnouncementMade)[len(before) :]] == [None]
