"""An agent's further actions and transfers: each of them really reaches the hall."""

import re

import pytest
from playwright.sync_api import Page, expect

from controller.hall.events import (
    CounterPaused,
    ServiceFinished,
    TicketMovedOn,
    TicketReinstated,
    WalkInStarted,
)
from tests.browser.at_desk import at_counter, more, offered, state, tap

pytestmark = pytest.mark.browser


def test_only_what_is_possible_now_is_offered(hall, desk):
    assert offered(desk) == [
        "call_ticket",
        "take_ticket",
        "walk_in",
        "pause",
        "pre_call",
        "reinstate",
        "cancel",
    ]
    hall.take("legalisation")
    tap(desk, "call_next", "called")
    assert offered(desk)[0] == "park"
    tap(desk, "start", "serving")
    assert "finish" in offered(desk)


def test_a_visitor_who_fetches_something_is_parked_and_brought_back(served):
    page, ticket = served
    more(page, "park", "makes_photocopies", "place_other_office", "15")
    state(page, "none")
    expect(page.locator("#more-counts")).to_have_text(re.compile("1"))

    page.tap("#more")
    page.tap("[data-value=resume_ticket]")
    parked = page.locator(f"[data-value='{ticket}']")
    expect(parked).to_contain_text("Makes photocopies")
    expect(parked).to_contain_text("At another office")
    expect(parked).to_contain_text(re.compile(r"Back at .\d\d:\d\d"))
    parked.tap()

    expect(page.locator("#waiting-total")).to_have_text("1")
    tap(page, "call_next", "called")
    expect(page.locator("#number")).to_have_text(ticket)


def test_a_ticket_may_be_parked_without_an_end_and_for_ones_own_reason(served):
    page, ticket = served
    more(page, "park")
    page.fill("#steps-input", "Cherche son frère")
    page.tap("#steps-confirm")
    page.tap("#steps-dialog [data-value='']")
    page.tap("#steps-dialog [data-value='null']")
    state(page, "none")

    page.tap("#more")
    page.tap("[data-value=resume_ticket]")
    aside = page.locator(f"#steps-dialog [data-value='{ticket}'] .steps-aside")
    expect(aside).to_have_text("Cherche son frère")


def test_a_missed_visitor_who_comes_has_the_old_place_again(hall, desk):
    slip = hall.take("legalisation")
    tap(desk, "call_next", "called")
    tap(desk, "no_show", "none")

    more(desk, "reinstate", slip["ticket"])

    expect(desk.locator("#waiting-total")).to_have_text("1")


def test_a_break_has_a_reason_and_an_end(hall, desk):
    hall.take("legalisation")
    more(desk, "pause", "prayer")
    state(desk, "paused")
    expect(desk.locator("#state")).to_contain_text("On a break")
    expect(desk.locator(".place-reason")).to_have_text("Prayer")
    expect(desk.locator("#call")).to_be_hidden()
    assert offered(desk) == ["take_ticket", "reinstate", "cancel"]

    tap(desk, "resume", "none")
    tap(desk, "call_next", "called")


def test_a_ticket_is_called_out_of_turn_for_a_reason_that_is_published(hall, desk):
    hall.take("legalisation")
    second = hall.take("legalisation")["ticket"]
    expect(desk.locator("#waiting-total")).to_have_text("2")
    more(desk, "call_ticket", second)
    expect(desk.locator("#steps-note")).to_have_text(
        "Everybody may read a reason from this list. Your own words stand in the hall’s report "
        "alone."
    )
    desk.tap("#steps-dialog [data-value=burial]")

    expect(desk.locator("#number")).to_have_text(second)
    state(desk, "called")


def as_written(ticket: str) -> str:
    """B007 as somebody in a hurry writes it: « b 7 »."""
    return f"{ticket[0].lower()} {int(ticket[1:])}"


def by_number(page: Page, action: str, written: str) -> None:
    """Choose an action, and write the number of its ticket."""
    more(page, action)
    page.fill("#steps-input", written)
    page.tap("#steps-confirm")


def test_a_ticket_beyond_the_first_twelve_is_called_and_cancelled_by_its_number(hall, desk):
    tickets = [hall.take("legalisation")["ticket"] for _ in range(15)]
    expect(desk.locator("#waiting-total")).to_have_text("15")
    by_number(desk, "cancel", as_written(tickets[13]))
    desk.tap("#steps-dialog [data-value=left_hall]")
    expect(desk.locator("#waiting-total")).to_have_text("14")

    by_number(desk, "call_ticket", as_written(tickets[14]))
    desk.tap("#steps-dialog [data-value=missed_by_mistake]")
    expect(desk.locator("#number")).to_have_text(tickets[14])


def cancel(page: Page, ticket: str) -> None:
    more(page, "cancel", ticket, "taken_by_mistake")


def serve(page: Page, _: str) -> None:
    tap(page, "call_next", "called")
    tap(page, "start", "serving")
    tap(page, "finish", "none")


def brought_back(hall) -> list[tuple[str, str]]:
    return [(x.ticket, x.reason) for x in hall.journal() if isinstance(x, TicketReinstated)]


@pytest.mark.parametrize("ends", [cancel, serve])
def test_a_ticket_that_was_cancelled_or_finished_by_mistake_waits_again(hall, desk, ends):
    ticket = hall.take("legalisation")["ticket"]
    expect(desk.locator("#waiting-total")).to_have_text("1")
    ends(desk, ticket)
    expect(desk.locator("#waiting-total")).to_have_text("0")

    by_number(desk, "reinstate", as_written(ticket))
    expect(desk.locator("#steps-note")).to_have_text(
        "Whoever was served already is brought back for a reason only"
    )
    desk.tap("#steps-dialog [data-value=finished_by_mistake]")

    expect(desk.locator("#waiting-total")).to_have_text("1")
    assert brought_back(hall)[-1] == (ticket, "finished_by_mistake")
    tap(desk, "call_next", "called")
    expect(desk.locator("#number")).to_have_text(ticket)


def test_a_ticket_that_waits_is_not_brought_back_and_that_is_said(hall, desk):
    by_number(desk, "reinstate", hall.take("legalisation")["ticket"])
    desk.tap("#steps-dialog [data-value=brought_document]")
    expect(desk.locator("#refusal")).to_have_text(
        "This is not possible at this moment for this ticket."
    )


@pytest.mark.parametrize("action", ["call_ticket", "cancel"])
def test_a_number_that_nobody_has_is_refused_in_words(desk, action):
    by_number(desk, action, "Q 999")
    desk.tap("#steps-dialog [data-choice='0']")
    expect(desk.locator("#refusal")).to_have_text("No ticket has this number today.")


def test_a_number_that_does_not_wait_any_more_is_refused_in_words(hall, desk, sign_in):
    ticket = hall.take("birth_copy")["ticket"]
    tap(at_counter(sign_in("karim"), 2), "call_next", "called")
    said = {
        "call_ticket": "This ticket is not waiting.",
        "cancel": "This ticket neither waits nor is parked.",
    }
    for action, sentence in said.items():
        by_number(desk, action, as_written(ticket))
        desk.tap("#steps-dialog [data-choice='0']")
        expect(desk.locator("#refusal")).to_have_text(sentence)


def test_a_reason_is_kept_by_its_code_and_read_in_each_language(hall, sign_in):
    page = at_counter(sign_in("amina", "ar"))
    more(page, "pause", "prayer")
    expect(page.locator(".place-reason")).to_have_text("الصلاة")
    paused = [each for each in hall.journal() if isinstance(each, CounterPaused)][-1]
    assert paused.reason == "prayer"

    page.goto(f"{hall.url}/language/en?next=/agent")
    expect(page.locator(".place-reason")).to_have_text("Prayer")


def test_the_next_visitor_may_be_told_to_get_ready(hall, desk):
    hall.take("legalisation")
    expect(desk.locator("#waiting-total")).to_have_text("1")
    more(desk, "pre_call")
    expect(desk.locator("#steps-dialog")).to_be_hidden()
    expect(desk.locator("body:not(.is-busy)")).to_be_attached()

    more(desk, "pre_call")
    expect(desk.locator("#refusal")).to_have_text(
        "This is not possible at this moment for this ticket."
    )


def test_a_visitor_without_a_ticket_is_served(desk):
    more(desk, "walk_in", "legalisation")
    state(desk, "serving")
    expect(desk.locator("#service")).to_contain_text("Signature legalisation")


def test_a_visitor_without_a_ticket_passes_those_who_wait_for_a_reason(hall, desk):
    waiting = hall.take("legalisation")["ticket"]
    expect(desk.locator("#waiting-total")).to_have_text("1")
    more(desk, "walk_in", "certified_copy", "brought_document")
    state(desk, "serving")
    started = [each for each in hall.journal() if isinstance(each, WalkInStarted)][-1]
    assert (started.reason, started.passed) == ("brought_document", (waiting,))


def test_a_ticket_is_cancelled_with_a_reason(hall, desk):
    slip = hall.take("legalisation")
    expect(desk.locator("#waiting-total")).to_have_text("1")
    more(desk, "cancel", slip["ticket"], "taken_by_mistake")
    expect(desk.locator("#waiting-total")).to_have_text("0")
    desk.goto(slip["url"])
    expect(desk.locator("body.follow-cancelled")).to_be_attached()


def last_finish(hall) -> tuple[str, str, int]:
    """The outcome, the note and the quantity of the visit that ended last."""
    finished = [each for each in hall.journal() if isinstance(each, ServiceFinished)][-1]
    return finished.outcome, finished.note, finished.quantity


def test_a_service_is_finished_with_an_outcome_a_quantity_and_a_note(hall, sign_in):
    hall.take("legalisation", "fr", quantity=3)
    page = at_counter(sign_in("amina"))
    tap(page, "call_next", "called")
    tap(page, "start", "serving")
    more(page, "finish")
    names = ["Dealt with", "Incomplete file", "by post", "None of these"]
    expect(page.locator(".steps-choice")).to_have_text(names)

    page.tap("[data-value=incomplete_file]")
    expect(page.locator("#steps-amount")).to_have_text("3")
    page.tap("#steps-fewer")
    page.tap("#steps-confirm")
    expect(page.locator("#steps-note")).to_have_text("This may stay empty")
    page.fill("#steps-input", "  Manque la CIN  ")
    page.tap("#steps-confirm")

    state(page, "none")
    assert last_finish(hall) == ("incomplete_file", "Manque la CIN", 2)


def test_a_service_that_comes_up_is_gone_on_to_in_one_step(hall, served):
    page, ticket = served
    more(page, "go_on", "tnb", "resolved")
    page.tap("#steps-confirm")

    state(page, "none")
    assert last_finish(hall) == ("resolved", "", 1)
    moved = [each for each in hall.journal() if isinstance(each, TicketMovedOn)][-1]
    assert (moved.ticket, moved.service) == (ticket, "tnb")


def test_a_service_may_be_finished_without_an_outcome_and_a_note(hall, served):
    page, _ = served
    more(page, "finish", "")
    page.tap("#steps-further")
    page.tap("#steps-confirm")
    page.tap("#steps-confirm")

    state(page, "none")
    assert last_finish(hall) == ("", "", 2)


def test_nobody_counts_below_one_or_above_what_the_hall_takes(hall, served):
    page, _ = served
    more(page, "finish", "resolved")
    expect(page.locator("#steps-fewer")).to_be_disabled()
    for _ in range(19):
        page.tap("#steps-further")
    expect(page.locator("#steps-amount")).to_have_text("20")
    expect(page.locator("#steps-further")).to_be_disabled()


def test_one_tap_still_finishes(hall, served):
    page, _ = served
    tap(page, "finish", "none")
    assert last_finish(hall) == ("", "", 1)


def test_back_leads_one_step_back_and_then_out(hall, desk):
    hall.take("legalisation")
    expect(desk.locator("#waiting-total")).to_have_text("1")
    more(desk, "cancel")
    for title in ("Which ticket?", "More actions"):
        expect(desk.locator("#steps-title")).to_have_text(title)
        desk.tap("#steps-back")
    expect(desk.locator("#steps-dialog")).to_be_hidden()
